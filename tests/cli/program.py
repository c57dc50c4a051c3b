"""The program as a user has it: with compiled content, in a process of its own, without a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from tests.cli.warm import MEASURED, only_a_start_will_do, warm

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Done:
    """How a run of the program ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - what the program wrote
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Program:
    """Runs the program in a folder, with nothing of this environment; `fresh` gives each run a start of its own."""

    tree: Path
    folder: Path
    more: dict[str, str] = field(default_factory=dict)
    fresh: bool = False

    @property
    def env(self) -> dict[str, str]:
        home = {"HOME": str(self.folder), "PATH": os.defpath, "PYTHONPATH": str(self.tree)}
        return home | {"PYTHONDONTWRITEBYTECODE": "1"} | self.more

    def with_env(self, **more: str) -> Program:
        return Program(self.tree, self.folder, self.more | more, self.fresh)

    def run(self, *arguments: str, stdin: bytes | str = b"") -> Done:
        """Run it; what it writes is read as UTF-8, and a traceback is never right."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        command = ["-m", "meldcode", *arguments]
        if self.fresh or only_a_start_will_do(self.more):
            done = subprocess.run(
                [sys.executable, *command],
                cwd=self.folder,
                env=self.env | MEASURED,
                input=given,
                capture_output=True,
                timeout=60,
                check=False,
            )
            code, out, err = done.returncode, done.stdout, done.stderr
        else:
            code, out, err = warm(self.tree).run(command, self.env, given, folder=self.folder)
        assert b"Traceback" not in err, err.decode(errors="replace")
        return Done(code, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))

    def shell(self, script: str) -> Done:
        """Run a line of shell in which `$M` is the program."""
        env = self.env | MEASURED | {"M": f"{sys.executable} -m meldcode"}
        done = subprocess.run(
            ["/bin/bash", "-c", f"set -o pipefail; {script}"],
            cwd=self.folder,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode(errors="replace")
        return Done(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    def file(self, name: str, content: str | bytes) -> str:
        """Write a file in the folder and return its name."""
        (self.folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return name


INCOMPLETE: Final = """\
sector: onderwijs
municipality: Utrecht
answers:
  direct_gevaar: nee
  veiligheid: ja
"""

COMPLETE: Final[dict[str, object]] = {
    "sector": "algemeen",
    "answers": {
        "direct_gevaar": "nee",
        "betrokkenen": [{"role": "kind", "age": 9, "client": "ja"}, {"role": "ouder"}],
        "pleger": "huiselijke_kring",
        "signalen": [],
        "thema": [],
        "collega": "ja",
        "vt_advies": "ja",
        "gesprek": "gevoerd",
        "vermoeden": "ja",
        "veiligheid": "ja",
    },
}
"""Answers that leave nothing missing."""
