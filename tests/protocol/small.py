"""A small but whole folder of content, and edits to it: the ground on which faults are planted."""

from collections.abc import Mapping
from pathlib import Path

from meldcode.protocol.diagnostics import Finding, RefusedError
from meldcode.protocol.model import Protocol
from meldcode.protocol.source import Content

BASE = "protocols/basismodel/protocol.yaml"
BASE_EN = "protocols/basismodel/en.yaml"
EER = "protocols/themes/eer.yaml"
KMDF = "protocols/themes/kmdf.yaml"
KIND = "protocols/signals/kind.yaml"
CONTACTS = "protocols/contacts.yaml"
SCHOOL = "sectors/school/sector.yaml"
SCHOOL_EN = "sectors/school/en.yaml"
HELP = "protocols/interventions.yaml"
WORK = "protocols/professions.yaml"
TRAINING = "protocols/training.yaml"

FILES: Mapping[str, str] = {
    TRAINING: """\
format: 1
notice: Vraag het na.
sources:
  gids: {title: De gids, url: "https://gids.example", verified: 2026-01-02}
  krant: {title: De krant, verified: 2026-01-02}
offers:
  - {id: dag, name: Een dag, who: Voor iedereen., what: Oefenen., source: gids, verified: 2026-01-02}
  - id: les
    name: Een les
    provider: De School
    who: Voor leraren.
    what: Kijken.
    sectors: [school]
    forms: [online]
    length: Een uur.
    price: Tien euro.
    price_on: 2026-01-02
    where: In het noorden.
    regions: [VT01]
    source: gids
    also: [krant]
    verified: 2026-01-02
accreditations:
  - {id: punten, name: Punten, text: Een punt is een uur., source: gids}
criteria:
  - {id: herhalen, text: Vaker oefenen., source: gids, covered: ja, our_part: Dat kan hier., also: [krant]}
""",
    BASE: """\
format: 1
protocol: basismodel
version: 1.0.0
title: Basismodel
for_whom: Voor iedereen.
decides: Een mens beslist.
reviewed: {date: 2026-01-02, before: 2027-01-02}
sources:
  wet: {title: De wet, article: "2", verified: 2026-01-02}
  eigen: {title: Eigen werk, unverified: nog niet nagezien}
steps:
  - id: signalen
    statutory: 1
    route: alle
    title: Signalen
    purpose: Kijken en luisteren.
    source: wet
    questions:
      - id: direct_gevaar
        ask: Is er nu gevaar?
        label: Gevaar
        type: choice
        options: {nee: Nee, onbekend: Weet ik niet, ja: Ja}
        hints: {ja: Bel eerst 112.}
        danger: rising
        source: wet
        locked: true
      - id: betrokkenen
        ask: Om wie gaat het?
        label: Betrokkenen
        type: people
        client: kind
      - id: signalen
        ask: Wat ziet u?
        label: Signalen
        type: signals
        lists: [kind]
      - id: thema
        ask: Denkt u aan een bijzondere vorm?
        label: Vormen
        type: multi
  - id: overleg
    statutory: 2
    title: Overleggen
    purpose: Samen kijken.
    questions:
      - id: deskundige
        ask: Sprak u een deskundige?
        label: Deskundige
        type: choice
        options: {ja: Ja, nee: Nee}
      - id: vt_advies
        ask: Vroeg u advies?
        label: Advies
        type: choice
        options: {ja: Ja, nee: Nee}
      - id: gesprek
        ask: Is er een gesprek geweest?
        label: Gesprek
        type: choice
        options: {gevoerd: Ja, uitgesteld: Later}
        waits: {when: {gesprek: uitgesteld}, until: gesprek_datum}
      - id: gesprek_datum
        ask: Wanneer is het gesprek?
        label: Datum
        type: date
        required: false
        when: {gesprek: uitgesteld}
  - id: wegen
    statutory: 4
    title: Wegen
    purpose: Weeg.
    questions:
      - id: veiligheid
        ask: Is het onveilig?
        label: Onveiligheid
        type: choice
        options: {nee: Nee, onbekend: Weet ik niet, ja: Ja}
        danger: rising
        help: Denk aan wat blijft.
        definitions: [onveilig]
      - id: toelichting
        ask: Waarom vindt u dat?
        label: Toelichting
        type: text
        required: false
        when: {all: [{veiligheid: ja}, {client_volwassen: nee}]}
      - id: besluit
        ask: Wat besluit u?
        label: Besluit
        type: choice
        options: {afsluiten: A, volgen: B, hulp: C, overleg: D, melden: E, bel_112: F}
      - id: afwijking_reden
        ask: Waarom minder?
        label: Reden
        type: text
        when: {below_advice: besluit}
definitions:
  - id: onveilig
    term: Onveilig
    text: Het gaat niet goed.
    examples: {honger: Er is geen eten.}
    source: wet
rules:
  - id: gevaar
    when: {direct_gevaar: ja}
    level: bel_112
    because: Er is nu gevaar.
    source: wet
    actions: [bel]
    contacts: [veilig_thuis]
  - id: meld
    when: {veiligheid: ja}
    level: melden
    because: Het is onveilig.
    source: eigen
    actions: [vertel]
  - id: signaal
    when: {signalen: {at_least: acuut}}
    because: Het signaal weegt zwaar.
    source: wet
actions:
  - id: bel
    text: Bel nu.
    source: wet
  - id: vertel
    text: Vertel het.
    informs: true
    when: {gesprek: gevoerd}
flags:
  - id: lager
    when: {below_advice: besluit}
    text: Het besluit gaat minder ver.
    step: wegen
    source: wet
levels:
  afsluiten: {title: Sluit af, text: Klaar.}
  volgen: {title: Volg, text: Kijk mee.}
  hulp: {title: Help, text: Help mee.}
  overleg: {title: Vraag advies, text: Bel.}
  melden: {title: Meld, text: Bel Veilig Thuis.}
  bel_112: {title: Bel 112, text: Bel nu.}
at_hand: {feiten: Uw feiten}
""",
    BASE_EN: """\
language: en
title: Base model
steps: {signalen: {title: Signals, purpose: Look and listen.}}
questions:
  direct_gevaar: {ask: Is there danger now?, label: Danger, options: {nee: No, onbekend: I do not know, ja: Yes}}
  veiligheid: {ask: Is it unsafe?, help: Think of what remains.}
sources: {wet: {title: The law}}
rules: {meld: {because: It is unsafe.}}
levels: {melden: {title: Report}}
at_hand: {feiten: Your facts}
""",
    EER: """\
format: 1
theme: eer
title: Eer
order: 2
help: Wat het is.
sources:
  knooppunt: {title: Knooppunt, verified: 2026-01-02}
consult: {required: true, text: Vraag een deskundige., contacts: [veilig_thuis]}
talk: {safe: nee, because: Het is gevaarlijk.}
rules:
  - {id: eer_eerst, when: {thema: eer}, level: overleg, because: Vraag eerst., source: knooppunt, actions: [eer_bel]}
actions:
  - {id: eer_bel, text: Bel de deskundige.}
lists: [kind]
weigh: []
""",
    KMDF: """\
format: 1
theme: kmdf
title: Falsificatie
order: 1
hint: Ziekte die iemand anders maakt.
help: Wat het is.
sources: {}
consult: {required: false, text: Vraag het na.}
talk: {safe: na_overleg, because: Eerst overleg.}
weigh: []
""",
    KIND: """\
format: 1
list: kind
title: Kinderen
order: 1
sources:
  lijst: {title: Lijst, verified: 2026-01-02}
signals:
  - {id: bang, text: Is bang., severity: laag, source: lijst}
  - {id: wond, text: Heeft een wond., severity: acuut, source: lijst, graded: bron}
""",
    CONTACTS: """\
format: 1
sources:
  site: {title: Site, verified: 2026-01-02}
contacts:
  - id: veilig_thuis
    name: Veilig Thuis
    phone: 0800-2000
    hours: altijd
    who: Iedereen.
    use: Bij zorgen.
    source: site
    urgency: 2
    verified: 2026-01-02
  - id: alarm
    name: Alarmnummer
    phone: "112"
    hours: altijd
    who: Iedereen.
    use: Bij gevaar.
    source: site
    urgency: 1
    verified: 2026-01-02
regions:
  - {id: VT01, name: Noord, verified: 2026-01-02}
""",
    HELP: """\
format: 1
sources:
  bank: {title: Databank, verified: 2026-01-02}
cautions: {veilig: Eerst veilig.}
levels:
  goed: {title: Goed, text: Het werkt.}
  geen: {title: Geen, text: Niets gevonden.}
interventions:
  - id: praten
    name: Praten
    what: Samen praten.
    refer: Bel hen.
    aim: herstel
    level: geen
    fits: {roles: [kind], age_from: 4, age_to: 12, themes: [eer]}
    unsafe_with: [eer]
    source: bank
    verified: 2026-01-02
  - id: huisbezoek
    name: Huisbezoek
    what: Iemand komt thuis.
    refer: Bel hen ook.
    aim: preventie
    level: goed
    fits: {roles: [ouder], lists: [kind]}
    source: bank
    verified: 2026-01-02
""",
    WORK: """\
format: 1
workplaces:
  - id: school
    title: Een school
    professions:
      - {id: juf, title: Leraar, sector: school, words: [juf, meester]}
  - id: elders
    title: Ergens anders
    professions:
      - {id: anders, title: Iets anders, sector: algemeen}
""",
    SCHOOL: """\
format: 1
sector: school
version: 2.0.0
title: School
for_whom: Voor scholen.
decides: De directeur.
extends: basismodel
bound: true
reviewed: {date: 2026-01-02, before: 2027-01-02}
sources:
  handboek: {title: Handboek, verified: 2026-01-02}
steps:
  - id: signalen
    questions: [direct_gevaar, betrokkenen, signalen, thema]
  - id: overleg
    questions: [gesprek, gesprek_datum, deskundige, vt_advies]
  - id: wegen
    questions:
      - id: veiligheid
        help: Denk aan school.
      - toelichting
      - besluit
      - afwijking_reden
  - id: bestuur
    route: beroepskracht
    title: Het bestuur
    purpose: Vertel het.
    questions:
      - id: gemeld
        ask: Is het gemeld?
        label: Gemeld
        type: choice
        options: {ja: Ja, nee: Nee}
      - toelichting
routes:
  - {id: beroepskracht, title: Een collega, when: {gesprek: gevoerd}, text: Een andere weg.}
rules:
  - id: meld
    because: Zo staat het in het handboek.
    source: handboek
actions: []
flags: []
""",
    SCHOOL_EN: """\
language: en
title: School
""",
}


def write(root: Path, files: Mapping[str, str]) -> Path:
    """Write texts into files below a folder; return the folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def edited(name: str, old: str, new: str) -> dict[str, str]:
    """Return the whole folder after one edit; the old text must stand there exactly once."""
    assert FILES[name].count(old) == 1, f"{FILES[name].count(old)} times in {name}: {old}"
    return {**FILES, name: FILES[name].replace(old, new)}


def resolved(root: Path, sector: str = "school", files: Mapping[str, str] = FILES) -> Protocol:
    """Return the protocol that these files make."""
    return Content(write(root, files)).protocol(sector)


def refused(root: Path, files: Mapping[str, str], sector: str = "school") -> tuple[Finding, ...]:
    """Return what is wrong with these files."""
    try:
        resolved(root, sector, files)
        Content(root).index()
    except RefusedError as error:
        return error.findings
    raise AssertionError("the content was accepted")
