"""`meldcode train score`: the rubric over result files, as text, JSON or CSV."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import written
from meldcode.cli.output import Voice
from meldcode.cli.train_files import folder_of, there
from meldcode.export.csv import MARK, line
from meldcode.protocol.language import Language
from meldcode.text import say
from meldcode.text.visible import one_line
from meldcode.training.attempt import NoAttemptError, read
from meldcode.training.feedback import worded
from meldcode.training.gather import files_of
from meldcode.training.misfit import misfit
from meldcode.training.remarks import Looked, Remark, looked
from meldcode.training.score import Scored, score, total
from meldcode.training.shelf import Shelf
from meldcode.training.sitting import is_finished

COLUMNS = ("exercise", "participant", "mode", "finished", "round", "criterion", "points", "of", "grounds", "digest")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked on the command line."""

    exercises: str
    form: str
    output: str
    total: bool


@dataclass(frozen=True, slots=True)
class _Result:
    """An attempt with its score."""

    at: Looked
    lines: tuple[Scored, ...]

    @property
    def finished(self) -> bool:
        return is_finished(self.at.exercise, self.at.attempt)


def run(voice: Voice, names: Sequence[str], wanted: Wanted) -> Exit:
    """Score the files; one that can't be scored is named, the others go on, and the exit code tells."""
    shelf = Shelf(folder_of(wanted.exercises))
    found: list[_Result] = []
    left = 0
    for path in files_of(there(name) for name in names):
        at, why = _read(path, shelf)
        if at is None:
            left += 1
            voice.note(f"train_score.left.{why}", path=path)
        else:
            found.append(_Result(at, score(at)))
    if not found:
        raise CommandError(Exit.REFUSED, "train_score.nothing")
    content = _FORMS[wanted.form](found, voice.language, with_total=wanted.total)
    if wanted.output:
        voice.note("cli.written", path=written(wanted.output, content))
    elif wanted.form == "text":
        voice.prose(content, quotes=False)
    else:
        voice.out(content)
    return Exit.FINDINGS if left else Exit.FINE


def _read(path: Path, shelf: Shelf) -> tuple[Looked | None, str]:
    """Return the attempt in a file with its exercise, or why it can't be scored."""
    try:
        attempt = read(path)
    except NoAttemptError as error:
        return None, error.why
    except OSError:
        return None, "unreadable"
    exercise = shelf.exercise(attempt.head.exercise)
    if exercise is None:
        return None, "unknown"
    why = misfit(exercise, attempt)
    return (None, why) if why else (looked(exercise, attempt), "")


# -- forms ------------------------------------------------------------------------------------------------------------


def _text(found: Sequence[_Result], language: Language, *, with_total: bool) -> str:
    return "\n\n".join("\n".join(_result_text(each, language, with_total=with_total)) for each in found) + "\n"


def _result_text(result: _Result, language: Language, *, with_total: bool) -> Iterator[str]:
    def say_(key: str, **values: object) -> str:
        return say(language, f"train_score.{key}", **values)

    head, title = result.at.attempt.head, result.at.exercise.title.to(language)
    yield say_("heading", title=title, name=one_line(head.participant))
    if not result.finished:
        yield say_("unfinished")
    for each in result.lines:
        title = say_(each.criterion)
        part = title if each.round == 1 else say(language, "train_feedback.round", title=title)
        yield f"{part}: {say_('points', points=each.points, of=each.of)}"
        yield from (f"  - {worded(result.at, ground, language)}" for ground in each.grounds)
    if with_total:
        points, of = total(result.lines)
        yield say_("total", points=points, of=of)
    else:
        yield say_("no_total")


def _json(found: Sequence[_Result], language: Language, *, with_total: bool) -> str:
    results = [_result_json(each, language, with_total=with_total) for each in found]
    entry = {"format": 1, "kind": "meldcode-oefening-score", "practice": True, "results": results}
    return json.dumps(entry, ensure_ascii=False, indent=2) + "\n"


def _result_json(result: _Result, language: Language, *, with_total: bool) -> Mapping[str, object]:
    head = result.at.attempt.head
    rubric = [
        {
            "criterion": each.criterion,
            "round": each.round,
            "points": each.points,
            "of": each.of,
            "grounds": [
                {"code": ground.code, "about": _about(ground), "text": worded(result.at, ground, language)}
                for ground in each.grounds
            ],
        }
        for each in result.lines
    ]
    points, of = total(result.lines)
    whole = {"total": {"points": points, "of": of}} if with_total else {}
    about = {"exercise": head.exercise, "digest": head.digest, "participant": head.participant, "mode": head.mode}
    return {**about, "finished": result.finished, "rubric": rubric, **whole}


def _csv(found: Sequence[_Result], language: Language, *, with_total: bool) -> str:  # noqa: ARG001 - codes only
    rows = [line(COLUMNS)]
    for result in found:
        head = result.at.attempt.head
        first = (head.exercise, head.participant, head.mode, "true" if result.finished else "false")
        for each in result.lines:
            grounds = " ".join(f"{ground.code}={_about(ground)}" for ground in each.grounds)
            rows.append(
                line((*first, str(each.round), each.criterion, str(each.points), str(each.of), grounds, head.digest))
            )
        if with_total:
            points, of = total(result.lines)
            rows.append(line((*first, "", "total", str(points), str(of), "", head.digest)))
    return MARK + "".join(rows)


_FORMS = {"text": _text, "json": _json, "csv": _csv}


def _about(ground: Remark) -> str:
    return ground.signal or ground.question
