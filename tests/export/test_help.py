"""Help that may fit, in words: only where help is the advice or is weighed, with how well it is founded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.case.state import settled
from meldcode.case.summary import Facts, summarise
from meldcode.case.values import Observation, Person
from meldcode.export.help import catalogue, help_lines
from meldcode.export.sections import Bullet, Paragraph, Section, sections
from meldcode.protocol.model import Text
from meldcode.referral.help import fitting
from meldcode.text import say
from tests.case.shipped import answers_to, checked, protocol_of, texts

if TYPE_CHECKING:
    from meldcode.case.summary import Summary
    from meldcode.case.values import Value
    from meldcode.protocol.help import Intervention
    from meldcode.protocol.language import Language
    from meldcode.protocol.model import Protocol

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
TODAY = NOW.date()
HELPED = ("direct_gevaar=nee", "vermoeden=ja", "veiligheid=nee", "hulp=ja", "acceptatie=ja")


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    return protocol_of("algemeen")


def family(protocol: Protocol, *pairs: str, themes: tuple[str, ...] = ()) -> dict[str, Value]:
    """Answers about a child of nine and a parent, with a signal of every list, so that much may fit."""
    signals = tuple(Observation(each.signals[0].id) for each in protocol.signal_lists.values())
    known = {question for each in protocol.steps for question in each.questions}
    assert {"betrokkenen", "signalen", "thema"} <= known
    people = (Person("kind", 9, client=True), Person("ouder", 40))
    return {**texts(*pairs), "betrokkenen": people, "signalen": signals, "thema": themes}


def summary(protocol: Protocol, answers: dict[str, Value]) -> Summary:
    return summarise(protocol, settled(protocol, answers), Facts())


def help_in(made: Summary, language: Language = "nl", now: datetime | None = None) -> list[Section]:
    return [section for section in sections(made, language, now) if section.id == "help"]


def at(protocol: Protocol, name: str) -> Intervention:
    return protocol.help.interventions[name]


def lines(protocol: Protocol, each: Intervention, today: date | None = TODAY, language: Language = "nl") -> list[str]:
    return list(help_lines(protocol, each, language, today))


class TestWhereItStands:
    def test_where_help_is_the_advice_the_summary_names_all_that_fits_with_the_cautions_first(
        self, protocol: Protocol
    ) -> None:
        made = summary(protocol, family(protocol, *HELPED))
        assert made.advice.level == "hulp"
        (section,) = help_in(made)
        cautions = [block.text for block in section.blocks if isinstance(block, Paragraph)]
        named = [block.text for block in section.blocks if isinstance(block, Bullet)]
        found = fitting(protocol.help, made.state.answers)
        assert len(found) > 3
        assert cautions == [each.text.nl for each in protocol.help.cautions]
        assert [name.partition(" (pas ")[0] for name in named] == [each.name.nl for each in found]
        assert section.blocks[0] == Paragraph(cautions[0])

    @pytest.mark.parametrize(
        ("pairs", "level"),
        [
            (("direct_gevaar=ja",), "bel_112"),
            (("direct_gevaar=nee", "vermoeden=ja", "veiligheid=ja"), "melden"),
            (("direct_gevaar=nee", "vermoeden=ja", "veiligheid=nee", "hulp=nee"), "melden"),
            (("direct_gevaar=nee", "vermoeden=ja", "veiligheid=nee", "hulp=ja", "acceptatie=nee"), "melden"),
            (("direct_gevaar=nee", "vermoeden=ja", "veiligheid=onbekend"), "overleg"),
            ((), "overleg"),
            ((*HELPED, "resultaat=ja"), "volgen"),
        ],
    )
    def test_beside_any_other_advice_it_is_not_shown(
        self, protocol: Protocol, pairs: tuple[str, ...], level: str
    ) -> None:
        """Help never stands in for a report: whatever fits, a norm that is met asks for the report."""
        made = summary(protocol, family(protocol, *pairs))
        assert made.advice.level == level
        assert fitting(protocol.help, made.state.answers)
        assert help_in(made) == []

    @checked
    @given(data=st.data())
    @pytest.mark.parametrize("sector", ["algemeen", "onderwijs", "zorg-arts"])
    def test_in_no_case_at_all_it_stands_beside_another_level(self, sector: str, data: st.DataObject) -> None:
        made = summary(protocol_of(sector), data.draw(answers_to(sector, whole=True)))
        assert not help_in(made) or made.advice.level == "hulp"

    def test_where_nothing_fits_there_is_no_heading_without_help(self, protocol: Protocol) -> None:
        answers = {**family(protocol, *HELPED), "signalen": ()}
        assert fitting(protocol.help, answers) == ()
        assert help_in(summary(protocol, answers)) == []
        assert list(catalogue(protocol, answers, "nl", TODAY)) == []


class TestHowItIsWorded:
    def test_it_tells_what_it_is_how_well_founded_by_whom_and_when_how_to_get_it_and_the_source(
        self, protocol: Protocol
    ) -> None:
        each = at(protocol, "signs_of_safety")
        name, what, founded, refer, source = lines(protocol, each)
        title = next(level.title.nl for level in protocol.help.levels if level.id == each.level)
        assert (name, what, refer) == (each.name.nl, each.what.nl, each.refer.nl)
        assert each.judged_by
        assert founded.startswith(f"Onderbouwing: {title}; {each.judged_by.nl}, {each.judged_on}")
        assert source == (
            f"Bron: {protocol.sources[each.source].title.nl}, {protocol.sources[each.source].url}, "
            f"nagelezen op {each.verified}"
        )

    @pytest.mark.parametrize(("judged", "old"), [("2017-03", True), ("2025-03", False), ("", False)])
    def test_a_judgement_of_more_than_five_years_ago_is_said_when_the_day_is_known(
        self, protocol: Protocol, judged: str, *, old: bool
    ) -> None:
        each = replace(at(protocol, "signs_of_safety"), judged_on=judged)
        remark = say("nl", "summary.help_old")
        assert (remark in lines(protocol, each)[2]) == old
        assert remark not in lines(protocol, each, today=None)[2]

    def test_one_that_is_being_judged_again_says_that_instead(self, protocol: Protocol) -> None:
        founded = lines(protocol, replace(at(protocol, "signs_of_safety"), reassessing=True))[2]
        assert founded.endswith("; wordt opnieuw beoordeeld")

    def test_what_is_only_for_later_says_so_beside_its_name(self, protocol: Protocol) -> None:
        each = at(protocol, "writejunior")
        assert each.later
        assert lines(protocol, each)[0] == f"{each.name.nl} (pas als het geweld is gestopt)"
        assert lines(protocol, each, language="en")[0].endswith("(only after the violence has stopped)")

    def test_what_nobody_checked_and_what_nobody_judged_is_said_or_left_empty(self, protocol: Protocol) -> None:
        bare = replace(
            at(protocol, "signs_of_safety"),
            verified="",
            unverified=Text("alleen een fragment", "an excerpt only"),
            judged_by=None,
            judged_on="",
        )
        _, _, founded, _, source = lines(protocol, bare)
        assert ";" not in founded
        assert source.endswith("NIET NAGEKEKEN: alleen een fragment")

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_every_one_that_is_shipped_can_be_worded_in_both_languages(
        self, protocol: Protocol, language: Language
    ) -> None:
        for each in protocol.help.interventions.values():
            worded = lines(protocol, each, language=language)
            assert len(worded) == 5, each.id
            assert all(line.strip() for line in worded), each.id
            assert "None" not in " ".join(worded)

    def test_no_level_is_promised_that_no_databank_gave(self, protocol: Protocol) -> None:
        """A judgement names who judged; where none was found, the level says so."""
        levels = {level.id for level in protocol.help.levels}
        for each in protocol.help.interventions.values():
            assert each.level in levels, each.id
            assert each.judged_by or not each.judged_on, each.id


def test_where_help_is_weighed_the_same_help_is_listed_with_cautions_and_level(protocol: Protocol) -> None:
    answers = family(protocol, *HELPED[:3])
    listed = list(catalogue(protocol, answers, "nl", TODAY))
    found = fitting(protocol.help, answers)
    assert listed[:2] == ["", "Hulp die kan passen"]
    assert [line for line in listed if line.startswith("- ")] == [
        f"- {next(iter(help_lines(protocol, each, 'nl', TODAY)))}" for each in found
    ]
    assert sum(line.startswith("  Onderbouwing: ") for line in listed) == len(found) > 3
    assert any("dat is langer dan vijf jaar geleden" in line for line in listed)
    for caution in protocol.help.cautions:
        assert caution.text.nl in listed


def test_with_honour_it_is_said_nowhere_that_the_family_may_meet(protocol: Protocol) -> None:
    calm = "\n".join(catalogue(protocol, family(protocol, *HELPED), "nl", TODAY))
    honour = "\n".join(catalogue(protocol, family(protocol, *HELPED, themes=("eer",)), "nl", TODAY))
    for name in ("signs_of_safety", "families_first", "eigen_kracht"):
        assert at(protocol, name).name.nl in calm
        assert at(protocol, name).name.nl not in honour
