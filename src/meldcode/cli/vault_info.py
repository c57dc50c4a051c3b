"""`vault info`: where the vault is, what is in it, who can read it, and what shows without a key."""

from collections.abc import Iterator

from meldcode.cli import kept
from meldcode.cli.cases import open_quietly
from meldcode.cli.errors import Exit
from meldcode.cli.output import Voice
from meldcode.cli.recovery import described
from meldcode.text import say
from meldcode.text.visible import one_line
from meldcode.vault import errors, header
from meldcode.vault.codes import fingerprint
from meldcode.vault.errors import VaultError
from meldcode.vault.store import Vault

_NOT_NOW = (errors.READ_ONLY, errors.NEEDS_PASSPHRASE, errors.DAMAGED, errors.NOT_STORED)


def info(voice: Voice, descriptor: int | None) -> Exit:
    """Print it; the receiving key is made here, the first time that someone can ask for it."""
    vault = open_quietly(voice, descriptor)
    language = voice.language
    voice.out(say(language, "vault.info_place", path=one_line(str(kept.place()))))
    voice.out(say(language, "keys.info_format", format=header.FORMAT))
    voice.out(say(language, "vault.info_cases", count=len(vault.cases())))
    voice.out(say(language, "keys.info_destroyed", count=len(vault.tombstones())))
    voice.out(say(language, "keys.info_readers"))
    for reader in (say(language, "keys.info_passphrase"), *(described(voice, one) for one in vault.access.recovery)):
        voice.out(f"  - {reader}")
    for line in _receiving(voice, vault):
        voice.out(line)
    voice.prose(say(language, "keys.info_visible"))
    if vault.access.is_unfinished():
        voice.note("keys.info_unfinished")
    if not vault.access.has_sound_header():
        voice.note("keys.info_header")
    return Exit.FINE


def _receiving(voice: Voice, vault: Vault) -> Iterator[str]:
    try:
        key = vault.receiving_key()
    except VaultError as error:
        if error.code not in _NOT_NOW:
            raise
        yield say(voice.language, "keys.info_no_receiving")
        return
    yield say(voice.language, "keys.info_receiving")
    yield f"  {key}"
    yield f"  {say(voice.language, 'keys.info_fingerprint', fingerprint=fingerprint(key))}"
