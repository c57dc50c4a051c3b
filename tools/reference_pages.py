"""Write docs/naslag from the program: exit codes, every code that can be explained, and the keys of every file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from meldcode.protocol.json_schema import KINDS, schema
from meldcode.text.codes import CODES, explained
from meldcode.text.topics import TEXTS as TOPICS

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
FOLDER = DOCS / "naslag"

MADE = "Deze bladzijde wordt gemaakt uit het programma, met `make content`. Verander haar dus niet met de hand."

FILES = f"""\
# Bestanden: sleutels en schema's

{MADE}

Een sleutel met een sterretje is verplicht. De uitleg van de sleutels van een overlay staat in
[de naslag over overlays](../overlay-reference.md), die van een protocol in [protocol-format](../protocol-format.md).
Uw editor helpt mee met het JSON Schema: `meldcode protocol schema overlay`.

## Wat u schrijft
"""

RESULTS = {
    "advice": "Wat `meldcode advise` en `meldcode show` geven met `--format json`: een zaak of een advies.",
    "export": "Wat `meldcode export --format json` schrijft: zaken bij elkaar.",
    "statistics": "Wat `meldcode export --all --statistics --format json` schrijft: een telling zonder personen.",
}
"""The files that the program writes for other systems, by the name of their schema in `docs/`."""


def exit_codes() -> str:
    """Return the page with what each exit code says."""
    title, _, text = TOPICS["exit-codes"][0].partition("\n\n")
    return f"# {title}\n\n{MADE} Dezelfde tekst: `meldcode help exit-codes`.\n\n```text\n{text}```\n"


def codes() -> str:
    """Return the page with every code, as `protocol explain` says it."""
    parts = [f"# Alle codes\n\n{MADE} Dezelfde uitleg: `meldcode protocol explain O03`.\n"]
    for code in CODES:
        head, _, rest = explained("nl", code).partition("\n\n")
        parts.append(f"## {code}\n\n```text\n{head.removeprefix(code).strip()}\n\n{rest}\n```\n")
    return "\n".join(parts)


def files() -> str:
    """Return the page with the keys of the files that people write and of those that the program writes."""
    parts = [FILES]
    for kind in KINDS:
        parts += [f"### {kind}\n", *_tables(schema(kind))]
    parts.append("## Wat het programma schrijft\n")
    for name, said in RESULTS.items():
        found = json.loads((DOCS / f"{name}.schema.json").read_text("utf-8"))
        parts += [
            f"### {name}\n",
            f"{said} Het schema: [`{name}.schema.json`](../{name}.schema.json).\n",
            *_tables(found),
        ]
    return "\n".join(parts)


def _tables(found: dict[str, Any]) -> Iterator[str]:
    """Yield the keys of a schema, and those of each part that it defines."""
    for name, part in (("", found), *found.get("$defs", {}).items()):
        keys = part.get("properties", {})
        if not keys:
            continue
        if name:
            yield f"In `{name}`:\n"
        required = part.get("required", ())
        rows = (f"| `{key}`{'*' if key in required else ''} | {_kind(each)} |\n" for key, each in keys.items())
        yield "| sleutel | soort |\n|---|---|\n" + "".join(rows)


def _kind(part: Any) -> str:  # noqa: ANN401, PLR0911 - any part of a schema; one line for each shape of it
    """Return what may stand at a key, in the words of JSON Schema; a name is a part that has its own table."""
    match part:
        case {"$ref": str(where)}:
            return f"`{where.rpartition('/')[2]}`"
        case {"const": value}:
            return f"`{json.dumps(value, ensure_ascii=False)}`"
        case {"enum": values}:
            return ", ".join(dict.fromkeys(f"`{value}`" for value in values))
        case {"anyOf": parts} | {"oneOf": parts}:
            return " of ".join(dict.fromkeys(_kind(each) for each in parts))
        case {"type": "array", "items": inner}:
            return f"array: {_kind(inner)}"
        case {"type": list(types)}:
            return " of ".join(types)
        case {"type": "object", "additionalProperties": dict(inner)}:
            return f"object, per id: {_kind(inner)}" if inner else "object"
        case {"type": str(kind)}:
            return kind
        case _:
            return "…"


PAGES = {"eindcodes.md": exit_codes, "codes.md": codes, "bestanden.md": files}
"""Each page by its name in `docs/naslag`."""


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, made in PAGES.items():
        (FOLDER / name).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()
