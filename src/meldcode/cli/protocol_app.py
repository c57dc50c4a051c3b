"""The commands for authors, `meldcode protocol …`: parse, call, print, exit code."""

from typing import Annotated, Literal

import typer

from meldcode.cli.grammar import Command, Group

protocol_app = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True, help="protocol")

Name = Annotated[str, typer.Argument(help="name", metavar="name", show_default=False)]
Names = Annotated[list[str], typer.Argument(help="names", metavar="names", show_default=False)]
Output = Annotated[str, typer.Option("--output", "-o", help="output", metavar="file")]
Sector = Annotated[str, typer.Option("--sector", "-s", help="sector.one", metavar="sector")]
Stack = Annotated[bool, typer.Option("--stack", help="stack")]


@protocol_app.command("list", cls=Command, help="protocol.list")
def protocol_list(context: typer.Context) -> int:
    from meldcode.cli.protocol import list_all as command  # noqa: PLC0415

    return command(context.obj)


@protocol_app.command("show", cls=Command, help="protocol.show")
def protocol_show(  # noqa: PLR0917 - as many parameters as it has options
    context: typer.Context,
    names: Names,
    resolved: Annotated[bool, typer.Option("--resolved", help="resolved")] = False,
    origin: Annotated[bool, typer.Option("--origin", help="origin")] = False,
    stack: Stack = False,
    form: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="format.json")] = "text",
) -> int:
    from meldcode.cli.protocol import show as command  # noqa: PLC0415

    return command(context.obj, names, form, resolved=resolved, origin=origin, stack=stack)


@protocol_app.command("prove", cls=Command, help="protocol.prove")
def protocol_prove(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(help="names", metavar="names", show_default=False)] = None,
    answers: Annotated[str, typer.Option("--answers", help="proof.answers", metavar="folder")] = "",
    stack: Stack = False,
) -> int:
    from meldcode.cli.protocol import prove as command  # noqa: PLC0415

    return command(context.obj, names or [], answers, stack=stack)


@protocol_app.command("graph", cls=Command, help="protocol.graph")
def protocol_graph(context: typer.Context, name: Name, sector: Sector = "", output: Output = "") -> int:
    from meldcode.cli.protocol_papers import graph as command  # noqa: PLC0415

    return command(context.obj, name, sector, output)


@protocol_app.command("handbook", cls=Command, help="protocol.handbook")
def protocol_handbook(context: typer.Context, name: Name, sector: Sector = "", output: Output = "") -> int:
    from meldcode.cli.protocol_papers import handbook as command  # noqa: PLC0415

    return command(context.obj, name, sector, output)
