"""The page for experts is up to date, and what nobody verified cannot stay out of it."""

from pathlib import Path

import pytest

from tests.protocol.small import BASE, CONTACTS, FILES, HELP, KIND, SCHOOL, edited, write
from tools.content_page import PAGE, ROOT, page

VERIFIED = ", verified: 2026-01-02}"
OLD = "protocols/signals/oud.yaml"
UNREAD = ", unverified: niet gelezen}"


def row(file: str, anchor: str, *cells: str, files: dict[str, str] | None = None) -> str:
    """A row of a table about the line that holds the anchor."""
    (line,) = (number for number, text in enumerate((files or FILES)[file].splitlines(), 1) if anchor in text)
    return f"| `{file}:{line}` | " + " | ".join(cells) + " |"


def test_the_page_is_what_the_content_makes_now() -> None:
    assert PAGE.read_text("utf-8") == page(ROOT), "docs/content.md is old: run make content"


def test_an_unverified_source_is_listed_with_its_reason_and_every_text_that_rests_on_it(tmp_path: Path) -> None:
    text = page(write(tmp_path, FILES))
    assert "bron `eigen`\n\n“Eigen werk”. Waarom niet nagekeken: nog niet nagezien." in text
    assert row(BASE, "id: meld", "regel `meld`", "Het is onveilig.", "algemeen") in text
    assert "regel `gevaar`" not in text


def test_a_text_that_a_sector_gives_is_listed_at_the_element_that_names_the_source(tmp_path: Path) -> None:
    text = page(write(tmp_path, edited(SCHOOL, "    source: handboek\n", "")))
    assert row(BASE, "id: meld", "regel `meld`", "Zo staat het in het handboek.", "school") in text


def test_an_unverified_source_of_a_sector_is_listed_with_that_sector(tmp_path: Path) -> None:
    files = edited(SCHOOL, "handboek: {title: Handboek" + VERIFIED, "handboek: {title: Handboek" + UNREAD)
    text = page(write(tmp_path, files))
    assert "bron `handboek`\n\n“Handboek”. Waarom niet nagekeken: niet gelezen." in text
    assert row(SCHOOL, "id: meld", "regel `meld`", "Zo staat het in het handboek.", "school") in text


def test_a_source_that_a_sector_retitles_stays_unverified(tmp_path: Path) -> None:
    files = edited(SCHOOL, "  handboek:", "  eigen: {title: Van school}\n  handboek:")
    assert "“Van school”. Waarom niet nagekeken: nog niet nagezien." in page(write(tmp_path, files))


def test_a_sector_that_names_the_source_of_the_base_once_more_is_listed_at_its_own_line(tmp_path: Path) -> None:
    text = page(write(tmp_path, edited(SCHOOL, "    source: handboek\n", "    source: eigen\n")))
    assert row(BASE, "id: meld", "regel `meld`", "Het is onveilig.", "algemeen") in text
    assert row(SCHOOL, "id: meld", "regel `meld`", "Zo staat het in het handboek.", "school") in text
    assert text.count("regel `meld`") == 2


def test_what_one_sector_says_is_not_listed_with_another(tmp_path: Path) -> None:
    other = FILES[SCHOOL].replace("sector: school", "sector: klas").replace("    source: handboek\n", "")
    files = {**edited(SCHOOL, "    source: handboek\n", "    source: eigen\n"), "sectors/klas/sector.yaml": other}
    text = page(write(tmp_path, files))
    assert row(BASE, "id: meld", "regel `meld`", "Zo staat het in het handboek.", "klas") in text
    assert row(SCHOOL, "id: meld", "regel `meld`", "Zo staat het in het handboek.", "school") in text


def test_a_signal_with_an_unverified_source_is_listed_with_the_sectors_that_show_its_list(tmp_path: Path) -> None:
    files = edited(KIND, "lijst: {title: Lijst" + VERIFIED, "lijst: {title: Lijst" + UNREAD)
    assert row(KIND, "id: bang", "signaal `kind.bang`", "Is bang.", "alle") in page(write(tmp_path, files))


def test_a_text_that_no_sector_shows_is_listed_too(tmp_path: Path) -> None:
    files = {**FILES, OLD: FILES[KIND].replace("list: kind", "list: oud").replace(VERIFIED, UNREAD)}
    text = page(write(tmp_path, files))
    assert row(OLD, "id: bang", "signaal `oud.bang`", "Is bang.", "geen", files=files) in text


def test_an_unverified_source_that_nothing_names_is_listed(tmp_path: Path) -> None:
    files = edited(SCHOOL, "  handboek:", "  ongebruikt: {title: Niets, unverified: niet gelezen}\n  handboek:")
    text = page(write(tmp_path, files))
    assert "“Niets”. Waarom niet nagekeken: niet gelezen.\n\nGeen tekst gebruikt deze bron." in text


@pytest.mark.parametrize(
    ("file", "old", "anchor", "cells"),
    [
        (CONTACTS, "urgency: 2\n    ", "id: veilig_thuis", ("contact", "Veilig Thuis", "0800-2000 · altijd")),
        (CONTACTS, "name: Noord, ", "id: VT01", ("regio", "Noord", "")),
        (HELP, "unsafe_with: [eer]\n    source: bank\n    ", "id: praten", ("hulp", "Praten", "")),
    ],
)
def test_an_unverified_contact_region_or_intervention_is_listed(
    file: str, old: str, anchor: str, cells: tuple[str, ...], tmp_path: Path
) -> None:
    files = edited(file, f"{old}verified: 2026-01-02", f"{old}unverified: niet gelezen")
    assert row(file, anchor, *cells, "niet gelezen", "alle", files=files) in page(write(tmp_path, files))


def test_an_acute_signal_is_named_when_the_weight_is_our_own(tmp_path: Path) -> None:
    files = edited(KIND, ", graded: bron", "")
    listed = row(KIND, "id: wond", "Heeft een wond.", "Kinderen")
    assert listed not in page(write(tmp_path / "bron", FILES))
    text = page(write(tmp_path / "eigen", files))
    assert listed in text
    assert f"| `{KIND}` | Kinderen | 2 van 2 | 0 | 1 | 0 | 0 | 1 |" in text


def test_a_verified_source_with_a_caveat_is_listed_with_how_often_it_is_named(tmp_path: Path) -> None:
    assert "| genoemd |\n| --- | --- | --- | --- | --- | --- |\n\n##" in page(write(tmp_path, FILES))
    files = edited(SCHOOL, "{title: Handboek", "{title: Handboek, note: oude | tekst")
    cells = ("Handboek", "", "oude \\| tekst", "2026-01-02", "1")
    assert row(SCHOOL, "handboek:", *cells, files=files) in page(write(tmp_path, files))


def test_each_sector_is_counted(tmp_path: Path) -> None:
    text = page(write(tmp_path, FILES))
    assert "| `algemeen` | 1.0.0 | 2026-01-02 | 2027-01-02 | ja | 0 | 15 | 1 |" in text
    assert "| `school` | 2.0.0 | 2026-01-02 | 2027-01-02 | ja | 0 | 15 | 0 |" in text
    assert "| `school` |  | geen termijn genoemd |  |" in text


@pytest.mark.parametrize(
    ("file", "old"), [(CONTACTS, "urgency: 2\n    "), (HELP, "unsafe_with: [eer]\n    source: bank\n    ")]
)
def test_an_unverified_contact_or_intervention_counts_as_a_statement(file: str, old: str, tmp_path: Path) -> None:
    files = edited(file, f"{old}verified: 2026-01-02", f"{old}unverified: niet gelezen")
    assert "| ja | 0 | 15 | 1 |\n\n### Hoe lang" in page(write(tmp_path, files))


def test_the_worked_cases_of_a_sector_are_counted(tmp_path: Path) -> None:
    case = "format: 1\nscenario: een\nsector: school\ntitle: Een\nstory: Een zaak.\nanswers: {}\n"
    case += "expect: {level: volgen, flags: []}\n"
    files = {**FILES, "sectors/school/scenarios/een.yaml": case}
    assert "| `school` | 2.0.0 | 2026-01-02 | 2027-01-02 | ja | 1 | 15 | 0 |" in page(write(tmp_path, files))


def test_how_long_the_record_is_kept_is_told_with_its_ground(tmp_path: Path) -> None:
    files = edited(SCHOOL, "actions: []\n", "actions: []\nretention: {text: Vijf jaar., years: 5, source: eigen}\n")
    text = page(write(tmp_path, files))
    assert "| `school` | 5 | Vijf jaar. | Eigen werk, niet nagekeken |" in text
    assert row(SCHOOL, "retention:", "bewaartermijn", "Vijf jaar.", "school", files=files) in text
