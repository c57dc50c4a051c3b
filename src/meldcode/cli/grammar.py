"""The command line's own manners: help in the user's language, and what was probably meant.

typer carries its own copy of click inside; the names of its exceptions are used, not their English sentences.
"""

from collections.abc import Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup

from meldcode.cli.errors import CommandError, Exit
from meldcode.protocol.diagnostics import nearest
from meldcode.protocol.model import Language
from meldcode.text import say

_ENGLISH = {
    "Usage: ": "usage",
    "Arguments:\n": "arguments",
    "Options:\n": "options",
    "Commands:\n": "commands",
    "Show this message and exit.": "show_help",
    "[required]": "required",
    "[default: ": "default",
}
"""What typer writes in English, with what surrounds it, and the sentence that says it in the user's language."""


class _Spoken:
    """Help with the fixed words in the user's language."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - the context class is private to typer
        text: str = super().get_help(ctx)  # type: ignore[misc]
        for english, key in _ENGLISH.items():
            text = text.replace(english, say(ctx.obj.language, f"cli.{key}"))
        return text


class Command(_Spoken, TyperCommand):
    """A command."""


class Group(_Spoken, TyperGroup):
    """A group of commands that says which one was probably meant."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - as above
        """Return the command; raises `CommandError` when there is none of that name."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            given, meant = args[0][:40], nearest(args[0], self.commands)
            key = "cli.no_command_meant" if meant else "cli.no_command"
            raise CommandError(Exit.USAGE, key, given=given, meant=meant)
        return super().resolve_command(ctx, args)


def translate(command: Any, language: Language) -> Any:  # noqa: ANN401 - typer's private command class
    """Put the help texts of a command and everything under it in this language; keys become texts."""
    command.help = say(language, f"cli.help.{command.help}")
    for parameter in command.params:
        if getattr(parameter, "help", None) and parameter.name != "help":
            parameter.help = say(language, f"cli.help.{parameter.help}")
    for inner in getattr(command, "commands", {}).values():
        translate(inner, language)
    return command


def usage_problem(error: Exception, language: Language) -> str | None:
    """Return what was wrong with the command line, or None when the error is of another kind."""
    name = type(error).__name__
    parameter = _parameter(error)
    match name:
        case "NoSuchOption":
            given = str(getattr(error, "option_name", ""))[:40]
            meant: Sequence[str] = getattr(error, "possibilities", None) or ()
            text = say(language, "cli.no_option", given=given)
            return (
                f"{text} {say(language, 'cli.meant', meant=meant[0])}" if meant else _with_help(error, text, language)
            )
        case "MissingParameter":
            return _with_help(error, say(language, "cli.missing_parameter", name=parameter), language)
        case "BadParameter":
            choices = getattr(getattr(getattr(error, "param", None), "type", None), "choices", None)
            if choices:
                return say(language, "cli.bad_choice", name=parameter, choices=", ".join(map(str, choices)))
            return _with_help(error, say(language, "cli.bad_parameter", name=parameter), language)
        case "BadOptionUsage" | "BadArgumentUsage" | "UsageError" | "NoArgsIsHelpError":
            what = " ".join(str(getattr(error, "message", "")).split())[:120]
            return _with_help(error, say(language, "cli.bad_usage", what=what), language)
        case _:
            return None


def _parameter(error: Exception) -> str:
    parameter = getattr(error, "param", None)
    options = getattr(parameter, "opts", None) or [""]
    return getattr(parameter, "metavar", "") or str(options[0]) if not options[0].startswith("-") else str(options[0])


def _with_help(error: Exception, text: str, language: Language) -> str:
    context = getattr(error, "ctx", None)
    path = getattr(context, "command_path", "meldcode")
    return f"{text} {say(language, 'cli.try_help', command=path)}"
