"""What concerns several exercises at once, and the answers by pseudonym for a trainer who asks for them."""

from collections.abc import Iterator, Sequence

from meldcode.protocol.language import Language
from meldcode.training.debrief import Debrief, Scale
from meldcode.training.debrief_agreement import agreement
from meldcode.training.debrief_blocks import Chapter, Grid, Prose, Section
from meldcode.training.debrief_words import Words
from meldcode.training.gather import Sat
from meldcode.training.spread import SECOND, answers_in, in_order, rounds_of


def together(found: Sequence[Debrief], scales: Sequence[Scale], language: Language) -> Section:
    """Return the agreement over all exercises."""
    words = Words(found[0].exercise, language)
    titles = {name: title for each in found for name, title in Words(each.exercise, language).titles().items()}
    blocks = (Prose(words.say("about_together")), *agreement(scales, words, titles))
    return Section("samen", words.say("together"), (Chapter("agreement", words.say("chapter.agreement"), blocks),))


def by_name(found: Sequence[Debrief], language: Language) -> tuple[Section, ...]:
    """Return what every participant chose, never what was typed."""
    return tuple(_named(each, Words(each.exercise, language)) for each in found if each.sats)


def _named(found: Debrief, words: Words) -> Section:
    title = words.to(found.exercise.title)
    rows = tuple((sat.participant, "; ".join(_answers(sat, words))) for sat in found.sats)
    grid = Grid(title, (words.say("participant"), words.say("their_answers")), rows)
    chapter = Chapter("names", words.say("names"), (Prose(words.say("names_warning"), warning=True), grid))
    return Section(f"{found.exercise.id}-namen", title, (chapter,))


def _answers(sat: Sat, words: Words) -> Iterator[str]:
    for number in rounds_of(words.exercise):
        answers = answers_in(sat, number)
        for question in in_order(words.exercise):
            given = answers.get(question.id)
            if question.type == "choice" and isinstance(given, str):
                title = words.question(question.id)
                asked = words.say("after_turn", title=title) if number == SECOND else title
                yield f"{asked}: {words.option(question.id, given)}"
