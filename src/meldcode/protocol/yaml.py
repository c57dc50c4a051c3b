"""The strict loader: a small subset of YAML, read from the parser's events, every scalar a text with its place.

PyYAML's composers and constructors are never used: they turn `12:30` into 750, keep the last of two equal keys and
crash the process on deep nesting. Limits: 1 MiB, 16 levels, 20,000 nodes, 20,000 characters a text.

Events come from libyaml where PyYAML was built with it (four times as fast), else from its own parser. Both give the
same tree; what exactly is a syntax error, and where, differs in corners such as a tab before a comment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from meldcode.protocol.diagnostics import Finding, Place, RefusedError

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 16
MAX_NODES = 20_000
MAX_TEXT = 20_000

TEXT_FIELDS = frozenset(
    (
        *("title", "purpose", "guidance", "meanwhile", "ask", "label", "help", "why", "text", "because", "term"),
        *("note", "hint", "for_whom", "decides", "intro", "story", "unverified", "name", "who", "use", "channel"),
        *("article", "what", "refer", "judged_by", "form", "careful", "notice", "length", "accredited", "price"),
        *("where", "our_part"),
    )
)
"""Keys whose value is a text for people; only these can be translated."""

TEXT_MAPS = frozenset(
    ("options", "hints", "examples", "tasks", "at_hand", "roles", "terms", "cautions", "goals", "discussion")
)
"""Keys whose value is a mapping of ids to texts for people."""

_EVENTS = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# A line break in the file never reaches these: lines are split first, and YAML makes every one a line feed.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as it stands in the file, with its English where a translation gave one."""

    value: str
    place: Place
    english: str | None = None


@dataclass(frozen=True, slots=True)
class Seq:
    """A list of nodes."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping of keys to nodes; `keys` tells where each key stands."""

    entries: dict[str, "Node"]
    keys: dict[str, Place]
    place: Place


Node = Scalar | Seq | Map


def parse(data: bytes, file: str) -> Node:
    """Return the node tree of one document.

    Raises `RefusedError` with every finding of the file (a syntax error ends the reading where it stands).
    """
    return _Reader(file).read(data)


def lines_of(data: bytes) -> tuple[str, ...]:
    """Return the lines of a file that `parse` has read."""
    return tuple(_lines(data.decode("utf-8-sig")))


class _Mark(Protocol):
    """A place as PyYAML and libyaml tell it, from 0."""

    line: int
    column: int


class _StopError(Exception):
    """Reading on makes no sense: the finding that was just added says why."""


@dataclass(slots=True)
class _Reader:
    file: str
    lines: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    nodes: int = 0

    def read(self, data: bytes) -> Node:
        node: Node | None = None
        try:
            text = self._decode(data)
            self._characters()
            self._directives()
            node = self._document(text)
        except _StopError:
            pass
        if self.findings or node is None:
            raise RefusedError(self.findings)
        return node

    def _find(self, code: str, line: int, column: int, **values: str) -> None:
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        self.findings.append(Finding(code, Place(self.file, line, column), values, excerpt))

    def _stop(self, code: str, line: int, column: int, **values: str) -> "_StopError":
        self._find(code, line, column, **values)
        return _StopError()

    def _at(self, mark: _Mark | None) -> tuple[int, int]:
        """Return line and column from 1; what libyaml places behind the last line stands at its end."""
        assert mark is not None  # both parsers give every event one, and every error that has a place
        if mark.line < len(self.lines):
            return mark.line + 1, mark.column + 1
        return len(self.lines), len(self.lines[-1]) + 1

    def _decode(self, data: bytes) -> str:
        if len(data) > MAX_BYTES:
            raise self._stop("Y02", 1, 1, size=str(len(data)), limit=str(MAX_BYTES))
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = _lines(error.object[: error.start].decode())
            raise self._stop("Y01", len(before), len(before[-1]) + 1) from None
        self.lines = _lines(text)
        return text

    def _characters(self) -> None:
        for code, pattern in (("Y13", _CONTROL), ("Y14", _INVISIBLE)):
            for number, line in enumerate(self.lines, start=1):
                for match in pattern.finditer(line):
                    self._find(code, number, match.start() + 1, character=f"U+{ord(match.group()):04X}")
        if self.findings:
            raise _StopError

    def _directives(self) -> None:
        """Refuse directives, which can only stand before anything else; PyYAML passes over those it does not know."""
        for number, line in enumerate(self.lines, start=1):
            if line.startswith("%"):
                raise self._stop("Y08", number, 1)
            if line.strip() and not line.lstrip().startswith("#"):
                return

    def _document(self, text: str) -> Node:
        try:
            return self._walk(yaml.parse(text, Loader=_EVENTS))
        except yaml.MarkedYAMLError as error:
            raise self._stop("Y03", *self._at(error.problem_mark), problem=error.problem or "") from None
        except (yaml.YAMLError, ValueError, OverflowError):  # PyYAML's own parser on the escape "\U00110000"
            raise self._stop("Y03", 1, 1, problem="") from None

    def _walk(self, events: Iterator[yaml.Event]) -> Node:
        node: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise self._stop("Y09", *self._at(event.start_mark))
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, events, depth=1, key="")
        if node is None:
            raise self._stop("Y16", 1, 1)
        return node

    def _node(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], *, depth: int, key: str) -> Node:
        line, column = self._at(event.start_mark)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self._stop("Y11", line, column, limit=str(MAX_NODES))
        if depth > MAX_DEPTH:
            raise self._stop("Y10", line, column, limit=str(MAX_DEPTH))
        if isinstance(event, yaml.AliasEvent):
            raise self._stop("Y05", line, column, name=f"*{event.anchor}")
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        if event.anchor:
            self._find("Y05", line, column, name=f"&{event.anchor}")
        if event.tag:
            self._find("Y07", line, column, name=str(event.tag))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, key)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._seq(events, Place(self.file, line, column), depth, key)
        return self._map(events, Place(self.file, line, column), depth, texts=key in TEXT_MAPS)

    def _scalar(self, event: yaml.ScalarEvent, key: str) -> Scalar:
        line, column = self._at(event.start_mark)
        if len(event.value) > MAX_TEXT:
            self._find("Y12", line, column, limit=str(MAX_TEXT))
        for code, pattern in (("Y13", _CONTROL), ("Y14", _INVISIBLE)):
            if match := pattern.search(event.value):  # written as an escape inside quotes
                self._find(code, line, column, character=f"U+{ord(match.group()):04X}")
        if not event.style and key:
            end, after = self._at(event.end_mark)
            if re.match(r"\s+#", self.lines[end - 1][after - 1 :]):
                self._find("Y15", end, after, key=key)
        return Scalar(event.value, Place(self.file, line, column))

    def _seq(self, events: Iterator[yaml.Event], place: Place, depth: int, key: str) -> Seq:
        items: list[Node] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            assert isinstance(event, yaml.NodeEvent)
            items.append(self._node(event, events, depth=depth + 1, key=key))
        return Seq(tuple(items), place)

    def _map(self, events: Iterator[yaml.Event], place: Place, depth: int, *, texts: bool = False) -> Map:
        entries: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            line, column = self._at(event.start_mark)
            if not isinstance(event, yaml.ScalarEvent):
                raise self._stop("Y17", line, column)
            name = self._node(event, events, depth=depth + 1, key="")
            assert isinstance(name, Scalar)
            if name.value == "<<":
                self._find("Y06", line, column)
            elif name.value.startswith("@"):  # kept for the loader's own use
                self._find("Y17", line, column)
            following = next(events)
            assert isinstance(following, yaml.NodeEvent)
            is_text = texts or name.value in TEXT_FIELDS or name.value in TEXT_MAPS
            value = self._node(following, events, depth=depth + 1, key=name.value if is_text else "")
            if name.value in entries:
                self._find("Y04", line, column, key=name.value, first=str(keys[name.value].line))
            else:
                entries[name.value] = value
                keys[name.value] = Place(self.file, line, column)
        return Map(entries, keys, place)


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)


def plain(node: Node) -> object:
    """Return the tree as dictionaries, lists and texts (for answers files, whose values are judged elsewhere)."""
    match node:
        case Scalar():
            return node.value
        case Seq():
            return [plain(item) for item in node.items]
        case Map():
            return {key: plain(value) for key, value in node.entries.items()}
