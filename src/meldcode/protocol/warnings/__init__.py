"""What is accepted and still asks for a look: findings with a W code, each by one pure function."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from datetime import date

from meldcode.protocol import said
from meldcode.protocol.diagnostics import Finding
from meldcode.protocol.model import Protocol
from meldcode.protocol.overlay_schema import OverlaySpec
from meldcode.protocol.warnings import claims, dates, questions, texts, unused, weaker


def of_overlay(
    spec: OverlaySpec, protocol: Protocol, known: Collection[str], fired: AbstractSet[str], today: date
) -> list[Finding]:
    """Return the warnings about an overlay that was laid over a protocol, in the order of the file.

    `protocol` is what it makes together with what it builds on, `known` are the names of all municipalities, `fired`
    the rules that the scenarios let fire. Only what the overlay itself says is judged.
    """
    words, asked = tuple(said.in_element(spec)), tuple(questions.in_overlay(spec))
    found = [
        *questions.unexplained(asked),
        *questions.identifying(asked),
        *questions.like_fixed(asked, protocol),
        *questions.mislabelled(asked),
        *texts.untranslated(words),
        *texts.hard(words),
        *texts.open_places(words),
        *texts.to_be_read(words, spec, {each.id for each in protocol.changes if each.verb == "add"}),
        *dates.review(spec.reviewed.before if spec.reviewed else "", spec.place, today),
        *dates.far(*((spec.reviewed.before, spec.reviewed.date) if spec.reviewed else ("", "")), spec.place),
        *dates.future(spec.reviewed.date if spec.reviewed else "", spec.place, today),
        *dates.contacts(spec, today),
        *dates.base(spec, protocol),
        *dates.municipalities(spec, known),
        *unused.options(protocol, {spec.place.file}),
        *unused.in_overlay(spec, protocol),
        *claims.judged(spec),
        *texts.one_sided(words),
        *weaker.hidden(spec, protocol),
        *weaker.light(spec),
        *weaker.contacts(spec, protocol),
        *unused.untried(unused.rules_of(spec), fired),
    ]
    return sorted(found, key=lambda finding: (finding.place, finding.code))


def of_protocol(protocol: Protocol, fired: AbstractSet[str], today: date) -> list[Finding]:
    """Return the warnings about a protocol as it is shipped; `fired` are the rules that its scenarios let fire."""
    words, asked = tuple(said.in_protocol(protocol)), tuple(questions.in_protocol(protocol))
    files = {question.origin.file for question in protocol.questions.values()}
    found = [
        *questions.unexplained(asked),
        *questions.identifying(asked),
        *texts.untranslated(words),
        *texts.hard(words),
        *texts.open_places(words),
        *dates.review(protocol.review_before, said.head(protocol), today),
        *dates.far(protocol.review_before, protocol.reviewed, said.head(protocol)),
        *dates.contacts_of(protocol, today),
        *unused.options(protocol, files),
        *unused.in_protocol(protocol),
        *unused.untried(((rule.id, rule.origin) for rule in protocol.rules), fired),
    ]
    return sorted(found, key=lambda finding: (finding.place, finding.code))
