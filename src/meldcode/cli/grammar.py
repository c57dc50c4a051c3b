"""The command line's own manners: help in the user's language, and what was probably meant.

typer carries its own copy of click inside; the names of its exceptions are used, not their English sentences.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.front_page import NARROW, help_columns, main_page, protocol_page
from meldcode.protocol.diagnostics import nearest
from meldcode.protocol.language import Language
from meldcode.text import say
from meldcode.text.help import EXAMPLES
from meldcode.text.visible import one_line
from meldcode.wizard.layout import hang

_ENGLISH = {
    "Usage: ": "usage",
    "Arguments:\n": "arguments",
    "Options:\n": "options",
    "Commands:\n": "commands",
    "Show this message and exit.": "show_help",
    "[required]": "required",
    "[default: ": "default",
}
"""What typer writes in English, with what surrounds it, and the word of `meldcode.text.help` that replaces it."""


def spoken(text: str, language: Language) -> str:
    """Return help that typer wrote, with the fixed words in this language."""
    for english, word in _ENGLISH.items():
        text = text.replace(english, _word(language, word))
    return text


def _narrow(formatter: Any) -> Any:  # noqa: ANN401 - the formatter class is private to typer
    def write_dl(self: Any, rows: Iterable[tuple[str, str]], **_: object) -> None:  # noqa: ANN401 - as above
        margin = " " * self.current_indent
        for words, text in rows:
            lines = [*hang(margin, words, self.width), *(hang(f"{margin}    ", text, self.width) if text else ())]
            self.write("".join(f"{line}\n" for line in lines))

    return type("Narrow", (formatter,), {"write_dl": write_dl})


def _show_help(ctx: Any, _option: object, asked: bool) -> None:  # noqa: ANN401 - as typer calls it
    if asked and not ctx.resilient_parsing:
        ctx.obj.out(ctx.get_help())
        ctx.exit()


class _Spoken:
    """Help with the fixed words in the user's language."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - the context class is private to typer
        ctx.terminal_width = help_columns()
        if ctx.terminal_width < NARROW:
            ctx.formatter_class = _narrow(ctx.formatter_class)
        return spoken(super().get_help(ctx), ctx.obj.language)  # type: ignore[misc]

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401 - as above
        """Return `--help`; it speaks as everything else does, where typer's own sends UTF-8 to a terminal of ASCII."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.callback = _show_help
        return option

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401 - as above
        """Return the parts of the usage line, without typer's braces around what is required."""
        pieces: list[str] = super().collect_usage_pieces(ctx)  # type: ignore[misc]
        return [piece.strip("{}") for piece in pieces]


class Command(_Spoken, TyperCommand):
    """A command."""


class Group(_Spoken, TyperGroup):
    """A group of commands that says which one was probably meant."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - as above
        """Return the command; raises `CommandError` when there is none of that name."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            given, meant = args[0][:40], nearest(args[0], self.commands)
            key = "cli.no_command_meant" if meant else "cli.no_command"
            raise CommandError(Exit.USAGE, key, given=given, meant=meant, command=ctx.command_path)
        return super().resolve_command(ctx, args)


class FrontPage(Group):
    """The program itself, with a first page of its own."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - as above
        """Return the page, in rows that fit."""
        return main_page(ctx.obj.language)


class ProtocolPage(Group):
    """The commands for authors, with a first page of their own."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - as above
        """Return the page, in rows that fit."""
        return protocol_page(ctx.obj.language)


def translate(command: Any, language: Language) -> Any:  # noqa: ANN401 - typer's private command class
    """Put the help texts of a command and everything under it in this language; keys become texts."""
    text = say(language, f"help.{command.help}")
    command.short_help = text.split("\n", maxsplit=1)[0]
    command.help = f"{text}\n\n\b\n{_examples(EXAMPLES[command.help], language)}"
    command.options_metavar = _word(language, "any_options")
    command.subcommand_metavar = _word(language, "any_command")
    for parameter in command.params:
        if parameter.help and parameter.name != "help":
            parameter.help = say(language, f"help.{parameter.help}")
        if parameter.metavar:
            parameter.metavar = say(language, f"help.value.{parameter.metavar}")
    for inner in getattr(command, "commands", {}).values():
        translate(inner, language)
    return command


def _word(language: Language, name: str) -> str:
    return say(language, f"help.word.{name}")


def _examples(lines: Sequence[str], language: Language) -> str:
    head = _word(language, "example" if len(lines) == 1 else "examples")
    return "\n  ".join([head, *lines])


def usage_problem(error: Exception, language: Language) -> str | None:
    """Return what was wrong with the command line, or None when the error is of another kind."""
    match type(error).__name__:
        case "NoArgsIsHelpError":
            return str(getattr(error, "message", ""))
        case "NoSuchOption":
            sentence = _no_option(error, language)
        case "MissingParameter":
            sentence = say(language, "cli.missing_parameter", name=_parameter(error))
        case "BadParameter":
            sentence = _bad_value(error, language)
        case "BadOptionUsage":
            needs = "requires" in str(getattr(error, "message", ""))
            name = getattr(error, "option_name", "")
            sentence = say(language, "cli.option_needs" if needs else "cli.option_takes_none", name=name)
        case "BadArgumentUsage" | "UsageError":
            sentence = say(language, "cli.bad_usage")
        case _:
            return None
    path = getattr(getattr(error, "ctx", None), "command_path", "meldcode")
    return f"{say(language, 'cli.error')} {sentence} {say(language, 'cli.try_help', command=path)}"


def _no_option(error: Exception, language: Language) -> str:
    given = one_line(str(getattr(error, "option_name", "")))[:40]
    possible: Sequence[str] = getattr(error, "possibilities", None) or ()
    meant = [say(language, "cli.meant", meant=name) for name in possible[:1]]
    return " ".join([say(language, "cli.no_option", given=given), *meant])


def _bad_value(error: Exception, language: Language) -> str:
    choices = getattr(getattr(getattr(error, "param", None), "type", None), "choices", None)
    if choices is None:
        return say(language, "cli.bad_parameter", name=_parameter(error))
    return say(language, "cli.bad_choice", name=_parameter(error), choices=", ".join(map(str, choices)))


def _parameter(error: Exception) -> str:
    """Return an option by its long name, an argument by what stands for it in the usage line."""
    parameter = getattr(error, "param", None)
    name: str = max(getattr(parameter, "opts", None) or [""], key=len)
    return name if name.startswith("-") else str(getattr(parameter, "metavar", None) or name)
