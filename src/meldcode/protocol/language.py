"""In which languages everything is said; a module of its own, as commands that need no protocol need this (SPD-02)."""

from typing import Literal

Language = Literal["nl", "en"]
"""Dutch, or English."""
