"""Where a run takes place: the environment it is run from, a folder of its own, and how programs are started there."""

import os
import platform
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
PYTHON = sys.executable
MELDCODE = str(BIN / "meldcode")


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that is home to everything that is started."""

    folder: Path

    @property
    def vault(self) -> Path:
        """The vault of whoever works here."""
        return self.folder / "kluis"

    @property
    def env(self) -> Mapping[str, str]:
        """The environment of what is started: nothing of the user's own configuration."""
        return {
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "MELDCODE_VAULT": str(self.vault),
            "PATH": f"{BIN}{os.pathsep}{os.defpath}",
            "PROMPT_TOOLKIT_NO_CPR": "1",
            "TERM": "xterm-256color",
        }

    def process(self, command: Sequence[str], secret: str = "") -> Callable[[], float]:
        """Return a run of a command as its own process, that gives its peak memory in MiB."""
        return lambda: self._run(command, secret)

    def _run(self, command: Sequence[str], secret: str) -> float:
        reader, writer = os.pipe()
        os.write(writer, f"{secret}\n".encode())
        os.close(writer)
        words = [word.replace("{fd}", str(reader)) for word in command]
        nowhere = subprocess.DEVNULL
        with subprocess.Popen(
            words, stdin=nowhere, stdout=nowhere, stderr=nowhere, cwd=self.folder, env=self.env, pass_fds=(reader,)
        ) as started:
            os.close(reader)
            _, status, used = os.wait4(started.pid, 0)
            started.returncode = os.waitstatus_to_exitcode(status)
        if started.returncode not in (0, 3):  # 3: an answers file that leaves answers open
            raise RuntimeError(f"{' '.join(words)} ended with {started.returncode}")
        return used.ru_maxrss / 1024


def taken(work: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    began = perf_counter()
    work()
    return perf_counter() - began


def medians(rows: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Return the median of each row; the rows take turns, so that a noisy minute hits all of them."""
    found: dict[str, list[float]] = {name: [] for name in rows}
    for _ in range(rounds):
        for name, measure in rows.items():
            found[name].append(measure())
    return {name: median(values) for name, values in found.items()}


def machine() -> dict[str, object]:
    """Return what this machine is, as far as it says something about speed."""
    return {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
    }
