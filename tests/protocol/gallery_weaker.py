"""Overlays that try to make a real protocol less safe, or to mislead who reads it, and what is said of each.

They are laid over the school protocol. A code with O, R or S refuses; one with W asks for a reader.
"""

from typing import NamedTuple

from meldcode.protocol import library
from meldcode.protocol.overlay_change import HEAVY

SECTOR = "onderwijs"


class Try(NamedTuple):
    """What must be said about these operations; before them other overlays, beside them English."""

    code: str
    operations: tuple[str, ...]
    english: str = ""
    before: tuple[tuple[str, ...], ...] = ()
    owner: str = "Gemeente Stad"
    sources: str = ""


def _try(code: str, *operations: str) -> Try:
    return Try(code, operations)


def _asked(ask: str, options: str = "ja: Ja, nee: Nee", more: str = "") -> str:
    question = f'{{id: q, ask: "{ask}", type: choice, options: {{{options}}}{more}}}'
    return f"{{add: question, after: collega, question: {question}}}"


def _called(more: str, name: str = "Wijkteam") -> str:
    return f"{{add: contact, id: t, name: {name}, hours: altijd, verified: 2026-11-01, rules: [onveilig], {more}}}"


def _told(text: str, step: str = "beslissen") -> str:
    return f'{{add: task, step: {step}, id: x, text: "{text}"}}'


def _helped(name: str, what: str, more: str = "") -> str:
    fits = "fits: {roles: [partner]}"
    return (
        f'{{add: intervention, intervention: {{id: m, name: {name}, what: "{what}", refer: Bel het team., '
        f"aim: stoppen, {fits}{more}}}}}"
    )


def _signal(text: str, severity: str) -> str:
    return f'{{add: signal, list: partnergeweld, signal: {{id: x, text: "{text}", severity: {severity}}}}}'


def _english(of: str) -> str:
    return f"language: en\noperations: {{{of}}}\n"


_SCHOOL = library.protocol(SECTOR)
_LIGHT = [
    each.id
    for each in _SCHOOL.signal_lists["ouder_gezin"].signals
    if each.severity not in HEAVY and not _SCHOOL.weighs_explicitly(each.id)
]

TRIES = {
    "all help is hidden": _try("W29", *(f"{{hide: intervention, id: {name}}}" for name in _SCHOOL.help.interventions)),
    "all lighter signals of a list are hidden": _try("W29", *(f"{{hide: signal, id: {name}}}" for name in _LIGHT)),
    "two overlays hide most together": Try(
        "W29",
        tuple(f"{{hide: signal, id: {name}}}" for name in _LIGHT[-2:]),
        before=(tuple(f"{{hide: signal, id: {name}}}" for name in _LIGHT[:-2]),),
    ),
    "strangling as context": _try("W30", _signal("De partner heeft het slachtoffer gewurgd.", "context")),
    "a grave signal once more, lighter": _try("W30", _signal("Het slachtoffer is bij de keel gepakt.", "laag")),
    "grave in letters that look alike": _try("W30", _signal("De partner heeft een wаpеn.", "laag")),  # noqa: RUF001
    "grave in English only": Try(
        "W30",
        (_signal("Er is geknepen.", "laag"),),
        _english("x: {signal: {text: The partner strangled the victim.}}"),
    ),
    "a number of 0900 that is free": _try("W31", _called("phone: 0900-1234, cost: gratis")),
    "a dear number at local rate": _try("W31", _called("phone: 0909-1234, cost: lokaal")),
    "a number abroad": _try("W31", _called("phone: +44 20 7946 0000")),
    "a dear number later on, in a second overlay": Try(
        "W31", ("{change: contact, id: t, phone: 0906-1234}",), before=((_called("phone: 030-1234567"),),)
    ),
    "the name of a contact that an earlier overlay hid": Try(
        "W32", (_called("phone: 0900-0432", "Kindertelefoon"),), before=(("{hide: contact, id: kindertelefoon}",),)
    ),
    "the name of a contact that is there": _try("W32", _called("phone: 030-1234567", "Centrum Seksueel Geweld")),
    "the police with another number": _try("W07", _called("phone: 030-1234567", "Politie met spoed")),
    "a contact that wants to be first": _try("W07", _called('use: "Bel ons eerst, dan regelen wij het verder."')),
    "the site of someone else": _try("O13", _called('url: "https://veiligthuis-stad.example/"')),
    "a picture for yes": _try("O20", _asked("Hoe gaat het?", "a: 👍, b: 👎")),
    "a question without words": _try("O20", _asked("🙂")),
    "hints that are swapped": _try("O19", _asked("Is er hulp?", more=", hints: {ja: Nee dus., nee: Ja dus.}")),
    "options of which the words are swapped": _try("O19", _asked("Gebeld?", "gebeld: Later, later: Gebeld")),
    "options that look the same": _try("O19", _asked("Welke?", "a: Hetzelfde, b: Hetzelfde")),
    "a fixed question in other words": _try("W23", _asked("Is het kind op dit moment buiten gevaar?")),
    "a fixed question in its options": _try("W23", _asked("Hoe is het thuis?", "ja: Iedereen is veilig, nee: Anders")),
    "a fixed question in English only": Try(
        "W23", (_asked("Is het rustig?"),), _english("q: {question: {ask: Is everyone out of danger?}}")
    ),
    "a question turned round in English": Try(
        "W33", (_asked("Is het team gebeld?"),), _english("q: {question: {ask: Was the team not called?}}")
    ),
    "options swapped in English": Try(
        "W33",
        (_asked("Is er iemand?", "wel: Wel hulp, niet: Geen hulp"),),
        _english("q: {question: {options: {wel: No help, niet: Help}}}"),
    ),
    "a label that turns the question round": _try("W34", _asked("Is het team gebeld?", more=", label: Niet gebeld")),
    "an owner that speaks for the country": Try("W07", ("{add: role, id: x, text: Wie}",), owner="Nationaal Centrum"),
    "an owner that is a picture": Try("O20", ("{add: role, id: x, text: Wie}",), owner='"🙂"'),
    "proof first": _try("W07", _told("Verzamel eerst bewijs.")),
    "sleep on it": _try("W07", _told("Slaap er een paar nachten over.")),
    "another deadline": _try("W07", _told("U heeft voor deze stap zes weken.")),
    "another retention": _try("W07", _told("Wis het dossier na een maand.")),
    "an example that narrows what is unsafe": _try(
        "W07", "{add: example, definition: acute_onveiligheid, id: x, text: Pas als er bloed vloeit.}"
    ),
    "an example that says that it does not count": _try(
        "W07", "{add: example, definition: kindermishandeling, id: x, text: Een tik telt hier niet mee.}"
    ),
    "a role that decides": _try("W07", "{add: role, id: x, text: De teamcoach gaat er daarna over.}"),
    "a national role in other words": _try("W07", "{change: role, id: aandachtsfunctionaris, text: Is er niet meer.}"),
    "a word that accuses": _try("W07", "{change: term, id: client, text: verdachte}"),
    "guidance to talk with both": _try("W07", "{change: step, id: gesprek, guidance: Nodig beide ouders samen uit.}"),
    "meanwhile, do nothing": _try("W07", "{change: step, id: overleg, meanwhile: U kunt nu rustig afwachten.}"),
    "a step to let it rest": _try(
        "W07",
        "add: step\n    after: wegen\n    step: {id: rust, title: Bedenktijd, purpose: Even niets., questions: []}",
    ),
    "help that brings both together": _try("W07", _helped("Gesprek", "Dader en slachtoffer praten samen.")),
    "help that takes the place of a report": _try("W07", _helped("Rust", "Komt in de plaats van een melding.")),
    "help that nobody judged": _try("O20", _helped("Rust", "Rust.", ', level: sterk, judged_by: "🙂", judged_on: "-"')),
    "training that frees from the steps": _try(
        "W07", "{add: offer, offer: {id: o, name: Dag, who: Voor u., what: Na deze dag kunt u stappen overslaan.}}"
    ),
    "a flag that frightens": _try(
        "W07", "{add: flag, flag: {id: f, when: {veiligheid: ja}, text: U krijgt een aantekening.}}"
    ),
    "a rule that soothes": _try(
        "W07", "{add: rule, rule: {id: r, when: {veiligheid: ja}, level: overleg, because: Rust eerst.}}"
    ),
    "a source that sounds like the law": Try(
        "W07",
        ("{add: role, id: x, text: Wie}",),
        sources="sources: {w: {title: De nieuwe wet, verified: 2026-11-01}}\n",
    ),
}
