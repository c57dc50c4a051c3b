"""What an overlay may do, and what it may not: refused by code, at the very place, with the line."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from meldcode.protocol import scenario_file
from meldcode.protocol.condition import Is
from meldcode.protocol.diagnostics import Finding, Place, RefusedError
from meldcode.protocol.model import Text
from meldcode.protocol.overlay import overlaid
from meldcode.protocol.overlay_file import read
from meldcode.protocol.overlay_names import imitates, is_emergency, nearly_emergency, other_number
from meldcode.protocol.overlay_schema import about
from tests.protocol.gallery_overlay import EVERY_OPERATION, FAULTS, RICH
from tests.protocol.small_overlay import HEAD, Fault, file, laid, overlay, refused


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_every_fault_is_refused_at_its_very_place_with_its_line(fault: Fault, tmp_path: Path) -> None:
    folder = tmp_path / "given"
    found = refused(folder, *fault.before, fault.text, english=fault.english)
    beside = fault.code == "T01"
    name = "given/stad.en.yaml" if beside else "given/stad.yaml"
    assert [(each.code, each.place) for each in found] == [(fault.code, Place(name, fault.line, fault.column))]
    assert fault.values.items() <= found[0].values.items()
    text = fault.english if beside else fault.text
    assert found[0].excerpt == text.split("\n")[fault.line - 1]


def test_every_operation_is_accepted_as_someone_with_good_intentions_writes_it(tmp_path: Path) -> None:
    spec = file(tmp_path, RICH).spec
    assert {about(operation) for operation in spec.operations} == set(EVERY_OPERATION)
    protocol = laid(tmp_path, RICH)
    assert len(protocol.changes) == len(spec.operations)
    assert protocol.overlays[-1].municipalities == ("Utrecht",)


def test_what_a_rich_overlay_does_is_in_the_protocol(tmp_path: Path) -> None:
    protocol = laid(tmp_path, RICH)
    rules = {rule.id: rule for rule in protocol.rules}
    assert (rules["meld"].level, rules["meld"].contacts) == ("bel_112", ("team",))
    assert rules["team_eerst"].source == "afspraak"
    assert rules["vertel_team"].source == "stad"
    assert protocol.sources["stad"].unverified.nl == "lokaal toegevoegd, niet landelijk nagekeken"
    assert [step.id for step in protocol.steps] == ["signalen", "overleg", "wegen", "team_stap", "bestuur"]
    assert protocol.steps[-1].questions == ("gemeld", "sisa", "hoelang")
    assert "toelichting" not in protocol.questions
    assert protocol.questions["direct_gevaar"].help.nl == ""
    assert [item.text.nl for item in protocol.local_help["direct_gevaar"]] == ["Twijfelt u? Bel 112."]
    assert protocol.questions["hoelang"].label.nl == "Sinds"
    assert [signal.id for signal in protocol.signal_lists["kind"].signals] == ["kind.wond", "kind.zwerft"]
    assert list(protocol.help.interventions) == ["huisbezoek", "maatje"]
    assert (protocol.terms[0].text.nl, protocol.roles[0].text.nl) == ("kind", "De intern begeleider van de stad")


def test_an_added_contact_never_comes_before_112_and_veilig_thuis(tmp_path: Path) -> None:
    assert list(laid(tmp_path, RICH).contacts) == ["alarm", "veilig_thuis", "team", "bureau"]


def test_a_contact_that_is_checked_is_no_longer_unchecked(tmp_path: Path) -> None:
    protocol = laid(
        tmp_path,
        overlay(
            "{add: contact, id: team, name: Wijkteam, unverified: nog niet gebeld}",
            "{change: contact, id: team, verified: 2026-02-03}",
        ),
    )
    assert (protocol.contacts["team"].verified, protocol.contacts["team"].unverified.nl) == ("2026-02-03", "")


def test_english_beside_an_overlay_reaches_what_it_adds(tmp_path: Path) -> None:
    english = "language: en\noperations: {sisa: {question: {ask: Is it in SISA?, options: {ja: Yes}}}}\n"
    question = laid(tmp_path, RICH, english=english).questions["sisa"]
    assert (question.ask.en, question.options[0].text.en) == ("Is it in SISA?", "Yes")


def test_an_overlay_is_for_the_sectors_that_it_names_and_no_other(tmp_path: Path) -> None:
    text = overlay("{add: role, id: wie, text: Wie}", head=HEAD.replace("extends: school", "extends: [algemeen]"))
    (finding,) = refused(tmp_path, text)
    assert (finding.code, finding.values) == ("O10", {"given": "algemeen", "sector": "school"})


def test_everything_that_is_wrong_with_an_overlay_comes_in_one_run(tmp_path: Path) -> None:
    wrong = ("{hide: question, id: direct_gevaar}", "{tighten: rule, id: meld, level: hulp}", "{hide: contact, id: x}")
    assert [finding.code for finding in refused(tmp_path, overlay(*wrong))] == ["O05", "O06", "O02"]


def test_an_overlay_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "stad.yaml").mkdir()
    with pytest.raises(RefusedError) as error:
        read(tmp_path / "stad.yaml")
    assert [finding.code for finding in error.value.findings] == ["Y18"]


@pytest.mark.parametrize(("content", "code"), [(b"- a\n", "S03"), (b"", "Y16"), (b"a: \xff\n", "Y01")])
@pytest.mark.parametrize("reader", [read, scenario_file.read], ids=["overlay", "scenario"])
def test_a_file_of_another_form_is_refused_at_its_place(
    reader: Callable[[Path], object], content: bytes, code: str, tmp_path: Path
) -> None:
    path = tmp_path / "stad.yaml"
    path.write_bytes(content)
    with pytest.raises(RefusedError) as error:
        reader(path)
    (finding,) = error.value.findings
    assert (finding.code, finding.place.line) == (code, 1)


@pytest.mark.parametrize(
    "name",
    [
        *("Wijkteam Noord", "Zorg- en Veiligheidshuis", "Jeugdteam 1-12 jaar", "Team 12", "Thuisbegeleiding"),
        *("Veilig Wonen", "Veilige Haven", "Centrum voor Jeugd en Gezin", "Thuiszorg", "Buurtteam 11-23", "Łódź"),
    ],
)
def test_an_ordinary_name_imitates_nothing(name: str) -> None:
    assert not imitates(name)


@pytest.mark.parametrize("phone", ["030-1234567", "14 030", "112", "0800 2000", "0800-0432", "0900-1234", ""])
def test_an_ordinary_number_and_the_right_one_are_not_nearly_right(phone: str) -> None:
    assert not nearly_emergency(phone)


@pytest.mark.parametrize("phone", ["112", "0800-2000", "0800 2000", "08002000"])
def test_the_right_number_is_right_however_it_is_spaced(phone: str) -> None:
    assert is_emergency(phone)


@pytest.mark.parametrize("phone", ["٠٨٠٠-٢٠٠١", "0800−2001", "０８００‐２００１"])  # noqa: RUF001 - that is what it is about
def test_a_number_that_is_nearly_right_is_seen_in_any_script(phone: str) -> None:
    assert nearly_emergency(phone)
    assert other_number(f"Bel Veilig Thuis op {phone}.") == "0800-2001"


@pytest.mark.parametrize(
    "text",
    [
        "Bel Veilig Thuis (0800-2000).",
        "Bel 112. Denkt iemand aan zelfdoding, bel 113.",
        "Sinds 2026-01-01 werkt Veilig Thuis zo, van 9:00-17:00 en van 09.00-17.00.",
        "Veilig Thuis in 2015-2020, art. 4.1.1 Wmo 2015, kinderen van 0-18 jaar.",
        "Het wijkteam heeft nummer 030-1234567.",
    ],
)
def test_a_text_that_gives_no_other_number_for_112_or_veilig_thuis_is_fine(text: str) -> None:
    assert other_number(text) == ""


def test_what_a_step_tells_people_stays_and_an_overlays_own_stands_below_it(tmp_path: Path) -> None:
    """Title and purpose are names; guidance is what people do."""
    first = overlay("{change: step, id: overleg, title: Samen, guidance: Praat samen.}")
    told = laid(tmp_path, first)
    again = overlay("{change: step, id: overleg, guidance: Bel het team.}", head=HEAD.replace("stad", "school2"))
    spec = file(tmp_path / "later", again)
    findings: list[Finding] = []
    made = overlaid(told, spec.spec, spec.digest, findings, "school")
    step = next(step for step in made.steps if step.id == "overleg")
    assert {finding.code for finding in findings} == {"O08"}
    assert (step.title.nl, step.guidance.nl) == ("Samen", "Praat samen.")


def test_guidance_stands_alone_where_we_gave_none(tmp_path: Path) -> None:
    told = laid(tmp_path, overlay("{change: step, id: wegen, guidance: Weeg samen.}"))
    assert next(step for step in told.steps if step.id == "wegen").guidance == Text("Weeg samen.")


def test_a_question_that_nothing_rests_on_can_be_asked_in_fewer_cases(tmp_path: Path) -> None:
    changed = laid(tmp_path, overlay("{change: question, id: toelichting, when: {gesprek: gevoerd}}"))
    assert changed.questions["toelichting"].when == Is("gesprek", ("gevoerd",))


def test_guidance_of_ours_is_kept_above_that_of_an_overlay(tmp_path: Path) -> None:
    before = laid(tmp_path, overlay("{add: role, id: wie, text: Wie}"))
    steps = tuple(replace(step, guidance=Text("Praat samen.", "Talk.")) for step in before.steps)
    read_ = file(tmp_path / "later", overlay("{change: step, id: overleg, guidance: Bel het team.}"))
    made = overlaid(replace(before, steps=steps, overlays=()), read_.spec, read_.digest, [], "school")
    step = next(step for step in made.steps if step.id == "overleg")
    assert step.guidance == Text(
        "Praat samen.\n\nGemeente Stad: Bel het team.", "Talk.\n\nGemeente Stad: Bel het team."
    )
