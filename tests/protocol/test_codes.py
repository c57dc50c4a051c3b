"""Every code that the loader can say is in the gallery and has words in both languages."""

import ast
import re
from pathlib import Path

import pytest

import meldcode.protocol
import meldcode.training
from meldcode.text import codes, exercises, findings, warnings
from tests.protocol import gallery_content, gallery_overlay, gallery_yaml, small_overlay
from tests.protocol.gallery_explained import NOT_SHOWN
from tests.protocol.small import refused

SOURCES = sorted(
    path for package in (meldcode.protocol, meldcode.training) for path in Path(package.__path__[0]).rglob("*.py")
)

WORDED = {**findings.TEXTS, **exercises.TEXTS, **warnings.TEXTS}

ELSEWHERE = {"Y18"}
"""Codes whose fault is no file: `test_content` takes a file away."""


def said() -> set[str]:
    """Every code in the syntax trees of what reads files."""
    return {
        node.value
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch("[YSRCTOEW][0-9]{2}", node.value)
    }


def shown() -> set[str]:
    planted = {fault.code for fault in gallery_yaml.FAULTS.values()}
    planted |= {fault.code for fault in gallery_content.FAULTS.values()}
    planted |= {fault.code for fault in gallery_overlay.FAULTS.values()}
    explained = {code for code in codes.EXAMPLES if code not in NOT_SHOWN and code[0] in "OEW"}
    return planted | explained | ELSEWHERE


def test_the_walk_sees_the_codes() -> None:
    assert len(said()) > 80


def test_every_code_is_in_the_gallery() -> None:
    assert said() - shown() == set()


def test_the_gallery_has_no_code_that_is_never_said() -> None:
    assert shown() - said() == set()


def test_every_code_has_words_in_both_languages() -> None:
    """That both name the same values is tested for every text, in tests/text."""
    assert [code for code in sorted(said()) if not all(text.strip() for text in WORDED[code])] == []


@pytest.mark.parametrize("fault", gallery_content.FAULTS.values(), ids=gallery_content.FAULTS)
def test_every_fault_can_be_worded(fault: gallery_content.Fault, tmp_path: Path) -> None:
    (finding,) = refused(tmp_path, fault.files, fault.sector)
    for language in ("nl", "en"):
        sentence = findings.cause(language, finding.code, finding.values)
        assert sentence
        assert not re.search(r"\{\w+\}", sentence)


@pytest.mark.parametrize("fault", gallery_overlay.FAULTS.values(), ids=gallery_overlay.FAULTS)
def test_every_fault_of_an_overlay_can_be_worded(fault: small_overlay.Fault, tmp_path: Path) -> None:
    (finding,) = small_overlay.refused(tmp_path, *fault.before, fault.text, english=fault.english)
    for language in ("nl", "en"):
        sentence = findings.cause(language, finding.code, finding.values)
        assert sentence
        assert not re.search(r"\{\w+\}", sentence)
