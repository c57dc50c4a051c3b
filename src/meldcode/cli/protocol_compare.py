"""`meldcode protocol diff`: what two protocols say and advise differently, and whether the version number tells so."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import assert_never

from meldcode.case.values import Plain
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import written
from meldcode.cli.output import Voice
from meldcode.cli.protocol import in_words
from meldcode.cli.protocol_pairs import pairs_of
from meldcode.cli.subject import Subject
from meldcode.protocol.model import Protocol
from meldcode.protocol.sentence import sentence
from meldcode.protocol.textual import CONDITIONS, Added, Changed, Edit, Removed, edits
from meldcode.protocol.textual import Value as Said
from meldcode.prove.diagram import UnprovenError
from meldcode.prove.difference import COMPLETE, About, Difference, Situation, difference
from meldcode.prove.promise import STEPS, needed, promised
from meldcode.text import say
from meldcode.text.diff import amount, share
from meldcode.text.visible import one_line

LONG = 60
"""Characters of both sides from which a change takes a line for each."""


def diff(voice: Voice, old: str, new: str, form: str, folder: str) -> Exit:
    """Print what changed in words and in the advice; in a folder, an answers file for each example."""
    outcome = Exit.FINE
    for before, after in pairs_of(voice, old, new):
        found = Comparison(before, after)
        if form == "json":
            voice.out(json.dumps(_as_json(found), ensure_ascii=False, default=str, indent=1))
        else:
            for line in _lines(voice, found):
                voice.prose(line, quotes=False)
        _keep(voice, found, folder)
        if not found.fine:
            outcome = Exit.FINDINGS
    return outcome


# -- what is compared --------------------------------------------------------------------------------------------------


class Comparison:
    """Two protocols side by side: words, advice, and what their versions promise."""

    def __init__(self, old: Subject, new: Subject) -> None:
        """Compare all of it."""
        self.old, self.new = old.protocol, new.protocol
        self.sectors = old.sector, new.sector
        self.edits = edits(self.old, self.new)
        self.unproven: UnprovenError | None = None
        try:
            self.advice = difference(self.old, self.new)
        except UnprovenError as error:
            self.unproven, self.advice = error, Difference((), 0)
        except RecursionError:
            self.unproven, self.advice = UnprovenError("U03"), Difference((), 0)
        self.promised = promised(self.old, self.new)
        self.needed = needed(self.edits, self.advice.situations, self.old.actions)

    @property
    def fine(self) -> bool:
        """Whether all was compared, and the version promises no less than what changed."""
        return self.unproven is None and self.kept

    @property
    def kept(self) -> bool:
        """Whether the version promises enough, or nothing was promised."""
        return self.promised is None or STEPS.index(self.promised) >= STEPS.index(self.needed)


# -- in words ----------------------------------------------------------------------------------------------------------


def _lines(voice: Voice, found: Comparison) -> Iterator[str]:
    language = voice.language
    old, new = _version(found.old), _version(found.new)
    yield say(language, "diff.heading", old=f"{found.old.id} {old}", new=f"{found.new.id} {new}")
    yield from _edited(voice, found)
    yield from _advised(voice, found)
    if found.promised is not None:
        key = "diff.promise_kept" if found.kept else "diff.promise_broken"
        steps = {"promised": found.promised, "needed": found.needed}
        yield say(
            language, key, old=old, new=new, **{name: say(language, f"diff.{step}") for name, step in steps.items()}
        )


def _version(protocol: Protocol) -> str:
    return " + ".join([protocol.version, *(f"{each.id} {each.version}" for each in protocol.overlays)])


def _edited(voice: Voice, found: Comparison) -> Iterator[str]:
    language = voice.language
    if not found.edits:
        yield say(language, "diff.content_same")
        return
    yield say(language, "diff.content", amount=amount(language, len(found.edits)))
    for kind, group in groupby(found.edits, key=lambda edit: edit.kind):
        yield f"  {say(language, f'diff.kind_{kind}')}"
        for edit in group:
            yield from (f"    {line}" for line in _edit(voice, found, edit))


def _edit(voice: Voice, found: Comparison, edit: Edit) -> Iterator[str]:
    language = voice.language
    match edit:
        case Added():
            yield say(language, "diff.added", id=edit.id, text=one_line(edit.text.to(language)))
        case Removed():
            yield say(language, "diff.removed", id=edit.id, text=one_line(edit.text.to(language)))
        case Changed():
            name = ", ".join(filter(None, (edit.id, edit.key)))
            before, after = _said(voice, found.old, edit.before), _said(voice, found.new, edit.after)
            if len(before) + len(after) <= LONG:
                yield say(language, "diff.changed", name=name, before=before, after=after)
            else:
                yield say(language, "diff.changed_long", name=name)
                yield "    " + say(language, "diff.was", text=before)
                yield "    " + say(language, "diff.becomes", text=after)
        case _:
            assert_never(edit)


def _said(voice: Voice, protocol: Protocol, value: Said) -> str:
    if isinstance(value, CONDITIONS):
        return one_line(sentence(protocol, value, voice.language))
    if isinstance(value, bool):
        return say(voice.language, "diff.true" if value else "diff.false")
    if isinstance(value, tuple):
        return ", ".join(value) or say(voice.language, "diff.nothing")
    return say(voice.language, "diff.nothing") if value in (None, "") else one_line(str(value))


def _advised(voice: Voice, found: Comparison) -> Iterator[str]:
    language, situations = voice.language, found.advice.situations
    if found.unproven is not None:
        reason = say(language, f"proof.{found.unproven.code}", **found.unproven.values)
        yield say(language, "diff.advice_unproven", reason=reason)
    elif not situations:
        yield say(language, "diff.advice_same")
    else:
        paths = amount(language, found.advice.paths)
        yield say(language, "diff.advice", amount=amount(language, len(situations)), paths=paths)
        for number, situation in enumerate(situations, start=1):
            yield f"  {number}. {_situation(voice, found, situation)}"
            yield from (f"     {line}" for line in _example(voice, found, situation))


def _situation(voice: Voice, found: Comparison, situation: Situation) -> str:
    language = voice.language
    if not situation.paths:
        paths = say(language, "diff.unfinished")
    elif situation.about == COMPLETE:
        paths = say(language, "diff.paths_open", amount=amount(language, situation.paths))
    else:
        part = share(language, situation.paths, found.advice.paths)
        paths = say(language, "diff.paths", amount=amount(language, situation.paths), share=part)
    if situation.about in ("level", "route"):
        return say(language, f"diff.{situation.about}", before=situation.before, after=situation.after, paths=paths)
    turn, protocol = ("comes", found.new) if situation.after else ("goes", found.old)
    name = _named(voice, protocol, situation.about, situation.after or situation.before)
    return say(language, f"diff.{situation.about}_{turn}", name=name, paths=paths)


def _named(voice: Voice, protocol: Protocol, about: About, name: str) -> str:
    """Return the id of an action or a flag with its words."""
    texts = {flag.id: flag.text for flag in protocol.flags} if about == "flag" else {}
    if about == "action":
        texts = {action.id: action.text for action in protocol.actions.values()}
    return f"{name} (“{one_line(texts[name].to(voice.language))}”)" if name in texts else name


def _example(voice: Voice, found: Comparison, situation: Situation) -> Iterator[str]:
    old, new = _words(voice, found.old, situation.old), _words(voice, found.new, situation.new)
    if situation.old == situation.new:
        yield say(voice.language, "diff.example", answers=new)
    else:
        yield say(voice.language, "diff.example_old", answers=old)
        yield say(voice.language, "diff.example_new", answers=new)


def _words(voice: Voice, protocol: Protocol, answers: Mapping[str, Plain]) -> str:
    return "; ".join(in_words(voice, protocol, answers)) or say(voice.language, "diff.no_answers")


# -- as files ----------------------------------------------------------------------------------------------------------


def _as_json(found: Comparison) -> dict[str, object]:
    """Return the comparison as JSON can hold it; a condition stands as it is written in the code."""
    return {
        "format": 1,
        "old": _head(found.old),
        "new": _head(found.new),
        "content": [{"change": type(edit).__name__.lower(), **asdict(edit)} for edit in found.edits],
        "paths": found.advice.paths,
        "advice": [asdict(situation) for situation in found.advice.situations],
        "compared": found.unproven is None,
        "promised": found.promised,
        "needed": found.needed,
    }


def _head(protocol: Protocol) -> dict[str, object]:
    overlays = [{"id": each.id, "version": each.version} for each in protocol.overlays]
    return {"id": protocol.id, "version": protocol.version, "digest": protocol.digest, "overlays": overlays}


def _keep(voice: Voice, found: Comparison, folder: str) -> None:
    """Write the answers of every example as a file that `advise` takes: one, or where they differ one for each side."""
    situations: Sequence[Situation] = found.advice.situations
    if not folder:
        if situations:
            voice.note("author.keep_hint")
        return
    if not Path(folder).is_dir():
        raise CommandError(Exit.USAGE, "author.no_folder", path=folder)
    for number, situation in enumerate(situations, start=1):
        same = situation.old == situation.new
        sides = [("", 1, situation.new)] if same else [("-old", 0, situation.old), ("-new", 1, situation.new)]
        for suffix, side, answers in sides:
            content = json.dumps({"sector": found.sectors[side], "answers": answers}, ensure_ascii=False, indent=1)
            name = f"{found.sectors[1]}-{number}{suffix}.json"
            voice.note("cli.written", path=written(str(Path(folder) / name), f"{content}\n"))
