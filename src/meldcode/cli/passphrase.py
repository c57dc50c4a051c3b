"""`vault passphrase`: another passphrase, also for who lost the present one and has a recovery code."""

from collections.abc import Sequence

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.keydesk import Desk, at_desk
from meldcode.cli.output import Voice
from meldcode.vault.errors import VaultError


def change(voice: Voice, descriptor: int | None) -> Exit:
    """Ask for the present passphrase or a recovery code, then for the new passphrase."""
    return at_desk(voice, descriptor, _changed)


def _changed(desk: Desk) -> Sequence[str]:
    body = (desk.say("keys.passphrase_why"),)
    own = desk.locksmith().passphrase(desk.say("keys.passphrase"), body)
    desk.vault.access.change_passphrase(own)
    # Without a fresh key an old copy of the two key files would open what is there today with the old passphrase.
    try:
        left = desk.vault.access.rotate()
    except VaultError as error:
        raise CommandError(Exit.NOT_STORED, "keys.unsure") from error
    return (desk.say("keys.passphrase_changed"), desk.say("keys.passphrase_copies"), desk.left(left))
