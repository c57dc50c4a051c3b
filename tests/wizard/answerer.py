"""Answers the wizard's pages from the answers of a scenario, as a person would, and as lines or keys for a prompter."""

from collections import deque
from typing import Any

from meldcode.protocol.model import Protocol
from meldcode.wizard.pages import SKIP
from meldcode.wizard.prompter import Asked, Choose, Chosen, Command, Page, Reply, Write, Written

CHOICES = {"advies": "continue", "112": "return"}
ENDINGS = {".done": "continue", ".private": "keep", ".lapse": "change"}
UP_DOWN = "\x1b[B"


class Answerer:
    """Gives the replies of one case; pauses at a question that must be answered and has no answer."""

    def __init__(self, protocol: Protocol, answers: dict[str, Any]) -> None:
        self.protocol, self.answers = protocol, answers
        self.people: deque[dict[str, Any]] = deque(answers.get("betrokkenen", []))
        given = [{"signal": each} if isinstance(each, str) else each for each in answers.get("signalen", [])]
        self.signals = {each["signal"]: each for each in given}
        self.observed = deque(self._in_order())
        self.seen: set[str] = set()

    def _in_order(self) -> list[dict[str, Any]]:
        order = [
            signal.id
            for name in self.protocol.questions["signalen"].lists
            for signal in self.protocol.signal_lists[name].signals
        ]
        return [self.signals[signal] for signal in order if signal in self.signals]

    def __call__(self, page: Page) -> Reply:
        if page.id == "einde" and isinstance(page.field, Choose):
            waiting = [
                option.id for option in page.field.options if option.id in self.answers and option.id not in self.seen
            ]
            return Chosen((waiting[0] if waiting else "done",))
        if page.id in CHOICES:
            return Chosen((CHOICES[page.id],))
        for ending, choice in ENDINGS.items():
            if page.id.endswith(ending):
                return Chosen((choice,))
        name, _, part = page.id.partition(".")
        if name == "betrokkenen" and name in self.answers:
            return self._person(part)
        if name == "signalen" and name in self.answers:
            return self._signal(part)
        return self._plain(page)

    def _person(self, part: str) -> Reply:
        match part:
            case "":
                return Chosen(("add" if self.people else "done",))
            case "role":
                return Chosen((self.people[0]["role"],))
            case "age":
                age = self.people[0].get("age", "")
                if self.people[0]["role"] == "client" or self._has_client():
                    self._next_person()
                return Written(str(age))
            case _:
                return Chosen((self._next_person().get("client", "nee"),))

    def _has_client(self) -> bool:
        return "client" in self.seen

    def _next_person(self) -> dict[str, Any]:
        person = self.people.popleft()
        if person["role"] == "client" or person.get("client") == "ja":
            self.seen.add("client")
        return person

    def _signal(self, part: str) -> Reply:
        if part == "":
            return Chosen(tuple(dict.fromkeys(each["signal"].partition(".")[0] for each in self._in_order())))
        if part == "how":
            return Chosen((self.observed[0].get("how", SKIP),))
        if part in ("seen", "on", "meaning"):
            current = self.observed[0]
            if part == "meaning":
                self.observed.popleft()
            return Written(current.get(part, ""))
        return Chosen(tuple(each["signal"] for each in self._in_order() if each["signal"].startswith(f"{part}.")))

    def _plain(self, page: Page) -> Reply:
        self.seen.add(page.id)
        if page.id in self.answers:
            value = self.answers[page.id]
            if isinstance(page.field, Write):
                return Written(str(value))
            ticked = value if isinstance(value, list) else [value]
            return Chosen(tuple(option.id for option in page.field.options if option.id in ticked))
        if page.id == "afwijking_reden" and "resultaat" in self.answers:
            return Written("De evaluatie is nog niet geweest.")
        question = self.protocol.questions[page.id]
        if isinstance(page.field, Choose) and page.field.several and not question.required:
            return Chosen(())
        if isinstance(page.field, Choose):
            skippable = any(option.id == SKIP for option in page.field.options)
            return Chosen((SKIP,)) if skippable else Asked(Command.PAUSE, Chosen(()))
        return Asked(Command.PAUSE, Written("")) if question.required else Written("")


def typed(page: Page, reply: Reply) -> str:
    """Return the reply as lines for plain mode."""
    match reply, page.field:
        case Asked(), _:
            return f":{reply.command.value[0]}\n"
        case Chosen(), Choose():
            order = [option.id for option in page.field.options]
            return " ".join(str(order.index(each) + 1) for each in reply.ids) + "\n" if reply.ids else "0\n"
        case Written(), Write(lines=True):
            doubled = [f":{line}" if line.startswith(":") else line for line in reply.text.split("\n")]
            return "\n".join([*doubled, "", ""]) if reply.text else "\n"
        case Written(), _:
            return f"{reply.text}\n"
        case _:
            raise AssertionError(page.id)


def pressed(page: Page, reply: Reply) -> str:
    """Return the reply as keys for the screen."""
    match reply, page.field:
        case Asked(command=Command.PAUSE), _:
            return "\x04"
        case Chosen(), Choose():
            return _picked(page.field, reply)
        case Written(), Write():
            cleared = "\x15" * (page.field.draft.count("\n") + 1) if page.field.draft else ""
            pasted = f"\x1b[200~{reply.text}\x1b[201~" if reply.text else ""
            return cleared + pasted + ("\x13" if page.field.lines else "\r")
        case _:
            raise AssertionError(page.id)


def _picked(field: Choose, reply: Chosen) -> str:
    order = [option.id for option in field.options]
    rows = [order.index(each) for each in reply.ids] or [len(order)]
    if not field.several:
        return "\x1b[H" + UP_DOWN * rows[0] + "\r"
    return "".join("\x1b[H" + UP_DOWN * row + " " for row in rows) + "\r"
