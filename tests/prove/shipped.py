"""The shipped protocols, each read once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from meldcode.protocol import library

if TYPE_CHECKING:
    from meldcode.protocol.model import Protocol

SECTORS = library.sector_ids()


@cache
def protocol_of(sector: str) -> Protocol:
    """Return a shipped protocol."""
    return library.protocol(sector)
