"""The session: what it asks, what it stores, and that nothing is lost on the way."""

from collections import deque
from collections.abc import Callable, Mapping
from functools import cache

import pytest

from meldcode.case.events import Answered, Drafted, Event, Noted, Skipped, Started
from meldcode.case.state import State, replay
from meldcode.case.values import Plain
from meldcode.protocol import library
from meldcode.protocol.model import Protocol
from meldcode.text import say
from meldcode.vault.errors import VaultError
from meldcode.wizard.finish import Finish
from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Asked, Choose, Chosen, Command, Page, Reply, Write, Written
from meldcode.wizard.record import Practice
from meldcode.wizard.scripted import Scripted
from meldcode.wizard.session import Session
from meldcode.wizard.talk import Ending, Talk

PUPIL: list[dict[str, str | int]] = [{"role": "kind", "age": 11, "client": "ja"}]
BASE: dict[str, Plain] = {
    "direct_gevaar": "nee",
    "betrokkenen": PUPIL,
    "pleger": "huiselijke_kring",
    "signalen": [],
    "thema": [],
    "collega": "ja",
    "vt_advies": "ja",
    "gesprek": "gevoerd",
    "vermoeden": "ja",
    "veiligheid": "nee",
    "hulp": "ja",
    "acceptatie": "ja",
}
OPTIONAL = (
    "beschermend",
    "collega_advies",
    "vt_advies_inhoud",
    "gesprek_verslag",
    "weging",
    "hulp_afspraken",
    "evaluatie",
)


@cache
def protocol() -> Protocol:
    return library.protocol("algemeen")


class Memory:
    """A record in memory that can refuse to store, as a full disk does."""

    code = "7Q2MX4HK"
    practice = False

    def __init__(self, events: list[Event], failures: int = 0) -> None:
        self.events, self.failures = events, failures

    def add(self, event: Event, facts: Mapping[str, str]) -> None:
        assert facts["sector"] == "algemeen"
        if self.failures:
            self.failures -= 1
            raise VaultError("not_stored", errno="ENOSPC", path="zaken")
        self.events.append(event)

    def control(self) -> str:
        return "ABCD-EFGH-IJKL-MNOP-QRST"


class Desk:
    """Paper that remembers what was written where."""

    def __init__(self) -> None:
        self.written: list[tuple[str, str]] = []

    def advice(self, state: State) -> tuple[str, ...]:
        return (f"advies: {state.path.level}",)

    def help(self, state: State) -> tuple[str, ...]:
        return (f"hulp bij: {state.path.level}",)

    def write(self, state: State, form: str, path: str) -> str:
        assert state.path.level == "volgen"
        if path == "bestaat.txt":
            raise FileExistsError
        if path.startswith("/weg/"):
            raise PermissionError(13, "Permission denied")
        self.written.append((form, path))
        return path


class Sitting:
    """A session at a case with these answers so far, answered page by page."""

    def __init__(
        self, answers: Mapping[str, Plain], replies: list[Reply | Callable[[Page], Reply]], failures: int = 0
    ) -> None:
        self.events: list[Event] = [Started("algemeen", protocol().digest, protocol().version)]
        self.events += [Answered(name, value) for name, value in answers.items()]
        self.events += [Skipped(name) for name in OPTIONAL]
        self.before = len(self.events)
        self.record, self.desk = Memory(self.events, failures), Desk()
        waiting = deque(replies)

        def answer(page: Page) -> Reply:
            reply = waiting.popleft() if waiting else Asked(Command.PAUSE, draft_of(page))
            return reply(page) if callable(reply) else reply

        self.prompter = Scripted(answer)
        state = replay(protocol(), self.events)
        wording = Wording(protocol(), "nl", code="7Q2MX4HK", practice=False)
        self.session = Session(wording, state, self.record, self.prompter, self.desk)
        self.ending = self.session.run()
        assert not waiting, f"never asked for: {list(waiting)}"

    @property
    def pages(self) -> list[str]:
        return [page.id for page in self.prompter.pages]

    @property
    def added(self) -> list[Event]:
        return self.events[self.before :]


def draft_of(page: Page) -> Chosen | Written:
    return Chosen(()) if isinstance(page.field, Choose) else Written("")


def command(command_: Command) -> Callable[[Page], Reply]:
    return lambda page: Asked(command_, draft_of(page))


def upto(name: str) -> dict[str, Plain]:
    """Return the answers before this question."""
    names = list(BASE)
    return {each: BASE[each] for each in names[: names.index(name)]}


def test_every_answer_is_stored_before_the_next_page() -> None:
    sitting = Sitting(upto("collega"), [Chosen(("ja",))])

    assert sitting.added == [Answered("collega", "ja")]
    assert sitting.pages == ["collega", "vt_advies"]
    assert sitting.prompter.told == ["Elk antwoord wordt meteen bewaard."]


def test_going_back_shows_the_previous_question_with_its_answer() -> None:
    sitting = Sitting(upto("veiligheid"), [command(Command.BACK)])

    back = sitting.prompter.pages[-1]
    assert sitting.pages == ["veiligheid", "vermoeden"]
    assert isinstance(back.field, Choose)
    assert back.field.marked == ("ja",)
    assert any(line.startswith("Eerder beantwoord: Ja") for line in back.body)


def test_going_back_twice_and_keeping_the_answer_adds_nothing() -> None:
    back = command(Command.BACK)
    sitting = Sitting(upto("gesprek"), [back, back, Chosen(("ja",)), Chosen(("continue",))])

    assert sitting.pages == ["gesprek", "vt_advies_inhoud", "vt_advies", "overleg.done", "gesprek"]
    assert sitting.added == []


def test_a_change_says_first_which_answers_lapse_and_can_be_left() -> None:
    sitting = Sitting(BASE, [command(Command.OVERVIEW), Chosen(("vermoeden",)), Chosen(("nee",)), Chosen(("keep",))])

    lapse = next(page for page in sitting.prompter.pages if page.id == "vermoeden.lapse")
    assert [line for line in lapse.body if line.startswith("- ")]
    assert sitting.added == []


def test_lapsed_answers_are_offered_again_when_their_question_comes_back() -> None:
    events: list[Event] = [Answered(name, value) for name, value in BASE.items()]
    state = replay(protocol(), [*events, Answered("vermoeden", "nee"), Answered("vermoeden", "onbekend")])

    page = Wording(protocol(), "nl", code="", practice=False).question(state, protocol().questions["veiligheid"])

    assert "veiligheid" not in state.answers
    assert isinstance(page.field, Choose)
    assert page.field.marked == ("nee",)
    assert any(line.startswith("Eerder beantwoord: ") for line in page.body)


def test_no_option_is_marked_on_a_new_question() -> None:
    sitting = Sitting(upto("veiligheid"), [])

    field = sitting.prompter.pages[0].field
    assert isinstance(field, Choose)
    assert field.marked == ()
    assert [option.id for option in field.options] == ["nee", "onbekend", "ja"]


def test_a_note_is_stored_and_the_question_comes_back_with_its_draft() -> None:
    ticked = Asked(Command.NOTE, Chosen(("eer",)))
    sitting = Sitting(upto("thema"), [ticked, Written("Oma belde vanmorgen.")])

    again = sitting.prompter.pages[-1]
    assert sitting.added == [Noted("Oma belde vanmorgen.")]
    assert isinstance(again.field, Choose)
    assert again.field.marked == ("eer",)


def test_what_looks_like_identifying_data_is_warned_about_and_never_changed() -> None:
    text = "Bel moeder op 06-12345678, BSN 111222333."
    sitting = Sitting(upto("vt_advies"), [command(Command.NOTE), Written(text), Chosen(("keep",))])

    warning = next(page for page in sitting.prompter.pages if page.id.endswith(".private"))
    assert "telefoonnummer" in warning.body[0]
    assert "burgerservicenummer" in warning.body[0]
    assert sitting.added == [Noted(text)]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b", "a\N{REPLACEMENT CHARACTER}b"),
        ("caf\udcff", "caf\N{REPLACEMENT CHARACTER}"),
        ("x" * 20_001, "x" * 20_001),
    ],
    ids=["NUL", "surrogate", "too long"],
)
def test_a_text_that_cannot_be_kept_is_refused_and_stands_there_again(typed: str, kept: str) -> None:
    sitting = Sitting(upto("vt_advies"), [command(Command.NOTE), Written(typed)])

    again = sitting.prompter.pages[-1]
    assert again.id == "notitie"
    assert again.error
    assert again.field == Write(lines=True, draft=kept)
    assert sitting.added == []


def test_a_failed_write_is_shown_with_the_answer_and_can_be_tried_again() -> None:
    """DUR-03: nothing is acknowledged that is not stored."""
    sitting = Sitting(upto("collega"), [Chosen(("ja",)), Chosen(("again",))], failures=1)

    failed = next(page for page in sitting.prompter.pages if page.id == "niet_bewaard")
    assert "ENOSPC" in failed.error
    assert any("Ja" in line for line in failed.body)
    assert sitting.added == [Answered("collega", "ja")]


@pytest.mark.parametrize("reply", [Chosen(("stop",)), command(Command.PAUSE), command(Command.LEAVE)])
def test_stopping_at_a_failed_write_says_that_it_was_not_stored(reply: Reply) -> None:
    with pytest.raises(VaultError, match="not_stored"):
        Sitting(upto("collega"), [Chosen(("ja",)), reply], failures=9)


def test_direct_danger_shows_the_emergency_page_and_the_walk_goes_on() -> None:
    sitting = Sitting({}, [Chosen(("ja",)), Chosen(("return",))])

    assert sitting.pages[:3] == ["direct_gevaar", "112", "betrokkenen.role"]


def test_between_two_steps_one_may_go_on_later() -> None:
    answers = upto("collega")
    del answers["thema"]
    sitting = Sitting(answers, [Chosen(()), Chosen(("later",))])

    assert sitting.pages == ["thema", "signalen.done"]
    assert sitting.ending is Ending.PAUSED


def test_an_unsafe_talk_is_warned_about_at_the_talk() -> None:
    sitting = Sitting({**upto("gesprek"), "thema": ["eer"], "deskundige": "ja"}, [])

    page = sitting.prompter.pages[0]
    assert page.id == "gesprek"
    assert page.body[0].startswith("Let op: voer dit gesprek niet zonder advies.")


@pytest.mark.parametrize(("theme", "warned"), [("eer", True), ("kmdf", True), ("ouderenmishandeling", False)])
def test_telling_about_a_report_is_warned_about_where_a_talk_is_not_safe(theme: str, *, warned: bool) -> None:
    answers = {**BASE, "thema": [theme], "deskundige": "ja", "veiligheid": "ja", "besluit": "melden"}
    sitting = Sitting(answers, [Chosen(("continue",))])

    page = sitting.prompter.pages[1]
    assert page.id == "aankondiging"
    assert any(line.startswith("Let op: vertel niemand over de melding") for line in page.body) is warned


def test_the_advice_is_shown_before_the_decision_and_stays_in_sight() -> None:
    sitting = Sitting(
        {**BASE, "veiligheid": "ja"},
        [Chosen(("continue",)), Chosen(("hulp",)), Written("Eerst overleg met de directeur.")],
    )

    assert sitting.pages[:3] == ["advies", "besluit", "afwijking_reden"]
    assert sitting.prompter.pages[0].body == ("advies: melden",)
    assert all(page.body[0].startswith("Het advies is: ") for page in sitting.prompter.pages[1:3])
    assert sitting.added[0] == Answered("besluit", "hulp")


@pytest.mark.parametrize(
    ("perpetrator", "label"), [("huiselijke_kring", "Verder naar uw besluit"), ("beroepskracht", "Verder")]
)
def test_the_advice_announces_a_decision_only_where_one_is_asked(perpetrator: str, label: str) -> None:
    youth_help = library.protocol("jeugdhulp")
    first: dict[str, Plain] = {"direct_gevaar": "nee", "betrokkenen": PUPIL, "pleger": perpetrator}
    state = replay(youth_help, [Answered(name, value) for name, value in first.items()])
    prompter = Scripted(lambda _: Chosen(("continue",)))
    talk = Talk(prompter, Wording(youth_help, "nl", code="", practice=True))
    Finish(talk, Practice(), Desk()).advice(state)
    field = prompter.pages[0].field
    assert isinstance(field, Choose)
    assert [option.label for option in field.options] == [label, "Later verder"]


def test_a_case_that_waits_says_for_what_and_until_when() -> None:
    answers = {**BASE, "evaluatie": "2027-01-11", "besluit": "hulp"}
    sitting = Sitting(answers, [])

    page = sitting.prompter.pages[0]
    assert page.id == "wacht"
    assert any("2027-01-11" in line for line in page.body)


def test_another_advice_asks_for_the_decision_again() -> None:
    sitting = Sitting(
        {**BASE, "besluit": "hulp"},
        [Chosen(("resultaat",)), Chosen(("nee",)), Chosen(("continue",)), Chosen(("melden",)), Chosen(("ja",))],
    )

    assert sitting.pages[:5] == ["wacht", "resultaat", "advies", "besluit", "aankondiging"]
    assert sitting.session.state.answers["besluit"] == "melden"


def test_the_summary_is_written_where_one_says_and_never_over_a_file() -> None:
    answers = {**BASE, "resultaat": "ja", "besluit": "volgen"}
    replies: list[Reply | Callable[[Page], Reply]] = [
        Chosen(("continue",)),
        Chosen(("md",)),
        Written("bestaat.txt"),
        Written("/weg/zaak.md"),
        Written("zaak.md"),
        Chosen(("return",)),
        Chosen(("done",)),
    ]
    sitting = Sitting(answers, replies)

    assert sitting.ending is Ending.FINISHED
    assert sitting.desk.written == [("md", "zaak.md")]
    errors = [page.error for page in sitting.prompter.pages if page.id == "bestand"]
    assert errors[0] == ""
    assert "bestaat al" in errors[1]
    assert "Permission denied" in errors[2]


@pytest.mark.parametrize(
    ("key", "ending"),
    [(Command.PAUSE, Ending.PAUSED), (Command.INTERRUPT, Ending.INTERRUPTED), (Command.LEAVE, Ending.LEFT)],
)
def test_stopping_ends_the_session_in_its_own_way(key: Command, ending: Ending) -> None:
    assert Sitting(upto("collega"), [command(key)]).ending is ending


def test_help_why_and_source_are_shown_on_request() -> None:
    sitting = Sitting(upto("veiligheid"), [command(Command.EXPLAIN), Chosen(("return",))])

    page = sitting.prompter.pages[1]
    text = "\n".join(page.body)
    assert page.id == "uitleg"
    assert "Waarom deze vraag:" in text
    assert "Bron:" in text
    assert "nagelezen op" in text


def test_the_list_of_people_has_the_explanation_of_its_question() -> None:
    add = (Chosen(("kind",)), Written("7"), Chosen(("ja",)))
    sitting = Sitting(upto("betrokkenen"), [*add, command(Command.EXPLAIN), Chosen(("return",))])
    (explained,) = (page for page in sitting.prompter.pages if page.id == "uitleg")
    assert "Waarom deze vraag" in " ".join(explained.body)


def test_a_part_of_a_question_is_explained_without_the_whole_step() -> None:
    first = Sitting(upto("betrokkenen"), [command(Command.EXPLAIN), Chosen(("return",))])
    step = protocol().steps[0].purpose.nl
    (whole,) = (page for page in first.prompter.pages if page.id == "uitleg")
    assert step in " ".join(whole.body)

    sitting = Sitting(upto("betrokkenen"), [Chosen(("kind",)), command(Command.EXPLAIN), Chosen(("return",))])
    (part,) = (page for page in sitting.prompter.pages if page.id == "uitleg")
    assert say("nl", "wizard.people_age_hint") in " ".join(part.body)
    assert "Waarom deze vraag" in " ".join(part.body)
    assert step not in " ".join(part.body)


def test_the_overview_says_where_one_goes_on() -> None:
    sitting = Sitting(upto("signalen"), [command(Command.OVERVIEW), command(Command.PAUSE)])
    (page,) = (page for page in sitting.prompter.pages if page.id == "overzicht")
    assert isinstance(page.field, Choose)
    label = protocol().questions["signalen"].label.nl
    assert page.field.options[-1].hint == say("nl", "wizard.overview_onward", name=label)
    assert say("nl", "wizard.overview_then") in page.body


def test_the_question_about_an_expert_names_whom_to_call() -> None:
    sitting = Sitting({**upto("vt_advies"), "thema": ["eer"]}, [])

    page = sitting.prompter.pages[0]
    assert page.id == "deskundige"
    assert "- Veilig Thuis: 0800-2000" in page.body


def test_the_roles_of_the_sector_are_explained_on_request() -> None:
    school = library.protocol("onderwijs")
    state = replay(school, [])

    text = Wording(school, "nl", code="", practice=False).explanation(state, school.questions["collega"])

    assert "Wie kan helpen:" in text
    assert any(line.startswith("- De intern begeleider") for line in text)


SIGNAL = "kind_4_12.vertelt_mishandeling"
OPEN = {**upto("signalen"), "pleger": "huiselijke_kring"}


def typed(command_: Command, text: str) -> Callable[[Page], Reply]:
    """Leave a page with this on it."""
    return lambda _page: Asked(command_, Written(text))


ONE_CHILD: list[Reply | Callable[[Page], Reply]] = [
    Chosen(("kind",)),
    Written("7"),
    Chosen(("ja",)),
    command(Command.PAUSE),
]
"""Enter a child of seven and stop."""


def asked_again(sitting: Sitting) -> Page:
    """Return the first page of a new sitting at the same case."""
    prompter = Scripted(lambda page: Asked(Command.PAUSE, draft_of(page)))
    wording = Wording(protocol(), "nl", code="7Q2MX4HK", practice=False)
    Session(wording, replay(protocol(), sitting.events), Memory([]), prompter, Desk()).run()
    return prompter.pages[0]


@pytest.mark.parametrize("leave", [Command.PAUSE, Command.INTERRUPT, Command.LEAVE])
def test_what_was_typed_and_not_sent_is_kept_and_stands_there_again(leave: Command) -> None:
    decided: dict[str, Plain] = {**BASE, "besluit": "afsluiten"}
    sitting = Sitting(decided, [Chosen(("continue",)), typed(leave, "De moeder zei dat")])

    assert sitting.added == [Drafted("afwijking_reden", "De moeder zei dat")]
    assert "afwijking_reden" not in replay(protocol(), sitting.events).answers


def test_a_signal_that_was_half_written_is_kept_and_stands_there_again() -> None:
    replies: list[Reply | Callable[[Page], Reply]] = [
        Chosen(("kind_4_12",)),
        Chosen((SIGNAL,)),
        Written("Zei dat hij niet naar huis wil"),
        Chosen(("verteld",)),
        typed(Command.PAUSE, ""),
    ]
    sitting = Sitting(OPEN, replies)

    told: list[dict[str, str | int]] = [{"signal": SIGNAL, "seen": "Zei dat hij niet naar huis wil", "how": "verteld"}]
    assert sitting.added == [Drafted("signalen", told)]
    page = asked_again(sitting)
    assert isinstance(page.field, Choose)
    assert page.field.marked == ("kind_4_12",)


def test_the_words_on_the_page_that_is_left_are_kept_too() -> None:
    sitting = Sitting(OPEN, [Chosen(("kind_4_12",)), Chosen((SIGNAL,)), typed(Command.INTERRUPT, "Zei dat")])

    told: list[dict[str, str | int]] = [{"signal": SIGNAL, "seen": "Zei dat"}]
    assert sitting.added == [Drafted("signalen", told)]


def test_persons_that_were_entered_are_kept_when_one_leaves() -> None:
    sitting = Sitting(upto("betrokkenen"), ONE_CHILD)

    child: dict[str, str | int] = {"role": "kind", "age": 7, "client": "ja"}
    assert sitting.added == [Drafted("betrokkenen", [child])]
    assert any("kind, 7 jaar" in line for line in asked_again(sitting).body)


def test_an_answer_takes_the_place_of_the_draft() -> None:
    events = [*Sitting(upto("betrokkenen"), ONE_CHILD).events, Answered("betrokkenen", PUPIL)]

    assert replay(protocol(), events).drafts == {}


def test_nothing_typed_keeps_nothing() -> None:
    assert Sitting(OPEN, [Chosen(("kind_4_12",)), Chosen(()), command(Command.PAUSE)]).added == [
        Answered("signalen", [])
    ]
    assert Sitting(upto("betrokkenen"), [command(Command.PAUSE)]).added == []


def test_a_note_that_was_being_written_is_kept_when_one_stops() -> None:
    sitting = Sitting(upto("collega"), [command(Command.NOTE), typed(Command.PAUSE, "Belde terug")])

    assert sitting.added == [Noted("Belde terug")]


REPORTED: dict[str, Plain] = {**upto("veiligheid"), "veiligheid": "ja", "besluit": "melden", "aankondiging": "ja"}


def test_a_day_that_was_typed_and_not_sent_is_kept_and_offered_again() -> None:
    sitting = Sitting(REPORTED, [Chosen(("continue",)), typed(Command.PAUSE, "2027-01-04")])

    assert sitting.added == [Drafted("melding_datum", "2027-01-04")]
    replayed = replay(protocol(), sitting.events)
    assert replayed.offered("melding_datum") == "2027-01-04"


def test_half_a_day_is_not_kept_since_it_is_no_answer_that_could_be_offered() -> None:
    assert Sitting(REPORTED, [Chosen(("continue",)), typed(Command.PAUSE, "2027-01")]).added == []


def test_a_draft_counts_for_nothing() -> None:
    events: list[Event] = [Started("algemeen", protocol().digest, protocol().version), Drafted("veiligheid", "ja")]
    state = replay(protocol(), events)

    assert state.answers == {}
    assert state.path.level == "overleg"
    assert state.offered("veiligheid") == "ja"
