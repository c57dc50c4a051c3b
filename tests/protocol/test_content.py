"""What is wrong with a content file is said by code, at the very word, all at once."""

from pathlib import Path

import pytest

from meldcode.protocol.diagnostics import Finding, Place, RefusedError
from meldcode.protocol.source import Content
from tests.protocol import small
from tests.protocol.gallery_content import FAULTS, Fault
from tests.protocol.small import BASE, BASE_EN, EER, KIND, SCHOOL


def test_the_small_folder_is_whole(tmp_path: Path) -> None:
    assert small.resolved(tmp_path, "school").id == "school"
    assert small.resolved(tmp_path, "algemeen").id == "basismodel"


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_every_fault_is_refused_at_its_very_place_with_its_line(fault: Fault, tmp_path: Path) -> None:
    found = small.refused(tmp_path, fault.files, fault.sector)
    assert [(finding.code, finding.place) for finding in found] == [
        (fault.code, Place(fault.file, fault.line, fault.column))
    ]
    assert fault.values.items() <= found[0].values.items()
    assert found[0].excerpt == fault.files[fault.file].split("\n")[fault.line - 1]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    files = {name: text for name, text in small.FILES.items() if name != SCHOOL}
    (finding,) = small.refused(tmp_path, files)
    assert (finding.code, finding.place) == ("Y18", Place(SCHOOL, 1, 1))
    assert finding.values["reason"]


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    files = {name: text for name, text in small.FILES.items() if name != SCHOOL}
    (tmp_path / SCHOOL).mkdir(parents=True)
    assert [finding.code for finding in small.refused(tmp_path, files)] == ["Y18"]


def test_a_fault_in_the_yaml_is_told_with_its_file(tmp_path: Path) -> None:
    (finding,) = small.refused(tmp_path, small.edited(KIND, "order: 1", "order: 1\norder: 2"))
    assert (finding.code, finding.place, finding.excerpt) == ("Y04", Place(KIND, 5, 1), "order: 2")


def test_everything_that_is_wrong_with_the_form_comes_in_one_run(tmp_path: Path) -> None:
    text = small.FILES[BASE].replace("type: people", "type: mensen").replace("locked: true", "locked: ja")
    found = small.refused(tmp_path, {**small.FILES, BASE: text + "extra: x\n"})
    assert [finding.code for finding in found] == ["S05", "S04", "S01"]
    assert found == tuple(sorted(found, key=lambda finding: finding.place))


def test_everything_that_is_wrong_with_the_meaning_comes_in_one_run(tmp_path: Path) -> None:
    text = small.FILES[BASE].replace("{direct_gevaar: ja}", "{gevaar: ja}").replace("step: wegen", "step: weeg")
    school = small.FILES[SCHOOL].replace("deskundige, vt_advies]", "deskundige]")
    found = small.refused(tmp_path, {**small.FILES, BASE: text, SCHOOL: school})
    assert [(finding.code, finding.place.file) for finding in found] == [
        ("R01", BASE),
        ("R03", BASE),
        ("R13", SCHOOL),
    ]


def test_everything_that_is_wrong_with_a_translation_comes_in_one_run(tmp_path: Path) -> None:
    text = small.FILES[BASE_EN].replace("language: en", "language: nl").replace("{meld:", "{mel:")
    found = small.refused(tmp_path, {**small.FILES, BASE_EN: text})
    assert [finding.code for finding in found] == ["S04", "T01"]


def test_a_translation_of_questions_beside_steps_that_are_no_list_adds_no_fault_of_its_own(tmp_path: Path) -> None:
    text = small.FILES[BASE].replace("steps:\n", "steps: geen\nstappen:\n")
    files = {**small.FILES, BASE: text, BASE_EN: "language: en\nquestions: {gesprek: {}}\n"}
    found = small.refused(tmp_path, files, "algemeen")
    assert [(finding.code, finding.values["key"]) for finding in found] == [("S03", "steps"), ("S01", "stappen")]


def test_a_fault_in_the_head_of_a_sector_is_told_with_its_line_when_all_are_listed(tmp_path: Path) -> None:
    small.write(tmp_path, small.edited(SCHOOL, "title: School", "title:"))
    with pytest.raises(RefusedError) as error:
        Content(tmp_path).index()
    (finding,) = error.value.findings
    assert (finding.code, finding.place, finding.excerpt) == ("S03", Place(SCHOOL, 4, 7), "title:")


def test_a_key_in_a_theme_that_reads_like_the_loaders_own_is_refused(tmp_path: Path) -> None:
    (finding,) = small.refused(tmp_path, small.edited(EER, "order: 2", '"@place": x\norder: 2'))
    assert (finding.code, finding.place) == ("Y17", Place(EER, 4, 1))


def test_findings_are_sorted_by_place_whatever_the_order_in_which_they_were_found(tmp_path: Path) -> None:
    text = small.FILES[BASE].replace("source: eigen", "source: nergens").replace("[onveilig]", "[nergens]")
    found = small.refused(tmp_path, {**small.FILES, BASE: text}, "algemeen")
    assert [finding.code for finding in found] == ["R07", "R04"]


def test_a_finding_names_its_place_when_it_is_raised(tmp_path: Path) -> None:
    (finding,) = small.refused(tmp_path, small.edited(KIND, "severity: laag", "severity: licht"))
    assert finding == Finding(
        "S04",
        Place(KIND, 8, 42),
        {"key": "severity", "given": "licht", "allowed": "context, laag, midden, hoog, acuut", "meant": ""},
        "  - {id: bang, text: Is bang., severity: licht, source: lijst}",
    )
