"""`meldcode vault backup` and `meldcode vault restore`: the whole vault in one file, and back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from meldcode.cli import kept
from meldcode.cli.cases import open_quietly
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import expanded, given_file, new_file, worded
from meldcode.cli.output import Voice
from meldcode.cli.settings import clock, is_interactive
from meldcode.text import say
from meldcode.text.visible import one_line
from meldcode.vault import backup as vault_backup
from meldcode.vault import errors
from meldcode.vault.backup import Manifest
from meldcode.vault.disk import Disk
from meldcode.vault.errors import VaultError
from meldcode.vault.place import check_place
from meldcode.vault.store import Vault
from meldcode.vault.verify import verify

LIFETIME = timedelta(days=90)
"""How long a backup is kept unless told otherwise: as long as a working copy after closing."""


def backup(voice: Voice, output: str, destroy_by: str, descriptor: int | None) -> Exit:
    """Write the vault to one new file, read it back, and try whether the cases open where a passphrase can be asked."""
    until = _day(destroy_by)
    vault = open_quietly(voice, descriptor) if descriptor is not None or is_interactive() else None
    with worded(output), new_file(output) as file:
        manifest = vault_backup.write(Disk(kept.place()), file, clock(), until)
        file.flush()
        os.fsync(file.fileno())
        _read_back(output, manifest)
    words = {"cases": manifest.cases, "destroy_by": manifest.destroy_by.isoformat()}
    voice.prose(say(voice.language, "backups.made", path=one_line(str(expanded(output).absolute())), **words))
    return _tried(voice, vault)


def restore(voice: Voice, file: str, place: str, *, accept_place: bool) -> Exit:
    """Put a backup at a place where no vault is, and say what it can't know."""
    target = expanded(place).absolute() if place else kept.place()
    check_place(target, accept=accept_place)
    no_backup = CommandError(Exit.DAMAGED, "backups.damaged", file=file, where=vault_backup.PATH)
    with given_file(file, no_backup) as source, _naming(file, target):
        manifest = vault_backup.restore(source, target)
    language, made, path = voice.language, manifest.made.strftime("%Y-%m-%d"), one_line(str(target))
    voice.prose(say(language, "backups.restored", cases=manifest.cases, made=made, path=path))
    here = "" if target == kept.place() else f'MELDCODE_VAULT="{path}" '
    voice.prose(say(language, "backups.then_verify", command=f"{here}meldcode verify"))
    voice.prose(say(language, "backups.shredded_again", made=made))
    if manifest.destroy_by < clock().date():
        voice.note("backups.expired", destroy_by=manifest.destroy_by.isoformat())
    return Exit.FINE


def _day(given: str) -> date:
    today = clock().date()
    try:
        day = date.fromisoformat(given) if given else today + LIFETIME
    except ValueError:
        day = today
    if day <= today:
        raise CommandError(Exit.USAGE, "backups.bad_date", given=given[:40])
    return day


def _read_back(output: str, manifest: Manifest) -> None:
    """Read what the disk has; what is not as it was written is an error, and the file goes away again."""
    with expanded(output).open("rb") as written:
        try:
            same = vault_backup.check(written) == manifest
        except VaultError:
            same = False
    if not same:
        raise CommandError(Exit.NOT_STORED, "backups.changed")


def _tried(voice: Voice, vault: Vault | None) -> Exit:
    """Say whether what was backed up opens: the file is equal to the vault, so what opens here opens there."""
    if vault is None:
        voice.note("backups.untried")
        return Exit.FINE
    damaged = [report.code for report in verify(vault) if not report.good]
    if vault.damaged_kept():
        damaged.append(say(voice.language, "backups.kept"))
    if damaged:
        voice.note("backups.tried_bad", codes=", ".join(damaged))
        return Exit.DAMAGED
    voice.prose(say(voice.language, "backups.tried"))
    return Exit.FINE


@contextmanager
def _naming(file: str, target: Path) -> Iterator[None]:
    """Word what is wrong with a backup by the name of its file, and with the place by its own."""
    try:
        yield
    except VaultError as error:
        match error.code:
            case errors.EXISTS:
                raise CommandError(Exit.USAGE, "backups.place_taken", path=target) from None
            case errors.NEWER_FORMAT:
                raise CommandError(Exit.DAMAGED, "backups.newer", file=file) from None
            case errors.DAMAGED | errors.BAD_PARAMETERS:
                where = error.values["path"]
                raise CommandError(Exit.DAMAGED, "backups.damaged", file=file, where=where) from None
            case _:
                raise
