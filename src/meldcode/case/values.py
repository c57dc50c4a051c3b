"""What an answer can be, and how it is written in an event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

UNBORN = "ongeboren"

HOW = ("gezien", "verteld", "van_ander")
"""How one knows of a signal: saw or heard it oneself, was told by the person concerned, heard it from someone else."""

SECOND_HAND = HOW[2]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the case, by role and never by name; `age` in years, `ongeboren`, or None when not known."""

    role: str
    age: int | str | None = None
    client: bool = False


@dataclass(frozen=True, slots=True)
class Observation:
    """A signal that was recorded: what was seen or heard, how one knows (one of `HOW`, or empty), and when.

    Apart from that what it may mean.
    """

    signal: str
    seen: str = ""
    how: str = ""
    on: str = ""
    meaning: str = ""


Value = str | int | tuple[str, ...] | tuple[Person, ...] | tuple[Observation, ...]

Plain = str | int | Sequence[str] | Sequence[Mapping[str, str | int]]


def plain(value: Value) -> Plain:
    """Return the value as JSON can hold it; the answers file writes it the same way."""
    if isinstance(value, tuple):
        return [_plain_item(item) for item in value]  # type: ignore[return-value]
    return value


def _plain_item(item: str | Person | Observation) -> str | dict[str, str | int]:
    match item:
        case str():
            return item
        case Person():
            person: dict[str, str | int] = {"role": item.role}
            if item.age is not None:
                person["age"] = item.age
            return person | ({"client": "ja"} if item.client else {})
        case Observation():
            parts: dict[str, str | int] = {"seen": item.seen, "how": item.how, "on": item.on, "meaning": item.meaning}
            observation: dict[str, str | int] = {"signal": item.signal}
            return observation | {name: text for name, text in parts.items() if text}
        case _:
            assert_never(item)
