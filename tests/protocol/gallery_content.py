"""One edit to the small folder of content for each thing that can be wrong; `→` marks the place that must be shown."""

from collections.abc import Mapping
from typing import NamedTuple

from tests.protocol import small
from tests.protocol.small import BASE, BASE_EN, CONTACTS, EER, HELP, KIND, KMDF, SCHOOL, SCHOOL_EN, WORK

MARK = "→"


class Fault(NamedTuple):
    """A folder with one fault, and what must be said about it."""

    files: Mapping[str, str]
    code: str
    file: str
    line: int
    column: int
    values: Mapping[str, str]

    @property
    def sector(self) -> str:
        """The protocol in which it shows: what is wrong with the base, a sector might hide."""
        return "algemeen" if self.file == BASE else "school"


def fault(code: str, file: str, old: str, new: str, **values: str) -> Fault:
    """Return the folder with one edit; the new text holds the mark, which is taken out."""
    files = small.edited(file, old, new)
    if file == BASE:
        del files[BASE_EN]  # else it would have to be edited too
    before, _, after = files[file].partition(MARK)
    assert MARK not in after
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Fault({**files, file: before + after}, code, file, line, column, values)


UNKNOWN_KEYS = {
    "an unknown key": fault("S01", BASE, "at_hand:", "→at_hands:", key="at_hands", meant="at_hand"),
    "an unknown key of a question": fault(
        "S01", BASE, "        client: kind", "        →cliënt: kind", key="cliënt", meant="client"
    ),
    "an unknown key of a condition's neighbour": fault("S01", BASE, "lists: [kind]", "lists: [kind]\n        →x: y"),
    "an unknown key of a source": fault("S01", BASE, 'article: "2"', '→artikel: "2"', meant="article"),
    "an unknown key of a theme": fault("S01", EER, "order: 2", "order: 2\n→volgorde: 2"),
    "an unknown key of a signal": fault("S01", KIND, "graded: bron", "→gradet: bron", meant="graded"),
    "the loader's own name for a place": fault("S01", BASE, "at_hand:", "→place: x\nat_hand:"),
    "a sector with a level of its own": fault(
        "S04", SCHOOL, "actions: []", "actions: []\nlevels: {→heel_erg: {title: A, text: B}}", key="heel_erg"
    ),
    "a sector that is a protocol": fault("S01", SCHOOL, "sector: school", "sector: school\n→protocol: school"),
}

MISSING_KEYS = {
    "a question without ask": fault(
        "S02", BASE, "- id: direct_gevaar\n        ask: Is er nu gevaar?", "- →id: direct_gevaar", key="ask"
    ),
    "a rule without a condition": fault(
        "S02", BASE, "- id: meld\n    when: {veiligheid: ja}", "- →id: meld", key="when"
    ),
    "a flag without a source": fault(
        "S02",
        BASE,
        "- id: lager\n    when: {below_advice: besluit}\n    text: Het besluit gaat minder ver.\n    step: wegen\n"
        "    source: wet",
        "- →id: lager\n    when: {below_advice: besluit}\n    text: Het besluit gaat minder ver.",
        key="source",
    ),
    "a signal without a source": fault(
        "S02", KIND, "{id: bang, text: Is bang., severity: laag, source: lijst}", "→{id: bang, text: X, severity: laag}"
    ),
    "a step without questions": fault(
        "S02", SCHOOL, "routes:", "  - →id: leeg\n    title: Leeg\n    purpose: Niets.\nroutes:", key="questions"
    ),
    "a sector without its own version": fault(
        "S02", SCHOOL, "format: 1\nsector: school\nversion: 2.0.0", "→format: 1\nsector: school", key="version"
    ),
    "a sector that does not say if it is bound": fault(
        "S02",
        SCHOOL,
        "format: 1\nsector: school\nversion: 2.0.0\ntitle: School\nfor_whom: Voor scholen.\n"
        "decides: De directeur.\nextends: basismodel\nbound: true",
        "→format: 1\nsector: school\nversion: 2.0.0\ntitle: School\nfor_whom: Voor scholen.\n"
        "decides: De directeur.\nextends: basismodel",
        key="bound",
    ),
    "a base without a name": fault("S02", BASE, "format: 1\nprotocol: basismodel", "→format: 1", key="protocol"),
    "a translation without a language": fault("S02", SCHOOL_EN, "language: en\n", "→", key="language"),
}

FORMS = {
    "a text where a mapping is expected": fault("S03", BASE, "{date: 2026-01-02, before: 2027-01-02}", "→gisteren"),
    "a text where a list is expected": fault("S03", BASE, "lists: [kind]", "lists: →kind", expected="list"),
    "a list where a mapping is expected": fault(
        "S03",
        BASE,
        "{nee: Nee, onbekend: Weet ik niet, ja: Ja}\n        hints",
        "→[nee, ja]\n        hints",
        expected="mapping",
    ),
    "a mapping where a text is expected": fault("S03", BASE, "purpose: Weeg.", "purpose: →{nl: Weeg}", key="purpose"),
    "a text where a level is expected": fault(
        "S03", SCHOOL, "actions: []", "actions: []\nlevels: {melden: →Bel}", key="melden", expected="mapping"
    ),
    "a text where a step is expected": fault("S03", SCHOOL, "routes:", "  - →los\nroutes:", expected="mapping"),
    "an empty text": fault("S03", BASE, "purpose: Weeg.", "purpose:→", key="purpose", expected="text"),
    "an empty text in quotes": fault("S03", BASE, "purpose: Weeg.", 'purpose: →" "', expected="text"),
    "an empty option": fault("S03", BASE, "{gevoerd: Ja, uitgesteld: Later}", '{gevoerd: →"", uitgesteld: Later}'),
    "an empty translation": fault("S03", BASE_EN, "title: Signals", 'title: →""', key="title", expected="text"),
    "a file that is a list": fault("S03", KIND, small.FILES[KIND], "→- a\n"),
    "an unknown type": fault("S04", BASE, "type: people", "type: →peple", given="peple", meant="people"),
    "an unknown level": fault("S04", BASE, "level: bel_112", "level: →bel112", given="bel112", meant="bel_112"),
    "an unknown level among the levels": fault("S04", BASE, "  volgen: {", "  →volg: {", given="volg", meant="volgen"),
    "an unknown severity": fault(
        "S04", KIND, "severity: laag", "severity: →licht", allowed="context, laag, midden, hoog, acuut"
    ),
    "danger that falls": fault("S04", BASE, "rising\n        source", "→falling\n        source", given="falling"),
    "another format": fault("S04", BASE, "format: 1", "format: →2", given="2", allowed="1"),
    "a sixth statutory step": fault("S04", BASE, "statutory: 4", "statutory: →6", allowed="1, 2, 3, 4, 5"),
    "a talk that is perhaps safe": fault("S04", EER, "safe: nee", "safe: →misschien"),
    "a sector in another's folder": fault("S04", SCHOOL, "sector: school", "sector: →opvang", allowed="school"),
    "a sector on another base": fault("S04", SCHOOL, "extends: basismodel", "extends: →zorg", allowed="basismodel"),
    "a translation into German": fault("S04", SCHOOL_EN, "language: en", "language: →de", allowed="en"),
    "waiting until a question that is no date": fault(
        "S04", BASE, "until: gesprek_datum", "until: →vt_advies", allowed="gesprek_datum"
    ),
    "yes for true": fault("S05", SCHOOL, "bound: true", "bound: →yes"),
    "ja for true": fault("S05", BASE, "locked: true", "locked: →ja"),
    "on for true": fault("S05", EER, "required: true", "required: →on"),
    "no for false": fault(
        "S05", BASE, "required: false\n        when: {gesprek", "required: →no\n        when: {gesprek"
    ),
    "True with a capital": fault("S05", BASE, "informs: true", "informs: →True"),
    "a date in Dutch order": fault("S06", BASE, "{date: 2026-01-02, b", "{date: →02-01-2026, b"),
    "a day that does not exist": fault("S06", BASE, "before: 2027-01-02", "before: →2027-02-30"),
    "an order in words": fault("S07", EER, "order: 2", "order: →twee"),
    "an urgency below zero": fault("S07", CONTACTS, "urgency: 1", "urgency: →-1"),
    "an id with a capital": fault("S08", BASE, "id: wegen", "id: →Wegen"),
    "an id with a space": fault("S08", EER, "theme: eer", "theme: →eer en meer"),
    "an id with a dot": fault("S08", KIND, "id: bang", "id: →bang.heel"),
    "an option with a capital": fault("S08", BASE, "{gevoerd: Ja, ", "{→Gevoerd: Ja, "),
    "a source with a space": fault("S08", KIND, "  lijst: {", "  →de lijst: {"),
    "a reference that is a list": fault(
        "S08", SCHOOL, "      - toelichting\n      - besluit", "      - →[toelichting]\n      - besluit"
    ),
    "neither verified nor unverified": fault("S10", KIND, "{title: Lijst, verified: 2026-01-02}", "→{title: Lijst}"),
    "verified and unverified": fault("S10", KIND, "{title: Lijst, v", "→{title: Lijst, unverified: nee, v"),
    "a choice without options": fault(
        "S11",
        BASE,
        "- id: vt_advies\n        ask: Vroeg u advies?\n        label: Advies\n        type: choice\n"
        "        options: {ja: Ja, nee: Nee}\n",
        "- →id: vt_advies\n        ask: Vroeg u advies?\n        label: Advies\n        type: choice\n",
        question="vt_advies",
    ),
    "a text with options": fault("S11", BASE, "- id: toelichting\n", "- →id: toelichting\n        options: {ja: Ja}\n"),
}

REFERENCES = {
    "a condition on an unknown question": fault(
        "R01",
        BASE,
        "when: {direct_gevaar: ja}",
        "when: {→direct_gevar: ja}",
        name="direct_gevar",
        meant="direct_gevaar",
    ),
    "answered with an unknown question": fault(
        "R01", BASE, "when: {veiligheid: ja}", "when: {answered: →veilig}", meant="veiligheid"
    ),
    "the size of an unknown question": fault(
        "R01", BASE, "when: {direct_gevaar: ja}", "when: {→signaal: {at_least: 2}}", meant="signalen"
    ),
    "an unknown question among several": fault(
        "R01", BASE, "when: {direct_gevaar: ja}", "when: {all: [{direct_gevaar: ja}, {→nergens: ja}]}"
    ),
    "a fact is not answered": fault("R01", BASE, "when: {veiligheid: ja}", "when: {answered: →minderjarige}"),
    "a step that places an unknown question": fault(
        "R01", SCHOOL, "      - toelichting\n      - besluit", "      - toelichting\n      - →beslui\n      - besluit"
    ),
    "waiting until an unknown question": fault("R01", BASE, "until: gesprek_datum", "until: →datum"),
    "a condition on an unknown answer": fault(
        "R02", BASE, "when: {veiligheid: ja}", "when: {veiligheid: →jaa}", name="jaa", question="veiligheid", meant="ja"
    ),
    "one unknown answer of several": fault(
        "R02", BASE, "when: {veiligheid: ja}", "when: {veiligheid: [ja, →mischien]}", options="nee, onbekend, ja"
    ),
    "a condition on an unknown theme": fault(
        "R02", BASE, "when: {direct_gevaar: ja}", "when: {thema: →eerr}", meant="eer", options="kmdf, eer"
    ),
    "a fact with an unknown value": fault("R02", BASE, "{client_volwassen: nee}", "{client_volwassen: →soms}"),
    "a hint for an unknown option": fault(
        "R02", BASE, "- id: vt_advies\n", "- →id: vt_advies\n        hints: {jaa: X.}\n", name="jaa", meant="ja"
    ),
    "a flag at an unknown step": fault("R03", BASE, "step: wegen", "step: →weeg", name="weeg", meant="wegen"),
    "an unknown source of a rule": fault("R04", BASE, "source: eigen", "source: →eige", name="eige", meant="eigen"),
    "an unknown source of a step": fault(
        "R04", BASE, "luisteren.\n    source: wet", "luisteren.\n    source: →wett", meant="wet"
    ),
    "an unknown source of a question": fault(
        "R04", BASE, "danger: rising\n        source: wet", "danger: rising\n        source: →wat", meant="wet"
    ),
    "an unknown source of an action": fault("R04", BASE, "Bel nu.\n    source: wet", "Bel nu.\n    source: →wat"),
    "an unknown source of a flag": fault("R04", BASE, "step: wegen\n    source: wet", "step: wegen\n    source: →wat"),
    "an unknown source of a definition": fault("R04", BASE, "eten.}\n    source: wet", "eten.}\n    source: →wat"),
    "an unknown source of a theme's rule": fault("R04", EER, "source: knooppunt", "source: →knoop"),
    "an unknown source of a signal": fault(
        "R04", KIND, "severity: laag, source: lijst", "severity: laag, source: →list"
    ),
    "an unknown source of a contact": fault(
        "R04", CONTACTS, "zorgen.\n    source: site", "zorgen.\n    source: →sit", meant="site"
    ),
    "an unknown contact": fault("R05", BASE, "[veilig_thuis]", "[→veiligthuis]", meant="veilig_thuis"),
    "an unknown contact of a theme": fault("R05", EER, "[veilig_thuis]", "[→lec]", name="lec"),
    "an unknown route": fault("R06", SCHOOL, "route: beroepskracht", "route: →beroeps", meant="beroepskracht"),
    "an unknown definition": fault("R07", BASE, "[onveilig]", "[→onveilg]", meant="onveilig"),
    "an unknown signal list": fault("R08", BASE, "lists: [kind]", "lists: [→kinder]", meant="kind"),
    "an unknown signal list of a theme": fault("R08", EER, "lists: [kind]", "lists: [→ouder]"),
    "an unknown action": fault("R09", BASE, "actions: [vertel]", "actions: [→vertell]", meant="vertel"),
    "a question that is there twice": fault(
        "R11",
        SCHOOL,
        "      - toelichting\nroutes",
        "      - →{id: gemeld, ask: A?, label: A, type: text}\nroutes",
        name="gemeld",
    ),
    "a rule that is there twice": fault("R11", BASE, "- id: signaal\n", "- →id: meld\n", name="meld"),
    "a rule of the base that a sector changes twice": fault(
        "R11", SCHOOL, "actions: []", "  - →{id: meld, because: X.}\nactions: []", name="meld"
    ),
    "a new rule of a sector that is there twice": fault(
        "R11",
        SCHOOL,
        "actions: []",
        "  - {id: extra, when: {veiligheid: ja}, because: X., source: wet}\n"
        "  - →{id: extra, when: {veiligheid: ja}, because: Y., source: wet}\n"
        "actions: []",
        name="extra",
    ),
    "a rule of a theme that a protocol has": fault("R11", EER, "- {id: eer_eerst,", "- →{id: meld,", name="meld"),
    "a step that is there twice": fault("R11", SCHOOL, "- id: bestuur", "- →id: overleg", name="overleg"),
    "a signal that is there twice": fault("R11", KIND, "- {id: wond", "- →{id: bang", name="bang"),
    "a contact that is there twice": fault("R11", CONTACTS, "- id: alarm", "- →id: veilig_thuis", name="veilig_thuis"),
    "a theme that is there twice": fault("R11", KMDF, "format: 1\ntheme: kmdf", "→format: 1\ntheme: eer", name="eer"),
    "a guard that reads a later question": fault(
        "R12", BASE, "- id: deskundige\n", "- →id: deskundige\n        when: {vt_advies: ja}\n", name="vt_advies"
    ),
    "a guard that reads itself": fault(
        "R12", BASE, "- id: vt_advies\n", "- →id: vt_advies\n        when: {vt_advies: ja}\n"
    ),
    "a guard that reads persons who come later": fault(
        "R12",
        BASE,
        "- id: direct_gevaar\n",
        "- →id: direct_gevaar\n        when: {minderjarige: ja}\n",
        name="minderjarige",
    ),
    "a guard that reads persons between an earlier question and theirs": fault(
        "R12",
        BASE,
        "      - id: betrokkenen\n",
        "      - →{id: vroeg, ask: A?, label: A, type: text, when: {minderjarige: ja}}\n      - id: betrokkenen\n",
        name="minderjarige",
    ),
    "a question of the base in no step": fault(
        "R13",
        SCHOOL,
        "steps:\n  - id: signalen\n    questions: [direct_gevaar, betrokkenen, signalen, thema]\n"
        "  - id: overleg\n    questions: [gesprek, gesprek_datum, deskundige, vt_advies]",
        "→steps:\n  - id: signalen\n    questions: [direct_gevaar, betrokkenen, signalen, thema]\n"
        "  - id: overleg\n    questions: [gesprek, gesprek_datum, deskundige]",
        name="vt_advies",
    ),
}

CONDITIONS = {
    "two conditions without all": fault("C01", BASE, "{veiligheid: ja}, {cl", "→{veiligheid: ja, thema: eer}, {cl"),
    "a condition that is a text": fault("C01", BASE, "when: {direct_gevaar: ja}", "when: →altijd"),
    "an empty condition": fault("C01", BASE, "when: {direct_gevaar: ja}", "when: →{}"),
    "not with a list": fault("C01", BASE, "when: {direct_gevaar: ja}", "when: {not: →[]}"),
    "answered with a list": fault("C01", BASE, "when: {direct_gevaar: ja}", "when: {answered: →[thema]}"),
    "no answers listed": fault("C01", BASE, "when: {direct_gevaar: ja}", "when: {direct_gevaar: →[]}"),
    "an answer that is a mapping": fault("C01", BASE, "when: {direct_gevaar: ja}", "when: {direct_gevaar: →[{a: b}]}"),
    "all with one condition": fault(
        "C02", BASE, "when: {direct_gevaar: ja}", "when: {all: →{veiligheid: ja}}", key="all"
    ),
    "any of none": fault("C02", BASE, "when: {direct_gevaar: ja}", "when: {any: →[]}", key="any"),
    "at most": fault("C03", BASE, "{at_least: acuut}", "→{at_most: 2}"),
    "two comparisons": fault("C03", BASE, "{at_least: acuut}", "→{at_least: 1, younger_than: 2}"),
    "at least something unknown": fault("C03", BASE, "{at_least: acuut}", "{at_least: →ernstig}"),
    "younger than a word": fault("C03", BASE, "{client_volwassen: nee}", "{jongste_leeftijd: {younger_than: →twaalf}}"),
    "younger than a negative age": fault(
        "C03", BASE, "{client_volwassen: nee}", "{jongste_leeftijd: {younger_than: →-1}}"
    ),
    "younger than a severity": fault(
        "C03", BASE, "{client_volwassen: nee}", "{jongste_leeftijd: {younger_than: →acuut}}"
    ),
    "free text that steers": fault(
        "C04", BASE, "when: {direct_gevaar: ja}", "when: {→toelichting: ja}", name="toelichting"
    ),
    "a date that steers": fault("C04", BASE, "when: {direct_gevaar: ja}", "when: {→gesprek_datum: ja}"),
    "an age as an answer": fault("C04", BASE, "{client_volwassen: nee}", '{→jongste_leeftijd: "12"}'),
    "the length of a free text": fault("C04", BASE, "when: {direct_gevaar: ja}", "when: {→toelichting: {at_least: 5}}"),
    "a severity of themes": fault("S04", BASE, "when: {direct_gevaar: ja}", "when: {→thema: {at_least: hoog}}"),
    "the age of an answer": fault(
        "S04", BASE, "when: {direct_gevaar: ja}", "when: {→veiligheid: {younger_than: 5}}", allowed="nee, onbekend, ja"
    ),
    "below advice of another question": fault(
        "S04",
        BASE,
        "- id: lager\n    when: {below_advice: besluit}",
        "- id: lager\n    when: {below_advice: →gesprek}",
        allowed="besluit",
    ),
    "below advice in a rule": fault(
        "C05", BASE, "- id: meld\n    when: {veiligheid: ja}", "- →id: meld\n    when: {below_advice: besluit}"
    ),
    "below advice deep in an action": fault(
        "C05",
        BASE,
        "- id: bel\n    text: Bel nu.",
        "- →id: bel\n    text: Bel nu.\n    when: {not: {below_advice: besluit}}",
    ),
    "below advice as a guard of the weighing": fault(
        "C05", SCHOOL, "- id: gemeld\n", "- →id: gemeld\n        when: {below_advice: besluit}\n"
    ),
}

TRANSLATIONS = {
    "a translation of what is not there": fault(
        "T01", BASE_EN, "at_hand:", "→at_hands:", key="at_hands", meant="at_hand"
    ),
    "a translation of an unknown question": fault(
        "T01", BASE_EN, "  veiligheid: {", "  →veilig: {", meant="veiligheid"
    ),
    "a translation of an unknown rule": fault("T01", BASE_EN, "rules: {meld:", "rules: {→melt:", meant="meld"),
    "a translation of an unknown option": fault("T01", BASE_EN, "{nee: No,", "{→neen: No,", meant="nee"),
    "a translation of a text that has no Dutch": fault("T01", BASE_EN, "Is it unsafe?, ", "Is it unsafe?, →why: X, "),
    "a translation of a base question in the sector": fault(
        "T01", SCHOOL_EN, "title: School", "questions: {→gesprek: {ask: A?}}\ntitle: School", key="gesprek"
    ),
    "a translation of an id": fault("T02", BASE_EN, "title: Base model", "title: Base model\nversion: →one"),
    "a translation of a list": fault("T02", BASE_EN, "rules: {meld: {because: It is unsafe.}}", "rules: →Rules"),
}

SHARED = {
    "a deadline without days": fault(
        "S12",
        BASE,
        "at_hand:",
        "deadlines:\n  - →{id: x, label: X, text: X., from: gesprek_datum, source: wet}\nat_hand:",
    ),
    "a deadline after a choice": fault(
        "S04",
        BASE,
        "at_hand:",
        "deadlines:\n  - {id: x, label: X, text: X., from: →gesprek, days: 3, source: wet}\nat_hand:",
        allowed="gesprek_datum",
    ),
    "a theme that weighs a signal that is not there": fault(
        "R14", EER, "weigh: []", "weigh: [→kind.wonde]", meant="kind.wond"
    ),
    "a contact for a sector that is not there": fault(
        "R15", CONTACTS, "    urgency: 2\n", "    urgency: 2\n    only: [→schol]\n", meant="school"
    ),
    "a contact for a theme that is not there": fault(
        "R16", CONTACTS, "    urgency: 2\n", "    urgency: 2\n    themes: [→eerr]\n", meant="eer"
    ),
    "an intervention for a theme that is not there": fault(
        "R16", HELP, ", themes: [eer]", ", themes: [→er]", meant="eer"
    ),
    "an intervention for a list that is not there": fault("R08", HELP, "lists: [kind]", "lists: [→kids]"),
    "an intervention for a role that is not there": fault("R17", HELP, "roles: [kind]", "roles: [→kint]", meant="kind"),
    "an intervention without a source": fault(
        "R04", HELP, "unsafe_with: [eer]\n    source: bank", "unsafe_with: [eer]\n    source: →bang", meant="bank"
    ),
    "expertise that is not there": fault(
        "R05", SCHOOL, "bound: true", "bound: true\nexpertise: [→alarmm]", meant="alarm"
    ),
    "a way to a sector that is not there": fault("R15", WORK, "sector: school", "sector: →schol", meant="school"),
}

FAULTS = SHARED | UNKNOWN_KEYS | MISSING_KEYS | FORMS | REFERENCES | CONDITIONS | TRANSLATIONS
