"""`meldcode train run` and `train score` as they are called: which exercises, which files, what is refused."""

from __future__ import annotations

import csv
import io
import json
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from meldcode.cli import train_run, train_score
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.export.csv import MARK
from meldcode.protocol.diagnostics import RefusedError
from meldcode.protocol.library import content_root
from meldcode.training.attempt import head_text, line_text, read
from meldcode.training.exercise import shipped
from meldcode.wizard.prompter import Asked, Choose, Chosen, Command, Written
from meldcode.wizard.scripted import Scripted
from tests.training.walking import Participant, Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from meldcode.training.attempt import Attempt, Mode
    from meldcode.wizard.prompter import Page, Prompter, Reply

VOICE = Voice("nl")
Choices = train_run.Choices
BREAD_FILE = content_root() / "examples" / "exercises" / "brood-zonder-beleg.yaml"


class Room:
    """Someone at a terminal; remembers which exercises they sat down at."""

    def __init__(self, answer: Callable[[Page], Reply]) -> None:
        self.answer, self.sittings = answer, list[Scripted]()

    @contextmanager
    def conversation(self, voice: Voice) -> Iterator[Prompter]:
        assert voice is VOICE
        self.sittings.append(Scripted(self.answer))
        yield self.sittings[-1]

    @property
    def titles(self) -> list[str]:
        return [sitting.pages[0].title for sitting in self.sittings]


@pytest.fixture
def sit(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Page], Reply]], Room]:
    def down(answer: Callable[[Page], Reply]) -> Room:
        room = Room(answer)
        monkeypatch.setattr(train_run, "conversation", room.conversation)
        monkeypatch.setattr(train_run, "is_interactive", lambda: True)
        return room

    return down


def leaving(page: Page) -> Reply:
    """Pause at the first question, after the story was read."""
    if page.id == "verhaal":
        return Chosen(("continue",))
    return Asked(Command.PAUSE, Chosen(()) if isinstance(page.field, Choose) else Written(""))


def choices(result: Path | str = "", name: str = "", mode: Mode | None = None, seed: int | None = None) -> Choices:
    return train_run.Choices("", mode, str(result), name, seed)


def refusal(*names: str, with_: Choices) -> CommandError:
    with pytest.raises(CommandError) as refused:
        train_run.run(VOICE, names, with_)
    return refused.value


def two(folder: Path) -> Path:
    """Return a folder with two exercises."""
    (folder / "oefeningen").mkdir()
    text = BREAD_FILE.read_text(encoding="utf-8")
    for name in ("een", "twee"):
        path = folder / "oefeningen" / f"{name}.yaml"
        path.write_text(text.replace("scenario: brood-zonder-beleg", f"scenario: {name}"), encoding="utf-8")
    return folder / "oefeningen"


def test_a_set_keeps_each_attempt_in_the_folder_passes_over_what_is_finished_and_says_how_to_go_on(
    tmp_path: Path, sit: Callable[[Callable[[Page], Reply]], Room], capsys: pytest.CaptureFixture[str]
) -> None:
    exercises, results = two(tmp_path), tmp_path / "uitslagen"
    results.mkdir()
    participants: list[Callable[[Page], Reply]] = [leaving, Participant()]
    begun: list[Page] = []

    def first_whole_second_paused(page: Page) -> Reply:
        if page.id == "verhaal" and "Over:" in page.body[0]:
            begun.append(page)
        return participants[len(begun) % 2](page)

    sit(first_whole_second_paused)
    assert train_run.run(VOICE, [str(exercises)], choices(results, "vos")) is Exit.FINE
    assert sorted(path.name for path in results.iterdir()) == ["een.vos.jsonl", "twee.vos.jsonl"]
    assert "Nog te doen: 1. Verder gaan met de reeks: dezelfde opdracht, met --name vos" in capsys.readouterr().err

    room = sit(leaving)
    train_run.run(VOICE, [str(exercises)], choices(results, "vos"))
    assert len(room.sittings) == 1
    assert "een: al afgerond." in capsys.readouterr().err


def test_a_seed_gives_the_same_order_each_time(sit: Callable[[Callable[[Page], Reply]], Room]) -> None:
    names = [path.stem for path in shipped()][:6]

    def first(seed: int | None) -> str:
        room = sit(leaving)
        train_run.run(VOICE, names, choices(seed=seed))
        return room.titles[0]

    orders = [first(seed) for seed in range(6)]
    assert orders == [first(seed) for seed in range(6)]
    assert len(set(orders)) > 1


def test_a_file_goes_on_in_its_own_mode_and_refuses_another(
    tmp_path: Path, sit: Callable[[Callable[[Page], Reply]], Room]
) -> None:
    path = tmp_path / "uitslag.jsonl"
    sit(leaving)
    train_run.run(VOICE, ["brood-zonder-beleg"], choices(path, mode="klas"))
    train_run.run(VOICE, ["brood-zonder-beleg"], choices(path))

    assert read(path).head.mode == "klas"
    assert refusal("brood-zonder-beleg", with_=choices(path, mode="toets")).key == "practice.other_mode"


@pytest.mark.parametrize("name", ["../buiten", "a/b", "x" * 50, "a\x1b[31m", ".", "een\ntwee"])
def test_a_name_that_could_leave_the_folder_is_refused(name: str) -> None:
    assert refusal("brood-zonder-beleg", with_=choices(name=name)).key == "practice.bad_name"


@pytest.mark.parametrize("mode", ["leren", "toets", "klas"])
@pytest.mark.parametrize("content", ["{}\n", '{\n  "case": "7Q2MX4HK"\n}\n', "age-encryption.org/v1\n", ""])
def test_a_real_case_as_result_file_is_refused_and_left_as_it_is(
    tmp_path: Path, content: str, mode: Mode, sit: Callable[[Callable[[Page], Reply]], Room]
) -> None:
    path = tmp_path / "zaak.json"
    path.write_text(content)
    room = sit(leaving)

    refused = refusal("brood-zonder-beleg", with_=choices(path, mode=mode))
    assert refused.exit_code is Exit.REFUSED
    assert "Een echte zaak kan nooit een oefening zijn" in refused.said("nl")
    assert path.read_text() == content
    assert not room.sittings


def test_the_result_of_another_version_is_refused(
    tmp_path: Path, sit: Callable[[Callable[[Page], Reply]], Room]
) -> None:
    path = tmp_path / "uitslag.jsonl"
    path.write_text(head_text(replace(Walk(leaving).attempt.head, digest="sha256:anders")) + "\n")
    sit(leaving)

    assert refusal("brood-zonder-beleg", with_=choices(path)).key == "practice.other_version"


@pytest.mark.parametrize("hidden", ["\x1b[31m", "\u202e", "\\x1b[31m", "\\u202e"])
def test_an_exercise_with_a_hidden_character_is_refused(
    tmp_path: Path, hidden: str, sit: Callable[[Callable[[Page], Reply]], Room]
) -> None:
    path = tmp_path / "vreemd.yaml"
    text = BREAD_FILE.read_text(encoding="utf-8")
    path.write_text(text.replace("title: Brood zonder beleg", f'title: "Brood {hidden}"'), encoding="utf-8")
    room = sit(leaving)

    with pytest.raises(RefusedError):
        train_run.run(VOICE, [str(path)], choices())
    assert not room.sittings


def test_several_results_in_one_file_and_nothing_to_talk_to_are_refused(tmp_path: Path) -> None:
    assert refusal(str(two(tmp_path)), with_=choices(tmp_path / "een.jsonl")).key == "practice.folder_needed"
    assert refusal("brood-zonder-beleg", with_=choices()).exit_code is Exit.MISSING


# -- score ------------------------------------------------------------------------------------------------------------


def written(path: Path, attempt: Attempt) -> Path:
    path.write_text("\n".join([head_text(attempt.head), *map(line_text, attempt.lines), ""]))
    return path


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """Return a folder with a whole attempt, one of a name like a formula, and a file that is none."""
    folder = tmp_path / "uitslagen"
    folder.mkdir()
    whole = Walk(Participant()).attempt
    written(folder / "a.jsonl", whole)
    written(folder / "b.jsonl", replace(whole, head=replace(whole.head, participant="=1+1"), lines=whole.lines[:5]))
    (folder / "c.jsonl").write_text('{"case":"7Q2MX4HK"}\n')
    return folder


def scored(results: Path, form: str, *, total: bool = False, exercises: str = "") -> Exit:
    return train_score.run(VOICE, [str(results)], train_score.Wanted(exercises, form, "", total))


def test_every_part_has_its_points_and_grounds_and_there_is_no_total_unless_asked(
    results: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert scored(results, "json") is Exit.FINDINGS
    told = capsys.readouterr()
    whole, half = json.loads(told.out)["results"]

    assert "c.jsonl" in told.err
    assert "total" not in whole
    assert (whole["finished"], half["finished"]) == (True, False)
    assert all(part["points"] == part["of"] for part in whole["rubric"])
    assert {part["round"] for part in whole["rubric"]} == {1, 2}
    assert all(ground["text"] for part in whole["rubric"] for ground in part["grounds"])
    scored(results, "json", total=True)
    assert json.loads(capsys.readouterr().out)["results"][0]["total"] == {"points": 22, "of": 22}


def test_the_table_opens_in_a_spreadsheet_and_holds_no_formula(
    results: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scored(results, "csv", total=True)
    out = capsys.readouterr().out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix(MARK)), delimiter=";"))

    assert {row["participant"] for row in rows} == {"vos", "'=1+1"}
    assert next(row["points"] for row in rows if row["criterion"] == "total") == "22"


def test_the_text_says_that_it_is_an_exercise_and_gives_no_mark(
    results: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scored(results, "text")
    out = capsys.readouterr().out

    assert out.startswith("OEFENING · Brood zonder beleg · vos")
    assert "Geen cijfer" in out
    assert "Samen:" not in out


def test_another_version_is_named_and_an_exercise_of_ones_own_is_found_in_its_folder(
    tmp_path: Path, results: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "eigen"
    own.mkdir()
    (own / "brood.yaml").write_text(BREAD_FILE.read_text(encoding="utf-8") + "# later\n", encoding="utf-8")

    with pytest.raises(CommandError):
        scored(results, "text", exercises=str(own))
    assert "andere versie van de oefening" in capsys.readouterr().err
