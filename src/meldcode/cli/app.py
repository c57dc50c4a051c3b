"""Every command with its options: parse, call, print, exit code. What a command needs is imported when it runs."""

import os
from typing import Annotated, Literal

import typer

from meldcode import __version__
from meldcode.cli import completion
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.grammar import Command, FrontPage, translate
from meldcode.cli.output import Voice
from meldcode.cli.protocol_app import protocol_app
from meldcode.cli.train_app import train_app
from meldcode.cli.vault_app import vault_app
from meldcode.text import LANGUAGES

app = typer.Typer(
    cls=FrontPage,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=False,
    invoke_without_command=True,
    help="main",
)
app.add_typer(vault_app, name="vault")
app.add_typer(protocol_app, name="protocol")
app.add_typer(train_app, name="train")

Sector = Annotated[
    str, typer.Option("--sector", "-s", help="sector", metavar="sector", autocompletion=completion.sectors)
]
Municipality = Annotated[str, typer.Option("--municipality", "-m", help="municipality", metavar="municipality")]
Overlays = Annotated[list[str] | None, typer.Option("--overlay", help="overlay", metavar="file")]
Descriptor = Annotated[int | None, typer.Option("--passphrase-fd", help="fd", metavar="number")]
Code = Annotated[str, typer.Argument(help="code", metavar="code", show_default=False)]
OptionalCode = Annotated[str, typer.Argument(help="code", metavar="code", show_default=False)]
Format = Annotated[Literal["text", "md", "json"], typer.Option("--format", "-f", help="format")]


def called(arguments: list[str], voice: Voice, language: str | None) -> int:
    """Parse, call, and return the exit code; typer's own `main` would catch and print in English.

    `language` is the one on the command line. What goes wrong is raised.
    """
    if language is not None and language not in LANGUAGES:
        raise CommandError(Exit.USAGE, "cli.unknown_language", given=language[:20])
    command = translate(typer.main.get_command(app), voice.language)
    if completion.VARIABLE in os.environ:
        return completion.complete(command)
    try:
        with command.make_context("meldcode", arguments, obj=voice) as context:
            return int(command.invoke(context) or Exit.FINE)
    except typer.Exit as done:
        return done.exit_code


@app.callback()
def main(
    context: typer.Context,
    lang: Annotated[str, typer.Option("--lang", help="lang", metavar="language")] = "",  # noqa: ARG001 - see `split`
    plain: Annotated[bool, typer.Option("--plain", help="plain")] = False,  # noqa: ARG001 - see `split`
    version: Annotated[bool, typer.Option("--version", help="version")] = False,
) -> None:
    if version:
        context.obj.out(f"meldcode {__version__}")
    elif context.invoked_subcommand is None:
        from meldcode.cli.about import welcome  # noqa: PLC0415

        raise typer.Exit(welcome(context.obj))


@app.command(cls=Command, help="start")
def start(  # noqa: PLR0917 - as many parameters as it has options
    context: typer.Context,
    sector: Sector = "",
    municipality: Municipality = "",
    overlay: Overlays = None,
    practice: Annotated[bool, typer.Option("--practice", help="practice")] = False,
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.sitting import start as command  # noqa: PLC0415

    return command(context.obj, sector, municipality, overlay or [], passphrase_fd, practice=practice)


@app.command(cls=Command, help="resume")
def resume(
    context: typer.Context, code: OptionalCode = "", overlay: Overlays = None, passphrase_fd: Descriptor = None
) -> int:
    from meldcode.cli.sitting import resume as command  # noqa: PLC0415

    return command(context.obj, code, passphrase_fd, overlay or ())


@app.command("list", cls=Command, help="list")
def list_cases(
    context: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="all")] = False,
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.cases import list_cases as command  # noqa: PLC0415

    return command(context.obj, passphrase_fd, every=every)


@app.command(cls=Command, help="show")
def show(  # noqa: PLR0917 - as many parameters as it has options
    context: typer.Context,
    code: Code,
    form: Format = "text",
    output: Annotated[str, typer.Option("--output", "-o", help="output", metavar="file")] = "",
    report: Annotated[bool, typer.Option("--report", help="report")] = False,
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.cases import show as command  # noqa: PLC0415

    return command(context.obj, code, form, output, passphrase_fd, report=report)


@app.command(cls=Command, help="export")
def export(  # noqa: PLR0917 - as many parameters as it has options
    context: typer.Context,
    output: Annotated[str, typer.Option("--output", "-o", help="export.output", metavar="file")],
    codes: Annotated[list[str] | None, typer.Argument(help="codes", metavar="codes", show_default=False)] = None,
    every: Annotated[bool, typer.Option("--all", help="export.all")] = False,
    form: Annotated[str, typer.Option("--format", "-f", help="export.format", metavar="form")] = "",
    to: Annotated[list[str] | None, typer.Option("--to", help="export.to", metavar="recipient")] = None,
    audit: Annotated[bool, typer.Option("--audit", help="export.audit")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="export.statistics")] = False,
    period: Annotated[str, typer.Option("--period", help="export.period", metavar="period")] = "",
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.export import Order  # noqa: PLC0415
    from meldcode.cli.export import export as command  # noqa: PLC0415

    order = Order(tuple(codes or ()), every, form, output, tuple(to or ()), audit)
    if statistics:
        from meldcode.cli.statistics import export_statistics  # noqa: PLC0415

        return export_statistics(context.obj, order, period, passphrase_fd)
    if period:
        raise CommandError(Exit.USAGE, "statistics.period_alone")
    return command(context.obj, order, passphrase_fd)


@app.command(cls=Command, help="agenda")
def agenda(
    context: typer.Context,
    ics: Annotated[str, typer.Option("--ics", help="ics", metavar="file")] = "",
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.agenda import agenda as command  # noqa: PLC0415

    return command(context.obj, ics, passphrase_fd)


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


@app.command(cls=Command, help="shred")
def shred(context: typer.Context, code: Code, passphrase_fd: Descriptor = None) -> int:
    from meldcode.cli.shred import shred as command  # noqa: PLC0415

    return command(context.obj, code, passphrase_fd)


@app.command(cls=Command, help="handover")
def handover(  # noqa: PLR0917 - as many parameters as it has options
    context: typer.Context,
    code: Code,
    to: Annotated[str, typer.Option("--to", help="to_colleague", metavar="recipient")],
    output: Annotated[str, typer.Option("--output", "-o", help="output", metavar="file")],
    copy: Annotated[bool, typer.Option("--copy", help="copy")] = False,
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.handover import handover as command  # noqa: PLC0415

    return command(context.obj, code, to, output, passphrase_fd, copy=copy)


@app.command(cls=Command, help="receive")
def receive(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="bundle", metavar="file", show_default=False)],
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.handover import receive as command  # noqa: PLC0415

    return command(context.obj, file, passphrase_fd)


@app.command(cls=Command, help="advise")
def advise(  # noqa: PLR0917 - as many parameters as it has options
    context: typer.Context,
    answers: Annotated[str, typer.Option("--answers", "-a", help="answers", metavar="file")],
    sector: Sector = "",
    municipality: Municipality = "",
    overlay: Overlays = None,
    form: Format = "text",
    jsonl: Annotated[bool, typer.Option("--jsonl", help="jsonl")] = False,
) -> int:
    from meldcode.cli.advise import Options  # noqa: PLC0415
    from meldcode.cli.advise import run as command  # noqa: PLC0415

    return command(context.obj, answers, Options(sector, municipality, tuple(overlay or ())), form, lines=jsonl)


@app.command(cls=Command, help="emergency")
def emergency(context: typer.Context) -> None:
    from meldcode.cli.emergency import emergency as command  # noqa: PLC0415

    command(context.obj)


@app.command(cls=Command, help="contacts")
def contacts(
    context: typer.Context,
    municipality: Annotated[str, typer.Argument(help="municipality", metavar="municipality", show_default=False)] = "",
    theme: Annotated[str, typer.Option("--theme", help="theme", metavar="theme")] = "",
    age: Annotated[int | None, typer.Option("--age", min=0, max=120, help="age", metavar="number")] = None,
    sector: Sector = "",
) -> int:
    from meldcode.cli.directory import contacts as command  # noqa: PLC0415

    return command(context.obj, municipality, theme, age, sector)


@app.command(cls=Command, help="sectors")
def sectors(
    context: typer.Context,
    word: Annotated[str, typer.Argument(help="word", metavar="word", show_default=False)] = "",
    every: Annotated[bool, typer.Option("--all", help="sectors.all")] = False,
) -> int:
    from meldcode.cli.directory import sectors as command  # noqa: PLC0415

    return command(context.obj, word, every=every)


@app.command(cls=Command, help="verify")
def verify(
    context: typer.Context,
    code: OptionalCode = "",
    control: Annotated[str, typer.Option("--control", help="control", metavar="control")] = "",
    repair: Annotated[bool, typer.Option("--repair", help="repair")] = False,
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.verify import verify as command  # noqa: PLC0415

    return command(context.obj, code, control, passphrase_fd, repair=repair)


@app.command("help", cls=Command, help="help")
def help_topic(
    context: typer.Context,
    topic: Annotated[str, typer.Argument(help="topic", metavar="topic", show_default=False)] = "",
) -> None:
    from meldcode.cli.about import topic as command  # noqa: PLC0415

    command(context.obj, topic)


@app.command("completion", cls=Command, help="completion")
def print_completion(
    context: typer.Context,
    shell: Annotated[Literal["bash", "zsh", "fish"], typer.Argument(help="shell", metavar="shell", show_default=False)],
) -> int:
    return completion.script(context.obj, shell)
