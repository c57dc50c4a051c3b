"""What is measured and not counted: hostile files (ENC-02), and two sessions and eight writers (DUR-06)."""

from __future__ import annotations

import json
import signal
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Final

from meldcode.vault import bundle, errors, keyfile
from meldcode.vault.age import Key
from meldcode.vault.errors import VaultError
from tests.vault.helpers import FACTS, empty_vault, numbers, run
from tests.vault.test_processes import HOLDER, WRITER, start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from meldcode.vault.store import Vault

WRITERS: Final = 8
RECORDS: Final = 50
REFUSED_WITHIN: Final = 2.0
MOST_SECONDS: Final = 0.05
MOST_BYTES: Final = 50_000_000
_AGE: Final = b"age-encryption.org/v1\n"
_X25519: Final = b"-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc\nEmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U\n"
_MAC: Final = b"--- Vn+54jqiiUCE+WZcEVY3f1sqHjlu/z1LCQ/T7Xm7qI0\n"

HEADERS: Final = {
    "scrypt that asks for hours": _AGE + b"-> scrypt bm9uc2Vuc2Vub25zZW5zZQ 40\n" + b"A" * 43 + b"\n" + _MAC,
    "scrypt behind a good stanza": _AGE + _X25519 + b"-> scrypt bm9uc2Vuc2Vub25zZW5zZQ 40\n" + b"A" * 43 + b"\n" + _MAC,
    "33 stanzas": _AGE + _X25519 * 33 + _MAC + bytes(64),
    "32 stanzas": _AGE + _X25519 * 32 + _MAC + bytes(64),
    "a header without an end": _AGE + b"-> X25519 A\n" * 5000,
    "a stanza without an end": _AGE + b"-> grease " + b"A" * 60_000,
    "empty": b"",
    "only the first line": _AGE,
    "no body": _AGE + _X25519 + _MAC,
}
"""Each as a key file and as a bundle."""
LARGE: Final = {
    "16 MiB of stanzas": _AGE + (_X25519 * (bundle.MOST_BYTES // len(_X25519))),
    "16 MiB of zeros": bytes(bundle.MOST_BYTES),
    "17 MiB": bytes(bundle.MOST_BYTES + 2**20),
}
"""As a bundle; no more of a key file is ever read than 64 KiB."""

LOOK: Final = """
import json, resource, sys, time
from pathlib import Path
from meldcode.vault import age, bundle, keyfile
from meldcode.vault.disk import Disk
from meldcode.vault.errors import VaultError
path, kind = Path(sys.argv[1]), sys.argv[2]
key = age.Key.generate()
began, outcome = time.process_time(), "taken"
try:
    if kind == "key":
        data = Disk(path.parent).read(path.name, most=keyfile.MOST_BYTES)
        keyfile.unseal(data, key, path.name)
    else:
        data = path.read_bytes()
        bundle.check(data)
        bundle.decode(key.decrypt(data))
except (VaultError, age.UndecryptableError, age.HostileHeaderError):
    outcome = "refused"
seconds = time.process_time() - began
peak = [line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM:")]
print(json.dumps([outcome, seconds, int(peak[0]) * 1024]))
"""


@dataclass(frozen=True, slots=True)
class Look:
    """What looking at a hostile file came to: seconds of processor, and the peak of the whole process in bytes."""

    name: str
    outcome: str
    seconds: float
    peak: int

    @property
    def fine(self) -> bool:
        """Whether it was refused within what is asked."""
        return self.outcome == "refused" and self.seconds <= MOST_SECONDS and self.peak <= MOST_BYTES


def hostile(folder: Path) -> Iterator[Look]:
    """Look at each hostile file in a process of its own, the best of three: another program may be in the way."""
    cases = [("key", *one) for one in (*HEADERS.items(), ("64 KiB", bytes(keyfile.MOST_BYTES + 1)))]
    cases += [("bundle", *one) for one in (*HEADERS.items(), *LARGE.items())]
    for kind, name, data in cases:
        path = folder / "vijandig.age"
        path.write_bytes(data)
        looks = [json.loads(run(LOOK, str(path), kind)) for _ in range(3)]
        outcome, seconds, peak = min(looks, key=lambda look: look[1])
        yield Look(f"{kind}: {name}", outcome, seconds, peak)


def enc_02(folder: Path) -> tuple[str, bool]:
    """Say what the slowest and the largest came to, and whether all were refused within what is asked."""
    looks = list(hostile(folder))
    seconds, peak = max(one.seconds for one in looks), max(one.peak for one in looks)
    words = f"{len(looks)} hostile files, at most {seconds * 1000:.1f} ms and {peak / 1e6:.0f} MB (asked: 50 and 50)"
    return words, all(one.fine for one in looks)


def dur_06(folder: Path) -> tuple[str, bool]:
    """Say how eight writers fared, and a second session on a case, also after the first was killed."""
    user = Key.generate()
    vault = empty_vault(folder / "kluis", user)
    code = vault.create({"n": 0}, FACTS)
    began = monotonic()
    writers = [start(WRITER, user, str(folder / "kluis"), code, str(RECORDS), str(at)) for at in range(WRITERS)]
    said = sum(len(writer.communicate()[0].split()) for writer in writers)
    took = monotonic() - began
    whole = numbers(vault, code) == list(range(1, WRITERS * RECORDS + 2)) and vault.read(code).complete
    holder = start(HOLDER, user, str(folder / "kluis"), code)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    refused, named = _second(vault, code, str(holder.pid))
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    began = monotonic()
    with vault.hold(code):
        again = monotonic() - began
    words = f"{said} of {WRITERS * RECORDS} in {took:.1f} s; second session refused after {refused:.2f} s, "
    words += f"the other {'named' if named else 'not named'}; after kill -9 let in after {again:.2f} s"
    return words, said == WRITERS * RECORDS and whole and named and refused < REFUSED_WITHIN


def _second(vault: Vault, code: str, pid: str) -> tuple[float, bool]:
    began = monotonic()
    try:
        with vault.hold(code):
            return monotonic() - began, False
    except VaultError as error:
        return monotonic() - began, (error.code, error.values.get("pid")) == (errors.BUSY, pid)
