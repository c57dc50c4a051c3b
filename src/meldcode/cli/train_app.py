"""The commands for trainers, `meldcode train …`: parse, call, print, exit code."""

from typing import Annotated, Literal

import typer

from meldcode.cli.grammar import Command, Group

train_app = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True, help="train")

Sector = Annotated[str, typer.Option("--sector", "-s", help="train.sector", metavar="sector")]


@train_app.command("list", cls=Command, help="train.list")
def train_list(
    context: typer.Context,
    word: Annotated[str, typer.Argument(help="train.word", metavar="word", show_default=False)] = "",
    sector: Sector = "",
) -> int:
    from meldcode.cli.train import list_all as command  # noqa: PLC0415

    return command(context.obj, word, sector)


@train_app.command("new", cls=Command, help="train.new")
def train_new(
    context: typer.Context,
    sector: Annotated[str, typer.Option("--sector", "-s", help="train.for_sector", metavar="sector")] = "",
    title: Annotated[str, typer.Option("--title", "-t", help="train.title", metavar="title")] = "",
    folder: Annotated[str, typer.Option("--folder", help="train.folder", metavar="folder")] = "",
) -> int:
    from meldcode.cli.train_new import new as command  # noqa: PLC0415

    return command(context.obj, sector, title, folder)


@train_app.command("run", cls=Command, help="train.run")
def train_run(  # noqa: PLR0917 - as many parameters as it has options
    context: typer.Context,
    exercises: Annotated[
        list[str] | None, typer.Argument(help="train.exercises", metavar="exercises", show_default=False)
    ] = None,
    sector: Sector = "",
    mode: Annotated[Literal["leren", "toets", "klas"] | None, typer.Option("--mode", help="train.mode")] = None,
    result: Annotated[str, typer.Option("--result", "-r", help="train.result", metavar="path")] = "",
    name: Annotated[str, typer.Option("--name", help="train.name", metavar="name")] = "",
    seed: Annotated[int | None, typer.Option("--seed", min=0, help="train.seed", metavar="number")] = None,
) -> int:
    from meldcode.cli.train_run import Choices  # noqa: PLC0415
    from meldcode.cli.train_run import run as command  # noqa: PLC0415

    return command(context.obj, exercises or [], Choices(sector, mode, result, name, seed))


@train_app.command("score", cls=Command, help="train.score")
def train_score(  # noqa: PLR0917 - as many parameters as it has options
    context: typer.Context,
    results: Annotated[list[str], typer.Argument(help="train.results", metavar="results", show_default=False)],
    exercises: Annotated[str, typer.Option("--exercises", help="train.own_exercises", metavar="folder")] = "",
    form: Annotated[Literal["text", "json", "csv"], typer.Option("--format", "-f", help="train.score_form")] = "text",
    total: Annotated[bool, typer.Option("--total", help="train.total")] = False,
    output: Annotated[str, typer.Option("--output", "-o", help="output", metavar="file")] = "",
) -> int:
    from meldcode.cli.train_score import Wanted  # noqa: PLC0415
    from meldcode.cli.train_score import run as command  # noqa: PLC0415

    return command(context.obj, results, Wanted(exercises, form, output, total))


@train_app.command("debrief", cls=Command, help="train.debrief")
def train_debrief(  # noqa: PLR0917 - as many parameters as it has options
    context: typer.Context,
    results: Annotated[list[str], typer.Argument(help="train.results", metavar="results", show_default=False)],
    exercises: Annotated[str, typer.Option("--exercises", help="train.own_exercises", metavar="folder")] = "",
    html: Annotated[str, typer.Option("--html", help="train.html", metavar="file")] = "",
    csv: Annotated[str, typer.Option("--csv", help="train.csv", metavar="file")] = "",
    form: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="train.format")] = "text",
    names: Annotated[bool, typer.Option("--names", help="train.names")] = False,
) -> int:
    from meldcode.cli.train_debrief import Wanted  # noqa: PLC0415
    from meldcode.cli.train_debrief import run as command  # noqa: PLC0415

    return command(context.obj, results, Wanted(exercises, html, csv, form, names))


@train_app.command("offers", cls=Command, help="train.offers")
def train_offers(  # noqa: PLR0917 - as many parameters as it has options
    context: typer.Context,
    word: Annotated[str, typer.Argument(help="train.offers_word", metavar="word", show_default=False)] = "",
    sector: Annotated[str, typer.Option("--sector", "-s", help="train.offers_sector", metavar="sector")] = "",
    municipality: Annotated[
        str, typer.Option("--municipality", "-m", help="train.offers_municipality", metavar="municipality")
    ] = "",
    overlay: Annotated[list[str] | None, typer.Option("--overlay", help="train.offers_overlay", metavar="file")] = None,
    criteria: Annotated[bool, typer.Option("--criteria", help="train.criteria")] = False,
    form: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="train.offers_form")] = "text",
) -> int:
    from meldcode.cli import train_offers as command  # noqa: PLC0415

    wish = command.Wish(word, sector, municipality, tuple(overlay or ()))
    return (command.criteria if criteria else command.offers)(context.obj, wish, form)
