"""The reference of overlays is what the models make now, and says something of everything."""

import re

from meldcode.protocol.overlay import DOERS
from meldcode.protocol.overlay_schema import OverlaySpec
from meldcode.text.findings import TEXTS
from tools.overlay_reference import KEYS, OPERATIONS, PAGE, operations, page


def test_the_page_is_what_the_models_make_now() -> None:
    assert PAGE.read_text("utf-8") == page(), "docs/overlay-reference.md is old: run make content"


def test_every_operation_that_can_be_done_is_on_the_page() -> None:
    assert OPERATIONS.keys() == DOERS.keys()
    assert len(operations()) == len(DOERS)
    headings = re.findall(r"^### `(\w+): (\w+)`$", page(), re.MULTILINE)
    assert [" ".join(pair) for pair in headings] == list(OPERATIONS)


def test_every_key_that_is_explained_exists_and_every_key_of_the_file_is_there() -> None:
    named = set(re.findall(r"^\| `(\w+)`", page(), re.MULTILINE))
    assert named == KEYS.keys()
    assert set(OverlaySpec.model_fields) - {"place"} <= named


def test_obligatory_keys_have_an_asterisk_and_others_have_not() -> None:
    head = page().partition("## Bewerkingen")[0]
    assert "| `owner`* | een regel tekst |" in head
    assert "| `municipalities` | lijst: een regel tekst |" in head
    assert "| `operations`* | lijst: bewerkingen |" in head


def test_every_code_of_an_overlay_is_on_the_page() -> None:
    codes = [code for code in TEXTS if re.fullmatch(r"O\d\d", code)]
    assert len(codes) >= 15
    assert re.findall(r"^\| (O\d\d) \|", page(), re.MULTILINE) == codes
