"""Result files: what is written is read back, what is damaged is refused, and a real case never passes for one."""

from __future__ import annotations

import json
import os
import random
import stat
from typing import TYPE_CHECKING

import pytest

from meldcode.case.events import Answered, Closed, Reopened, Started
from meldcode.training.attempt import MOST_BYTES, Attempt, Happened, NoAttemptError, Told, line_text, parse, read
from meldcode.training.attempt_file import ResultFile
from meldcode.training.misfit import misfit
from tests.training.walking import BEGIN, BREAD, Participant, Walk, head

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.case.events import Event

WHOLE = Walk(Participant()).attempt


@pytest.fixture
def kept(tmp_path: Path) -> ResultFile:
    """Return a file that holds a whole attempt."""
    file = ResultFile(tmp_path / "uitslag.jsonl")
    file.begin(WHOLE.head)
    for line in WHOLE.lines:
        file.add(line)
    return file


def why(path: Path) -> str:
    with pytest.raises(NoAttemptError) as refused:
        read(path)
    return refused.value.why


def test_what_was_kept_is_read_back_and_only_its_owner_can_read_it(kept: ResultFile) -> None:
    assert kept.resume() == WHOLE
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600


def test_an_existing_file_is_never_begun_again(kept: ResultFile) -> None:
    with pytest.raises(FileExistsError):
        kept.begin(WHOLE.head)
    assert kept.resume() == WHOLE


def test_a_file_cut_at_any_byte_is_read_up_to_its_last_whole_line_and_goes_on_there(kept: ResultFile) -> None:
    data = kept.path.read_bytes()
    first = data.index(b"\n") + 1
    for end in (first, first + 1, len(data) // 2, len(data) - 1):
        kept.path.write_bytes(data[:end])
        attempt = kept.resume()
        assert attempt.lines == WHOLE.lines[: len(attempt.lines)]
        kept.add(WHOLE.lines[len(attempt.lines)])
        assert kept.resume().lines == WHOLE.lines[: len(attempt.lines) + 1]


@pytest.mark.parametrize(
    "content",
    [
        b"age-encryption.org/v1\n-> X25519 abc\n\x00\xff\xfe",
        b'{\n  "format": 1,\n  "case": "7Q2MX4HK",\n  "answers": {}\n}\n',
        b'{"format":1,"case":"7Q2MX4HK","advice":{"level":"melden"}}\n',
        b"sector: onderwijs\nanswers: {}\n",
        b"",
        b"[]\n",
        b"null\n",
        b"\xff" * 100,
        b"[" * 100_000,
        b'{"a":' * 5_000,
    ],
)
def test_a_real_case_can_never_be_an_exercise(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "zaak"
    path.write_bytes(content)

    assert why(path) == "not_exercise"
    assert path.read_bytes() == content


def test_a_pipe_is_refused_at_once_and_what_is_huge_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    assert why(tmp_path / "pijp") == "not_exercise"
    with (tmp_path / "groot").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert why(tmp_path / "groot") == "size"


@pytest.mark.parametrize(
    "line",
    [
        "x",
        "[]",
        "{}",
        '{"at":"2026-11-23T09:00:00","told":"turn"}',
        '{"at":"gisteren","told":"turn"}',
        '{"at":"2026-11-23T09:00:00+01:00","event":{"event":"geen"}}',
        '{"at":"2026-11-23T09:00:00+01:00","question":"collega","hands":{"ja":-1}}',
        '{"at":"2026-11-23T09:00:00+01:00","question":"collega","hands":{"ja":true}}',
        '{"at":"2026-11-23T09:00:00+01:00","event":' + "[" * 3_000 + "]" * 3_000 + "}",
    ],
)
def test_a_damaged_line_is_named_by_its_number(kept: ResultFile, line: str) -> None:
    with kept.path.open("a") as file:
        file.write(line + "\n")
    with pytest.raises(NoAttemptError) as refused:
        kept.resume()
    assert (refused.value.why, refused.value.line) == ("line", len(WHOLE.lines) + 2)


def test_bytes_changed_at_random_are_read_refused_or_do_not_fit_and_nothing_else(kept: ResultFile) -> None:
    data, dice = kept.path.read_bytes(), random.Random(6)  # noqa: S311 - made damage
    outcomes = set()
    for _ in range(60):
        changed = bytearray(data)
        for _ in range(dice.randrange(1, 4)):
            changed[dice.randrange(len(changed))] = dice.randrange(256)
        kept.path.write_bytes(changed)
        try:
            outcomes.add(misfit(BREAD, read(kept.path)))
        except NoAttemptError as error:
            outcomes.add(error.why)
    assert {"", "line", "other_events"} <= outcomes


# -- whether it is of this exercise -----------------------------------------------------------------------------------


def test_a_whole_attempt_fits_its_exercise() -> None:
    assert misfit(BREAD, WHOLE) == ""
    assert misfit(BREAD, Attempt(head())) == ""


@pytest.mark.parametrize(
    ("name", "code"),
    [("exercise", "other_exercise"), ("digest", "other_version"), ("protocol", "other_protocol")],
)
def test_another_exercise_version_or_protocol_does_not_fit(name: str, code: str) -> None:
    entry = json.loads(json.dumps({key: getattr(WHOLE.head, key) for key in WHOLE.head.__slots__}))
    other = type(WHOLE.head)(**{**entry, name: "iets-anders"})
    assert misfit(BREAD, Attempt(other, WHOLE.lines)) == code


STARTED = Started("onderwijs", BREAD.protocol.digest, "1")


@pytest.mark.parametrize(
    "events",
    [
        [STARTED, Closed("klaar")],
        [Answered("direct_gevaar", "nee")],
        [STARTED, STARTED],
        [Started("onderwijs", "sha256:iets-anders", "1")],
        [STARTED, Answered("bestaat_niet", "nee")],
        [STARTED, Answered("direct_gevaar", "misschien")],
        [STARTED, Reopened("een"), Reopened("twee")],
    ],
)
def test_what_cannot_have_happened_in_this_exercise_does_not_fit(events: list[Event]) -> None:
    lines = tuple(Happened(BEGIN, event) for event in events)
    assert misfit(BREAD, Attempt(head(), lines)) == "other_events"


def test_a_piece_of_another_story_does_not_fit() -> None:
    assert misfit(BREAD, WHOLE.having(Told(BEGIN, "fact.van_elders"))) == "other_events"


def test_hands_at_a_question_that_is_not_there_do_not_fit() -> None:
    text = "\n".join(
        [
            json.dumps({"format": 1, "kind": "meldcode-oefening", **{k: getattr(head(), k) for k in head().__slots__}}),
            '{"at":"2026-11-23T09:00:00+01:00","question":"bestaat_niet","hands":{"ja":1}}',
            "",
        ]
    )
    assert misfit(BREAD, parse(text)) == "other_events"


def test_every_line_stays_on_one_line_whatever_was_typed() -> None:
    line = Happened(BEGIN, Answered("beschermend", "een\ntwee\u2028drie\x1b[31m"))
    assert "\n" not in line_text(line)
    assert line_text(line).isascii()
