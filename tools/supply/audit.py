"""What pip-audit says about known vulnerabilities, and never more than it knows."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tools.supply.lock import Locked

SECONDS = 120


@dataclass(frozen=True, slots=True)
class Audit:
    """Per package what is known to be wrong, which packages were not looked up and why, and what stopped the audit."""

    looked_up: int
    found: tuple[str, ...]
    unknown: tuple[str, ...]
    failure: str = ""

    @property
    def clean(self) -> bool:
        """Tell whether every package was looked up and none has a known vulnerability."""
        return bool(self.looked_up) and not (self.found or self.unknown or self.failure)


def audit(packages: Sequence[Locked]) -> Audit:
    """Look up every package, also those of other platforms; without an answer in two minutes, nothing is known."""
    names = [one.name for one in packages]
    with TemporaryDirectory(prefix="meldcode-audit-") as folder:
        asked = Path(folder) / "asked.txt"
        asked.write_text("\n".join(one.requirement() for one in packages) + "\n", "utf-8")
        try:
            return judge(_answer(asked), names)
        except subprocess.TimeoutExpired:
            return Audit(0, (), tuple(names), f"geen antwoord binnen {SECONDS} seconden")


def _answer(asked: Path) -> str:
    strict = ["--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json"]
    command = [sys.executable, "-m", "pip_audit", *strict, "--requirement", str(asked)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)  # noqa: S603  # our own arguments
    return done.stdout


def judge(answer: str, names: Sequence[str]) -> Audit:
    """Read what pip-audit wrote about packages; one it does not speak of, or says it skipped, is not known."""
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Audit(0, (), tuple(names), "de dienst met zwakke plekken was niet te bereiken")
    seen = [one for one in packages if "vulns" in one]
    found = tuple(f"{one['name']} {one['version']}: {_said(each)}" for one in seen for each in one["vulns"])
    known = {one["name"] for one in seen}
    return Audit(len(known), found, tuple(name for name in names if name not in known))


def _said(vulnerability: dict[str, Any]) -> str:
    repaired = ", ".join(vulnerability.get("fix_versions", ())) or "-"
    return f"{vulnerability['id']} (opgelost in: {repaired})"


def page(result: Audit) -> str:
    """Return the result as a page that says first whether it may be relied on."""
    count = result.looked_up + len(result.unknown)
    lines = ["Bekende zwakke plekken in de pakketten van deze uitgave, volgens pip-audit.", ""]
    if result.clean:
        lines += [f"Alle {result.looked_up} pakketten zijn opgezocht. Er is geen bekende zwakke plek gevonden."]
    elif not result.looked_up:
        why = f" ({result.failure})" if result.failure else ""
        lines += [
            f"NIET NAGEKEKEN: geen van de {count} pakketten kon worden opgezocht{why}.",
            "Dit bestand zegt niet dat er geen zwakke plekken zijn. Kijk het na op een computer met internet:",
            "  pip-audit --require-hashes --disable-pip --requirement requirements.txt",
        ]
    elif result.unknown:
        lines += [f"DEELS NAGEKEKEN: {result.looked_up} van de {count} pakketten zijn opgezocht."]
    if result.found:
        lines += ["", "Gevonden:", *(f"  {one}" for one in result.found)]
    if result.unknown:
        lines += ["", "Niet opgezocht:", *(f"  {one}" for one in result.unknown)]
    return "\n".join(lines) + "\n"
