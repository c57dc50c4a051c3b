"""Every command with its options: parse, call, print, exit code. What a command needs is imported when it runs."""

import sys
from typing import Annotated, Literal

import typer

from meldcode import __version__
from meldcode.cli.errors import CommandError, Exit, FindingsError
from meldcode.cli.grammar import Command, Group, translate, usage_problem
from meldcode.cli.output import Voice, forgiving
from meldcode.cli.settings import language_of, plain_of, split
from meldcode.protocol.diagnostics import RefusedError
from meldcode.text import LANGUAGES, say
from meldcode.vault.errors import VaultError

app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=False,
    invoke_without_command=True,
    help="main",
)
vault_app = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True, help="vault")
app.add_typer(vault_app, name="vault")

Sector = Annotated[str, typer.Option("--sector", "-s", help="sector", metavar="SECTOR")]
Municipality = Annotated[str, typer.Option("--municipality", "-m", help="municipality", metavar="GEMEENTE")]
Descriptor = Annotated[int | None, typer.Option("--passphrase-fd", help="fd", metavar="NUMMER")]
Code = Annotated[str, typer.Argument(help="code", metavar="CODE", show_default=False)]
OptionalCode = Annotated[str, typer.Argument(help="code", metavar="[CODE]", show_default=False)]
Format = Annotated[Literal["text", "md", "json"], typer.Option("--format", "-f", help="format")]


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; whatever goes wrong is said in one line or per finding."""
    forgiving()
    rest, language, plain = split(arguments)
    voice = Voice(language_of(arguments), plain_of(asked=plain))
    if language is not None and language not in LANGUAGES:
        voice.fail(say(voice.language, "cli.unknown_language", given=language[:20]))
        return Exit.USAGE
    command = translate(typer.main.get_command(app), voice.language)
    try:
        code = command.main(rest, prog_name="meldcode", standalone_mode=False, obj=voice)
        return int(code or 0)
    except (CommandError, FindingsError) as error:
        voice.fail(error.said(voice.language)) if isinstance(error, CommandError) else print(
            error.said(voice.language), file=sys.stderr
        )
        return error.exit_code
    except VaultError as error:
        voice.fail(say(voice.language, f"vault.{error.code}", **error.values))
        return _vault_exit(error)
    except RefusedError as error:
        print(FindingsError(error.findings).said(voice.language), file=sys.stderr)
        voice.fail(say(voice.language, "cli.content_broken"))
        return Exit.REFUSED
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _silence()
        return Exit.FINE
    except Exception as error:
        problem = usage_problem(error, voice.language)
        if problem is None:
            raise
        voice.fail(problem)
        return Exit.USAGE


def _vault_exit(error: VaultError) -> Exit:
    codes = {
        "locked_wrong": Exit.LOCKED,
        "absent": Exit.LOCKED,
        "bad_parameters": Exit.DAMAGED,
        "damaged": Exit.DAMAGED,
        "newer_format": Exit.DAMAGED,
        "unreadable": Exit.DAMAGED,
        "not_stored": Exit.NOT_STORED,
        "read_only": Exit.NOT_STORED,
    }
    return codes.get(error.code, Exit.USAGE)


def _silence() -> None:
    """Let the interpreter end without a complaint about the pipe that was closed."""
    import os  # noqa: PLC0415 - only when a pipe closed

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@app.callback()
def main(
    context: typer.Context,
    lang: Annotated[str, typer.Option("--lang", help="lang", metavar="nl|en")] = "",
    plain: Annotated[bool, typer.Option("--plain", help="plain")] = False,
    version: Annotated[bool, typer.Option("--version", help="version")] = False,
) -> None:
    if version:
        context.obj.out(f"meldcode {__version__}")
    elif context.invoked_subcommand is None:
        from meldcode.cli.about import welcome  # noqa: PLC0415

        welcome(context.obj)


@app.command(cls=Command, help="start")
def start(
    context: typer.Context,
    sector: Sector = "",
    municipality: Municipality = "",
    practice: Annotated[bool, typer.Option("--practice", help="practice")] = False,
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.sitting import start as command  # noqa: PLC0415

    return command(context.obj, sector, municipality, passphrase_fd, practice=practice)


@app.command(cls=Command, help="resume")
def resume(context: typer.Context, code: OptionalCode = "", passphrase_fd: Descriptor = None) -> int:
    from meldcode.cli.sitting import resume as command  # noqa: PLC0415

    return command(context.obj, code, passphrase_fd)


@app.command("list", cls=Command, help="list")
def list_cases(
    context: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="all")] = False,
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.cases import list_cases as command  # noqa: PLC0415

    return command(context.obj, passphrase_fd, every=every)


@app.command(cls=Command, help="show")
def show(
    context: typer.Context,
    code: Code,
    form: Format = "text",
    output: Annotated[str, typer.Option("--output", "-o", help="output", metavar="BESTAND")] = "",
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.cases import show as command  # noqa: PLC0415

    return command(context.obj, code, form, output, passphrase_fd)


@app.command(cls=Command, help="note")
def note(context: typer.Context, code: Code, passphrase_fd: Descriptor = None) -> int:
    from meldcode.cli.cases import note as command  # noqa: PLC0415

    return command(context.obj, code, passphrase_fd)


@app.command(cls=Command, help="reopen")
def reopen(context: typer.Context, code: Code, passphrase_fd: Descriptor = None) -> int:
    from meldcode.cli.cases import reopen as command  # noqa: PLC0415

    return command(context.obj, code, passphrase_fd)


@app.command(cls=Command, help="close")
def close(context: typer.Context, code: Code, passphrase_fd: Descriptor = None) -> int:
    from meldcode.cli.cases import close as command  # noqa: PLC0415

    return command(context.obj, code, passphrase_fd)


@app.command(cls=Command, help="advise")
def advise(
    context: typer.Context,
    answers: Annotated[str, typer.Option("--answers", "-a", help="answers", metavar="BESTAND")],
    sector: Sector = "",
    municipality: Municipality = "",
    form: Format = "text",
    jsonl: Annotated[bool, typer.Option("--jsonl", help="jsonl")] = False,
) -> int:
    from meldcode.cli.advise import run as command  # noqa: PLC0415

    return command(context.obj, answers, sector, municipality, form, lines=jsonl)


@app.command(cls=Command, help="emergency")
def emergency(context: typer.Context) -> None:
    from meldcode.cli.about import emergency as command  # noqa: PLC0415

    command(context.obj)


@app.command(cls=Command, help="contacts")
def contacts(
    context: typer.Context,
    municipality: Annotated[str, typer.Argument(help="municipality", metavar="[GEMEENTE]", show_default=False)] = "",
) -> None:
    from meldcode.cli.about import contacts as command  # noqa: PLC0415

    command(context.obj, municipality)


@app.command(cls=Command, help="sectors")
def sectors(context: typer.Context) -> None:
    from meldcode.cli.about import sectors as command  # noqa: PLC0415

    command(context.obj)


@app.command(cls=Command, help="verify")
def verify(
    context: typer.Context,
    code: OptionalCode = "",
    control: Annotated[str, typer.Option("--control", help="control", metavar="CONTROLECODE")] = "",
    repair: Annotated[bool, typer.Option("--repair", help="repair")] = False,
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.keys import verify as command  # noqa: PLC0415

    return command(context.obj, code, control, passphrase_fd, repair=repair)


@app.command("help", cls=Command, help="help")
def help_topic(
    context: typer.Context,
    topic: Annotated[str, typer.Argument(help="topic", metavar="[ONDERWERP]", show_default=False)] = "",
) -> None:
    from meldcode.cli.about import topic as command  # noqa: PLC0415

    command(context.obj, topic)


@vault_app.command("init", cls=Command, help="vault.init")
def vault_init(
    context: typer.Context, accept_place: Annotated[bool, typer.Option("--accept-place", help="accept")] = False
) -> int:
    from meldcode.cli.keys import init as command  # noqa: PLC0415

    return command(context.obj, accept_place=accept_place)


@vault_app.command("info", cls=Command, help="vault.info")
def vault_info(context: typer.Context, passphrase_fd: Descriptor = None) -> int:
    from meldcode.cli.keys import info as command  # noqa: PLC0415

    return command(context.obj, passphrase_fd)
