"""Feedback in words: after a step, and on the whole attempt beside the reference path."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from meldcode.case.state import State
from meldcode.case.summary import labels
from meldcode.case.values import Value
from meldcode.export.sections import Block, Bullet, Pair, Paragraph, Section, lines_of
from meldcode.protocol.language import Language
from meldcode.protocol.model import Source, Text
from meldcode.text import say
from meldcode.text.summary import source_line
from meldcode.text.visible import one_line
from meldcode.training import story
from meldcode.training.attempt import Attempt
from meldcode.training.exercise import Exercise
from meldcode.training.reference import references
from meldcode.training.remarks import Looked, Remark, looked, remarks


def review(exercise: Exercise, attempt: Attempt, step: str, language: Language) -> tuple[str, ...]:
    """Return the feedback on a step as lines for the screen, or on the whole attempt where the step is empty."""
    words = _Words(looked(exercise, attempt), language, whole_sources=False)
    if step:
        return tuple(line for bullet in words.of_step(step) for line in lines_of(bullet))
    parts = [
        ("", section.title, *(line for block in section.blocks for line in lines_of(block)))
        for section in words.whole()
    ]
    return tuple(line for part in parts for line in part)[1:]


def looking_back(exercise: Exercise, attempt: Attempt, language: Language) -> tuple[Section, ...]:
    """Return the feedback on the whole attempt for a file: it says what it is, and names its sources in full."""
    words = _Words(looked(exercise, attempt), language, whole_sources=True)
    return (words.about(), *words.whole())


def reference(exercise: Exercise) -> Mapping[str, Value]:
    """Return the answers of the reference path that count; those after new facts where the exercise has them."""
    return references(exercise)[-1].answers


def worded(at: Looked, remark: Remark, language: Language) -> str:
    """Return a remark in words."""
    return _Words(at, language, whole_sources=False).remark(remark)


class _Words:
    def __init__(self, at: Looked, language: Language, *, whole_sources: bool) -> None:
        self.at, self.exercise, self.language = at, at.exercise, language
        self.protocol, self.whole_sources = at.exercise.protocol, whole_sources

    def of_step(self, step: str) -> tuple[Bullet, ...]:
        last = len(self.at.rounds)
        return self._bullets(each for each in remarks(self.at) if each.step == step and each.round == last)

    def about(self) -> Section:
        head, title = self.at.attempt.head, self._to(self.exercise.title)
        mode = say(self.language, f"practice.mode_{head.mode}")
        given = {"participant": one_line(head.participant), "mode": mode, "digest": head.digest}
        pairs = (Pair(self._say(name), text) for name, text in given.items())
        practice = Paragraph(say(self.language, "summary.practice"))
        return Section("about", self._say("about"), (practice, Pair(self._say("exercise"), title), *pairs))

    def whole(self) -> Iterator[Section]:
        found = remarks(self.at)
        for (number, step), group in groupby(found, lambda each: (each.round, each.step)):
            yield Section(f"{number}.{step}", self._in_round(number, self._step(step)), self._bullets(group))
        said: set[str] = set()
        for number, ((_, state, _), wanted) in enumerate(
            zip(self.at.weighed, references(self.exercise), strict=False), start=1
        ):
            path = self._path(state, wanted, said)
            yield Section(f"path.{number}", self._in_round(number, self._say("path_title")), path)
        if unheard := story.unheard(self.exercise, self.at.attempt.told):
            yield self._texts("unheard", unheard)
        careful = Paragraph(self._to(self.exercise.careful))
        yield Section("careful", self._say("careful"), (careful,))
        yield self._texts("discuss", self.exercise.discussion)
        yield Section("no_grade", self._say("no_grade_title"), (Paragraph(self._say("no_grade")),))

    def _texts(self, name: str, texts: Iterable[Text]) -> Section:
        return Section(name, self._say(name), tuple(Bullet(self._to(text)) for text in texts))

    def _in_round(self, number: int, title: str) -> str:
        return title if number == 1 else self._say("round", title=title)

    def _step(self, name: str) -> str:
        return next((self._to(step.title) for step in self.protocol.steps if step.id == name), self._say("all_steps"))

    def _bullets(self, found: Iterable[Remark]) -> tuple[Bullet, ...]:
        """Return the remarks, each ground with its source once: several rest on the same one.

        Where the suspected person was told against the norm, that says it already.
        """
        remarked = tuple(found)
        told = {(each.question, each.round) for each in remarked if each.code.startswith("told_unsafe")}
        named: set[str] = set()
        bullets = []
        for each in remarked:
            if each.code == "outside" and (each.question, each.round) in told:
                continue
            line = self._source(each.source) if each.source is not None else ""
            bullets.append(Bullet(self.remark(each), (line,) if line and line not in named else ()))
            named.add(line)
        return tuple(bullets)

    def remark(self, each: Remark) -> str:
        others = [name for name in each.room if name != each.given]
        code = "within_room" if each.code == "within" and others else each.code
        shown = self.protocol.signal(each.signal).text if each.signal else None
        return self._say(
            f"{code}_back" if each.taken_back else code,
            question=self._label(each.question),
            given=self._option(each.question, each.given) if each.room else each.given,
            room=", ".join(f"“{self._option(each.question, name)}”" for name in others),
            signal=f"“{self._to(shown)}”" if shown else "",
            because=self._to(each.because),
        ).strip()

    def _path(self, state: State, wanted: State, said: set[str]) -> tuple[Block, ...]:
        """Return where the choices differ from those of the reference path, and the advice of both.

        What was said of an earlier round is not said again; what is said now is added to it.
        """
        names = [name for name in wanted.answers if self.protocol.questions[name].type == "choice"]
        other = [name for name in names if state.answers.get(name) != wanted.answers[name]]
        beside = [self._beside(name, state, wanted) for name in other]
        lines = [line for line in beside if line not in said] or [
            self._say("path_as_before" if beside else "path_same")
        ]
        said.update(lines)
        titles = {"level": self._level(state), "reference": self._level(wanted)}
        return (*map(Bullet, lines), Paragraph(self._say("outcome", **titles)))

    def _beside(self, name: str, state: State, wanted: State) -> str:
        words = {"question": self._label(name), "reference": self._option(name, str(wanted.answers[name]))}
        if name not in state.answers:
            return self._say("path_open", **words)
        return self._say("path", given=self._option(name, str(state.answers[name])), **words)

    def _level(self, state: State) -> str:
        return self._to(self.protocol.level_text(state.path.level, state.path.route).title)

    def _label(self, name: str) -> str:
        question = self.protocol.questions.get(name)
        return self._to(question.label) if question else ""

    def _option(self, question: str, option: str) -> str:
        return labels(self.protocol, self.protocol.questions[question], self.language).get(option, option)

    def _source(self, source: Source) -> str:
        """Return the source; on the screen its title, place and date only, as addresses are long to read."""
        title, note = self._to(source.title), self._to(source.note)
        parts = (title, source.article, source.url, note) if self.whole_sources else (title, source.article)
        return source_line(self.language, parts, source.verified, self._to(source.unverified))

    def _to(self, text: Text) -> str:
        return text.to(self.language)

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, f"train_feedback.{key}", **values)
