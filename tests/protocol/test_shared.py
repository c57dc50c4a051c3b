"""What the shared files give to a protocol: contacts for some sectors, help, and the way to it."""

from pathlib import Path

from meldcode.protocol.condition import Any, AtLeast, Is
from meldcode.protocol.help import Help
from meldcode.protocol.source import Content
from tests.protocol import small
from tests.protocol.small import BASE, CONTACTS, EER


def test_a_contact_that_is_for_some_sectors_only_is_in_no_other(tmp_path: Path) -> None:
    files = small.edited(CONTACTS, "    urgency: 2\n", "    urgency: 2\n    only: [algemeen]\n")
    school = small.resolved(tmp_path / "a", "school", files)
    assert list(school.contacts) == ["alarm"]
    assert {contact for rule in school.rules for contact in rule.contacts} == set()
    assert school.themes["eer"].consult_contacts == ()
    assert list(small.resolved(tmp_path / "b", "algemeen", files).contacts) == ["alarm", "veilig_thuis"]


def test_ages_of_a_contact_are_years_and_open_at_both_ends(tmp_path: Path) -> None:
    files = small.edited(CONTACTS, "    urgency: 2\n", "    urgency: 2\n    ages: {to: 18}\n")
    contacts = small.resolved(tmp_path, files=files).contacts
    assert (contacts["veilig_thuis"].age_from, contacts["veilig_thuis"].age_to) == (0, 18)
    assert (contacts["alarm"].age_from, contacts["alarm"].age_to) == (0, 120)


def test_help_stands_in_the_order_of_how_well_it_is_founded(tmp_path: Path) -> None:
    offered = small.resolved(tmp_path).help
    assert isinstance(offered, Help)
    assert list(offered.interventions) == ["huisbezoek", "praten"]
    assert offered.interventions["praten"].fits.themes == ("eer",)
    assert [level.id for level in offered.levels] == ["goed", "geen"]
    assert "bank" in small.resolved(tmp_path).sources


def test_the_index_tells_the_way_from_profession_to_protocol(tmp_path: Path) -> None:
    index = Content(small.write(tmp_path, small.FILES)).index()
    assert [entry.id for entry in index.sectors] == ["school", "algemeen"]
    assert [(place.id, [each.sector for each in place.professions]) for place in index.workplaces] == [
        ("school", ["school"]),
        ("elders", ["algemeen"]),
    ]


def test_signals_that_a_theme_weighs_count_like_acute_ones(tmp_path: Path) -> None:
    """The rule about acute signals is the one with that condition and the action that asks to weigh explicitly."""
    weigh = small.FILES[EER].replace("weigh: []", "weigh: [kind.bang]")
    base = small.FILES[BASE].replace(
        "  - id: vertel\n", "  - id: weeg_acuut_signaal\n    text: Weeg het.\n  - id: vertel\n"
    )
    base = base.replace(
        "weegt zwaar.\n    source: wet", "weegt zwaar.\n    source: wet\n    actions: [weeg_acuut_signaal]"
    )
    protocol = small.resolved(tmp_path, files={**small.FILES, EER: weigh, BASE: base})
    rule = next(rule for rule in protocol.rules if rule.id == "signaal")
    assert rule.when == Any((AtLeast("signalen", 1, "acuut"), Is("signalen", ("kind.bang",))))
    assert [protocol.weighs_explicitly(name) for name in ("kind.bang", "kind.wond")] == [True, True]


def test_a_signal_that_no_theme_weighs_is_an_ordinary_one(tmp_path: Path) -> None:
    assert not small.resolved(tmp_path).weighs_explicitly("kind.bang")
