"""Exercises: a scenario with teaching, walked with the wizard, and what can be learnt from how it went."""
