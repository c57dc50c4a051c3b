"""Before going on with a case: a newer protocol is offered, with what it would change."""

from collections.abc import Iterator, Sequence

from meldcode.case.renewal import Difference
from meldcode.case.state import State
from meldcode.protocol.model import Protocol
from meldcode.wizard.prompter import Choose, Chosen, Command, Option, Page
from meldcode.wizard.talk import Talk

NEW, OLD = "new", "old"
KEYS = (Command.EXPLAIN, Command.PAUSE, Command.EMERGENCY, Command.LEAVE)


def takes_over(talk: Talk, state: State, newer: Protocol, found: Difference) -> bool:
    """Ask whether a case goes on with the newer protocol or with its own; which answers stay is in the explanation."""
    say, old = talk.wording.say, talk.wording.protocol
    body = [_versions(talk, newer), "", *_advice(talk, newer, state, found)]
    for key, protocol, names in (
        ("lapse", old, found.lapse),
        ("reworded", newer, found.reworded),
        ("asked", newer, found.asked),
    ):
        if names:
            body += ["", say(f"renew_{key}"), *_labels(talk, protocol, names)]
    body += ["", say("renew_stay", amount=len(found.stay))]
    options = (Option(NEW, say("renew_new")), Option(OLD, say("renew_old")))
    page = Page("vernieuwing", say("renew"), Choose(options), talk.wording.head(), tuple(body), "", KEYS)
    reply = talk.ask(page, (say("renew_why"), "", say("renew_staying"), *_labels(talk, newer, found.stay)))
    return isinstance(reply, Chosen) and reply.ids == (NEW,)


def _labels(talk: Talk, protocol: Protocol, names: Sequence[str]) -> Iterator[str]:
    yield from (f"- {protocol.questions[name].label.to(talk.wording.language)}" for name in names)


def _versions(talk: Talk, newer: Protocol) -> str:
    old = talk.wording.protocol
    text = talk.wording.say("renew_versions", old=_version(old), new=_version(newer))
    return text if _version(old) != _version(newer) else talk.wording.say("renew_changed", version=_version(old))


def _version(protocol: Protocol) -> str:
    """Return the version with those of the local adaptations."""
    return ", ".join([protocol.version, *(f"{each.id} {each.version}" for each in protocol.overlays)])


def _advice(talk: Talk, newer: Protocol, state: State, found: Difference) -> Iterator[str]:
    wording, route = talk.wording, state.path.route
    before = wording.protocol.level_text(found.before, route).title.to(wording.language)
    after = newer.level_text(found.after, route).title.to(wording.language)
    if found.before == found.after:
        yield wording.say("renew_same", level=after)
        return
    yield wording.say("renew_advice", before=before, after=after)
    if found.lower:
        yield wording.say("renew_lower")
