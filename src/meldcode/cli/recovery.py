"""`vault recovery`: the keys besides the passphrase that open the vault, on paper and of an organisation."""

from collections.abc import Sequence

from meldcode.cli.cases import open_quietly
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.keydesk import Desk, at_desk
from meldcode.cli.output import Voice
from meldcode.cli.recipients import recipients_of
from meldcode.text import say
from meldcode.text.visible import one_line
from meldcode.vault import errors, paper
from meldcode.vault.access import MOST_NAME, check_recipient
from meldcode.vault.codes import fingerprint, same_fingerprint
from meldcode.vault.errors import VaultError
from meldcode.vault.userkeys import Recovery
from meldcode.wizard.prompter import Option


def listed(voice: Voice, descriptor: int | None) -> Exit:
    """Print every recovery key."""
    for one in open_quietly(voice, descriptor).access.recovery:
        voice.out(described(voice, one))
    return Exit.FINE


def described(voice: Voice, one: Recovery) -> str:
    """Return a recovery key as a line: whose it is, and its fingerprint."""
    shown = fingerprint(one.recipient)
    if not one.name:
        return say(voice.language, "keys.paper", fingerprint=shown)
    return say(voice.language, "keys.organisation", name=one_line(one.name), fingerprint=shown)


def add(voice: Voice, given: str, descriptor: int | None) -> Exit:
    """Let an organisation's key open the vault, once its fingerprint was typed back."""
    keys = recipients_of([given]) if given else ()
    if len(keys) > 1:
        raise CommandError(Exit.USAGE, "keys.one_key")
    return at_desk(voice, descriptor, lambda desk: _added(desk, *keys))


def _added(desk: Desk, key: str = "") -> Sequence[str]:
    def unreadable(typed: str) -> str:
        try:
            check_recipient(typed)
        except VaultError as error:
            return desk.say(f"vault.{error.code}")
        return ""

    typed = key or desk.write("kluis.sleutel", desk.say("keys.add_key"), (), unreadable)
    recipient = check_recipient(typed)
    body = (desk.say("keys.add_why"), recipient, fingerprint(recipient), desk.say("keys.add_compare"))

    def wrong(typed: str) -> str:
        return "" if same_fingerprint(typed, recipient) else desk.say("keys.add_differs")

    def unnamed(typed: str) -> str:
        return "" if 0 < len(typed.strip()) <= MOST_NAME else desk.say("keys.add_nameless", most=MOST_NAME)

    desk.write("kluis.vingerafdruk", desk.say("keys.add_fingerprint"), body, wrong)
    name = desk.write("kluis.naam", desk.say("keys.add_name"), (), unnamed)
    desk.vault.access.add_organisation(recipient, name)
    return (desk.say("keys.added", name=name.strip()),)


def remove(voice: Voice, descriptor: int | None) -> Exit:
    """Ask which key is to open nothing any more."""
    return at_desk(voice, descriptor, lambda desk: _removed(voice, desk))


def _removed(voice: Voice, desk: Desk) -> Sequence[str]:
    access = desk.vault.access
    if len(access.recovery) == 1:
        raise VaultError(errors.LAST_RECOVERY)
    options = [Option(one.recipient, described(voice, one)) for one in access.recovery]
    chosen = desk.choose("kluis.verwijder", desk.say("keys.remove"), (desk.say("keys.remove_why"),), options)
    left = access.remove_recovery(chosen)
    return (desk.say("keys.removed"), desk.say("keys.old_copies"), desk.left(left))


def renew(voice: Voice, descriptor: int | None) -> Exit:
    """Show a new paper code, and let it take the place of the old one once its last group was typed back."""
    return at_desk(voice, descriptor, _renewed)


def _renewed(desk: Desk) -> Sequence[str]:
    code = paper.new_code()

    def confirm(last_group: str) -> Sequence[str]:
        paper.check(code, last_group)
        return desk.vault.access.renew_paper(code)

    left = desk.locksmith().written_down(code, confirm)
    return (desk.say("keys.renewed"), desk.say("keys.old_copies"), desk.left(left))
