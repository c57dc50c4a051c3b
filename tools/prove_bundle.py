"""`make release-check`: the bundle in `dist/` for this computer, installed and used where there is no network at all.

Linux only. Everything happens in a new network namespace, with an empty home folder and without pip settings of here.
It prints what ran and how long it took, and stops at the first thing that is not as it must be.
"""

import argparse
import contextlib
import os
import platform
import pty
import subprocess
import sys
import tarfile
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

DIST = Path(__file__).resolve().parent.parent / "dist"
INSIDE = "MELDCODE_WITHOUT_NETWORK"
ANSWERS = "sector: onderwijs\nanswers: {direct_gevaar: ja}\n"
OPENED = "import socket; socket.create_connection(('192.0.2.1', 443), 2)"


def main() -> int:
    """Go into an empty network namespace, then unpack, install and use every bundle for this computer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", action="append", help="install with this Python (more than once)")
    asked = parser.parse_args()
    if INSIDE not in os.environ:
        # As root a namespace needs no mapping of users; without root the mapping gives the right to make one.
        away = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
        again = [*away, sys.executable, *sys.argv]
        return subprocess.run(again, env={**os.environ, INSIDE: "1"}, check=False).returncode  # noqa: S603  # ourselves
    bundles = sorted(DIST.glob(f"meldcode-*-linux-{platform.machine()}*.tar.gz"))
    if not bundles:
        sys.exit("dist/ has no bundle for this computer; make release first")
    for python in asked.python or [sys.executable]:
        for bundle in bundles:
            with TemporaryDirectory(prefix="meldcode-bundle-") as folder:
                _prove(bundle, python, Path(folder))
    return 0


def _prove(bundle: Path, python: str, home: Path) -> None:
    print(f"{bundle.name}, {python}")  # noqa: T201  # a tool speaks to its user
    with tarfile.open(bundle) as archive:
        archive.extractall(home, filter="data")
    (unpacked,) = home.iterdir()
    (home / "answers.yaml").write_text(ANSWERS, "utf-8")
    program = str(home / ".local" / "bin" / "meldcode")
    _run([python, "-c", OPENED], home, code=1, says="unreachable")
    _run(["sh", str(unpacked / "install.sh")], home, says="Start het met", python=python)
    _run([program, "--version"], home, says=(unpacked / "VERSION").read_text("utf-8").strip())
    _run([program, "emergency"], home, says="0800-2000")
    _run([program, "contacts", "Utrecht"], home, says="112")
    _run([program, "advise", "--answers", "answers.yaml"], home, code=3, says="112")
    _run([program, "protocol", "prove", "onderwijs"], home, says="onderwijs")
    practice = ["start", "--practice", "--plain", "--sector", "onderwijs", "--municipality", "Utrecht"]
    _run([program, *practice], home, typed="1\n2\n11\n:pauze\n", says="er wordt niets bewaard")
    if bundle.name.endswith("-pdf-docx.tar.gz"):
        site = Path(program).resolve().parent / "python"
        _run([str(site), "-c", "import docx, lxml.etree, typst; print('pdf and docx')"], home, says="pdf and docx")


def _run(  # noqa: PLR0913  # what is run, where, with what, and what must come of it
    command: Sequence[str], home: Path, *, says: str, code: int = 0, typed: str = "", python: str = ""
) -> None:
    """Run a command with nothing of this environment but the path; stop unless it ends and says as it must."""
    environment = {"HOME": str(home), "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "TERM": "xterm"}
    environment |= {"PYTHON": python} if python else {}
    began = time.monotonic()
    process, terminal = _start(command, home, environment, typed)
    said = _all_said(terminal)
    ended = process.wait(300)
    took = time.monotonic() - began
    shown = " ".join(Path(one).name for one in command)[:70]
    if ended != code or says not in said:
        sys.exit(f"FAILED ({ended}): {shown}\n{said[-3000:]}")
    print(f"  {took:6.2f} s  exit {ended}  {shown}")  # noqa: T201  # as above


def _start(
    command: Sequence[str], home: Path, environment: dict[str, str], typed: str
) -> tuple[subprocess.Popen[bytes], int]:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(  # noqa: S603  # our own commands
        command, cwd=home, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    os.write(ours, typed.encode())
    return process, ours


def _all_said(terminal: int) -> str:
    """Read until the program has closed its terminal, which Linux reports as an error."""
    said = b""
    with contextlib.suppress(OSError):
        while some := os.read(terminal, 65536):
            said += some
    os.close(terminal)
    return said.decode("utf-8", "replace")


if __name__ == "__main__":
    sys.exit(main())
