"""A vault in this process, for tests of commands: without the cost of scrypt and of a process of its own."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from meldcode.case.events import Answered, Event, Started, to_body
from meldcode.case.state import apply, replay
from meldcode.cli import agenda, cases, verify
from meldcode.protocol import codec, library
from meldcode.wizard.walk import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from meldcode.vault.store import Vault


def begun(vault: Vault, *more: Event) -> str:
    """Make a case at a school in which it was said that there is no direct danger."""
    protocol = library.protocol("onderwijs")
    digest = vault.keep(codec.encode(protocol).encode())
    state, code = replay(protocol, []), ""
    events: list[Event] = [Started("onderwijs", digest, protocol.version), Answered("direct_gevaar", "nee"), *more]
    for event in events:
        state = apply(protocol, state, event)
        if code:
            vault.append(code, to_body(event), facts_of(protocol, state))
        else:
            code = vault.create(to_body(event), facts_of(protocol, state))
    return code


@contextmanager
def open_here(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the commands that print use this vault."""
    with monkeypatch.context() as patched:
        for module in (agenda, cases, verify):
            patched.setattr(module, "open_quietly", lambda _voice, _descriptor: vault)
        yield
