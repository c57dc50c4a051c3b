"""`meldcode --help` and `meldcode protocol --help`: every command on one screen of 24 rows, by what it is for.

Longer help is with each command. Nothing here parses a command line, so that the page is there at once (SPD-02).
"""

from shutil import get_terminal_size
from typing import Final

from meldcode.protocol.language import Language
from meldcode.text import say
from meldcode.text.help import EXAMPLES
from meldcode.wizard.layout import hang, wrap

Sections = tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]
"""What stands together: a text of `meldcode.text.front`, and the commands or options that it is about."""

SECTIONS: Final[Sections] = (
    (
        "for_case",
        (
            ("start", ("start", "resume")),
            ("list", ("list", "show", "agenda")),
            ("note", ("note", "reopen", "close")),
            ("export", ("export", "handover", "receive")),
            ("vault", ("vault", "verify", "shred")),
            ("emergency", ("emergency", "contacts")),
            ("sectors", ("sectors", "advise")),
        ),
    ),
    ("for_author", (("protocol", ("protocol",)),)),
    ("for_trainer", (("train", ("train",)),)),
    (
        "for_all",
        (
            ("help", ("help", "completion")),
            ("lang", ("--lang nl|en", "--plain")),
            ("version", ("--version", "--help")),
        ),
    ),
)

PROTOCOL_SECTIONS: Final[Sections] = (
    ("protocol.daily", tuple((f"protocol.{name}", (name,)) for name in ("new", "check", "test", "prove"))),
    (
        "protocol.looking",
        tuple(
            (f"protocol.{name}", (name,)) for name in ("list", "show", "graph", "handbook", "diff", "impact", "walk")
        ),
    ),
    (
        "protocol.reference",
        (
            ("protocol.explain", ("explain",)),
            ("protocol.schema", ("schema",)),
            ("protocol.help", ("--help",)),
        ),
    ),
)


NARROW = 60
"""On fewer columns an explanation stands under what it explains."""


def help_columns() -> int:
    """Return how wide help may be: at most 78 columns, and no wider than the terminal."""
    return max(min(get_terminal_size().columns, 80) - 2, 20)


def main_page(language: Language) -> str:
    """Return the first page of the program itself, in rows that fit."""
    columns = help_columns()
    lines = _usage("meldcode", language, columns)
    for sentence in say(language, "help.main").split("\n\n"):
        lines += hang("  ", sentence, columns)
    lines += [*_example(language, columns), ""]
    return "\n".join([*lines, *_sections(SECTIONS, language, columns)])


def protocol_page(language: Language) -> str:
    """Return the first page of the commands for authors, in rows that fit."""
    columns = help_columns()
    lines = _usage("meldcode protocol", language, columns)
    lines += hang("  ", say(language, "help.protocol"), columns)
    lines += [f"  {say(language, 'help.word.example')}", f"    {EXAMPLES['protocol'][0]}", ""]
    return "\n".join([*lines, *_sections(PROTOCOL_SECTIONS, language, columns)])


def _usage(command: str, language: Language, columns: int) -> list[str]:
    words = [say(language, f"help.word.{name}") for name in ("usage", "any_options", "any_command")]
    return [*wrap(f"{words[0]}{command} {words[1]} {words[2]}", columns), ""]


def _sections(sections: Sections, language: Language, columns: int) -> list[str]:
    widest = max(len(", ".join(words)) for _, rows in sections for _, words in rows)
    lines = []
    for heading, rows in sections:
        lines += wrap(say(language, f"front.{heading}"), columns)
        for name, words in rows:
            lines += _row(", ".join(words), say(language, f"front.{name}"), columns, widest)
    return lines


def _example(language: Language, columns: int) -> list[str]:
    """Return a command that can be typed as it stands, so never broken."""
    head, command = say(language, "help.word.example"), EXAMPLES["main"][0]
    return [f"  {head}", f"    {command}"] if columns < NARROW else [f"  {head} {command}"]


def _row(words: str, text: str, columns: int, widest: int) -> list[str]:
    if columns < NARROW:
        return [*hang("  ", words, columns), *hang("      ", text, columns)]
    return hang(f"  {words:{widest}}  ", text, columns)
