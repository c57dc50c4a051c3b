"""`meldcode protocol list`, `show` and `prove`: which protocols there are, what is in one, and whether it is safe."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter

from meldcode.case.answers import judged
from meldcode.case.summary import labels
from meldcode.case.values import Plain, plain
from meldcode.cli import local
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import written
from meldcode.cli.output import Voice
from meldcode.cli.subject import Subject, subjects_of
from meldcode.protocol import codec, library, overlay_file
from meldcode.protocol.diagnostics import Place, RefusedError
from meldcode.protocol.model import Protocol
from meldcode.protocol.overlay_file import OverlayFile
from meldcode.prove.proof import prove as proven
from meldcode.prove.report import Counterexample, Report
from meldcode.text import say
from meldcode.text.answers import worded


def list_all(voice: Voice) -> Exit:
    """Print every protocol with its version, and the overlays in the configuration folder."""
    for entry in library.sectors():
        voice.prose(f"{entry.id} {entry.version}: {entry.title.to(voice.language)}")
    files: list[OverlayFile] = []
    for path in local.configured():
        try:
            files.append(overlay_file.read(path))
        except RefusedError:
            voice.prose(say(voice.language, "author.list_broken", file=path))
            continue
        spec = files[-1].spec
        places = ", ".join(spec.municipalities) or say(voice.language, "author.everywhere")
        sectors = ", ".join(spec.extends)
        words = {"id": spec.overlay, "version": spec.version, "owner": spec.owner, "sectors": sectors, "places": places}
        voice.prose(say(voice.language, "author.list_overlay", **words))
    for file in local.older(files):
        voice.prose(say(voice.language, "author.list_versions", id=file.spec.overlay, file=file.name))
    return Exit.FINE


def show(voice: Voice, names: Sequence[str], form: str, *, resolved: bool, origin: bool, stack: bool) -> Exit:
    """Print what a protocol is, and with `resolved` all that is in it; as JSON it can be kept and compared."""
    for subject in subjects_of(voice, names, stack=stack):
        if form == "json":
            voice.out(codec.encode(subject.protocol))
            continue
        for line in _head(voice, subject.protocol):
            voice.prose(line)
        for line in _whole(voice, subject.protocol, origin=origin) if resolved else ():
            voice.prose(line)
    return Exit.FINE


def _head(voice: Voice, protocol: Protocol) -> Iterator[str]:
    yield f"{protocol.id} {protocol.version}: {protocol.title.to(voice.language)}"
    yield f"  {protocol.digest}"
    for each in protocol.overlays:
        words = {"owner": each.owner, "id": each.id, "version": each.version, "digest": each.digest}
        yield "  " + say(voice.language, "summary.overlay_line", **words)
    for change in protocol.changes:
        keys = ", ".join(change.keys)
        yield f"  {change.verb} {change.kind} {change.id} ({keys})  {_at(change.origin)}"


def _whole(voice: Voice, protocol: Protocol, *, origin: bool) -> Iterator[str]:
    language = voice.language

    def placed(line: str, place: Place) -> str:
        return f"{line}  [{_at(place)}]" if origin else line

    for step in protocol.steps:
        number = f"{step.number}. " if step.number else ""
        yield ""
        yield placed(f"{number}{step.title.to(language)} ({step.id}, {step.route})", step.origin)
        for name in step.questions:
            question = protocol.questions[name]
            options = ", ".join(option.id for option in question.options)
            lock = " *" if question.locked else ""
            yield placed(f"  {name}{lock}: {question.ask.to(language)} [{options or question.type}]", question.origin)
    yield ""
    for rule in protocol.rules:
        yield placed(f"{rule.id} → {rule.level or '-'}: {rule.because.to(language)}", rule.origin)
    for flag in protocol.flags:
        yield placed(f"! {flag.id}: {flag.text.to(language)}", flag.origin)
    for action in protocol.actions.values():
        yield placed(f"> {action.id}: {action.text.to(language)}", action.origin)
    for signal in (each for signals in protocol.signal_lists.values() for each in signals.signals):
        yield f"~ {signal.id}: {signal.text.to(language)}"
    for contact in protocol.contacts.values():
        yield f"@ {contact.id}: {contact.name.to(language)} {contact.phone}"


def _at(place: Place) -> str:
    return f"{place.file}:{place.line}"


def prove(voice: Voice, names: Sequence[str], folder: str, *, stack: bool) -> Exit:
    """Prove the invariants over every path of each subject; write the answers of counterexamples into a folder."""
    sound = True
    for subject in subjects_of(voice, names or library.sector_ids(), stack=stack):
        began = perf_counter()
        report = proven(subject.protocol, subject.base if subject.files else None)
        seconds = perf_counter() - began
        sound = sound and report.sound
        for line in _proof(voice, subject, report, seconds):
            voice.prose(line)
        _keep(voice, subject, report, folder)
    return Exit.FINE if sound else Exit.FINDINGS


def _proof(voice: Voice, subject: Subject, report: Report, seconds: float) -> Iterator[str]:
    language = voice.language
    key = "author.proven" if report.sound else "author.not_proven"
    paths = f"{report.paths:.2e}" if report.paths > 10**9 else str(report.paths)
    values = {"name": subject.name, "paths": paths, "states": report.states, "seconds": f"{seconds:.2f}"}
    yield say(language, key, **values)
    broken = {each.invariant for each in report.broken}
    undecided = {each.invariant: each for each in report.unproven}
    for name in report.checked:
        if name not in broken and name not in undecided:
            yield f"  {name}  {say(language, f'proof.{name}')}"
    for void in report.void:
        yield f"  {void.invariant}  {say(language, f'proof.{void.code}', **void.values)}"
    for name in report.by_construction:
        yield f"  {name}  {say(language, f'proof.{name}')} ({say(language, 'author.by_construction')})"
    for unproven in report.unproven:
        reason = say(language, f"proof.{unproven.code}", **unproven.values)
        yield f"  {unproven.invariant}  {say(language, 'author.undecided')} {reason}"
    for number, example in enumerate(report.broken, start=1):
        yield from _example(voice, subject, example, number)


def _example(voice: Voice, subject: Subject, example: Counterexample, number: int) -> Iterator[str]:
    language = voice.language
    yield ""
    asked = say(language, f"proof.{example.invariant}")
    yield f"  {number}. {example.invariant}  {say(language, 'author.broken')} {asked}"
    yield f"     {say(language, f'proof.{example.code}', **example.values)}"
    for place in _places(subject.protocol, example):
        yield f"     {_at(place)}"
    if example.answers:
        yield f"     {say(language, 'author.with_answers')}"
        yield from (f"       {line}" for line in in_words(voice, subject.protocol, example.answers))
    if example.other:
        yield f"     {say(language, 'author.beside')}"
        yield from (f"       {line}" for line in in_words(voice, subject.protocol, example.other))


def _places(protocol: Protocol, example: Counterexample) -> Iterator[Place]:
    """Yield where the elements involved stand, and after a rule where an overlay raised its level."""
    rules = {rule.origin: rule.id for rule in protocol.rules}
    for place in example.places:
        yield place
        for change in protocol.changes:
            if change.verb == "tighten" and rules.get(place) == change.id:
                yield change.origin


def in_words(voice: Voice, protocol: Protocol, answers: Mapping[str, Plain]) -> Iterator[str]:
    """Yield each answer as it would stand on a summary: the question's label and what was answered."""
    for name, given in answers.items():
        question = protocol.questions.get(name)
        if question is None:
            continue
        value = plain(judged(protocol, question, given))
        text = worded(voice.language, labels(protocol, question, voice.language), value)
        yield f"{question.label.to(voice.language)}: {text}"


def _keep(voice: Voice, subject: Subject, report: Report, folder: str) -> None:
    if not folder:
        if report.broken:
            voice.note("author.keep_hint")
        return
    if not Path(folder).is_dir():
        raise CommandError(Exit.USAGE, "author.no_folder", path=folder)
    for number, example in enumerate(report.broken, start=1):
        for suffix, answers in (("", example.answers), ("-b", example.other)):
            if answers:
                content = json.dumps({"sector": subject.sector, "answers": answers}, ensure_ascii=False, indent=1)
                name = f"{subject.sector}-{example.invariant}-{number}{suffix}.json"
                voice.note("cli.written", path=written(str(Path(folder) / name), f"{content}\n"))
