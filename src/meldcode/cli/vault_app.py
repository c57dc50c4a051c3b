"""The commands for the vault itself, `meldcode vault …`: parse, call, print, exit code."""

from typing import Annotated

import typer

from meldcode.cli.grammar import Command, Group

vault_app = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True, help="vault")
recovery_app = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True, help="vault.recovery")
vault_app.add_typer(recovery_app, name="recovery")

Descriptor = Annotated[int | None, typer.Option("--passphrase-fd", help="fd", metavar="number")]


@vault_app.command("init", cls=Command, help="vault.init")
def vault_init(
    context: typer.Context, accept_place: Annotated[bool, typer.Option("--accept-place", help="accept")] = False
) -> int:
    from meldcode.cli.keys import init as command  # noqa: PLC0415

    return command(context.obj, accept_place=accept_place)


@vault_app.command("info", cls=Command, help="vault.info")
def vault_info(context: typer.Context, passphrase_fd: Descriptor = None) -> int:
    from meldcode.cli.vault_info import info as command  # noqa: PLC0415

    return command(context.obj, passphrase_fd)


@vault_app.command("passphrase", cls=Command, help="vault.passphrase")
def vault_passphrase(context: typer.Context, passphrase_fd: Descriptor = None) -> int:
    from meldcode.cli.passphrase import change as command  # noqa: PLC0415

    return command(context.obj, passphrase_fd)


@recovery_app.command("list", cls=Command, help="vault.recovery.list")
def recovery_list(context: typer.Context, passphrase_fd: Descriptor = None) -> int:
    from meldcode.cli.recovery import listed as command  # noqa: PLC0415

    return command(context.obj, passphrase_fd)


@recovery_app.command("add", cls=Command, help="vault.recovery.add")
def recovery_add(
    context: typer.Context,
    key: Annotated[str, typer.Argument(help="public_key", metavar="key", show_default=False)] = "",
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.recovery import add as command  # noqa: PLC0415

    return command(context.obj, key, passphrase_fd)


@recovery_app.command("remove", cls=Command, help="vault.recovery.remove")
def recovery_remove(context: typer.Context, passphrase_fd: Descriptor = None) -> int:
    from meldcode.cli.recovery import remove as command  # noqa: PLC0415

    return command(context.obj, passphrase_fd)


@recovery_app.command("renew", cls=Command, help="vault.recovery.renew")
def recovery_renew(context: typer.Context, passphrase_fd: Descriptor = None) -> int:
    from meldcode.cli.recovery import renew as command  # noqa: PLC0415

    return command(context.obj, passphrase_fd)


@vault_app.command("backup", cls=Command, help="vault.backup")
def vault_backup(
    context: typer.Context,
    output: Annotated[str, typer.Option("--output", "-o", help="output", metavar="file")],
    destroy_by: Annotated[str, typer.Option("--destroy-by", help="destroy_by", metavar="date")] = "",
    passphrase_fd: Descriptor = None,
) -> int:
    from meldcode.cli.backup import backup as command  # noqa: PLC0415

    return command(context.obj, output, destroy_by, passphrase_fd)


@vault_app.command("restore", cls=Command, help="vault.restore")
def vault_restore(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="backup_file", metavar="file", show_default=False)],
    place: Annotated[str, typer.Option("--place", help="place", metavar="folder")] = "",
    accept_place: Annotated[bool, typer.Option("--accept-place", help="accept")] = False,
) -> int:
    from meldcode.cli.backup import restore as command  # noqa: PLC0415

    return command(context.obj, file, place, accept_place=accept_place)
