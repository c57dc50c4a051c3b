"""What `protocol explain` says: an example of every code that is wrong for that reason, and right when repaired."""

import re
from pathlib import Path

import pytest

from meldcode.text import codes, exercises, findings
from meldcode.text import warnings as warning_texts
from tests.protocol.gallery_explained import NOT_SHOWN, said

SHOWN = [code for code in codes.EXAMPLES if code not in NOT_SHOWN]


PARTLY = {"Y03": "problem", "O01": "allowed", "O08": "first"}
"""What depends on the parser, is a long list, or names a folder: an explanation says it in short."""


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_example_gives_its_very_code_and_sentence_and_the_repaired_one_nothing(
    code: str, tmp_path: Path
) -> None:
    example = codes.EXAMPLES[code]
    found = said(code, example.wrong, tmp_path / "wrong")
    assert [each.code for each in found] == [code]
    values = dict(found[0].values)
    if code in PARTLY:
        values[PARTLY[code]] = example.values[PARTLY[code]]
    assert findings.cause("nl", code, values) == findings.cause("nl", code, example.values)
    assert said(code, example.right, tmp_path / "right") == []


@pytest.mark.parametrize("code", sorted(NOT_SHOWN))
def test_what_no_text_can_show_has_no_example(code: str) -> None:
    assert (codes.EXAMPLES[code].wrong, codes.EXAMPLES[code].right) == ("", "")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_code_can_be_explained_in_both_languages(language: str) -> None:
    explained = {code: codes.explained(language, code) for code in codes.CODES}
    assert [code for code, text in explained.items() if not text.startswith(f"{code}  ")] == []
    unfilled = re.compile(r"\{\w+\}(?! *\[)")
    assert [code for code, text in explained.items() if unfilled.search(text.split("\n")[2])] == []


def test_every_code_that_has_words_can_be_explained() -> None:
    worded = {
        code
        for code in (*findings.TEXTS, *exercises.TEXTS, *warning_texts.TEXTS)
        if re.fullmatch("[A-Z][0-9]{2}", code)
    }
    assert worded <= set(codes.CODES)
    assert set(codes.EXAMPLES) == {code for code in codes.CODES if code[0] in "YSRCTOEWA"}


def test_an_explanation_shows_wrong_and_right() -> None:
    assert codes.explained("en", "O06").split("\n") == [
        "O06  error: this is refused",
        "",
        "The level of “meld” is melden; hulp is not higher. An overlay may only raise.",
        "",
        "Why: An overlay may be stricter, never milder.",
        "",
        "Wrong:",
        "    {tighten: rule, id: meld, level: hulp}",
        "",
        "Right:",
        "    {tighten: rule, id: meld, level: bel_112}",
    ]
