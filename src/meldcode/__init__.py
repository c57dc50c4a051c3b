"""Meldcode: the five steps of the Dutch reporting code for domestic violence and child abuse, at the command line.

This module stays free of imports: it is loaded before anything else, and `--version` needs nothing more.
"""

__version__ = "0.1.0"
