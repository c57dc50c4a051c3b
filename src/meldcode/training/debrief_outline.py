"""The debrief in words: chapters with numbers about the group. Nothing of it names a participant or quotes one."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from meldcode.protocol.language import Language
from meldcode.training.debrief import FEW, Debrief, SignalCount
from meldcode.training.debrief_agreement import agreement
from meldcode.training.debrief_blocks import (
    Bar,
    Bars,
    Block,
    Chapter,
    Dot,
    Dots,
    Grid,
    Items,
    Prose,
    Section,
    Stop,
    Tree,
)
from meldcode.training.debrief_words import Words
from meldcode.training.parting import Station
from meldcode.training.spread import FIRST, SECOND, Spread, norms_in

Writer = Callable[[Debrief, Words], Iterator[Block]]


def section(found: Debrief, language: Language) -> Section:
    """Return all about one exercise; a chapter that says nothing is left out."""
    words = Words(found.exercise, language)
    chapters = (
        Chapter(name, words.say(f"chapter.{name}"), tuple(write(found, words))) for name, write in WRITERS.items()
    )
    return Section(found.exercise.id, words.to(found.exercise.title), tuple(each for each in chapters if each.blocks))


def _group(found: Debrief, words: Words) -> Iterator[Block]:
    size = len(found.sats)
    if size:
        modes = Counter(sat.looked.attempt.head.mode for sat in found.sats)
        yield Prose(words.say("group", size=size, learning=modes["leren"], testing=modes["toets"]))
    if found.classes:
        yield Prose(words.say("classes", classes=found.classes, voters=found.voters))
    if 0 < size < FEW or 0 < found.voters < FEW:
        yield Prose(words.say("few", few=FEW), warning=True)
    if found.unfinished:
        yield Prose(words.say("unfinished", count=found.unfinished))
    yield Prose(words.say("about_norm"))


def _first(found: Debrief, words: Words) -> Iterator[Block]:
    yield from _answers(found, words, FIRST)


def _second(found: Debrief, words: Words) -> Iterator[Block]:
    yield from _answers(found, words, SECOND)


def _answers(found: Debrief, words: Words, number: int) -> Iterator[Block]:
    """Yield the answers of a round; in a larger group not those to a question that only a few came to."""
    shown = [each for each in found.spreads if each.round == number and any(each.counts.values())]
    rare = [each for each in shown if each.asked < FEW <= len(found.sats)]
    yield from (_bars(each, words, "answered") for each in shown if each not in rare)
    if rare:
        yield Prose(words.say("rare", few=FEW, questions="; ".join(words.question(each.question) for each in rare)))


def _hands(found: Debrief, words: Words) -> Iterator[Block]:
    if found.hands:
        yield Prose(words.say("hands_apart"))
    for spread in found.hands:
        yield _bars(spread, words, "hands")


def _bars(spread: Spread, words: Words, column: str) -> Bars:
    def bar(option: str, count: int) -> Bar:
        fits = option in spread.accept
        mark = words.say("fits" if fits else "fits_not") if spread.accept else ""
        said = words.count(count, spread.asked)
        return Bar(words.option(spread.question, option), count, spread.asked, said, mark, not spread.accept or fits)

    title = words.question(spread.question)
    if column == "hands" and spread.round == SECOND:
        title = words.say("after_turn", title=title)
    rows = tuple(bar(*each) for each in spread.counts.items())
    return Bars(
        title, (words.say("option"), words.say(column)), rows, tuple(_below(spread, words, people=column == "answered"))
    )


def _below(spread: Spread, words: Words, *, people: bool) -> Iterator[str]:
    norm = norms_in(words.exercise, spread.round).get(spread.question)
    if spread.surely is not None and norm is not None:
        said = words.count(spread.within, spread.asked)
        yield words.say("within", said=said, reach=words.reach(spread.surely))
        yield words.to(norm.because)
    if people and spread.alike is not None:
        yield words.say("alike", share=words.share(spread.alike))
    if spread.several:
        yield words.say("several")


def _decision(found: Debrief, words: Words) -> Iterator[Block]:
    for number in (FIRST, SECOND):
        rows = []
        for each in found.weighed:
            if each.round == number:
                decisions = sorted(each.decisions.items(), key=lambda item: -item[1])
                listed = "; ".join(f"{words.level(level)}: {count}" for level, count in decisions)
                rows.append((words.level(each.advice), str(sum(each.decisions.values())), listed))
        if rows:
            title = words.say("decision_first" if number == FIRST else "decision_second")
            yield Grid(title, tuple(map(words.say, ("advice", "number", "decided"))), tuple(rows))


def _signals(found: Debrief, words: Words) -> Iterator[Block]:
    if not found.recorders:
        return
    for role in ("shown", "overclaimed", "not_in_story"):
        chosen = [each for each in found.signals if each.role == role]
        if chosen:
            rows = tuple(_signal(each, found.recorders, words) for each in chosen)
            head = (words.say("signal"), words.say("recorded"))
            reasons = tuple(f"{words.signal(each.signal)} {words.to(each.because)}" for each in chosen if each.count)
            yield Bars(words.say(f"signals.{role}"), head, rows, reasons if role == "overclaimed" else ())


def _signal(each: SignalCount, total: int, words: Words) -> Bar:
    mark = words.say("missed", count=total - each.count) if each.role == "shown" else ""
    return Bar(words.signal(each.signal), each.count, total, words.count(each.count, total), mark, each.role == "shown")


def _process(found: Debrief, words: Words) -> Iterator[Block]:
    if not found.sats:
        return
    if not found.faults:
        yield Prose(words.say("no_faults"))
        return
    total = len(found.sats)
    rows = (
        Bar(words.fault(each), each.count, total, words.count(each.count, total), "", fitting=False)
        for each in found.faults
    )
    yield Bars(words.say("faults"), (words.say("found"), words.say("attempts")), tuple(rows))


def _paths(found: Debrief, words: Words) -> Iterator[Block]:
    if not found.sats or not found.stations:
        return
    yield Prose(words.say("about_paths"))
    head = (words.say("choice"), words.say("still"), words.say("parted"))
    yield Tree(words.say("tree"), head, tuple(_stops(found.stations, words)), len(found.sats))
    last = found.stations[-1]
    kept = last.still - last.stopped - sum(last.parted.values())
    yield Prose(words.say("kept", said=words.count(kept, len(found.sats))))
    rows = tuple(
        (
            "; ".join(f"{words.question(name)}: {words.option(name, option)}" for name, option in route.choices),
            words.count(route.count, len(found.sats)),
        )
        for route in found.routes
    )
    if rows:
        rest = len(found.sats) - sum(route.count for route in found.routes)
        notes = (words.say("other_paths", count=rest),) if rest else ()
        yield Grid(words.say("routes"), (words.say("route"), words.say("number")), rows, notes)


def _stops(stations: Sequence[Station], words: Words) -> Iterator[Stop]:
    for each in stations:
        branches = []
        for option, count in sorted(each.parted.items(), key=lambda item: (-item[1], item[0])):
            fits = words.say("fits" if option in each.accept else "fits_not") if each.accept else ""
            branches.append((words.option(each.question, option), count, fits))
        if each.stopped:
            branches.append((words.say("stopped"), each.stopped, ""))
        option = words.option(each.question, each.reference)
        yield Stop(words.question(each.question), option, each.still, str(each.still), tuple(branches))


def _time(found: Debrief, words: Words) -> Iterator[Block]:
    for number in (FIRST, SECOND):
        rows = tuple(
            Dot(
                words.step(each.step),
                each.low,
                each.median,
                each.high,
                (
                    words.time(each.median),
                    f"{words.time(each.low)} \u2013 {words.time(each.high)}",
                    str(each.participants),
                ),
            )
            for each in found.paces
            if each.round == number
        )
        if rows:
            head = tuple(map(words.say, ("step", "plot", "median", "quartiles", "number")))
            away = (words.say("away", count=found.away),) if found.away and number == FIRST else ()
            title = words.say("time_first" if number == FIRST else "time_second")
            yield Dots(title, head, rows, (words.say("about_time"), *away) if number == FIRST else ())


def _agreement(found: Debrief, words: Words) -> Iterator[Block]:
    if found.sats:
        yield from agreement(found.scales, words, words.titles())


def _discussion(found: Debrief, words: Words) -> Iterator[Block]:
    yield Items(tuple(map(words.to, found.exercise.discussion)))
    yield Prose(words.say("no_grade"))


WRITERS: dict[str, Writer] = {
    "group": _group,
    "answers": _first,
    "turned": _second,
    "hands": _hands,
    "decision": _decision,
    "signals": _signals,
    "process": _process,
    "paths": _paths,
    "time": _time,
    "agreement": _agreement,
    "discussion": _discussion,
}
"""What writes the chapters, in the order of the debrief."""


def sections(found: Iterable[Debrief], language: Language) -> tuple[Section, ...]:
    """Return a section for each exercise."""
    return tuple(section(each, language) for each in found)
