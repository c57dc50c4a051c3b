"""The invariants once more, asked of one set of answers at a time, and of the same answers with one of them changed."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from tests.prove.naive import ORDER, Naive

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from meldcode.protocol.model import Protocol
    from tests.prove.naive import Outcome

OVERLEG, MELDEN = (ORDER.index(level) for level in ("overleg", "melden"))


def harms(naive: Naive, answers: Mapping[str, Any]) -> set[str]:
    """Return the invariants that these answers show to be broken."""
    protocol = naive.protocol
    found = naive.evaluate(answers)
    return {
        *alone(protocol, naive, found),
        *(name for question in rising(protocol) for name in changed(protocol, naive, answers, question)),
        *(ended(naive, answers) if protocol.bound and "nee" in options(protocol, "direct_gevaar") else ()),
    }


def alone(protocol: Protocol, naive: Naive, found: Outcome) -> Iterator[str]:
    """Yield what one outcome shows by itself."""
    yield from weighed(found.live, found.level)
    silent = {name for name in rising(protocol) if name in found.reached and name not in found.live}
    if silent - ({"resultaat"} & set(found.waiting)) and found.height < OVERLEG:
        yield "I-05"
    if unsafe(protocol, found.live) and any(protocol.actions[name].informs for name in found.actions):
        yield "I-08"
    dates = {each.until for name in found.waiting if (each := protocol.questions[name].waits)}
    if (found.complete and found.gap) or dates - set(found.reached):
        yield "I-10"
    if "collega" in protocol.questions and found.complete and found.height < MELDEN:
        yield from ("I-07",) if alone_so_far(found) else ()
    if protocol.bound:
        yield from ("I-06",) if untold(found) else ()
        yield from on_the_home_route(protocol, naive, found) if found.route == "huiselijke_kring" else ()


def weighed(live: Mapping[str, Any], level: str) -> Iterator[str]:
    """Yield what the level shows."""
    least = [("I-01", {"direct_gevaar"}, "ja", "bel_112"), ("I-01", {"direct_gevaar"}, "onbekend", "overleg")]
    least += [("I-02", {"veiligheid"}, "ja", "melden"), ("I-05", {"vermoeden"}, "onbekend", "volgen")]
    least += [("I-05", {"veiligheid", "hulp", "acceptatie"}, "onbekend", "overleg")]
    if live.get("vermoeden") != "nee":
        least += [("I-03", {"hulp", "acceptatie", "resultaat"}, "nee", "melden")]
    for invariant, names, option, floor in least:
        if any(live.get(name) == option for name in names) and ORDER.index(level) < ORDER.index(floor):
            yield invariant


def alone_so_far(found: Outcome) -> bool:
    """Tell whether a suspicion remains that no colleague knows of, and nothing says so."""
    suspicion = found.live.get("vermoeden") in ("ja", "onbekend")
    return suspicion and found.live.get("collega") != "ja" and "collega_niet_geraadpleegd" not in found.flags


def untold(found: Outcome) -> bool:
    """Tell whether there is no talk, and nobody asks or says why."""
    held_back = found.live.get("gesprek") == "niet_gevoerd"
    return held_back and "gesprek_reden" not in found.reached and "gesprek_ontbreekt" not in found.flags


def on_the_home_route(protocol: Protocol, naive: Naive, found: Outcome) -> Iterator[str]:
    adult = naive.told("client_volwassen", found.live) == "ja"
    if adult and "kindcheck" in protocol.questions and "kindcheck" not in found.reached:
        yield "I-09"
    for number in range(1, 6):
        steps = [
            step for step in protocol.steps if step.number == number and step.route in ("alle", "huiselijke_kring")
        ]
        if steps and not any(name in found.reached for step in steps for name in step.questions):
            yield "I-06"


def unsafe(protocol: Protocol, live: Mapping[str, Any]) -> bool:
    """Tell whether informing the persons concerned can bring someone into danger."""
    ticked = [protocol.themes[name].talk_safe for name in live.get("thema", []) if name in protocol.themes]
    asked_first = "ja" in (live.get("vt_advies"), live.get("deskundige"))
    return (
        live.get("direct_gevaar") in ("ja", "onbekend")
        or live.get("gesprek_reden") == "veiligheid"
        or live.get("aankondiging") == "nee_veiligheid"
        or "nee" in ticked
        or ("na_overleg" in ticked and not asked_first)
    )


def changed(protocol: Protocol, naive: Naive, answers: Mapping[str, Any], question: str) -> Iterator[str]:
    """Yield what changing the answer to one question about danger shows."""
    names = options(protocol, question)
    found = {name: naive.evaluate({**answers, question: name}) for name in names}
    for safer, worse in combinations(names, 2):
        complete = found[safer].complete and found[worse].complete
        if complete and found[safer].height > found[worse].height:
            yield "I-04"
    if not names:
        return
    if question == "vermoeden" and {"ja", "onbekend"} <= set(names):
        yield from ("I-05",) if set(found["ja"].reached) - set(found["onbekend"].reached) else ()
    without = naive.evaluate({name: value for name, value in answers.items() if name != question})
    unsure = [without, *([found["onbekend"]] if "onbekend" in names[1:] else [])]
    if any(each.height < found[names[0]].height for each in unsure):
        yield "I-05"


def ended(naive: Naive, answers: Mapping[str, Any]) -> Iterator[str]:
    """Yield whether danger takes a question away that is asked without it."""
    calm = set(naive.evaluate({**answers, "direct_gevaar": "nee"}).reached)
    for option in options(naive.protocol, "direct_gevaar"):
        if calm - set(naive.evaluate({**answers, "direct_gevaar": option}).reached):
            yield "I-06"


def rising(protocol: Protocol) -> list[str]:
    return [question.id for question in protocol.questions.values() if question.rising]


def options(protocol: Protocol, name: str) -> list[str]:
    question = protocol.questions.get(name)
    return [option.id for option in question.options] if question else []
