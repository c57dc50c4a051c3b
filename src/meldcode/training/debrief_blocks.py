"""What a debrief is made of once it is worded: the same for a terminal and a page, so that both say the same."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; a `warning` stands out."""

    text: str
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """How many of a total; `mark` says in words what the row is, and `said` the numbers; a `fitting` row is filled."""

    label: str
    count: int
    total: int
    said: str
    mark: str = ""
    fitting: bool = True


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars under a title; `head` names the columns label and number; `notes` stand below."""

    title: str
    head: tuple[str, str]
    rows: tuple[Bar, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first cell of a row names it."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """A choice on the reference path: how many were still on it, and where the others went (label, number, words)."""

    label: str
    option: str
    still: int
    said: str
    branches: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """The reference path from top to bottom with what branches off; `head` names place, number and branches."""

    title: str
    head: tuple[str, str, str]
    stops: tuple[Stop, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A median with its quartiles; `cells` are the same in words."""

    label: str
    low: float
    median: float
    high: float
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dots:
    """A dot plot; `head` names the label, the plot and the cells."""

    title: str
    head: tuple[str, ...]
    rows: tuple[Dot, ...]
    notes: tuple[str, ...] = ()


Block = Prose | Items | Bars | Grid | Tree | Dots


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the debrief; `id` is the same in every language."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """All about one exercise, or about several together."""

    id: str
    title: str
    chapters: tuple[Chapter, ...]
