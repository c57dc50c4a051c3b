"""Agreement in words: among participants, with what the number means and where it deceives."""

from collections.abc import Iterator, Mapping, Sequence

from meldcode.training.agreement import LEAST, RESAMPLES, SEED
from meldcode.training.debrief import Scale
from meldcode.training.debrief_blocks import Block, Grid, Items, Prose
from meldcode.training.debrief_words import Words


def agreement(scales: Sequence[Scale], words: Words, titles: Mapping[str, str]) -> Iterator[Block]:
    """Yield the agreement per scale, and what is needed to read it; `titles` are what questions are called."""
    yield Prose(words.say("about_alpha"))
    rows = tuple(_row(scale, words, titles) for scale in scales)
    if rows:
        head = tuple(map(words.say, ("about_what", "alpha", "interval", "units", "number")))
        yield Grid(words.say("alpha_title"), head, rows)
    yield Items(
        (
            words.say("alpha_nominal"),
            words.say("alpha_ordinal"),
            words.say("alpha_signals"),
            words.say("alpha_skewed"),
            words.say("bootstrap", times=RESAMPLES, seed=SEED, least=LEAST),
            words.say("apart"),
        )
    )


def _row(scale: Scale, words: Words, titles: Mapping[str, str]) -> tuple[str, ...]:
    return (
        _what(scale, words, titles),
        words.number(scale.alpha) if scale.alpha is not None else _why_none(scale, words),
        _reach(scale, words),
        str(len(scale.units)),
        str(scale.participants),
    )


def _what(scale: Scale, words: Words, titles: Mapping[str, str]) -> str:
    if scale.kind != "same_options":
        return words.say(f"scale.{scale.kind}")
    names = dict.fromkeys(titles[question] for _, _, question in scale.units)
    return words.say("scale.same_options", questions="; ".join(names))


def _why_none(scale: Scale, words: Words) -> str:
    return words.say("one_unit" if len(scale.units) < 2 else "no_difference")  # noqa: PLR2004 - one or more


def _reach(scale: Scale, words: Words) -> str:
    if scale.interval is None:
        few = scale.alpha is not None and scale.participants < LEAST
        return words.say("too_few", least=LEAST) if few else "\u2013"
    return words.say("reach", low=words.number(scale.interval.low), high=words.number(scale.interval.high))
