"""`make release`: everything that somebody needs to check, install and trust a version, in `dist/`.

Needs a package index for the wheels of others; says what it could not look up, and makes nothing half: `dist/` is
replaced when all is there. From a tree with uncommitted changes only as a trial (`--draft`).
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
# Run as a script, Python looks beside this file first.
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tools.supply import audit, licences, lock, wheels  # noqa: E402  # needs the path above
from tools.supply.build import DifferentError, build, content_sums, protocol_digests  # noqa: E402  # as above
from tools.supply.bundle import Contents, lay_out, pack, sums  # noqa: E402  # as above
from tools.supply.sbom import sbom  # noqa: E402  # as above

WHOLE = "-pdf-docx"


def main() -> int:
    """Make the release, or say in one line why there is none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draft", action="store_true", help="also from a tree with uncommitted changes")
    names = [one.name for one in wheels.PLATFORMS]
    parser.add_argument("--platform", action="append", choices=names, help="only this platform (more than once)")
    asked = parser.parse_args()
    if _git("status", "--porcelain") and not asked.draft:
        return _no("er zijn wijzigingen die niet zijn vastgelegd. Leg ze vast, of maak een proef: ARGS=--draft")
    platforms = [one for one in wheels.PLATFORMS if one.name in (asked.platform or names)]
    try:
        with TemporaryDirectory(prefix="meldcode-release-") as scratch:
            _release(platforms, Path(scratch), int(_git("log", "-1", "--format=%ct")))
    except (wheels.NoWheelError, DifferentError) as error:
        return _no(str(error))
    return 0


def _release(platforms: Sequence[wheels.Platform], scratch: Path, epoch: int) -> None:
    wheel, sdist = build(ROOT, scratch, epoch=epoch)
    _say(f"{wheel.name}: uit de map en uit {sdist.name} byte voor byte gelijk")
    run, extras, tools = (_locked(name) for name in ("run", "extras", "build"))
    [pip] = wheels.fetch([one for one in tools if one.name == "pip"], platforms[0], scratch / "pip")
    fetched = {one: wheels.fetch(extras, one, scratch / one.name) for one in platforms}
    ours = wheels.open_wheel(wheel)
    result = audit.audit(extras)
    every = {each.path.name: each for several in fetched.values() for each in several}.values()
    papers = {
        "sbom.cdx.json": sbom(ours, extras, every, epoch=epoch),
        "licenties.md": licences.page((ours, *every)),
        "audit.txt": audit.page(result),
        "protocols.sha256": content_sums(wheel),
        "protocols.tsv": protocol_digests(ROOT),
    }
    made = [wheel, sdist]
    for platform, all_wheels in fetched.items():
        for packages, suffix in ((run, ""), (extras, WHOLE)):
            needed = [one for one in packages if one.applies(platform.environment)]
            names = {one.name for one in needed}
            contents = Contents(ours, needed, [one for one in all_wheels if one.name in names], pip, papers)
            folder = scratch / "bundles" / f"meldcode-{ours.version}-{platform.name}{suffix}"
            lay_out(contents, platform, folder)
            made.append(pack(folder, platform, epoch=epoch))
    _publish(made, papers)
    _report(result, len(run), len(extras))


def _publish(made: Sequence[Path], papers: dict[str, str]) -> None:
    dist = ROOT / "dist"
    if dist.exists():
        rmtree(dist)
    dist.mkdir()
    for path in made:
        copyfile(path, dist / path.name)
    for name, text in papers.items():
        (dist / name).write_text(text, "utf-8", newline="\n")
    (dist / "SHA256SUMS").write_text(sums(dist), "utf-8", newline="\n")


def _report(result: audit.Audit, run: int, extras: int) -> None:
    for path in sorted((ROOT / "dist").iterdir()):
        _say(f"{path.stat().st_size / 1_000_000:8.1f} MB  dist/{path.name}")
    _say(f"{run} pakketten voor iedereen, {extras} met pdf en Word; elk met een vrije licentie")
    state = "schoon" if result.clean else f"NIET schoon of niet nagekeken: {result.looked_up} van {extras} opgezocht"
    _say(f"zwakke plekken (pip-audit): {state}; zie dist/audit.txt")


def _locked(name: str) -> tuple[lock.Locked, ...]:
    return lock.read((ROOT / "requirements" / f"{name}.txt").read_text("utf-8"))


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603  # our own arguments


def _say(line: str) -> None:
    print(line)  # noqa: T201  # a tool speaks to its user


def _no(reason: str) -> int:
    print(f"Geen uitgave gemaakt: {reason}", file=sys.stderr)  # noqa: T201  # as above
    return 1


if __name__ == "__main__":
    sys.exit(main())
