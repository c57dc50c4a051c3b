"""Feedback in words: after a step, and on the whole attempt beside the reference path."""

from collections.abc import Iterable, Iterator, Mapping

from meldcode.case.answers import AnswerError, judged
from meldcode.case.state import settled
from meldcode.case.summary import labels
from meldcode.case.values import Value
from meldcode.protocol.model import Language, Source, Text
from meldcode.text import say
from meldcode.text.summary import source_line
from meldcode.training import story
from meldcode.training.attempt import Attempt
from meldcode.training.exercise import Exercise
from meldcode.training.remarks import Looked, Remark, looked, remarks


def review(exercise: Exercise, attempt: Attempt, step: str, language: Language) -> tuple[str, ...]:
    """Return the feedback on a step as paragraphs, or on the whole attempt where the step is empty."""
    words = _Words(looked(exercise, attempt), language)
    return tuple(words.of_step(step) if step else words.whole())


def reference(exercise: Exercise) -> Mapping[str, Value]:
    """Return the answers of the reference path that count; those after new facts where the exercise has them."""
    turned = exercise.turn.answers if exercise.turn else {}
    answers: dict[str, Value] = {}
    for name, raw in {**exercise.answers, **turned}.items():
        question = exercise.protocol.questions.get(name)
        if question is not None:
            try:
                answers[name] = judged(exercise.protocol, question, raw)
            except AnswerError:
                continue  # `protocol check` names it; feedback goes on without
    return settled(exercise.protocol, answers).answers


class _Words:
    def __init__(self, at: Looked, language: Language) -> None:
        self.at, self.exercise, self.language = at, at.exercise, language
        self.protocol = at.exercise.protocol

    def of_step(self, step: str) -> Iterator[str]:
        last = len(self.at.rounds)
        found = [each for each in remarks(self.at) if each.step == step and each.round == last]
        yield from self._worded(found)

    def whole(self) -> Iterator[str]:
        found = remarks(self.at)
        for number in range(1, len(self.at.rounds) + 1):
            if number > 1:
                yield from ("", self._say("round"))
            yield from self._worded(each for each in found if each.round == number)
        yield from ("", *self._path())
        if unheard := story.unheard(self.exercise, self.at.attempt.told):
            yield from ("", self._say("unheard"), *(f"- {self._to(text)}" for text in unheard))
        yield from ("", self._say("careful"), self._to(self.exercise.careful))
        yield from ("", self._say("discuss"), *(f"- {self._to(text)}" for text in self.exercise.discussion))
        yield from ("", self._say("no_grade"))

    def _worded(self, found: Iterable[Remark]) -> Iterator[str]:
        """Yield the remarks, each ground with its source once: several rest on the same one."""
        named: set[str] = set()
        for each in found:
            yield f"- {self._remark(each)}"
            if each.source is not None and (line := self._source(each.source)) not in named:
                named.add(line)
                yield f"  {line}"

    def _remark(self, each: Remark) -> str:
        others = [name for name in each.room if name != each.given]
        code = "within_room" if each.code == "within" and others else each.code
        shown = self.protocol.signal(each.signal).text if each.signal else None
        return self._say(
            code,
            question=self._label(each.question),
            given=self._option(each.question, each.given) if each.code in ("within", "outside") else each.given,
            room=", ".join(f"“{self._option(each.question, name)}”" for name in others),
            signal=f"“{self._to(shown)}”" if shown else "",
            because=self._to(each.because),
        ).strip()

    def _path(self) -> Iterator[str]:
        wanted, given = reference(self.exercise), self.at.state.answers
        choices = [name for name, value in wanted.items() if isinstance(value, str) and self._is_choice(name)]
        other = [name for name in choices if given.get(name) != wanted[name]]
        if not other:
            yield self._say("path_same")
        else:
            yield self._say("whole_path")
        for name in other:
            words = {"question": self._label(name), "reference": self._option(name, str(wanted[name]))}
            if name in given:
                yield f"- {self._say('path', given=self._option(name, str(given[name])), **words)}"
            else:
                yield f"- {self._say('path_open', **words)}"
        level = settled(self.protocol, dict(wanted)).path.level
        titles = {"level": self._level(self.at.state.path.level), "reference": self._level(level)}
        yield self._say("outcome", **titles)

    def _is_choice(self, name: str) -> bool:
        return self.protocol.questions[name].type == "choice"

    def _level(self, level: str) -> str:
        return self._to(self.protocol.levels[level].title)

    def _label(self, name: str) -> str:
        question = self.protocol.questions.get(name)
        return self._to(question.label) if question else ""

    def _option(self, question: str, option: str) -> str:
        return labels(self.protocol, self.protocol.questions[question], self.language).get(option, option)

    def _source(self, source: Source) -> str:
        parts = (self._to(source.title), source.article, source.url, self._to(source.note))
        return source_line(self.language, parts, source.verified, self._to(source.unverified))

    def _to(self, text: Text) -> str:
        return text.to(self.language)

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, f"train_feedback.{key}", **values)
