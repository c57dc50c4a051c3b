"""Every code that the loader can say is in the gallery and has words in both languages."""

import ast
import re
from pathlib import Path

import pytest

import meldcode.protocol
from meldcode.text import findings
from tests.protocol import gallery_content, gallery_yaml
from tests.protocol.small import refused

SOURCES = sorted(Path(meldcode.protocol.__file__).parent.glob("*.py"))

ELSEWHERE = {"Y18"}
"""Codes whose fault is no file: `test_content` takes a file away."""


def said() -> set[str]:
    """Every code in the syntax trees of the package."""
    return {
        node.value
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch("[YSRCT][0-9]{2}", node.value)
    }


def shown() -> set[str]:
    planted = {fault.code for fault in gallery_yaml.FAULTS.values()}
    return planted | {fault.code for fault in gallery_content.FAULTS.values()} | ELSEWHERE


def test_the_walk_sees_the_codes() -> None:
    assert len(said()) > 40


def test_every_code_is_in_the_gallery() -> None:
    assert said() - shown() == set()


def test_the_gallery_has_no_code_that_is_never_said() -> None:
    assert shown() - said() == set()


@pytest.mark.parametrize("code", sorted(said()))
@pytest.mark.parametrize("language", [0, 1], ids=["nl", "en"])
def test_every_code_has_words_in_both_languages(code: str, language: int) -> None:
    assert findings.TEXTS[code][language].strip()


@pytest.mark.parametrize("code", sorted(said()))
def test_both_languages_name_the_same_values(code: str) -> None:
    dutch, english = (set(re.findall(r"\{(\w+)\}", text)) for text in findings.TEXTS[code])
    assert dutch == english


@pytest.mark.parametrize("fault", gallery_content.FAULTS.values(), ids=gallery_content.FAULTS)
def test_every_fault_can_be_worded(fault: gallery_content.Fault, tmp_path: Path) -> None:
    (finding,) = refused(tmp_path, fault.files, fault.sector)
    for language in ("nl", "en"):
        sentence = findings.cause(language, finding.code, finding.values)
        assert sentence
        assert not re.search(r"\{\w+\}", sentence)
