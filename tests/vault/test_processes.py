"""More than one process: nothing is lost, nothing waits for the dead, and the unlocked process is closed to others."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from meldcode.vault import errors, log
from meldcode.vault.errors import VaultError
from tests.vault.helpers import FACTS, command, environment, found, numbers, run, unlocked

if TYPE_CHECKING:
    from meldcode.vault.age import Key
    from meldcode.vault.store import Vault

WRITER = """
import sys
from pathlib import Path
from meldcode.vault.age import Key
from tests.vault.helpers import FACTS, unlocked
vault = unlocked(Path(sys.argv[1]), Key(sys.stdin.readline().strip()))
for number in range(int(sys.argv[3])):
    print(vault.append(sys.argv[2], {"n": number, "writer": sys.argv[4]}, FACTS).seq, flush=True)
"""

HOLDER = """
import sys
from pathlib import Path
from meldcode.vault.age import Key
from tests.vault.helpers import unlocked
vault = unlocked(Path(sys.argv[1]), Key(sys.stdin.readline().strip()))
with vault.hold(sys.argv[2]):
    print("held", flush=True)
    sys.stdin.readline()
"""


def start(script: str, user: Key, *arguments: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        command(script, *arguments), env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    process.stdin.write(user.secret() + "\n")
    process.stdin.flush()
    return process


def test_eight_writers_of_fifty_records_make_one_chain_of_four_hundred(vault: Vault, root: Path, user: Key) -> None:
    """DUR-06."""
    code = vault.create({"n": 0}, FACTS)
    writers = [start(WRITER, user, str(root), code, "50", str(at)) for at in range(8)]
    acknowledged = [int(line) for writer in writers for line in writer.communicate()[0].split()]

    case = vault.read(code)
    assert [writer.returncode for writer in writers] == [0] * 8
    assert sorted(acknowledged) == list(range(2, 402))
    assert [one.seq for one in case.records] == list(range(1, 402))
    assert {one.code for one in case.findings} <= {log.CLOCK_BACK}
    for at in range(8):
        assert [one.body["n"] for one in case.records if one.body.get("writer") == str(at)] == list(range(50))


@pytest.mark.parametrize("acknowledged", range(1, 13))
def test_after_kill_9_every_acknowledged_record_is_there(
    vault: Vault, root: Path, user: Key, acknowledged: int
) -> None:
    code = vault.create({"n": 0}, FACTS)
    writer = start(WRITER, user, str(root), code, "100000", "w")
    assert writer.stdout is not None
    said = [int(writer.stdout.readline()) for _ in range(acknowledged)]
    writer.kill()
    # communicate() would miss the lines that readline() has already taken into its buffer.
    with writer:
        said += [int(line) for line in writer.stdout.read().split()]

    again = unlocked(root, user)
    there = numbers(again, code)
    assert there == list(range(1, len(there) + 1))
    assert len(there) - said[-1] in (0, 1)
    assert set(found(again, code)) <= {log.EXTRA_RECORD, log.TORN_TAIL}
    assert again.append(code, {"n": "on"}, FACTS).seq == len(there) + 1
    assert again.read(code).complete


def test_a_second_session_is_told_within_two_seconds_who_has_the_case(vault: Vault, root: Path, user: Key) -> None:
    """DUR-06: and after kill -9 no lock is left."""
    code = vault.create({}, FACTS)
    holder = start(HOLDER, user, str(root), code)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"

    started = time.monotonic()
    with pytest.raises(VaultError) as refused, vault.hold(code):
        pass
    assert time.monotonic() - started < 2
    assert refused.value.code == errors.BUSY
    if Path("/proc/locks").exists():
        assert refused.value.values["pid"] == str(holder.pid)

    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    with vault.hold(code):
        assert vault.append(code, {}, FACTS).seq == 2


READ_ONLY = """
import os, sys
from pathlib import Path
from meldcode.vault.age import Key
from meldcode.vault.errors import VaultError
from meldcode.vault.setup import check_place
from tests.vault.helpers import FACTS, unlocked
os.chdir(sys.argv[1])
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
root, code = Path("kluis"), sys.argv[2]
vault = unlocked(root, Key(sys.stdin.readline().strip()))
print(len(vault.read(code).records), len(vault.cases()))
asked = [
    lambda: vault.create({}, FACTS),
    lambda: vault.append(code, {}, FACTS),
    lambda: vault.keep(b"x"),
    lambda: check_place(root, accept=True),
]
for ask in asked:
    try:
        ask()
    except VaultError as error:
        print(error.code)
"""


def test_a_read_only_vault_can_be_read_and_says_that_it_cannot_be_written(
    vault: Vault, root: Path, user: Key, tmp_path: Path
) -> None:
    code = vault.create({}, FACTS)
    if os.geteuid() == 0:
        # Root may write anywhere: the files go to another user, who may only read them.
        for path in (tmp_path, root, *root.rglob("*")):
            os.chown(path, 65534, 65534)
    folders = [root, *(path for path in root.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o500)
    for path in root.rglob("*"):
        if path.is_file():
            path.chmod(0o400)
    try:
        said = run(READ_ONLY, str(tmp_path), code, given=user.secret()).split()
    finally:
        for folder in folders:
            folder.chmod(0o700)

    assert said == ["1", "1", *[errors.READ_ONLY] * 4]


HARDENED = """
import resource
from pathlib import Path
from meldcode.vault.harden import harden
harden()
harden()
print(resource.getrlimit(resource.RLIMIT_CORE))
import ctypes, sys
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == "linux" else 0)
"""


def test_a_hardened_process_leaves_no_core_and_cannot_be_looked_into() -> None:
    assert run(HARDENED).splitlines() == ["(0, 0)", "0"]


UNLOCK = """
import sys
from pathlib import Path
from meldcode.vault.setup import open_vault
from tests.vault.helpers import Clock
open_vault(Path(sys.argv[1]), sys.stdin.readline().strip(), clock=Clock(), who="x")
print(*[line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM:")])
"""


@pytest.mark.unmeasured
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell the peak of one program")
def test_unlocking_takes_at_most_160_megabytes() -> None:
    golden = Path(__file__).parent / "golden-1"

    assert int(run(UNLOCK, str(golden), given="fiets lampion zeester kompas wafel uil")) * 1024 <= 160_000_000


IMPORTS = """
import sys
import meldcode.vault.store
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"pydantic", "rich", "typer", "platformdirs", "yaml"}))
"""


def test_the_store_is_cheap_to_import() -> None:
    assert run(IMPORTS).split() == []
