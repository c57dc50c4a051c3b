"""An example of a code: what is wrong, how it is right, and what the sentence about it is filled in with."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Example:
    """Part of a file that is wrong, the same repaired, and the values of the finding.

    Where a fault is no text that can be shown (a file that is too large), both are empty.
    """

    wrong: str = ""
    right: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
