"""The folder that `meldcode protocol new` writes: an overlay to fill in, a worked case that passes, and a README.

The texts are in `templates/`, in Dutch; here is what depends on the municipality, the sectors and the owner.
"""

import json
import re
import secrets
import shutil
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from string import Template

from meldcode.case.advice import Advice, advise
from meldcode.case.answers import judged
from meldcode.case.state import settled
from meldcode.case.values import Plain
from meldcode.protocol import library
from meldcode.protocol.directory import Region
from meldcode.protocol.model import Protocol, Question

TEMPLATES = Path(__file__).parent / "templates"
OVERLAY, SCHEMA, README = "overlay.yaml", "overlay.schema.json", "README.md"
SCENARIO = "scenarios/voorbeeld.yaml"
YEAR = timedelta(days=365)
NO_PLACE = '# Zonder "municipalities: [Gemeente]" geldt de overlay in alle gemeenten.'

TEAM = "lokaal_team"
TEAM_RULES = ("hulp_loopt", "zorg_blijft")
"""Rules at which a local team can help, of protocols with and without a weighing."""

PEOPLE: list[dict[str, str | int]] = [{"role": "kind", "age": 7, "client": "ja"}, {"role": "ouder", "age": 34}]
CASE: Mapping[str, Plain] = {
    "direct_gevaar": "nee",
    "betrokkenen": PEOPLE,
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
    "evaluatie": "2027-03-01",
}
"""The worked case; what else a sector asks gets its first option."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the overlay is for; `municipality` is empty where it holds in all, and `region` is its Veilig Thuis."""

    municipality: str
    region: Region | None
    sectors: tuple[str, ...]
    owner: str


def slug(name: str) -> str:
    """Return a name as it can stand in an id and in the name of a folder; empty where no letter or digit is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-")


def folder_name(wish: Wish) -> str:
    """Return the name of the folder where none was given."""
    return f"meldcode-{slug(wish.municipality or wish.owner) or 'lokaal'}"


def make(wish: Wish, target: Path, today: date, schema: str) -> None:
    """Write the folder whole, or not at all; `schema` is the JSON Schema of overlays, for editors.

    Raises `FileExistsError` where something is there, `OSError`, and `LocalRefusedError` for an owner that cannot be
    in a file.
    """
    scratch = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    scratch.mkdir()
    try:
        (scratch / SCENARIO).parent.mkdir()
        values = _values(wish, today)
        overlay = scratch / OVERLAY
        _write(overlay, _filled(OVERLAY, values))
        _write(scratch / SCHEMA, f"{schema}\n")
        _write(scratch / README, _filled(README, values))
        protocol = library.overlaid(wish.sectors[0], [overlay])
        _write(scratch / SCENARIO, _filled(Path(SCENARIO).name, {**values, **_case(protocol)}))
        _move(scratch, target)
    except BaseException:  # also when interrupted: half a folder is worse than none
        shutil.rmtree(scratch, ignore_errors=True)
        raise


def _move(scratch: Path, target: Path) -> None:
    """Give the folder its name; a rename alone would take the place of an empty folder."""
    if target.exists() or target.is_symlink():
        raise FileExistsError(target)
    scratch.rename(target)


def _write(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8", newline="\n")


def _filled(name: str, values: Mapping[str, str]) -> str:
    return Template((TEMPLATES / name).read_text(encoding="utf-8")).substitute(values)


def _values(wish: Wish, today: date) -> dict[str, str]:
    protocols = [library.protocol(sector) for sector in wish.sectors]
    rules = [name for name in TEAM_RULES if all(_has_rule(protocol, name) for protocol in protocols)]
    place = wish.municipality
    name = slug(wish.owner) or "lokaal"
    return {
        "owner": json.dumps(wish.owner, ensure_ascii=False),
        "owner_text": wish.owner,
        "id": f"lokaal-{name}" if name in library.sector_ids() else name,
        "sectors": ", ".join(wish.sectors),
        "sector": wish.sectors[0],
        "base": newest(protocol.version for protocol in protocols),
        "municipalities": f"municipalities: [{json.dumps(place, ensure_ascii=False)}]" if place else NO_PLACE,
        "region_text": _region_text(wish),
        "rules": ", ".join(rules),
        "today": today.isoformat(),
        "next_year": (today + YEAR).isoformat(),
        "holds": f"De overlay geldt in zaken waarin {place} is gekozen." if place else "De overlay geldt in elke zaak.",
    }


def newest(versions: Iterable[str]) -> str:
    """Return the highest of some versions."""
    return max(versions, key=lambda version: tuple(int(part) for part in version.split(".")))


def _has_rule(protocol: Protocol, name: str) -> bool:
    return any(rule.id == name for rule in protocol.rules)


def _region_text(wish: Wish) -> str:
    if wish.region is None:
        return "# De regio van Veilig Thuis hangt af van de gemeente die in een zaak wordt gekozen."
    checked = "" if wish.region.verified else " (webadres niet nagekeken)"
    where = f", {wish.region.url}{checked}" if wish.region.url else ""
    return f"# Veilig Thuis voor {wish.municipality}: regio {wish.region.name}{where}"


def _case(protocol: Protocol) -> dict[str, str]:
    """Return the answers of the worked case for this protocol, and what comes out."""
    given, advice = worked(protocol, CASE)
    lines = [f"  {name}: {flow(value)}" for name, value in given.items()]
    contacts = [contact.id for contact in advice.contacts if contact.id == TEAM]
    expect = {
        "level": advice.level,
        "flags": f"[{', '.join(flag.id for flag in advice.flags)}]",
        "complete": str(advice.complete).lower(),
        "contacts": f"[{', '.join(contacts)}]",
    }
    return {"answers": "\n".join(lines), "expect": "\n".join(f"  {name}: {said}" for name, said in expect.items())}


def worked(protocol: Protocol, wished: Mapping[str, Plain]) -> tuple[dict[str, Plain], Advice]:
    """Return the answers that this protocol knows, with the first option for what else it asks, and what comes out."""
    given = {name: value for name, value in wished.items() if _fits(protocol.questions.get(name), value)}
    advice = _advised(protocol, given)
    while advice.next and (options := protocol.questions[advice.next].options):
        given[advice.next] = options[0].id
        advice = _advised(protocol, given)
    return given, advice


def flow(value: object) -> str:
    """Return an answer on one line of YAML, in quotes where it has more than a word."""
    match value:
        case list():
            return f"[{', '.join(map(flow, value))}]"
        case dict():
            return f"{{{', '.join(f'{key}: {flow(each)}' for key, each in value.items())}}}"
        case str() if " " in value:
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


def _advised(protocol: Protocol, given: Mapping[str, Plain]) -> Advice:
    answers = {name: judged(protocol, protocol.questions[name], value) for name, value in given.items()}
    return advise(protocol, settled(protocol, answers))


def _fits(question: Question | None, value: Plain) -> bool:
    options = [option.id for option in question.options] if question else []
    return question is not None and (question.type != "choice" or value in options)
