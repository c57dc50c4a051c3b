"""The prompter of the tests refuses what no person could do."""

from dataclasses import replace

import pytest

from meldcode.wizard.prompter import Asked, Chosen, Command, Reply, Written
from meldcode.wizard.scripted import NoReplyError, Scripted
from tests.wizard.pages import CONSULTED, ROLE, SIGNALS


def test_a_function_answers_and_the_pages_are_remembered() -> None:
    prompter = Scripted(lambda page: Chosen(("ja",)) if page is CONSULTED else Written("leraar"))
    assert [prompter.ask(page) for page in (CONSULTED, ROLE)] == [Chosen(("ja",)), Written("leraar")]
    assert prompter.pages == [CONSULTED, ROLE]


def test_a_table_answers_always_or_in_order() -> None:
    back = Asked(Command.BACK, Written(""))
    prompter = Scripted({CONSULTED.id: Chosen(("ja",)), ROLE.id: [back, Written("leraar")]})
    assert [prompter.ask(page) for page in (CONSULTED, ROLE, CONSULTED, ROLE)] == [
        Chosen(("ja",)),
        back,
        Chosen(("ja",)),
        Written("leraar"),
    ]
    with pytest.raises(NoReplyError, match="rol: no reply"):
        prompter.ask(ROLE)


def test_a_page_without_a_reply_is_named() -> None:
    with pytest.raises(NoReplyError, match=r"signalen\.gezien: no reply"):
        Scripted({}).ask(SIGNALS)


def test_a_refused_reply_is_not_given_for_ever() -> None:
    prompter = Scripted({ROLE.id: Written("")})
    prompter.ask(ROLE)
    with pytest.raises(NoReplyError, match=r"was refused: Leeg\."):
        prompter.ask(replace(ROLE, error="Leeg."))


@pytest.mark.parametrize(
    "reply",
    [Written("ja"), Chosen(("misschien",)), Chosen(()), Chosen(("ja", "nee")), Asked(Command.BACK, Written(""))],
)
def test_a_reply_that_does_not_fit_the_page_is_refused(reply: Reply) -> None:
    with pytest.raises(NoReplyError, match="no person can reply"):
        Scripted(lambda _: reply).ask(CONSULTED)


def test_several_come_in_the_order_of_the_page() -> None:
    Scripted(lambda _: Chosen(("plek", "honger"))).ask(SIGNALS)
    Scripted(lambda _: Chosen(())).ask(SIGNALS)
    with pytest.raises(NoReplyError):
        Scripted(lambda _: Chosen(("honger", "plek"))).ask(SIGNALS)


def test_what_is_said_and_how_it_ended_is_remembered() -> None:
    prompter = Scripted({})
    prompter.tell("Opgeslagen.")
    prompter.close("Klaar.")
    prompter.close()
    assert (prompter.told, prompter.last, prompter.left) == (["Opgeslagen."], "Klaar.", False)
    prompter.leave()
    assert prompter.left
