"""What a person typed into a case is shown in the result and nowhere else, whatever goes wrong (USR-04)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from meldcode.cli.errors import CommandError, Exit, FindingsError, outcome
from meldcode.protocol.diagnostics import ContentDamagedError, Finding, Place, RefusedError
from meldcode.vault.errors import VaultError

if TYPE_CHECKING:
    from tests.cli.program import Program

MARK = "GEHEIM-7431"
SIGNAL = "kind_4_12.vertelt_mishandeling"

WRONG: list[dict[str, Any]] = [
    {"direct_gevaar": MARK},
    {"direct_gevaar": [MARK]},
    {"direct_gevaar": {MARK: MARK}},
    {"thema": MARK},
    {"thema": [MARK]},
    {"betrokkenen": MARK},
    {"betrokkenen": [MARK]},
    {"betrokkenen": [{"role": MARK}]},
    {"betrokkenen": [{"role": "kind", "age": MARK}]},
    {"betrokkenen": [{"role": "kind", "client": MARK}]},
    {"betrokkenen": [{"role": "kind", MARK: MARK}]},
    {"signalen": MARK},
    {"signalen": [MARK]},
    {"signalen": [{"signal": MARK, "seen": MARK}]},
    {"signalen": [{"signal": SIGNAL, "seen": [MARK]}]},
    {"signalen": [{"signal": SIGNAL, "on": MARK}]},
    {"signalen": [{"signal": SIGNAL, MARK: MARK}]},
    {"weging": [MARK]},
    {"weging": {"a": MARK}},
    {"weging": MARK * 2000},
    {"weging": f"{MARK}\0"},
    {"weging": f"{MARK}\ud800"},
    {"evaluatie": MARK},
    {"evaluatie": [MARK]},
    {"afwijking_reden": "", "weging": [MARK]},
]

BROKEN = [
    f"answers: {{weging: {MARK}",
    f"answers: {{weging: *{MARK}}}",
    f"answers: {{weging: &{MARK} x}}",
    f"answers: {{weging: !{MARK} x}}",
    f"answers: {{weging: !!{MARK} x}}",
    f"answers:\n  weging: {MARK}: {MARK}\n",
    f'answers:\n  weging: "{MARK}\n',
    f'answers:\n  weging: "{MARK}\\q"\n',
    f"answers:\n  weging: {MARK}\n weging: {MARK}\n",
    f"answers:\n  weging: {MARK}\n  weging: {MARK}\n",
    f"answers:\n  weging: {MARK}\u200b\n",
    f"answers:\n\tweging: {MARK}\n",
    f"answers:\n  weging: [{MARK}\n---\n{MARK}",
    f"%{MARK}\n---\nanswers: {{}}",
    f"answers: {MARK}",
    f"- {MARK}",
    f"{MARK}",
    f"answers:\n  weging: |\n {MARK}\n",
    f"answers: {{? {{{MARK}: 1}} : 2}}",
    f"answers:\n  <<: {{weging: {MARK}}}\n",
]


@pytest.mark.parametrize("answers", WRONG, ids=range(len(WRONG)))
def test_an_answer_that_is_refused_is_never_repeated(program: Program, answers: dict[str, Any]) -> None:
    given = json.dumps({"sector": "onderwijs", "answers": answers})
    whole = program.run("advise", "--answers", "-", stdin=given)
    assert whole.code == 4
    assert whole.err
    line = program.run("advise", "--answers", "-", "--jsonl", "--lang", "en", stdin=given)
    assert line.code == 1
    assert MARK not in whole.out + whole.err + line.out + line.err


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_file_that_cannot_be_read_is_not_repeated(program: Program, content: str) -> None:
    done = program.run("advise", "-s", "onderwijs", "--answers", program.file("zaak.yaml", content))
    assert done.code == 4
    assert done.out == ""
    assert "zaak.yaml:" in done.err
    assert MARK not in done.err


@pytest.mark.parametrize(
    "content", [f'{{"answers": {{"weging": "{MARK}"', f'["{MARK}"]', f'"{MARK}"', f'{{"{MARK}" 1}}']
)
def test_nor_is_json_that_cannot_be_read(program: Program, content: str) -> None:
    done = program.run("advise", "-s", "onderwijs", "--answers", program.file("zaak.json", content))
    assert (done.code, done.out) == (4, "")
    assert MARK not in done.err


def test_a_good_answer_is_in_the_result_only_and_leaves_nothing_on_disk(program: Program) -> None:
    given = json.dumps({"sector": "onderwijs", "answers": {"weging": MARK}})
    before = sorted(program.folder.rglob("*"))
    done = program.run("advise", "--answers", "-", "-m", "Utrect", stdin=given)
    assert MARK in done.out
    assert MARK not in done.err
    assert sorted(program.folder.rglob("*")) == before


def broken() -> Exception:
    """A mistake of ours, with an answer in its message and in its variables."""
    secret = {"weging": MARK}
    try:
        return secret["x" + MARK]  # type: ignore[return-value]
    except KeyError as error:
        return error


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_mistake_of_ours_is_told_by_kind_and_place_with_the_numbers_to_call(language: str) -> None:
    text, code = outcome(broken(), "nl" if language == "nl" else "en")
    assert code == Exit.FINDINGS
    assert "KeyError, test_secrecy.py:" in text
    assert MARK not in text
    assert "/" not in text.replace("0800-2000", "")
    assert {"112", "0800-2000"} <= set(text.replace(".", " ").split())
    assert len(text.splitlines()) == 1


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (CommandError(Exit.USAGE, "cli.topic_unknown", given="a\x1b[31m\nb", known="c"), 2, "“a⟨U+001B⟩[31m b”"),
        (
            CommandError(Exit.REFUSED, "cli.unreadable", file="x", reason=PermissionError(13, "denied")),
            4,
            "dat mag u niet",
        ),
        (OSError(28, "No space left on device"), 7, "er is geen ruimte meer"),
        (OSError(99, "Cannot assign requested address"), 7, "Cannot assign requested address"),
        (OSError(), 7, "niet gelukt"),
        (VaultError("locked_wrong"), 5, "past niet"),
        (VaultError("unknown_case"), 2, "zaak"),
        (VaultError("symlink", path="register.age", kind="link"), 6, "geen gewoon bestand"),
        (FindingsError((Finding("S02", Place("a.yaml", 3, 1), {"key": "answers"}),)), 4, "a.yaml:3:1: S02"),
        (ContentDamagedError("onderwijs.json"), 4, "112, en voor advies Veilig Thuis: 0800-2000"),
        (RefusedError([Finding("S02", Place("a.yaml", 3, 1), {"key": "x"})]), 4, "De inhoud van het programma"),
    ],
)
def test_every_kind_of_failure_has_its_words_and_its_code(error: Exception, code: int, said: str) -> None:
    text, found = outcome(error, "nl")
    assert found == code
    assert said in text
    assert "\x1b" not in text


def test_a_finding_about_a_file_of_ours_shows_the_line_with_a_caret_under_the_place() -> None:
    finding = Finding("S02", Place("a.yaml", 1, 6), {"key": "x"}, excerpt="a: \x1b[b]")
    head, excerpt, caret = FindingsError((finding,)).said("nl").splitlines()
    assert head.startswith("a.yaml:1:6: S02 ")
    assert excerpt == "    a: ⟨U+001B⟩[b]"
    assert caret.index("^") == excerpt.index("b")
