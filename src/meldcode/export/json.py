"""The advice as JSON: stable, versioned, independent of the clock (the schema is in `docs/advice.schema.json`).

Written in ASCII, so that it is the same on every terminal and no character in it is active.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from meldcode.case.advice import Advice, Ignored, Reason
from meldcode.case.summary import Summary, labels
from meldcode.case.values import Value, plain
from meldcode.export.codes import code_of
from meldcode.protocol.language import Language
from meldcode.protocol.model import Protocol, Question, Source
from meldcode.text import say
from meldcode.text.answers import worded

FORMAT = 1

_ONE_LINE = json.JSONEncoder(separators=(",", ":"), check_circular=False)


def json_text(summary: Summary, language: Language) -> str:
    """Return the advice as indented JSON."""
    return json.dumps(as_json(summary, language), indent=1) + "\n"


def json_line(summary: Summary, language: Language, given: Mapping[str, object]) -> str:
    """Return the advice as one line, with the keys given before it (the `id` of a line of input)."""
    return _ONE_LINE.encode({**given, **as_json(summary, language)})


def json_cases(summaries: Iterable[Summary], language: Language, made: str) -> Iterator[str]:
    """Yield one JSON object with all cases in pieces, case by case, so that no memory is needed for all of them.

    `made` is when it was made. The shape is in `docs/export.schema.json`; a case is what `json_text` writes of it.
    """
    head = json.dumps({"format": FORMAT, "made": made, "language": language}, indent=1)
    yield head.removesuffix("\n}") + ',\n "cases": ['
    separator = "\n"
    for summary in summaries:
        yield separator + _ONE_LINE.encode(as_json(summary, language))
        separator = ",\n"
    yield "\n ]\n}\n"


def as_json(summary: Summary, language: Language) -> dict[str, object]:
    """Return the advice as the values that JSON can hold."""
    protocol, advice, facts = summary.protocol, summary.advice, summary.facts
    client = protocol.client_word(language)
    head: dict[str, object] = {
        "format": FORMAT,
        "complete": advice.complete,
        "next": advice.next,
        "missing": list(advice.missing),
        "waiting": list(advice.waiting),
        "ignored": [_ignored(protocol, each, language) for each in advice.ignored],
        "protocol": {
            "id": protocol.id,
            "version": protocol.version,
            "digest": protocol.digest,
            "overlays": [
                {"id": each.id, "version": each.version, "owner": each.owner, "digest": each.digest}
                for each in protocol.overlays
            ],
        },
        "route": advice.route,
        "municipality": facts.municipality or None,
        "region": {"id": facts.region.id, "name": facts.region.name} if facts.region else None,
        "advice": _advice(advice, language),
        "flags": [{"id": flag.id, "step": flag.step, "text": flag.text.to(language)} for flag in advice.flags],
        "steps": [
            {
                "id": record.step.id,
                "number": record.step.number or None,
                "title": record.step.title.to(language),
                "answers": [_answer(protocol, question, value, language, client) for question, value in record.answers],
            }
            for record in summary.steps
        ],
    }
    return head | (_case(summary) if facts.code else {})


def _answer(protocol: Protocol, question: Question, value: Value, language: Language, client: str) -> dict[str, object]:
    given = plain(value)
    answer: dict[str, object] = {
        "question": question.id,
        "ask": question.ask.to(language),
        "value": given,
        "label": worded(language, labels(protocol, question, language), given, client),
    }
    code = code_of(protocol, question.id)
    if code is None:
        return answer
    return answer | {"code": {"system": code.system, "code": code.code, "display": code.display}}


def _case(summary: Summary) -> dict[str, object]:
    facts = summary.facts
    return {
        "case": facts.code,
        "started": facts.started,
        "made": facts.made,
        "control": facts.control,
        "closed": summary.state.closed,
        "notes": [{"at": note.at, "text": note.text} for note in summary.notes],
        "rounds": [
            {
                "reason": earlier.reason,
                "level": earlier.level,
                "answers": {name: plain(value) for name, value in earlier.answers.items()},
            }
            for earlier in summary.state.rounds
        ],
    }


def _advice(advice: Advice, language: Language) -> dict[str, object]:
    return {
        "level": advice.level,
        "title": advice.text.title.to(language),
        "text": advice.text.text.to(language),
        "because": [_reason(reason, language) for reason in advice.reasons],
        "actions": [
            {"id": action.id, "kind": action.kind, "text": action.text.to(language)} for action in advice.actions
        ],
        "contacts": [
            {
                "id": contact.id,
                "name": contact.name.to(language),
                "phone": contact.phone or None,
                "hours": contact.hours,
                "verified": contact.verified or None,
            }
            for contact in advice.contacts
        ],
    }


def _reason(reason: Reason, language: Language) -> dict[str, object]:
    return {
        "rule": reason.rule.id,
        "level": reason.rule.level or None,
        "text": reason.rule.because.to(language),
        "answers": {name: plain(value) for name, value in reason.answers.items()},
        "source": _source(reason.source, language),
    }


def _source(source: Source, language: Language) -> dict[str, object]:
    return {
        "id": source.id,
        "title": source.title.to(language),
        "url": source.url or None,
        "verified": source.verified or None,
    }


def _ignored(protocol: Protocol, ignored: Ignored, language: Language) -> dict[str, object]:
    guard = protocol.lookup.guard(ignored.question, language) if ignored.guard else ""
    return {"question": ignored.question, "reason": say(language, f"answers.{ignored.reason}", guard=guard)}
