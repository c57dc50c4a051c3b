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


@train_app.command("run", cls=Command, help="train.run")
def train_run(  # noqa: PLR0917 - as many parameters as it has options
    context: typer.Context,
    exercises: Annotated[
        list[str] | None, typer.Argument(help="train.exercises", metavar="exercises", show_default=False)
    ] = None,
    sector: Sector = "",
    mode: Annotated[Literal["leren", "toets", "klas"], typer.Option("--mode", help="train.mode")] = "leren",
    result: Annotated[str, typer.Option("--result", "-r", help="train.result", metavar="path")] = "",
    name: Annotated[str, typer.Option("--name", help="train.name", metavar="name")] = "",
    seed: Annotated[int | None, typer.Option("--seed", min=0, help="train.seed", metavar="number")] = None,
) -> int:
    from meldcode.cli.train import Choices  # noqa: PLC0415
    from meldcode.cli.train import run as command  # noqa: PLC0415

    return command(context.obj, exercises or [], Choices(sector, mode, result, name, seed))
