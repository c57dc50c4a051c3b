"""`meldcode protocol list`, `show` and `prove`, as a policy officer uses them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from meldcode.protocol import codec, library
from meldcode.protocol.model import Protocol
from tests.cli.overlays import CONTACT, HELP, NOT_MONOTONE, TIGHTER, configured, overlay

if TYPE_CHECKING:
    from tests.cli.program import Program


def test_the_list_names_every_protocol_with_its_version(program: Program) -> None:
    done = program.run("protocol", "list")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert [line.split()[0] for line in lines] == [entry.id for entry in library.sectors()]
    assert all(f" {entry.version}: {entry.title.nl}" in done.out for entry in library.sectors())


@pytest.mark.parametrize(("language", "everywhere"), [("nl", "alle gemeenten"), ("en", "all municipalities")])
def test_the_list_names_the_overlays_of_this_machine_and_which_cannot_be_used(
    program: Program, language: str, everywhere: str
) -> None:
    configured(program, "a.yaml", overlay("een", places="Utrecht, Zeist", extends="onderwijs, kinderopvang"))
    configured(program, "b/overlay.yaml", overlay("twee"))
    configured(program, "b/scenarios/x.yaml", "scenario: x\n")
    configured(program, "c.yaml", "[")
    done = program.run("protocol", "list", "--lang", language)
    assert done.code == 0
    first, second, third = done.out.splitlines()[-3:]
    assert all(part in first for part in ("een 1.2.3", "Eigenaar een", "onderwijs, kinderopvang", "Utrecht, Zeist"))
    assert everywhere in second
    assert "c.yaml" in third


def test_show_tells_what_a_protocol_is_and_nothing_more(program: Program) -> None:
    done = program.run("protocol", "show", "onderwijs")
    shown = library.protocol("onderwijs")
    assert done.out.splitlines() == [f"onderwijs {shown.version}: {shown.title.nl}", f"  {shown.digest}"]


def test_show_tells_who_changed_what_and_where(program: Program) -> None:
    file = program.file("over.yaml", overlay("een", CONTACT, HELP, TIGHTER))
    done = program.run("protocol", "show", file)
    assert (done.code, done.err) == (0, "")
    assert "Lokaal aangepast door Eigenaar een: een 1.2.3 (sha256:" in done.out
    lines = done.out.splitlines()[3:]
    assert [line.split()[:3] for line in lines] == [
        ["add", "contact", "team"],
        ["change", "question", "collega"],
        ["tighten", "rule", "twijfel_hulp"],
    ]
    assert [line.rpartition(":")[2] for line in lines] == ["7", "8", "9"]


def test_show_resolved_prints_every_element_of_the_whole(program: Program) -> None:
    file = program.file("over.yaml", overlay("een", CONTACT, NOT_MONOTONE))
    done = program.run("protocol", "show", file, "--resolved")
    whole = library.protocol("onderwijs")
    named = [*whole.questions, *whole.actions, *whole.contacts, *(rule.id for rule in whole.rules), "team", "strak"]
    assert [name for name in named if name not in done.out] == []
    assert "sector.yaml:" not in done.out


def test_show_with_origin_says_the_file_and_line_of_every_element(program: Program) -> None:
    file = program.file("over.yaml", overlay("een", CONTACT, NOT_MONOTONE))
    done = program.run("protocol", "show", file, "--resolved", "--origin")
    (rule,) = (line for line in done.out.splitlines() if line.startswith("strak →"))
    assert rule.endswith("over.yaml:8]")
    (step,) = (line for line in done.out.splitlines() if line.startswith("2. "))
    assert "sectors/onderwijs/sector.yaml:" in step
    (question,) = (line for line in done.out.splitlines() if line.startswith("  direct_gevaar *"))
    assert "protocols/basismodel/protocol.yaml:" in question
    assert str(program.folder) not in done.out


def test_show_as_json_is_the_whole_protocol_under_its_digest(program: Program) -> None:
    file = program.file("over.yaml", overlay("een", TIGHTER))
    done = program.run("protocol", "show", file, "--format", "json")
    kept = codec.decode(done.out)
    assert isinstance(kept, Protocol)
    assert [each.id for each in kept.overlays] == ["een"]
    assert kept.digest != library.protocol("onderwijs").digest
    assert f"  {kept.digest}" in program.run("protocol", "show", file).out


def test_an_overlay_on_two_sectors_is_shown_for_each(program: Program) -> None:
    file = program.file("over.yaml", overlay("een", extends="onderwijs, kinderopvang"))
    done = program.run("protocol", "show", file)
    assert [line.split()[0] for line in done.out.splitlines() if not line.startswith(" ")] == [
        "onderwijs",
        "kinderopvang",
    ]


def test_stacked_overlays_are_shown_as_one(program: Program) -> None:
    files = [program.file("a.yaml", overlay("een", TIGHTER)), program.file("b.yaml", overlay("twee", HELP))]
    apart, together = (program.run("protocol", "show", *files, *more) for more in ((), ("--stack",)))
    assert apart.out.count("Lokaal aangepast") == together.out.count("Lokaal aangepast") == 2
    assert apart.out.count("onderwijs 1.") == 2
    assert together.out.count("onderwijs 1.") == 1


@pytest.mark.parametrize("command", ["show", "prove"])
def test_a_name_that_does_not_exist_is_wrong_usage_and_a_refused_file_is_told_with_its_findings(
    program: Program, command: str
) -> None:
    done = program.run("protocol", command, "qqq")
    assert (done.code, done.out) == (2, "")
    refused = program.run("protocol", command, program.file("stuk.yaml", "overlay: [\n"))
    assert refused.code == 4
    assert "stuk.yaml:" in refused.err


def test_a_proof_says_how_many_paths_and_names_every_invariant(program: Program) -> None:
    done = program.run("protocol", "prove", program.file("over.yaml", overlay("een", CONTACT, HELP, TIGHTER)))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("onderwijs + een: BEWEZEN over ")
    assert all(f"  I-{number:02d}  " in done.out for number in range(1, 15))
    assert "GEBROKEN" not in done.out


BROKEN = overlay("streng", HELP, NOT_MONOTONE, extends="zorg-arts")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ("NIET BEWEZEN", "GEBROKEN", "Met deze antwoorden:", "Naast deze antwoorden:")),
        ("en", ("NOT PROVEN", "BROKEN", "With these answers:", "Beside these answers:")),
    ],
)
def test_an_overlay_that_breaks_an_invariant_is_shown_with_a_counterexample_in_words(
    program: Program, language: str, words: tuple[str, ...]
) -> None:
    """`veiligheid: nee` → melden makes the safe answer heavier than doubt about it: I-04."""
    done = program.run("protocol", "prove", program.file("streng.yaml", BROKEN), "--lang", language)
    assert done.code == 1
    assert done.out.startswith(f"zorg-arts + streng: {words[0]}")
    assert all(word in done.out for word in words)
    assert "I-04  " + words[1] in done.out
    assert "streng.yaml:8" in done.out
    labels = library.protocol("zorg-arts").questions
    assert f"{labels['veiligheid'].label.to('nl' if language == 'nl' else 'en')}: " in done.out
    assert "--answers" in done.err


def test_a_counterexample_about_a_raised_level_names_the_line_that_raised_it(program: Program) -> None:
    content = overlay("streng", HELP, "{tighten: rule, id: hulp_loopt, level: melden}")
    done = program.run("protocol", "prove", program.file("streng.yaml", content))
    assert done.code == 1
    places = [line.strip() for line in done.out.splitlines() if ".yaml:" in line]
    assert places[1].startswith("protocols/basismodel/protocol.yaml:")
    assert places[2].endswith("streng.yaml:8")


def test_the_answers_of_a_counterexample_give_that_very_outcome_through_advise(program: Program) -> None:
    file = program.file("streng.yaml", BROKEN)
    folder = program.folder / "antwoorden"
    folder.mkdir()
    done = program.run("protocol", "prove", file, "--answers", "antwoorden")
    assert done.code == 1
    kept = sorted(folder.iterdir())
    assert kept
    assert all(str(path) in done.err for path in kept)
    order = ("afsluiten", "volgen", "hulp", "overleg", "melden", "bel_112")
    pairs = [(path, path.with_name(f"{path.stem}-b.json")) for path in kept if "I-04" in path.name]
    pairs = [(one, other) for one, other in pairs if other in kept]
    assert pairs
    for one, other in pairs:
        safer, worse = (
            program.run("advise", "--answers", str(path), "--overlay", file, "--format", "json").json["advice"]["level"]
            for path in (one, other)
        )
        assert order.index(worse) < order.index(safer)
        changed = [json.loads(path.read_text("utf-8"))["answers"].get("veiligheid") for path in (one, other)]
        assert changed[0] == "nee"
        assert changed[1] != "nee"


def test_the_answers_of_counterexamples_are_never_written_over_something(program: Program) -> None:
    file = program.file("streng.yaml", BROKEN)
    (program.folder / "antwoorden").mkdir()
    assert program.run("protocol", "prove", file, "--answers", "antwoorden").code == 1
    again = program.run("protocol", "prove", file, "--answers", "antwoorden")
    assert again.code == 7
    missing = program.run("protocol", "prove", file, "--answers", "weg")
    assert missing.code == 2
    assert "weg" in missing.err
