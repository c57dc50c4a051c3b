"""Whom to call: by region, theme and hour."""
