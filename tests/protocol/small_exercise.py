"""A small exercise about a school, in which nothing is wrong; tests change a line of it."""

from pathlib import Path

from meldcode.protocol.diagnostics import Finding
from meldcode.training.check import findings_of

MARK = "→"

TEXT = """\
format: 1
scenario: proef
sector: onderwijs
title: Een proef
story: Een leerling heeft geen eten mee.
answers:
  direct_gevaar: nee
  betrokkenen: [{role: kind, age: 8, client: ja}, {role: ouder, age: 34}]
  pleger: huiselijke_kring
  signalen:
    - {signal: kind_4_12.honger_vuil, seen: Geen eten mee., how: gezien, on: 2026-11-09}
    - {signal: kind_4_12.school_achteruit, seen: Viel in slaap., how: gezien, on: 2026-11-11}
  thema: []
  collega: ja
  vt_advies: niet_nodig
  gesprek: gevoerd
  vermoeden: ja
  veiligheid: nee
  hulp: ja
  acceptatie: ja
  evaluatie: 2026-12-11
  besluit: hulp
expect: {level: hulp, flags: []}
teaching:
  form: Verwaarlozing
  difficulty: basis
  minutes: 20
  goals: {zien: U ziet wat er ontbreekt.}
  parts: [{id: overleg, text: De collega luistert.}]
  facts: [{id: zus, when: {collega: ja}, text: De zus kookt.}]
  signals: [{id: kind_4_12.honger_vuil, how: gezien, because: U zag het zelf.}]
  overclaims: [{id: kind_4_12.alleen_gelaten, because: Niemand zag dat.}]
  norms:
    - {id: direct_gevaar, accept: [nee], because: Niets wijst op gevaar.}
    - {id: gesprek, accept: [gevoerd], because: Praten is hier veilig.}
  careful: Een zorgvuldige route vroeg ook naar de zus.
  discussion: {gerucht: Wat doet u met een gerucht?, grens: Wanneer meldt u?}
  turn: {text: De hulp stopt., answers: {veiligheid: ja, besluit: melden}, expect: {level: melden, flags: []}}
"""

ENGLISH = """\
language: en
title: A trial
story: A pupil has no food.
teaching:
  form: Neglect
  goals: {zien: You see what is missing.}
  parts: {overleg: {text: The colleague listens.}}
  facts: {zus: {text: The sister cooks.}}
  signals: {kind_4_12.honger_vuil: {because: You saw it yourself.}}
  overclaims: {kind_4_12.alleen_gelaten: {because: Nobody saw that.}}
  norms:
    direct_gevaar: {because: Nothing points to danger.}
    gesprek: {because: Talking is safe here.}
  careful: A careful route also asked about the sister.
  discussion: {gerucht: What do you do with a rumour?, grens: When do you report?}
  turn: {text: The help stops.}
"""


def write(folder: Path, text: str = TEXT, english: str = "") -> Path:
    """Write the exercise, with its English where that is given; return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "proef.yaml"
    path.write_text(text, "utf-8")
    if english:
        path.with_suffix(".en.yaml").write_text(english, "utf-8")
    return path


def edited(old: str, new: str) -> str:
    """Return the exercise with one edit."""
    assert TEXT.count(old) == 1, old
    return TEXT.replace(old, new)


def with_lines(example: str) -> str:
    """Return the exercise in which lines of an example stand in the place of those that begin alike."""
    if example.startswith("expect:") and "\n" in example:
        return TEXT
    text = TEXT
    for line in example.split("\n"):
        key = "- {id: gesprek" if line.startswith("- ") else line.partition(":")[0] + ":"
        old = next((each for each in text.splitlines() if each.strip().startswith(key)), "")
        if old:
            text = text.replace(old, old[: len(old) - len(old.lstrip())] + line)
        else:
            text = text.replace("  hulp: ja\n", f"  hulp: ja\n  {line}\n")
    return text


def found(folder: Path, text: str, english: str = "") -> list[Finding]:
    """Return what is said about an exercise, other than that it has no English."""
    return [each for each in findings_of(write(folder, text, english)) if english or each.code != "W04"]
