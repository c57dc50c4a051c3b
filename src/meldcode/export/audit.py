"""The audit trail of a case: who did what and when, record by record, and what a check of them noticed.

It tells which question was answered, not what was answered: what counts stands in the summary itself, and what lapsed
is exported nowhere. Times are those that the clock gave, with their offset; the order is that of the records.
"""

from collections.abc import Iterator

from meldcode.case.events import HandedOver, Opened, to_body
from meldcode.case.summary import Summary
from meldcode.case.trail import Entry, Remark, Trail
from meldcode.protocol.language import Language
from meldcode.text import say
from meldcode.text.trail import TEXTS
from meldcode.text.visible import one_line


def audit(summary: Summary, language: Language) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return what is to be said about the whole, and a label with what happened for each record.

    Both are empty where the trail was not asked for.
    """
    if summary.trail is None:
        return (), ()
    writer = _Writer(summary, summary.trail, language)
    return tuple(writer.notices()), tuple(writer.records())


class _Writer:
    def __init__(self, summary: Summary, trail: Trail, language: Language) -> None:
        self.summary, self.trail, self.language = summary, trail, language
        self.protocols = summary.protocols

    def notices(self) -> Iterator[str]:
        yield self._say("intro", code=self.summary.facts.code)
        if not self.trail.remarks:
            yield self._say("whole", count=len(self.trail.entries))
        there = {str(entry.number) for entry in self.trail.entries}
        yield from (self._remark(each) for each in self.trail.remarks if each.values.get("seq") not in there)

    def records(self) -> Iterator[tuple[str, str]]:
        for entry, again in self.trail.answered_before():
            label = self._say("record", number=entry.number, at=_moment(entry), who=one_line(entry.who))
            seen = [self._remark(each) for each in self.trail.remarks if each.values.get("seq") == str(entry.number)]
            control = self._say("control", control=entry.control)
            yield label, "; ".join([self._event(entry, again=again), control, *seen])

    def _event(self, entry: Entry, *, again: bool) -> str:
        body = {name: one_line(str(value)) for name, value in to_body(entry.event).items()}
        if "question" in body:
            body["question"] = self._label(body["question"])
        match entry.event:
            case Opened(how=how):
                name = f"opened.{how}" if how in ("show", "resume") else "opened.other"
            case HandedOver(kind=kind):
                name = f"handedover.{kind}"
            case _:
                name = "changed" if again else body["event"]
        known = name if f"event.{name}" in TEXTS else "other"
        return say(self.language, f"trail.event.{known}", **body)

    def _remark(self, remark: Remark) -> str:
        return self._say("remark", text=say(self.language, f"vault.{remark.code}", **remark.values))

    def _label(self, name: str) -> str:
        found = (each.questions[name] for each in self.protocols if name in each.questions)
        question = next(found, None)
        return name if question is None else question.label.to(self.language)

    def _say(self, name: str, **values: object) -> str:
        return say(self.language, f"trail.{name}", **values)


def _moment(entry: Entry) -> str:
    return entry.at.isoformat(sep=" ", timespec="seconds")
