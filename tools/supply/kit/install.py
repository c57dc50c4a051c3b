"""Installs meldcode from this folder: without network or admin rights, and only files whose SHA-256 is right.

Needs Python 3.11 or newer and nothing else. It makes a virtual environment for each version, starts the program in
it, and only then lets the command `meldcode` point there. A second run repairs an installation that was interrupted.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SUMS = "SHA256SUMS"
WINDOWS = os.name == "nt"


class RefusedError(Exception):
    """Nothing is installed; the text says why and what to do."""


def main() -> int:
    """Check, install, try, and say where the program is."""
    parser = argparse.ArgumentParser(description="Installeert meldcode uit deze map, zonder internet.")
    parser.add_argument("--folder", type=Path, default=_default_folder(), help="waar het programma komt")
    parser.add_argument("--command", type=Path, help="map voor de opdracht meldcode (niet op Windows)")
    parser.add_argument("--check", action="store_true", help="kijk alleen de bestanden na")
    asked = parser.parse_args()
    try:
        count = checked(HERE)
        print(f"Nagekeken: {count} bestanden, elk met het juiste controlegetal.")
        if not asked.check:
            _install(asked.folder.expanduser().absolute(), asked.command)
    except RefusedError as refused:
        print(f"Niet geïnstalleerd: {refused}", file=sys.stderr)
        return 1
    return 0


def checked(folder: Path) -> int:
    """Compare every file with the list beside it and return how many there are. Raises `RefusedError`."""
    lines = (folder / SUMS).read_text("utf-8").splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {SUMS}
    for name in sorted(listed.keys() | present):
        if name not in present:
            raise RefusedError(f"{name} ontbreekt. Pak het archief opnieuw uit.")
        if name not in listed:
            raise RefusedError(f"{name} hoort hier niet. Pak het archief uit in een lege map.")
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != listed[name]:
            raise RefusedError(f"{name} is veranderd of beschadigd. Haal het archief opnieuw op.")
    return len(listed)


def _install(base: Path, command: Path | None) -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  # somebody may start it with an older one
        raise RefusedError(f"Python 3.11 of nieuwer is nodig; dit is {sys.version.split()[0]}.")
    target = base / (HERE / "VERSION").read_text("utf-8").strip()
    if target.exists() and any(target.iterdir()) and not (target / "pyvenv.cfg").is_file():
        raise RefusedError(f"{target} bestaat al en is niet van ons. Kies een andere map met --folder.")
    # Not every Python comes with pip; the one in this folder fills the environment.
    _run(["-m", "venv", "--without-pip", str(target)], sys.executable)
    python = target / ("Scripts/python.exe" if WINDOWS else "bin/python")
    program = target / ("Scripts/meldcode.exe" if WINDOWS else "bin/meldcode")
    (pip,) = (HERE / "tools").glob("pip-*.whl")
    offline = ["--isolated", "--no-index", "--find-links", str(HERE / "wheels"), "--require-hashes", "--no-cache-dir"]
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--force-reinstall"]
    _run([f"{pip}/pip", "install", *offline, *quiet, "-r", str(HERE / "requirements.txt")], str(python))
    _run(["--version"], str(program))
    print(f"Geïnstalleerd in {target}")
    if WINDOWS:
        print(f"Start het met: {program}")
    else:
        _point(command or Path.home() / ".local" / "bin", program)


def _run(arguments: list[str], program: str) -> None:
    # -I and a bare environment would lose what a managed desktop needs, so only what steers Python is dropped.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # our own arguments
    if done.returncode:
        said = "\n".join((done.stderr or done.stdout).strip().splitlines()[-5:])
        raise RefusedError(f"deze opdracht lukte niet: {Path(program).name} {' '.join(arguments[:2])}\n{said}")


def _point(folder: Path, program: Path) -> None:
    """Let the command `meldcode` in a folder start the program; a file there that is no link of ours stays."""
    link = folder / "meldcode"
    if link.exists() and not link.is_symlink():
        print(f"{link} is een ander bestand en blijft staan. Start het programma met: {program}")
        return
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / ".meldcode.nieuw"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(program)
    fresh.replace(link)
    known = str(folder) in os.environ.get("PATH", "").split(os.pathsep)
    print("Start het met: meldcode" if known else f"Start het met: {link} (deze map staat nog niet in uw PATH)")


def _default_folder() -> Path:
    if WINDOWS:
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "Programs" / "meldcode"
    return Path.home() / ".local" / "opt" / "meldcode"


if __name__ == "__main__":
    sys.exit(main())
