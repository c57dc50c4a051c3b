"""The JSON Schemas and the loader agree: on all that is shipped, on the examples, and on the whole gallery."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from meldcode.protocol.json_schema import KINDS, Schema, schema
from meldcode.protocol.library import content_root
from meldcode.text import codes
from tests.protocol import gallery_content, gallery_overlay, small
from tests.protocol.gallery_explained import NOT_SHOWN, overlay_text
from tests.protocol.json_schema_check import fits, typed

ROOT = content_root()
EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))

FORM = re.compile("S[0-9]{2}|O01|O15|C0[123]")
"""Codes of faults in the form of a file; the others are about what it refers to."""

BEYOND = {
    # What another part of the file, or another file, says.
    *("a sector in another's folder", "a sector on another base"),
    *("waiting until a question that is no date", "a deadline after a choice"),
    *("a severity of themes", "the age of an answer"),
    # A day of the calendar: an editor that knows the format `date` sees it.
    "a day that does not exist",
}
"""What the loader refuses for its form and a schema cannot see, each with the reason."""


def kind_of(name: str) -> str:
    """Return the kind of a content file by its name; empty where there is no schema for it."""
    if name.endswith((".en.yaml", "/en.yaml")):
        return "translation"
    if "/scenarios/" in name:
        return "scenario"
    if "/exercises/" in name:
        return "exercise"
    return {"protocol": "protocol", "sector": "sector", "overlay": "overlay"}.get(Path(name).stem, "")


@cache
def made(kind: str) -> Schema:
    return schema(kind)


def accepted(kind: str, text: str) -> bool:
    return fits(typed(text), made(kind))


def shipped() -> list[tuple[str, Path]]:
    """Every shipped file that has a schema, and those of the examples."""
    paths = [*sorted((ROOT / "protocols").rglob("*.yaml")), *sorted((ROOT / "sectors").rglob("*.yaml")), *EXAMPLES]
    return [(kind, path) for path in paths if (kind := kind_of(path.relative_to(ROOT).as_posix()))]


def test_there_is_something_to_try() -> None:
    assert {kind for kind, _ in shipped()} == set(KINDS)
    assert len(shipped()) > 500


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_is_shipped_fits_its_schema(kind: str) -> None:
    wrong = [str(path) for each, path in shipped() if each == kind and not accepted(kind, path.read_text("utf-8-sig"))]
    assert wrong == []


@pytest.mark.parametrize("name", [name for name in small.FILES if kind_of(name)])
def test_the_small_folder_fits(name: str) -> None:
    assert accepted(kind_of(name), small.FILES[name])


def test_a_rich_overlay_fits() -> None:
    assert accepted("overlay", gallery_overlay.RICH)


@pytest.mark.parametrize("code", [code for code in codes.EXAMPLES if code[0] in "SRCO" and code not in NOT_SHOWN])
def test_what_an_explanation_shows_as_right_fits(code: str) -> None:
    right = codes.EXAMPLES[code].right
    if code not in ("R06", "R13", "R17", "S12"):  # parts of a sector or a shared file
        assert accepted("overlay", overlay_text(right))


CONTENT = {
    name: (kind_of(fault.file), fault.files[fault.file])
    for name, fault in gallery_content.FAULTS.items()
    if FORM.fullmatch(fault.code) and kind_of(fault.file)
}
OVERLAYS = {
    f"overlay: {name}": ("overlay", fault.text)
    for name, fault in gallery_overlay.FAULTS.items()
    if FORM.fullmatch(fault.code)
}


@pytest.mark.parametrize("name", [name for name in (*CONTENT, *OVERLAYS) if name not in BEYOND])
def test_what_the_loader_refuses_for_its_form_the_schema_refuses_too(name: str) -> None:
    kind, text = (CONTENT | OVERLAYS)[name]
    assert not accepted(kind, text)


@pytest.mark.parametrize("name", sorted(BEYOND & {*CONTENT, *OVERLAYS}))
def test_what_is_beyond_a_schema_is_still_listed_with_reason(name: str) -> None:
    kind, text = (CONTENT | OVERLAYS)[name]
    assert accepted(kind, text)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_holds_nothing_of_the_loader_itself(kind: str) -> None:
    text = json.dumps(made(kind))
    assert not re.search(r'@place|left_out|\$comment|"null"', text)
    assert made(kind)["$schema"].endswith("2020-12/schema")
    for name, definition in made(kind)["$defs"].items():
        assert definition["description"], name


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_leads_somewhere(kind: str) -> None:
    named = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(made(kind))))
    assert named <= set(made(kind)["$defs"])
