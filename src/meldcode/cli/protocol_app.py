"""The commands for authors, `meldcode protocol …`: parse, call, print, exit code."""

from typing import Annotated, Literal

import typer

from meldcode.cli.grammar import Command, ProtocolPage

protocol_app = typer.Typer(cls=ProtocolPage, rich_markup_mode=None, no_args_is_help=True, help="protocol")

Name = Annotated[str, typer.Argument(help="name", metavar="name", show_default=False)]
Names = Annotated[list[str], typer.Argument(help="names", metavar="names", show_default=False)]
Output = Annotated[str, typer.Option("--output", "-o", help="output", metavar="file")]
Sector = Annotated[str, typer.Option("--sector", "-s", help="sector.one", metavar="sector")]
Old = Annotated[str, typer.Argument(help="old", metavar="old", show_default=False)]
New = Annotated[str, typer.Argument(help="new", metavar="new", show_default=False)]
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
    answers: Annotated[str, typer.Option("--answers", help="keep_answers", metavar="folder")] = "",
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


@protocol_app.command("new", cls=Command, help="protocol.new")
def protocol_new(
    context: typer.Context,
    municipality: Annotated[
        str | None, typer.Option("--municipality", "-m", help="for_municipality", metavar="municipality")
    ] = None,
    sector: Annotated[list[str] | None, typer.Option("--sector", "-s", help="for_sector", metavar="sector")] = None,
    owner: Annotated[str, typer.Option("--owner", help="owner", metavar="owner")] = "",
    folder: Annotated[str, typer.Option("--folder", help="new_folder", metavar="folder")] = "",
) -> int:
    from meldcode.cli.protocol_new import new as command  # noqa: PLC0415

    return command(context.obj, municipality, sector or [], owner, folder)


@protocol_app.command("check", cls=Command, help="protocol.check")
def protocol_check(
    context: typer.Context,
    names: Annotated[list[str], typer.Argument(help="names.cases", metavar="names", show_default=False)],
    form: Annotated[
        Literal["text", "json", "github"], typer.Option("--format", "-f", help="format.findings", show_default=False)
    ] = "text",
    stack: Stack = False,
) -> int:
    from meldcode.cli.protocol_check import check as command  # noqa: PLC0415

    return command(context.obj, names, form, stack=stack)


@protocol_app.command("explain", cls=Command, help="protocol.explain")
def protocol_explain(
    context: typer.Context,
    code: Annotated[str, typer.Argument(help="finding", metavar="finding", show_default=False)] = "",
) -> int:
    from meldcode.cli.protocol_check import explain as command  # noqa: PLC0415

    return command(context.obj, code)


@protocol_app.command("schema", cls=Command, help="protocol.schema")
def protocol_schema(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="kind", metavar="kind", show_default=False)] = "",
) -> int:
    from meldcode.cli.protocol_check import schema as command  # noqa: PLC0415

    return command(context.obj, kind)


@protocol_app.command("diff", cls=Command, help="protocol.diff")
def protocol_diff(
    context: typer.Context,
    old: Old,
    new: New,
    form: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="format.diff")] = "text",
    answers: Annotated[str, typer.Option("--answers", help="keep_examples", metavar="folder")] = "",
) -> int:
    from meldcode.cli.protocol_compare import diff as command  # noqa: PLC0415

    return command(context.obj, old, new, form, answers)


@protocol_app.command("impact", cls=Command, help="protocol.impact")
def protocol_impact(  # noqa: PLR0917 - as many parameters as it has options
    context: typer.Context,
    old: Old,
    new: New,
    cases: Annotated[list[str] | None, typer.Option("--cases", help="cases", metavar="file")] = None,
    vault: Annotated[bool, typer.Option("--vault", help="from_vault")] = False,
    passphrase_fd: Annotated[int | None, typer.Option("--passphrase-fd", help="fd", metavar="number")] = None,
) -> int:
    from meldcode.cli.protocol_impact import impact as command  # noqa: PLC0415

    return command(context.obj, old, new, cases or [], passphrase_fd, vault=vault)


@protocol_app.command("test", cls=Command, help="protocol.test")
def protocol_test(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(help="names.cases", metavar="names", show_default=False)] = None,
    stack: Stack = False,
) -> int:
    from meldcode.cli.protocol_try import test as command  # noqa: PLC0415

    return command(context.obj, names or [], stack=stack)


@protocol_app.command("walk", cls=Command, help="protocol.walk")
def protocol_walk(
    context: typer.Context,
    name: Name,
    amount: Annotated[
        int, typer.Option("--n", "-n", min=1, max=1_000_000, help="walks", metavar="number", show_default=False)
    ] = 1000,
    seed: Annotated[int, typer.Option("--seed", help="seed", metavar="number", show_default=False)] = 0,
    given: Annotated[list[str] | None, typer.Option("--set", help="set", metavar="answer")] = None,
) -> int:
    from meldcode.cli.protocol_try import walk as command  # noqa: PLC0415

    return command(context.obj, name, amount, seed, given or [])
