"""What is wrong with a content or answers file, and what to do: one sentence each for the cause and the remedy."""

from collections.abc import Mapping

from meldcode.text import say, system

TEXTS = {
    "Y01": ("Dit bestand is geen UTF-8. Sla het op als UTF-8.", "This file is not UTF-8. Save it as UTF-8."),
    "Y02": (
        "Dit bestand is te groot ({size} bytes). Er passen {limit} bytes in. Splits het.",
        "This file is too large ({size} bytes; at most {limit}). Split it.",
    ),
    "Y03": (
        "Dit is geen geldige YAML. Kijk naar de inspringing, de aanhalingstekens en de dubbele punten. {problem}",
        "This is not valid YAML. Check the indentation, the quotes and the colons. {problem}",
    ),
    "Y04": (
        "De sleutel “{key}” staat hier voor de tweede keer; de eerste staat op regel {first}. Laat er een staan.",
        "The key “{key}” stands here for the second time; the first is on line {first}. Keep one.",
    ),
    "Y05": (
        "Ankers en verwijzingen ({name}) kunnen niet. Schrijf de waarde hier uit.",
        "Anchors and aliases ({name}) are not allowed. Write the value out here.",
    ),
    "Y06": (
        "Samenvoegen met << kan niet. Schrijf de sleutels hier uit.",
        "Merging with << is not allowed. Write the keys out here.",
    ),
    "Y07": (
        "Labels zoals {name} kunnen niet. Haal het label weg; elke waarde is tekst.",
        "Tags such as {name} are not allowed. Remove the tag; every value is text.",
    ),
    "Y08": (
        "Aanwijzingen die met % beginnen kunnen niet. Haal de regel weg.",
        "Directives that start with % are not allowed. Remove the line.",
    ),
    "Y09": (
        "Hier begint een tweede document. Zet het in een eigen bestand.",
        "A second document starts here. Put it in a file of its own.",
    ),
    "Y10": (
        "Dit is dieper genest dan {limit} niveaus. Maak het platter.",
        "This is nested deeper than {limit} levels. Make it flatter.",
    ),
    "Y11": (
        "Dit bestand heeft meer dan {limit} onderdelen. Splits het.",
        "This file has more than {limit} nodes. Split it.",
    ),
    "Y12": (
        "Deze tekst is langer dan {limit} tekens. Kort hem in.",
        "This text is longer than {limit} characters. Shorten it.",
    ),
    "Y13": (
        "Hier staat een onzichtbaar stuurteken ({character}). Haal het weg.",
        "There is an invisible control character here ({character}). Remove it.",
    ),
    "Y14": (
        "Hier staat een onzichtbaar teken ({character}) dat tekst kan verbergen of omdraaien. Haal het weg.",
        "There is an invisible character here ({character}) that can hide or reverse text. Remove it.",
    ),
    "Y15": (
        (
            "Na “ #” begint in YAML een opmerking, dus de rest van deze tekst valt weg. Zet de tekst tussen "
            "aanhalingstekens."
        ),
        "After “ #” YAML reads a comment, so the rest of this text is lost. Put the text in quotes.",
    ),
    "Y16": ("Dit bestand is leeg. Vul het in.", "This file is empty. Fill it in."),
    "Y17": (
        "Een sleutel moet een enkel woord zijn. Schrijf een gewoon woord met een dubbele punt.",
        "A key must be a single word. Write a plain word with a colon.",
    ),
    "Y18": (
        "Dit bestand kan niet worden gelezen: {reason}. Kijk of het bestaat en of u het mag lezen.",
        "This file cannot be read: {reason}. Check that it exists and that you may read it.",
    ),
    "Y19": (
        "Dit is geen geldige JSON. Kijk naar de aanhalingstekens en de komma's.",
        "This is not valid JSON. Check the quotes and the commas.",
    ),
    "S01": (
        "De sleutel “{key}” bestaat hier niet. Haal hem weg of verbeter hem.",
        "The key “{key}” does not exist here. Remove or correct it.",
    ),
    "S02": ("De sleutel “{key}” ontbreekt. Voeg hem toe.", "The key “{key}” is missing. Add it."),
    "S03": (
        "De waarde van “{key}” heeft niet de goede vorm ({expected}). Kijk in docs/protocol-format.md.",
        "The value of “{key}” does not have the right form ({expected}). See docs/protocol-format.md.",
    ),
    "S04": ("“{given}” kan hier niet. Kies uit: {allowed}.", "“{given}” is not allowed here. Choose from: {allowed}."),
    "S05": (
        "Hier hoort true of false. Schrijf geen ja, yes of on.",
        "true or false is expected here. Do not write ja, yes or on.",
    ),
    "S06": (
        "Hier hoort een datum: jaar-maand-dag, zoals 2026-11-23.",
        "A date is expected here: year-month-day, such as 2026-11-23.",
    ),
    "S07": ("Hier hoort een heel getal.", "A whole number is expected here."),
    "S08": (
        "Een id bestaat uit kleine letters, cijfers, _ en -. Verander het.",
        "An id consists of lower-case letters, digits, _ and -. Change it.",
    ),
    "S10": (
        "Geef precies een van beide: verified (een datum) of unverified (waarom niet).",
        "Give exactly one of both: verified (a date) or unverified (why not).",
    ),
    "S11": (
        "Bij vraag “{question}” horen opties als het type choice of multi is, en anders niet.",
        "Question “{question}” has options if its type is choice or multi, and only then.",
    ),
    "S12": (
        "Geef precies een van beide: days (dagen) of working_days (werkdagen).",
        "Give exactly one of both: days or working_days.",
    ),
    "R01": (
        "De vraag “{name}” bestaat niet. Verbeter de naam of voeg de vraag toe.",
        "The question “{name}” does not exist. Correct the name or add the question.",
    ),
    "R02": (
        "De vraag “{question}” heeft geen antwoord “{name}”. Kies uit: {options}.",
        "The question “{question}” has no option “{name}”. Choose from: {options}.",
    ),
    "R03": ("De stap “{name}” bestaat niet. Verbeter de naam.", "The step “{name}” does not exist. Correct the name."),
    "R04": (
        "De bron “{name}” staat niet bij sources. Voeg hem toe of verbeter de naam.",
        "The source “{name}” is not in sources. Add it or correct the name.",
    ),
    "R05": (
        "Het contact “{name}” staat niet in contacts.yaml. Voeg het toe of verbeter de naam.",
        "The contact “{name}” is not in contacts.yaml. Add it or correct the name.",
    ),
    "R06": (
        "De route “{name}” bestaat niet. Voeg haar toe bij routes of verbeter de naam.",
        "The route “{name}” does not exist. Add it to routes or correct the name.",
    ),
    "R07": (
        "Het begrip “{name}” staat niet bij definitions. Voeg het toe of verbeter de naam.",
        "The definition “{name}” does not exist. Add it or correct the name.",
    ),
    "R08": (
        "De signalenlijst “{name}” bestaat niet. Voeg haar toe of verbeter de naam.",
        "The signal list “{name}” does not exist. Add it or correct the name.",
    ),
    "R09": (
        "De actie “{name}” staat niet bij actions. Voeg haar toe of verbeter de naam.",
        "The action “{name}” is not in actions. Add it or correct the name.",
    ),
    "R11": ("Het id “{name}” bestaat al. Geef een ander id.", "The id “{name}” exists already. Give another id."),
    "R12": (
        (
            "De voorwaarde van vraag “{question}” leest “{name}”, maar die vraag komt pas later. Zet haar eerder of "
            "lees een andere."
        ),
        (
            "The guard of question “{question}” reads “{name}”, but that question comes later. Move it forward or "
            "read another."
        ),
    ),
    "R13": (
        "De vraag “{name}” van het basismodel staat in geen enkele stap. Zet haar in een stap.",
        "The question “{name}” of the base model is in no step. Place it in a step.",
    ),
    "R14": (
        "Het signaal “{name}” bestaat niet. Schrijf de lijst, een punt en het signaal.",
        "The signal “{name}” does not exist. Write the list, a dot and the signal.",
    ),
    "R15": (
        "De sector “{name}” bestaat niet. Verbeter de naam.",
        "The sector “{name}” does not exist. Correct the name.",
    ),
    "R16": (
        "Het thema “{name}” bestaat niet. Verbeter de naam.",
        "The theme “{name}” does not exist. Correct the name.",
    ),
    "R17": (
        "De rol “{name}” bestaat niet. Verbeter de naam.",
        "The role “{name}” does not exist. Correct the name.",
    ),
    "S13": (
        "Schrijf openingstijden als: altijd, onbekend, of ma-vr 9:00-17:00, za 10:00-16:00.",
        "Write opening hours as: altijd, onbekend, or ma-vr 9:00-17:00, za 10:00-16:00.",
    ),
    "S14": (
        "Een versie heeft drie getallen, zoals 1.2.0.",
        "A version has three numbers, such as 1.2.0.",
    ),
    "S15": (
        "Een telefoonnummer bestaat uit cijfers, spaties en streepjes, zoals 030-1234567. Woorden horen bij note.",
        "A phone number consists of digits, spaces and hyphens, such as 030-1234567. Other words belong in note.",
    ),
    "S16": (
        "Een adres op internet begint met https:// en heeft geen spaties.",
        "A web address begins with https:// and has no spaces.",
    ),
    "O01": (
        "Deze bewerking bestaat niet. Begin met precies een van deze: {allowed}.",
        "There is no such operation. Begin with exactly one of these: {allowed}.",
    ),
    "O02": (
        "“{name}” bestaat niet in dit protocol. Verbeter het id.",
        "“{name}” does not exist in this protocol. Correct the id.",
    ),
    "O03": (
        (
            "“{name}” staat vast: er rust een advies op, of de wet. Een overlay mag er alleen uitleg (help) bij "
            "zetten, of bij een landelijk contact een opmerking (note)."
        ),
        (
            "“{name}” is fixed: advice rests on it, or the law. An overlay may only add an explanation (help), or a "
            "note to a national contact."
        ),
    ),
    "O04": (
        "De actie “{name}” zou de betrokkenen inlichten. Dat kan een overlay niet toevoegen. Haal informs weg.",
        "The action “{name}” would inform the persons concerned. An overlay cannot add that. Remove informs.",
    ),
    "O05": (
        "“{name}” kan niet worden verborgen: dit rust erop: {readers}.",
        "“{name}” cannot be hidden: this rests on it: {readers}.",
    ),
    "O06": (
        "Het niveau van “{name}” is {level}; {given} is niet hoger. Een overlay mag alleen verhogen.",
        "The level of “{name}” is {level}; {given} is not higher. An overlay may only raise.",
    ),
    "O07": (
        "Een eigen regel begint bij overleg; {given} is lager. Kies overleg, melden of bel_112, of laat level weg.",
        "A rule of your own starts at overleg; {given} is lower. Choose overleg, melden or bel_112, or give no level.",
    ),
    "O08": (
        "“{name}” is al veranderd op {first}. Twee overlays mogen niet hetzelfde veranderen. Haal een van beide weg.",
        "“{name}” was changed already at {first}. Two overlays may not change the same thing. Remove one of them.",
    ),
    "O09": (
        "De overlay “{name}” bouwt op zichzelf, of is al gebruikt. Geef hem een eigen id en gebruik hem een keer.",
        "The overlay “{name}” builds on itself, or was used already. Give it an id of its own and use it once.",
    ),
    "O10": (
        "Deze overlay is voor {given} en niet voor {sector}. Verander extends, of kies een andere sector.",
        "This overlay is for {given} and not for {sector}. Change extends, or choose another sector.",
    ),
    "O11": (
        "Deze overlay is gemaakt voor versie {given}; het protocol is nu {version}. Kijk hem na en pas base aan.",
        "This overlay was made for version {given}; the protocol is now {version}. Review it and adapt base.",
    ),
    "O12": (
        "Dit zijn {amount} bewerkingen; er kunnen er {limit} in een overlay.",
        "These are {amount} operations; an overlay can hold {limit}.",
    ),
    "O13": (
        (
            "Het contact “{name}” lijkt door zijn naam of nummer op 112 of Veilig Thuis, en is dat niet. Geef het een "
            "andere naam of kijk het nummer na, zodat niemand het verkeerde belt."
        ),
        (
            "The contact “{name}” looks like 112 or Veilig Thuis by its name or number, and is not. Rename it, "
            "or check the number, so that nobody calls the wrong one."
        ),
    ),
    "O14": (
        "Er kunnen ten hoogste {limit} overlays op elkaar. Haal er een weg.",
        "At most {limit} overlays can be stacked. Remove one.",
    ),
    "O15": (
        "Zeg precies een van beide: after (erna) of before (ervoor).",
        "Say exactly one of both: after or before.",
    ),
    "O16": (
        "De vraag “{name}” betekent in elk protocol hetzelfde. Een overlay kan haar niet toevoegen. Geef een ander id.",
        "The question “{name}” means the same in every protocol. An overlay cannot add it. Give another id.",
    ),
    "O17": (
        (
            "Deze tekst gaat over 112 of Veilig Thuis en geeft een ander nummer: {number}. Zet dat nummer in een eigen "
            "contact, zodat niemand het verkeerde belt."
        ),
        (
            "This text is about 112 or Veilig Thuis and gives another number: {number}. Put that number in a contact "
            "of its own, so that nobody calls the wrong one."
        ),
    ),
    "O18": (
        (
            "“{name}” krijgt het oordeel “{level}”. Zo'n oordeel geeft een erkenningscommissie. Noem met judged_by en "
            "judged_on wie dat wanneer deed, of neem “level: geen”."
        ),
        (
            "“{name}” gets the judgement “{level}”. Such a judgement is given by an accreditation committee. Say with "
            "judged_by and judged_on who gave it and when, or take “level: geen”."
        ),
    ),
    "O19": (
        (
            "De optie “{option}” heeft woorden die het tegendeel zeggen, of die bij een andere optie horen: “{words}”. "
            "Verbeter de woorden of het id."
        ),
        (
            "The option “{option}” has words that say the opposite, or that belong to another option: “{words}”. "
            "Correct the words or the id."
        ),
    ),
    "O20": (
        "Bij “{key}” staat niets dat te lezen is: geen letter en geen cijfer. Schrijf het in woorden.",
        "There is nothing to read in “{key}”: no letter and no digit. Write it in words.",
    ),
    "C01": (
        "Een voorwaarde heeft precies een sleutel, zoals {veiligheid: ja}. Gebruik all of any voor meer.",
        "A condition has exactly one key, such as {veiligheid: ja}. Use all or any for more.",
    ),
    "C02": (
        "Bij “{key}” hoort een lijst met ten minste een voorwaarde.",
        "“{key}” needs a list with at least one condition.",
    ),
    "C03": (
        "Vergelijk met at_least (een getal of een zwaarte) of younger_than (een leeftijd).",
        "Compare with at_least (a number or a severity) or younger_than (an age).",
    ),
    "C04": (
        "De vraag “{name}” heeft geen vaste antwoorden: vrije tekst stuurt nooit het advies. Gebruik answered.",
        "The question “{name}” has no fixed answers: free text never steers advice. Use answered.",
    ),
    "C05": (
        "below_advice kan alleen bij flags en bij vragen na het advies.",
        "below_advice is for flags and for questions after the advice only.",
    ),
    "T01": (
        "De vertaling noemt “{key}”, maar dat staat niet in het bestand. Verbeter de naam of haal de regel weg.",
        "The translation names “{key}”, which is not in the file. Correct the name or remove the line.",
    ),
    "T02": (
        "“{key}” is geen tekst en wordt niet vertaald. Haal de regel weg.",
        "“{key}” is not a text and is not translated. Remove the line.",
    ),
    "meant": ("Bedoelde u “{meant}”?", "Did you mean “{meant}”?"),
    "checked": ("Nagekeken: {name}", "Checked: {name}"),
    "count": ("Fouten: {errors}. Waarschuwingen: {warnings}.", "Errors: {errors}. Warnings: {warnings}."),
}

_SUBJECTS = {"A": "answers", "E": "exercises", "W": "warnings"}
"""Where the codes of a letter are worded, other than here."""


def cause(language: str, code: str, values: Mapping[str, str]) -> str:
    """Return what is wrong and what to do, with what was probably meant."""
    subject = _SUBJECTS.get(code[0], "findings")
    reason = values.get("reason")
    worded = {"reason": say(language, f"system.{reason}")} if reason in system.TEXTS else {}
    sentence = say(language, f"{subject}.{code}", **{**values, **worded}).strip()
    meant = values.get("meant")
    return f"{sentence} {say(language, 'findings.meant', meant=meant)}" if meant else sentence
