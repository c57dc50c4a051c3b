"""What the themes do to a protocol when it is compiled, so that no content file can forget it.

They demand the expert, close informing actions where a talk is not safe, and widen the rule about acute signals.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from meldcode.protocol.condition import Any, AtLeast, Condition, Is, Not
from meldcode.protocol.model import ACUTE, Question
from meldcode.protocol.schema import ThemeSpec

THEME = "thema"
EXPERT = "deskundige"
ADVICE = "vt_advies"
SIGNALS = "signalen"
WEIGH = "weeg_acuut_signaal"
"""The action that asks to weigh explicitly; the rule about acute signals is the one that shows it."""


def demanded(question: Question, themes: Sequence[ThemeSpec]) -> Question:
    """Return the question about the expert, asked wherever a theme demands one, whatever the sector's guard says."""
    demanding = tuple(theme.theme for theme in themes if theme.consult.required)
    if not demanding:
        return question
    asked = Is(THEME, demanding)
    return replace(question, when=Any((question.when, asked)) if question.when else asked, required=True)


def safe_to_inform(themes: Sequence[ThemeSpec], questions: Collection[str]) -> Iterator[Condition]:
    """Yield what must hold before an action may inform the persons concerned (I-08)."""
    closed = tuple(theme.theme for theme in themes if theme.talk.safe == "nee")
    after = tuple(theme.theme for theme in themes if theme.talk.safe == "na_overleg")
    if closed:
        yield Not(Is(THEME, closed))
    if after:
        consulted = (Is(name, ("ja",)) for name in (ADVICE, EXPERT) if name in questions)
        yield Any((Not(Is(THEME, after)), *consulted))


def weighed(
    when: Condition, actions: Collection[str], themes: Sequence[ThemeSpec], lists: Collection[str]
) -> Condition:
    """Return the condition of the rule about acute signals, which holds for the signals that a theme names too."""
    named = tuple(signal for theme in themes for signal in theme.weigh if signal.partition(".")[0] in lists)
    acute = AtLeast(SIGNALS, 1, ACUTE)
    return Any((when, Is(SIGNALS, named))) if when == acute and named and WEIGH in actions else when
