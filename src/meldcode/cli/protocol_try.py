"""`meldcode protocol test` and `walk`: what a protocol makes of worked cases, and of random answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from meldcode.case.advice import advise
from meldcode.case.answers import AnswerError, judged
from meldcode.case.random_walk import walks
from meldcode.case.scenario import PARTS, Deviation, Outcome, Tally, changes, everything, rounds, tried, weaker
from meldcode.case.values import Value
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.cli.progress import progress
from meldcode.cli.subject import Subject, is_file, scenarios_of, subjects_of, tried_on
from meldcode.protocol import library, scenario_file
from meldcode.protocol.diagnostics import Place, nearest
from meldcode.protocol.model import LEVELS
from meldcode.text import say
from meldcode.text.findings import cause
from meldcode.training.exercise import protocol_of

# -- test --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Trial:
    """The scenarios of a subject that were tried: of its sector without and with the overlay, and its own."""

    before: tuple[Outcome, ...]
    after: tuple[Outcome, ...]
    own: tuple[Outcome, ...]

    @property
    def wrong(self) -> list[Outcome]:
        """Those that do not give what they expect; an overlay may change what its sector's scenarios give."""
        return [outcome for outcome in (*self.before, *self.own) if outcome.deviations()]

    @property
    def weaker(self) -> list[Outcome]:
        """Those of the sector that give less with the overlay than without."""
        return [after for before, after in zip(self.before, self.after, strict=True) if weaker(before, after)]


def test(voice: Voice, names: Sequence[str], *, stack: bool) -> Exit:
    """Try the scenarios of each subject; an overlay's own stand in `scenarios` beside it.

    A scenario or exercise that is named is tried by itself, an exercise with its new facts too.
    """
    scenarios, others = scenarios_of(voice, names)
    own = [spec for name in others if is_file(name) for spec in scenario_file.beside(Path(name))]
    alone = [_by_itself(voice, path) for path in scenarios]
    fine = all(alone)
    subjects = subjects_of(voice, others if names else library.sector_ids(), stack=stack)
    for subject in subjects:
        shared = scenario_file.of_sector(subject.sector)
        mine = [spec for spec in own if spec.sector == subject.sector] if subject.files else []
        before = tuple(tried(subject.base, spec) for spec in shared)
        after = tuple(tried(subject.protocol, spec) for spec in shared) if subject.files else before
        trial = _Trial(before, after, own=tuple(tried(subject.protocol, spec) for spec in mine))
        fine = fine and not trial.wrong and not trial.weaker
        for line in _tested(voice, subject, trial):
            voice.prose(line, quotes=False)
    sectors = {subject.sector for subject in subjects if subject.files}
    foreign = [spec for spec in own if spec.sector not in sectors]
    for spec in foreign:
        voice.prose(say(voice.language, "walk.foreign", place=_at(spec.place), sector=spec.sector))
    return Exit.FINE if fine and not foreign else Exit.FINDINGS


def _by_itself(voice: Voice, path: Path) -> bool:
    """Try one scenario file; return whether it gives what it expects in each round."""
    spec = scenario_file.read(path)
    protocol = tried_on(path, spec.sector)
    outcomes = rounds(protocol or protocol_of(spec), spec)
    wrong = [outcome for outcome in outcomes if outcome.deviations()]
    head = say(voice.language, "walk.tested_file", name=path.as_posix(), rounds=len(outcomes), wrong=len(wrong))
    for line in (head, *(line for each in wrong for line in _outcome(voice, each, each.deviations()))):
        voice.prose(line, quotes=False)
    return not wrong


def _tested(voice: Voice, subject: Subject, trial: _Trial) -> Iterator[str]:
    language = voice.language
    outcomes = (*trial.before, *trial.own)
    if not outcomes:
        yield say(language, "walk.no_scenarios", name=subject.name)
        return
    yield say(language, "walk.tested", name=subject.name, amount=len(outcomes), wrong=len(trial.wrong))
    for outcome in trial.wrong:
        yield from _outcome(voice, outcome, outcome.deviations())
    if subject.files:
        yield from _because_of_overlay(voice, subject, trial)
    tally = Tally(subject.protocol)
    for outcome in (*trial.after, *trial.own):
        tally.add(outcome.advice, outcome.live)
    yield from _coverage(voice, tally)


def _because_of_overlay(voice: Voice, subject: Subject, trial: _Trial) -> Iterator[str]:
    pairs = zip(trial.before, trial.after, strict=True)
    changed = [(before, after, found) for before, after in pairs if (found := changes(before, after))]
    key = "walk.overlay_changes" if changed else "walk.overlay_same"
    yield "  " + say(voice.language, key, sector=subject.sector)
    for before, after, found in changed:
        yield from _outcome(voice, after, found, "turned")
        if weaker(before, after):
            yield f"      {say(voice.language, 'walk.weaker')}"


def _outcome(voice: Voice, outcome: Outcome, deviations: Iterable[Deviation], how: str = "") -> Iterator[str]:
    place = _at(outcome.scenario.place)
    yield "  " + say(voice.language, "walk.wrong", place=place, scenario=outcome.scenario.scenario)
    for each in deviations:
        part = say(voice.language, f"walk.{each.part}")
        got, wanted = (_named(voice, each.part, names) for names in (each.got, each.wanted))
        yield "      " + say(voice.language, f"walk.{how or each.how}", part=part, got=got, wanted=wanted)


def _named(voice: Voice, part: str, names: Sequence[str]) -> str:
    if part == "complete":
        return ", ".join(say(voice.language, f"walk.{name}") for name in names)
    return ", ".join(names) or say(voice.language, "walk.nothing")


def _coverage(voice: Voice, tally: Tally) -> Iterator[str]:
    language = voice.language
    totals = {part: len(names) for part, names in everything(tally.protocol).items()}
    never = {part: tally.never(part) for part in PARTS}
    said = (
        say(language, "walk.coverage", seen=total - len(never[part]), all=total, part=say(language, f"walk.{part}"))
        for part, total in totals.items()
    )
    yield "  " + say(language, "walk.covers" if any(never.values()) else "walk.covered", all=", ".join(said))
    for part, names in never.items():
        if names:
            yield "  " + say(language, "walk.never", part=say(language, f"walk.{part}"), names=", ".join(names))


def _at(place: Place) -> str:
    return f"{place.file}:{place.line}"


# -- walk --------------------------------------------------------------------------------------------------------------


def walk(voice: Voice, name: str, amount: int, seed: int, given: Sequence[str]) -> Exit:
    """Walk through each subject with random answers and print how often each level, route, flag and rule came out."""
    for subject in subjects_of(voice, [name]):
        fixed = fixed_answers(voice, subject, given)
        tally, asked = Tally(subject.protocol), dict.fromkeys(fixed, 0)
        drawn = walks(subject.protocol, Random(seed), fixed)  # noqa: S311 - a sample, no secret
        with progress(voice, amount) as bar:
            for number, state in enumerate(islice(drawn, amount)):
                bar.at(number)
                tally.add(advise(subject.protocol, state), state.answers)
                for question in fixed.keys() & state.answers.keys():
                    asked[question] += 1
        voice.prose(say(voice.language, "walk.walked", name=subject.name, amount=amount, seed=seed))
        for said in given:
            times = asked[said.partition("=")[0].strip()]
            voice.prose("  " + say(voice.language, "walk.fixed", given=said, amount=times))
        for line in _table(voice, tally, amount, fixed):
            voice.prose(line, quotes=False)
        voice.note("walk.sample")
    return Exit.FINE


def fixed_answers(voice: Voice, subject: Subject, given: Sequence[str]) -> Mapping[str, Value]:
    """Return the answers of `question=answer`, of ticks `question=one,two`; raises `CommandError`."""
    fixed: dict[str, Value] = {}
    questions = subject.protocol.questions
    for each in given:
        name, sign, said = (part.strip() for part in each.partition("="))
        if not sign:
            raise CommandError(Exit.USAGE, "walk.set_form", given=each[:80])
        if name not in questions:
            values = {"given": name[:60], "name": subject.name, "meant": nearest(name, questions)}
            key = "walk.set_meant" if values["meant"] else "walk.set_unknown"
            raise CommandError(Exit.USAGE, key, known=", ".join(questions), **values)
        listed = questions[name].type in ("multi", "signals", "people")
        raw = [item.strip() for item in said.split(",") if item.strip()] if listed else said
        try:
            fixed[name] = judged(subject.protocol, questions[name], raw)
        except AnswerError as error:
            reason = cause(voice.language, error.code, error.values)
            raise CommandError(Exit.USAGE, "walk.set_refused", given=each[:80], reason=reason) from None
    return fixed


def _table(voice: Voice, tally: Tally, amount: int, fixed: Mapping[str, Value]) -> Iterator[str]:
    """Yield what came out, with the number and the share of walks, and what never did."""
    for part in ("levels", "routes", "flags", "rules"):
        yield ""
        yield say(voice.language, f"walk.{part}")
        counts = tally.counts[part]
        ordered = counts.most_common() if part != "levels" else [(level, counts[level]) for level in LEVELS]
        wide = max((len(name) for name, _ in ordered), default=0)
        yield from (f"  {name:<{wide}}  {times:>8}  {times / max(amount, 1):>7.2%}" for name, times in ordered if times)
    yield ""
    for part in PARTS:
        never = [name for name in tally.never(part) if name.partition("=")[0] not in fixed]
        names = ", ".join(never) or say(voice.language, "walk.nothing")
        yield say(voice.language, "walk.unseen", part=say(voice.language, f"walk.{part}"), names=names)
