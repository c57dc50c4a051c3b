"""The wheel: complete, reproducible, and working when installed alone."""

import json
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest

import meldcode
from meldcode.protocol.library import sector_ids
from tools.supply import build as release

ROOT = Path(__file__).parents[2]

# Made by tools, or changing while tests run.
NOT_SOURCE = (".git", ".venv", "dist", "tests", "__pycache__", ".coverage*", ".hypothesis", ".*_cache")

# One worker runs all of these, so that the wheel is built and installed once.
pytestmark = pytest.mark.xdist_group("wheel")


def build(source: Path, target: Path, *, kind: str = "wheel", umask: int = 0o022) -> Path:
    """Build the wheel or the sdist of a source tree and return the one file made."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    done = subprocess.run(command, cwd=source, umask=umask, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = target.iterdir()
    return made


def run(command: list[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with nothing of this environment that could lead it back to the checkout."""
    env = {"HOME": str(folder), "LC_ALL": "C.UTF-8", "PATH": os.defpath}
    return subprocess.run(
        command, cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
    )


def runtime_distributions() -> Iterator[Distribution]:
    """Every package of requirements/run.txt; one meant for another platform is left out."""
    for name in re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements/run.txt").read_text("utf-8"), re.MULTILINE):
        try:
            yield distribution(name)
        except PackageNotFoundError:
            assert name == "colorama", f"{name} is locked but not installed"


def link_runtime_packages(folder: Path) -> None:
    """Fill a folder with what a user gets beside meldcode, and nothing of what only developers have."""
    for dist in runtime_distributions():
        for top in {file.parts[0] for file in dist.files or ()} - {"..", "__pycache__"}:
            (folder / top).symlink_to(Path(str(dist.locate_file(top))).resolve())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a new virtual environment with only the wheel and the runtime packages."""
    base = tmp_path_factory.mktemp("installed")
    packages = base / "packages"
    packages.mkdir()
    link_runtime_packages(packages)
    venv.create(base / "venv", with_pip=False)
    scripts = base / "venv/bin"
    pip = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install", "--quiet", "--no-deps"]
    subprocess.run([*pip, "--no-index", "--no-cache-dir", str(wheel)], check=True)
    (site,) = (base / "venv/lib").glob("python*/site-packages")
    (site / "runtime.pth").write_text(f"{packages}\n", "utf-8")
    return scripts


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder outside the checkout."""
    assert ROOT not in tmp_path.parents
    return tmp_path


def test_the_wheel_contains_every_protocol_and_sector_file_and_what_they_compile_to(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    for folder in (ROOT / "protocols", ROOT / "sectors", ROOT / "examples" / "exercises"):
        files = [path for path in folder.rglob("*") if path.is_file()]
        assert files, folder
        for path in files:
            assert inside[f"meldcode/_content/{path.relative_to(folder.parent).as_posix()}"] == path.read_bytes()
    compiled = [name for name in inside if name.startswith("meldcode/_content/compiled/")]
    assert compiled
    for name in compiled:
        json.loads(inside[name])


def test_the_wheel_carries_version_licence_and_types(wheel: Path) -> None:
    info = f"meldcode-{meldcode.__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"{info}/METADATA").decode()
        names = archive.namelist()
    assert f"\nVersion: {meldcode.__version__}\n" in metadata
    assert "\nLicense-Expression: EUPL-1.2\n" in metadata
    assert f"{info}/licenses/LICENSE" in names
    assert "meldcode/py.typed" in names


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert tops == {"meldcode", *(f"meldcode-{meldcode.__version__}.{each}" for each in ("dist-info", "data"))}


def test_the_wheel_brings_the_man_pages_and_no_other_data(wheel: Path) -> None:
    data = f"meldcode-{meldcode.__version__}.data/data/share/man"
    with zipfile.ZipFile(wheel) as archive:
        inside = {name: archive.read(name) for name in archive.namelist() if ".data/" in name}
    pages = {"man1/meldcode.1": "meldcode.1", "nl/man1/meldcode.1": "nl/meldcode.1"}
    assert inside == {f"{data}/{name}": (ROOT / "docs" / "man" / path).read_bytes() for name, path in pages.items()}


def test_two_builds_are_identical_whatever_the_umask_and_the_folder(wheel: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_SOURCE))
    for path in copy.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    again = build(copy, tmp_path / "dist", umask=0o077)
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_two_source_distributions_are_identical_whatever_the_umask(tmp_path: Path) -> None:
    first, again = (build(ROOT, tmp_path / f"{umask}", kind="sdist", umask=umask) for umask in (0o022, 0o077))
    assert first.read_bytes() == again.read_bytes()


def test_a_release_builds_from_its_source_distribution_and_bears_the_moment_of_the_commit(tmp_path: Path) -> None:
    """SUP: `build` itself refuses when the wheel of the source distribution differs from that of the tree."""
    wheel, _ = release.build(ROOT, tmp_path, epoch=1_700_000_000)
    with zipfile.ZipFile(wheel) as archive:
        assert {one.date_time for one in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}


def test_the_list_of_content_names_every_file_of_content_with_its_sum(wheel: Path) -> None:
    """SUP: with this list an installed program is checked."""
    listed = dict(line.split("  ")[::-1] for line in release.content_sums(wheel).splitlines())
    for folder in (ROOT / "protocols", ROOT / "sectors"):
        for path in folder.rglob("*.yaml"):
            assert listed[path.relative_to(ROOT).as_posix()] == sha256(path.read_bytes()).hexdigest()
    assert "compiled/onderwijs.json" in listed


def test_the_list_of_protocols_holds_what_the_program_shows() -> None:
    """SUP: whoever reads `protocol show` can hold it against the list of the release."""
    listed = [line.split("\t") for line in release.protocol_digests(ROOT).splitlines()]
    assert [sector for sector, _, _ in listed] == sorted(sector_ids(ROOT))
    assert ["onderwijs", *_version_and_digest("onderwijs")] in listed


def _version_and_digest(sector: str) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "meldcode", "protocol", "show", sector], capture_output=True, text=True, check=True
    )
    found = re.search(r"(\d+\.\d+\.\d+)[\s\S]*?(sha256:[0-9a-f]{64})", done.stdout)
    assert found
    return found[1], found[2]


def test_the_installed_package_is_the_one_from_the_wheel(scripts: Path, elsewhere: Path) -> None:
    done = run([scripts / "python", "-c", "import meldcode; print(meldcode.__file__)"], elsewhere)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to(scripts.parent)


def test_developers_packages_are_out_of_sight_of_the_installed_wheel(scripts: Path, elsewhere: Path) -> None:
    assert run([scripts / "python", "-c", "import pytest"], elsewhere).returncode == 1


def test_the_installed_program_says_its_version(scripts: Path, elsewhere: Path) -> None:
    done = run([scripts / "meldcode", "--version"], elsewhere)
    assert (done.returncode, done.stderr) == (0, "")
    assert meldcode.__version__ in done.stdout


def test_the_installed_program_lists_its_sectors(scripts: Path, elsewhere: Path) -> None:
    done = run([scripts / "meldcode", "sectors"], elsewhere)
    assert done.returncode == 0, done.stderr
    for folder in (ROOT / "sectors").iterdir():
        assert folder.name in done.stdout


def test_the_installed_program_lists_its_exercises(scripts: Path, elsewhere: Path) -> None:
    done = run([scripts / "meldcode", "train", "list"], elsewhere)
    assert done.returncode == 0, done.stderr
    for path in (ROOT / "examples" / "exercises").glob("*.en.yaml"):
        assert path.name.removesuffix(".en.yaml") in done.stdout.splitlines()


def test_the_installed_program_advises_from_its_own_content(scripts: Path, elsewhere: Path) -> None:
    """Nothing answered yet: the advice is incomplete (exit 3) and says what to answer first."""
    (elsewhere / "antwoorden.yaml").write_text("sector: onderwijs\nanswers: {}\n", "utf-8")
    done = run([scripts / "meldcode", "advise", "--answers", "antwoorden.yaml", "--format", "json"], elsewhere)
    assert done.returncode == 3, done.stderr
    result = json.loads(done.stdout)
    assert result["protocol"]["id"] == "onderwijs"
    assert not result["complete"]
    assert result["missing"]
