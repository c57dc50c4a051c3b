"""A row for every event of a case, for the import into an official file (INP-15).

Separator `;`, every cell in quotes, UTF-8 with byte order mark, lines ending in CR LF: a Dutch spreadsheet opens it as
it is. No cell begins as a formula, also where a spreadsheet splits on another separator or loses count of the quotes:
an apostrophe stands before what could begin one. Nothing is left out of a text.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from meldcode.case.events import Answered, to_body
from meldcode.case.summary import Summary, labels
from meldcode.case.trail import Entry, Standing, Trail, standings
from meldcode.case.values import Plain
from meldcode.export.codes import code_of
from meldcode.protocol.language import Language
from meldcode.protocol.model import Protocol, Question
from meldcode.text.answers import worded
from meldcode.text.visible import visible

COLUMNS = (
    "case",
    "record",
    "at",
    "who",
    "event",
    "counts",
    "step",
    "question",
    "label",
    "value",
    "text",
    "code",
    "protocol",
    "version",
    "digest",
    "control",
)
MARK = "\ufeff"
"""The byte order mark: without it a spreadsheet reads UTF-8 as something else."""

_FORMULA = re.compile(r"""((?:^|[;,|:"'\n])\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212])""")
_FIRST = re.compile(r"^(?=\s)")
_LAST = re.compile(r"([;,|:\n]\s*)\Z")
"""A separator at the end: the quote that closes the cell would begin another one, which would swallow the next line."""
_HARMLESS = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9 ._-]|:(?=[A-Za-z0-9])|\+(?=[0-9]))*)?")
"""What ids, codes, numbers and times look like: most cells, so that they need no further look."""

_TEXTS = ("text", "reason")
"""Keys of an event that hold what a person typed."""


def csv_lines(summaries: Iterable[Summary], language: Language) -> Iterator[str]:
    """Yield the lines of the file, case by case; each summary has its trail."""
    yield MARK + line(COLUMNS)
    for summary in summaries:
        yield from (line(row) for row in rows(summary, language))


def rows(summary: Summary, language: Language) -> Iterator[tuple[str, ...]]:
    """Yield a row for each record of a case, as texts that are not yet made harmless."""
    trail = summary.trail or Trail(())
    writer = _Writer(summary, language, standings(trail, summary.state))
    for entry in trail.entries:
        cells = writer.cells(entry)
        yield tuple(cells.get(name, "") for name in COLUMNS)


class _Writer:
    def __init__(self, summary: Summary, language: Language, counts: Mapping[int, Standing]) -> None:
        self.language, self.counts = language, counts
        self.protocol = summary.protocol
        self.protocols = summary.protocols
        self.steps = {name: step.id for step in summary.protocol.steps for name in step.questions}
        self.case = {
            "case": summary.facts.code,
            "protocol": summary.protocol.id,
            "version": summary.protocol.version,
            "digest": summary.protocol.digest,
        }

    def cells(self, entry: Entry) -> dict[str, str]:
        body = to_body(entry.event)
        cells = self.case | {
            "record": str(entry.number),
            "at": entry.at.isoformat(timespec="seconds"),
            "who": entry.who,
            "event": str(body["event"]),
            "control": entry.control,
        }
        if "question" in body:
            return cells | self._question(entry, str(body["question"]))
        typed = next((str(body[key]) for key in _TEXTS if key in body), "")
        rest = {key: value for key, value in body.items() if key not in ("event", *_TEXTS) and value}
        return cells | {"text": typed, "value": _compact(rest) if rest else ""}

    def _question(self, entry: Entry, name: str) -> dict[str, str]:
        cells = {"question": name, "step": self.steps.get(name, "")}
        protocol = next((each for each in self.protocols if name in each.questions), None)
        if protocol is None:
            return cells
        question = protocol.questions[name]
        code = code_of(protocol, name)
        cells |= {"label": question.label.to(self.language), "code": code.code if code else ""}
        if not isinstance(entry.event, Answered):
            return cells
        standing = self.counts.get(entry.number, "not")
        cells["counts"] = standing
        return cells if standing == "not" else cells | self._answer(protocol, question, entry.event.value)

    def _answer(self, protocol: Protocol, question: Question, value: Plain) -> dict[str, str]:
        words = worded(
            self.language, labels(protocol, question, self.language), value, protocol.client_word(self.language)
        )
        return {"value": "" if question.type == "text" else _compact(value), "text": words}


def _compact(value: object) -> str:
    if isinstance(value, str | int):
        return str(value)
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def line(cells: Iterable[str]) -> str:
    """Return cells as a line of such a file, made harmless."""
    return ";".join(f'"{harmless(cell)}"' for cell in cells) + "\r\n"


def harmless(text: str) -> str:
    """Return a text as it stands in a cell between quotes: quotes doubled, no formula at any place it could be cut."""
    if _HARMLESS.fullmatch(text):
        return text
    doubled = visible(text).replace('"', '""')
    return _LAST.sub(r"\1'", _FORMULA.sub(r"\1'", _FIRST.sub("'", doubled)))
