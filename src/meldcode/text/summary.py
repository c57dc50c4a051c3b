"""Headings and fixed sentences of the summary."""

from collections.abc import Iterable

from meldcode.text import say

TEXTS = {
    "heading": ("Samenvatting meldcode", "Meldcode summary"),
    "about": ("Over deze samenvatting", "About this summary"),
    "advice": ("Advies", "Advice"),
    "because": ("Waarom", "Why"),
    "flags": ("Let op: het verloop van de stappen", "Please note: how the steps went"),
    "do": ("Wat u nu doet", "What to do now"),
    "contacts": ("Wie u belt", "Whom to call"),
    "at_hand": ("Wat u bij de hand hebt als u Veilig Thuis belt", "What to have at hand when you call Veilig Thuis"),
    "tell": ("Wat u wel en niet vertelt", "What to tell and what not to tell"),
    "duty": ("Wat uw taak blijft", "What remains your task"),
    "decision": ("Uw eigen besluit", "Your own decision"),
    "steps": ("Wat is vastgelegd", "What was recorded"),
    "notes": ("Notities", "Notes"),
    "rounds": ("Eerdere weging", "Earlier weighing"),
    "ignored": ("Niet gebruikte antwoorden", "Answers not used"),
    "limits": ("Wat deze samenvatting niet is", "What this summary is not"),
    "trail": ("Spoor: wie wat wanneer deed", "Audit trail: who did what and when"),
    "banner": (
        "Dit stuk bevat bijzondere persoonsgegevens. Bewaar het alleen in het officiële dossier.",
        "This document holds special personal data. Keep it in the official file only.",
    ),
    "practice": (
        "OEFENING: dit is geen echte zaak.",
        "EXERCISE: this is not a real case.",
    ),
    "damaged": (
        (
            "LET OP: deze zaak is beschadigd. Er ontbreekt iets of er is iets veranderd. Het verslag is misschien niet "
            "volledig, en het advies klopt dan misschien niet. Vraag bij twijfel Veilig Thuis 0800-2000."
        ),
        (
            "PLEASE NOTE: this case is damaged. Something is missing or was changed. The record may be incomplete, and "
            "then the advice may be wrong. When in doubt ask Veilig Thuis 0800-2000."
        ),
    ),
    "case": ("Zaak", "Case"),
    "sector": ("Protocol", "Protocol"),
    "municipality": ("Gemeente", "Municipality"),
    "region": ("Regio van Veilig Thuis", "Veilig Thuis region"),
    "started": ("Begonnen op", "Started on"),
    "made": ("Gemaakt op", "Made on"),
    "protocol": ("Versie", "Version"),
    "digest": ("Kenmerk van het protocol", "Digest of the protocol"),
    "control": ("Controlecode", "Control code"),
    "missing": ("Nog niet beantwoord", "Not answered yet"),
    "waiting": ("Wacht op", "Waiting for"),
    "waits_open": ("{name}. Er is nog geen datum vastgelegd.", "{name}. No date has been recorded yet."),
    "waits_until": ("{name}, tot {date}", "{name}, until {date}"),
    "closed": ("Zaak gesloten", "Case closed"),
    "round": (
        "Weging {number}: {level}",
        "Weighing {number}: {level}",
    ),
    "reopened": ("Heropend omdat", "Reopened because"),
    "round_renewed": (
        "Zo stond het met versie {version} van het protocol, tot een nieuwere is overgenomen.",
        "So it stood with version {version} of the protocol, until a newer one was taken over.",
    ),
    "renewed": (
        "Op {date} is versie {version} van het protocol overgenomen.",
        "On {date} version {version} of the protocol was taken over.",
    ),
    "overlay_line": (
        "Lokaal aangepast door {owner}: {id} {version} ({digest})",
        "Adapted locally by {owner}: {id} {version} ({digest})",
    ),
    "help": ("Hulp die kan passen", "Help that may fit"),
    "help_later": ("pas als het geweld is gestopt", "only after the violence has stopped"),
    "help_founded": ("Onderbouwing: {level}", "How well founded: {level}"),
    "help_reassessing": ("wordt opnieuw beoordeeld", "is being judged again"),
    "help_old": ("dat is langer dan vijf jaar geleden", "that is more than five years ago"),
    "due": ("Wat wanneer aan de beurt is", "What is due when"),
    "retention": ("Bewaren", "Keeping the record"),
    "review_expired": (
        (
            "LET OP: de inhoud van dit protocol moest voor {before} opnieuw worden nagekeken. Vraag bij twijfel Veilig "
            "Thuis 0800-2000 of wat hier staat nog klopt."
        ),
        (
            "PLEASE NOTE: the content of this protocol had to be reviewed again before {before}. When in doubt ask "
            "Veilig Thuis 0800-2000 whether what stands here is still right."
        ),
    ),
    "for_whom": ("Voor wie: {who}", "For whom: {who}"),
    "reminder": ("Herinnering {code}", "Reminder {code}"),
    "note": ("Notitie", "Note"),
    "source": ("Bron: {source}", "Source: {source}"),
    "verified": ("nagelezen op {date}", "last checked on {date}"),
    "verified_long_ago": (
        "nagelezen op {date}; dat is langer dan een jaar geleden",
        "last checked on {date}; that is more than a year ago",
    ),
    "unverified": ("NIET NAGEKEKEN: {reason}", "NOT VERIFIED: {reason}"),
    "cost_gratis": ("gratis", "free"),
    "cost_lokaal": ("lokaal tarief", "local rate"),
    "always": ("dag en nacht", "day and night"),
    "hours_unknown": ("openingstijden niet bekend", "opening hours not known"),
    "hours": ("open {hours}", "open {hours}"),
    "day_ma": ("ma", "Mon"),
    "day_di": ("di", "Tue"),
    "day_wo": ("wo", "Wed"),
    "day_do": ("do", "Thu"),
    "day_vr": ("vr", "Fri"),
    "day_za": ("za", "Sat"),
    "day_zo": ("zo", "Sun"),
    "open": ("nu open", "open now"),
    "shut": ("nu gesloten", "closed now"),
    "limits_text": (
        (
            "Dit is een hulpmiddel bij uw eigen afweging. Het advies volgt uit uw antwoorden en uit het protocol. U "
            "beslist zelf. Het zegt niet dat er sprake is van geweld of mishandeling."
        ),
        (
            "This is an aid to your own weighing. The advice follows from your answers and from the protocol. You "
            "decide. It does not say that violence or abuse has taken place."
        ),
    ),
    "reviewed": (
        "De inhoud van het protocol is nagekeken op {date} en moet voor {before} opnieuw worden nagekeken.",
        "The content of the protocol was reviewed on {date} and must be reviewed again before {before}.",
    ),
}


def source_line(language: str, parts: Iterable[str], verified: str, unverified: str) -> str:
    """Return a source in a line, with the day on which it was last checked, or in capitals that it was not."""
    checked = (
        say(language, "summary.verified", date=verified)
        if verified
        else say(language, "summary.unverified", reason=unverified)
    )
    return say(
        language, "summary.source", source=", ".join([*(part.removesuffix(".") for part in parts if part), checked])
    )
