"""Write docs/commands.md and the man pages in docs/man: every command and option, from the program's own help.

The texts are those of `meldcode.text.help`, so that what `--help` says and what these pages say is one thing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from meldcode import __version__
from meldcode.cli.app import app
from meldcode.cli.grammar import spoken, translate
from meldcode.cli.output import Voice
from meldcode.protocol.language import Language
from meldcode.text.help import EXAMPLES
from meldcode.text.topics import TEXTS as TOPICS

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "commands.md"
MANUALS: dict[Language, Path] = {
    "nl": ROOT / "docs" / "man" / "nl" / "meldcode.1",
    "en": ROOT / "docs" / "man" / "meldcode.1",
}

HEAD = """\
# Naslag: alle opdrachten

Deze bladzijde wordt gemaakt uit het programma, met `make content`. Verander haar dus niet met de hand. Dezelfde tekst
krijgt u met `meldcode OPDRACHT --help`.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A command as it is told: what is typed, what it does, its parameters with what they are, and examples."""

    path: str
    usage: str
    about: tuple[str, ...]
    parameters: tuple[tuple[str, str], ...]
    examples: tuple[str, ...]


def commands(language: Language) -> Iterator[Told]:
    """Yield every command that does something, in the order of the program."""
    root = typer.main.get_command(app)
    keys = dict(_keys("meldcode", root))
    translated = translate(root, language)
    with translated.make_context("meldcode", [], obj=Voice(language, plain=True), resilient_parsing=True) as context:
        yield from _told("meldcode", translated, context, keys)


def _keys(path: str, command: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - typer's private command class
    yield path, command.help
    for name, inner in getattr(command, "commands", {}).items():
        yield from _keys(f"{path} {name}", inner)


def _told(path: str, command: Any, parent: Any, keys: dict[str, str]) -> Iterator[Told]:  # noqa: ANN401 - as above
    inside = type(parent)(
        command, info_name=path.rpartition(" ")[2], parent=parent if " " in path else None, obj=parent.obj
    )
    inner = getattr(command, "commands", {})
    if not inner or path == "meldcode":
        about = command.help.split("\n\n\b\n")[0].split("\n\n")
        records = (each.get_help_record(inside) for each in command.get_params(inside))
        language = parent.obj.language
        parameters = tuple((name, spoken(text, language)) for record in records if record for name, text in (record,))
        usage = " ".join((path, *command.collect_usage_pieces(inside)))
        yield Told(path, usage, tuple(about), parameters, EXAMPLES[keys[path]])
    for name, each in inner.items():
        yield from _told(f"{path} {name}", each, inside, keys)


def page() -> str:
    """Return the page in Markdown, in Dutch."""
    parts = [HEAD]
    for each in commands("nl"):
        parts.append(f"## `{each.path}`\n")
        parts += [f"{paragraph}\n" for paragraph in each.about]
        examples = "\n".join(each.examples)
        parts.append(f"```text\n{each.usage}\n```\n")
        parts += [f"- `{name}`: {text}" for name, text in each.parameters]
        parts.append(f"\nVoorbeeld:\n\n```sh\n{examples}\n```\n")
    return "\n".join(parts)


def manual(language: Language) -> str:
    """Return the man page, in roff."""
    nl = language == "nl"
    title = "Handleiding van meldcode" if nl else "Manual of meldcode"
    first, *others = commands(language)
    lines = [f'.TH MELDCODE 1 "" "meldcode {__version__}" "{title}"', ".SH NAAM" if nl else ".SH NAME"]
    lines += [f"meldcode \\- {_roff(first.about[0])}", ".SH GEBRUIK" if nl else ".SH SYNOPSIS", _roff(first.usage)]
    lines += [".SH BESCHRIJVING" if nl else ".SH DESCRIPTION", *(f".PP\n{_roff(text)}" for text in first.about)]
    lines += _parameters(first)
    lines.append(".SH OPDRACHTEN" if nl else ".SH COMMANDS")
    for each in others:
        lines += [f".SS {_roff(each.path)}", *(f".PP\n{_roff(text)}" for text in each.about)]
        lines += [".PP", f".B {_roff(each.usage)}", *_parameters(each), ".PP", ".nf"]
        lines += [*map(_roff, each.examples), ".fi"]
    lines.append(".SH EINDCODES" if nl else ".SH EXIT STATUS")
    lines += [".nf", *map(_roff, TOPICS["exit-codes"][0 if nl else 1].split("\n")), ".fi"]
    return "\n".join(lines) + "\n"


def _parameters(told: Told) -> Iterator[str]:
    for name, text in told.parameters:
        yield f".TP\n.B {_roff(name)}\n{_roff(text)}"


def _roff(text: str) -> str:
    """Return a text in which nothing is a request or an escape to roff."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\b\n", "")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in escaped.split("\n"))


def main() -> None:
    """Write the pages."""
    PAGE.write_text(page(), encoding="utf-8")
    for language, path in MANUALS.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(manual(language), encoding="utf-8")


if __name__ == "__main__":
    main()
