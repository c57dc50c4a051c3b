"""Help that exists: interventions, how well they are founded, and the cautions that go with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from meldcode.protocol.model import Item, Text

OLDEST = 120
"""Highest age in years."""


@dataclass(frozen=True, slots=True)
class Fits:
    """For whom an intervention is: someone with one of the `roles`, with an age in years within the bounds.

    Unless `themes` and `lists` are both empty, one of the themes was ticked or a signal of one of the lists recorded.
    """

    roles: tuple[str, ...]
    age_from: int = 0
    age_to: int = OLDEST
    unborn: bool = False
    themes: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intervention:
    """Help that exists, how well it is founded according to a databank, and how one gets it.

    It never answers whether there is help for these people now. `unsafe_with` names the themes in which it is not
    shown; one that is for `later` comes after the violence has stopped.
    """

    id: str
    name: Text
    what: Text
    refer: Text
    aim: str
    level: str
    fits: Fits
    source: str
    judged_by: Text | None = None
    judged_on: str = ""
    reassessing: bool = False
    later: bool = False
    unsafe_with: tuple[str, ...] = ()
    verified: str = ""
    unverified: Text | None = None


@dataclass(frozen=True, slots=True)
class HelpLevel:
    """How well founded an intervention is, and what that means."""

    id: str
    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Help:
    """The interventions, what their levels mean (best founded first), and the cautions that go with them."""

    interventions: Mapping[str, Intervention] = field(default_factory=dict)
    levels: tuple[HelpLevel, ...] = ()
    cautions: tuple[Item, ...] = ()


NO_HELP = Help()
