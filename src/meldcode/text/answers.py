"""Answers in words, and what is wrong with an answer (worded by `findings.cause`)."""

from collections.abc import Mapping

from meldcode.text import say

TEXTS = {
    "A01": ("Kies een van deze antwoorden: {options}.", "Choose one of these answers: {options}."),
    "A02": (
        "Hier hoort een lijst. Geen van alle is een lege lijst: [].",
        "A list is expected here. None of them is an empty list: [].",
    ),
    "A03": ("Hier hoort tekst.", "Text is expected here."),
    "A04": (
        "Deze tekst is te lang. Er passen {limit} tekens in. Kort de tekst in.",
        "This text is too long. It can hold {limit} characters. Shorten the text.",
    ),
    "A05": (
        "In deze tekst staat een teken dat niet kan worden bewaard. Typ de tekst opnieuw.",
        "This text holds a character that cannot be kept. Type the text again.",
    ),
    "A06": (
        "Hier hoort een datum: jaar-maand-dag, zoals 2026-12-01.",
        "A date is expected here: year-month-day, such as 2026-12-01.",
    ),
    "A07": ("Hier hoort een heel getal.", "A whole number is expected here."),
    "A08": ("Dit zijn er te veel. Er kunnen er {limit} in.", "These are too many. It can hold {limit}."),
    "A09": ("Gebruik alleen deze velden: {keys}.", "Use only these fields: {keys}."),
    "A10": ("Kies een van deze rollen: {options}. Geen namen.", "Choose one of these roles: {options}. No names."),
    "A11": ("Bij client hoort ja of nee.", "The value of client is ja or nee."),
    "A12": (
        "Een leeftijd is een getal van 0 tot {limit}, of ongeboren.",
        "An age is a number from 0 to {limit}, or ongeboren (unborn).",
    ),
    "A13": (
        "Dit signaal staat niet in de lijsten van dit protocol.",
        "This signal is not in the lists of this protocol.",
    ),
    "A14": (
        "Deze vraag moet u beantwoorden. Schrijf ten minste een zin.",
        "This question must be answered. Write at least one sentence.",
    ),
    "A15": (
        "Hier horen vragen met hun antwoord. Een voorbeeld: meldcode help answers",
        "Questions with their answers are expected here. For an example: meldcode help answers",
    ),
    "A16": ("Bij “{key}” hoort tekst.", "“{key}” is a text."),
    "A17": ("Een id is tekst of een heel getal.", "An id is a text or a whole number."),
    "A18": (
        "Hoe u het weet, is een van deze: {options}.",
        "How you know it is one of these: {options}.",
    ),
    "unknown_question": ("Dit protocol kent deze vraag niet.", "This protocol does not know this question."),
    "not_reached": (
        "Deze vraag wordt niet gesteld bij deze antwoorden. Ze geldt alleen als: {guard}.",
        "This question is not asked with these answers. It applies only if: {guard}.",
    ),
    "other_route": (
        "Deze vraag hoort bij een andere weg dan die bij deze antwoorden.",
        "This question belongs to another route than the one of these answers.",
    ),
    "none": ("Geen", "None"),
    "empty": ("(leeg)", "(empty)"),
    "age": ("{age} jaar", "{age} years old"),
    "age_one": ("1 jaar", "1 year old"),
    "unborn": ("ongeboren", "unborn"),
    "age_unknown": ("leeftijd onbekend", "age unknown"),
    "is_client": ("cliënt, leerling of patiënt", "client, pupil or patient"),
    "seen": ("gezien of gehoord: {seen}", "seen or heard: {seen}"),
    "gezien": ("zelf gezien of gehoord", "seen or heard myself"),
    "verteld": ("verteld door de persoon zelf", "told by the person concerned"),
    "van_ander": ("van iemand anders gehoord, niet zelf gezien", "heard from someone else, not seen myself"),
    "on": ("op {on}", "on {on}"),
    "meaning": ("mogelijke betekenis: {meaning}", "possible meaning: {meaning}"),
    "client": ("cliënt, patiënt of leerling zelf", "client, patient or pupil"),
    "kind": ("kind", "child"),
    "ouder": ("ouder", "parent"),
    "partner": ("partner", "partner"),
    "ex_partner": ("ex-partner", "ex-partner"),
    "familielid": ("familielid", "family member"),
    "mantelzorger": ("mantelzorger", "informal carer"),
    "ander": ("iemand anders", "someone else"),
}


def worded(language: str, labels: Mapping[str, str], value: object, client: str = "") -> str:
    """Return an answer, written as JSON holds it, in words.

    `labels` tells what each id is called, `client` what the sector calls the person it works for.
    """
    if isinstance(value, list):
        return "; ".join(_item(language, labels, item, client) for item in value) or say(language, "answers.none")
    if isinstance(value, str) and not value.strip():
        return say(language, "answers.empty")
    return labels.get(str(value), str(value))


def _item(language: str, labels: Mapping[str, str], item: object, client: str) -> str:
    if isinstance(item, dict):
        return _signal(language, labels, item) if "signal" in item else person(language, item, client)
    return labels.get(str(item), str(item))


def role(language: str, name: str, client: str = "") -> str:
    """Return a role in words; `client` is the sector's own word for the person it works for."""
    return client if client and name == "client" else say(language, f"answers.{name}")


def person(language: str, item: Mapping[str, object], client: str = "") -> str:
    """Return a person in words, by role and age."""
    age = item.get("age")
    if age is None:
        years = say(language, "answers.age_unknown")
    elif isinstance(age, int):
        years = say(language, "answers.age_one" if age == 1 else "answers.age", age=age)
    else:
        years = say(language, "answers.unborn")
    parts = [role(language, str(item["role"]), client), years]
    return ", ".join(
        [*parts, client or say(language, "answers.is_client")]
        if item.get("client") == "ja" and item["role"] != "client"
        else parts
    )


def _signal(language: str, labels: Mapping[str, str], item: Mapping[str, object]) -> str:
    parts = [say(language, f"answers.{name}", **{name: item[name]}) for name in ("seen", "on") if item.get(name)]
    if how := item.get("how"):
        parts.insert(1 if item.get("seen") else 0, say(language, f"answers.{how}"))
    if meaning := item.get("meaning"):
        parts.append(say(language, "answers.meaning", meaning=meaning))
    text = labels.get(str(item["signal"]), str(item["signal"]))
    return f"{text} ({'; '.join(parts)})" if parts else text
