"""The papers of a release and the offline bundle: whole, true, and the same on every computer (SUP)."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from email.message import Message
from email.parser import Parser
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from tools.supply import audit, licences, lock, wheels
from tools.supply.bundle import KIT, Contents, lay_out, pack
from tools.supply.sbom import sbom

ROOT = Path(__file__).parents[2]
LINUX, WINDOWS = wheels.PLATFORMS[0], wheels.PLATFORMS[-1]
EPOCH = 1_795_000_000
CLEAN = {"name": "aap", "version": "1", "vulns": []}


def locked(name: str) -> tuple[lock.Locked, ...]:
    return lock.read((ROOT / "requirements" / f"{name}.txt").read_text("utf-8"))


def installed() -> list[Distribution]:
    """Every package that a user gets with pdf and Word; what another platform needs is not here."""
    return [distribution(one.name) for one in locked("extras") if one.applies({"sys_platform": sys.platform})]


def small_wheel(folder: Path, name: str, version: str, body: str = "") -> wheels.Wheel:
    """A wheel of one module, with a command of the same name that prints the version."""
    folder.mkdir(parents=True, exist_ok=True)
    info = f"{name}-{version}.dist-info"
    inside = {
        f"{name}.py": body or f"def main():\n    print('{name} {version}')\n",
        f"{info}/METADATA": f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\nLicense-Expression: MIT\n\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": f"[console_scripts]\n{name} = {name}:main\n",
    }
    rows = [f"{path},sha256={_urlsafe(text)},{len(text.encode())}" for path, text in inside.items()]
    inside[f"{info}/RECORD"] = "\n".join((*rows, f"{info}/RECORD,,", ""))
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for each, text in inside.items():
            archive.writestr(each, text)
    return wheels.open_wheel(path)


def _urlsafe(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def as_locked(wheel: wheels.Wheel, by: str = "meldcode", marker: str = "") -> lock.Locked:
    return lock.Locked(wheel.name, wheel.version, marker, (wheel.sha256, "0" * 64), (by,))


@pytest.fixture(scope="session")
def pip(tmp_path_factory: pytest.TempPathFactory) -> wheels.Wheel:
    """The pip of this environment, packed as the wheel that a bundle carries."""
    dist = distribution("pip")
    path = tmp_path_factory.mktemp("pip") / f"pip-{dist.version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for file in dist.files or ():
            if file.parts[0] not in {"..", "__pycache__"} and "__pycache__" not in file.parts:
                archive.write(str(dist.locate_file(file)), str(file))
    return wheels.open_wheel(path)


Bundle = Callable[..., Path]


@pytest.fixture
def bundle(pip: wheels.Wheel, tmp_path: Path) -> Bundle:
    """A small bundle, laid out: a program that says its version, and one package."""

    def made(platform: wheels.Platform = LINUX, version: str = "1.0", place: str = "out") -> Path:
        ours, other = small_wheel(tmp_path / "in", "meldcode", version), small_wheel(tmp_path / "in", "aap", "2.0")
        folder = tmp_path / place / f"meldcode-{version}-{platform.name}"
        lay_out(Contents(ours, [as_locked(other)], [other], pip, {"audit.txt": "niets\n"}), platform, folder)
        return folder

    return made


def install(bundle: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    home.mkdir(exist_ok=True)
    env = {"HOME": str(home), "LC_ALL": "C.UTF-8", "PATH": os.defpath, "PYTHON": sys.executable}
    command = ["sh", str(bundle / "install.sh"), *arguments]
    return subprocess.run(command, env=env, cwd=home, capture_output=True, text=True, timeout=120, check=False)


# -- the lock ------------------------------------------------------------------------------------------------------


def test_the_lock_is_read_with_hashes_markers_and_who_asked() -> None:
    packages = {one.name: one for one in locked("run")}
    assert packages["pydantic-core"].wanted_by == ("pydantic",)
    assert "meldcode" in packages["pydantic"].wanted_by
    assert packages["colorama"].applies(WINDOWS.environment)
    assert not packages["colorama"].applies(LINUX.environment)
    assert all(one.hashes for one in packages.values())


def test_every_locked_package_is_asked_for_by_another_or_by_us() -> None:
    names = {one.name for one in locked("extras")} | {lock.OURS}
    for one in locked("extras"):
        assert one.wanted_by, one.name
        assert set(one.wanted_by) <= names, one.name


def test_an_entry_without_a_hash_is_refused() -> None:
    with pytest.raises(ValueError, match="not a locked package: aap==1"):
        lock.read("aap==1\n    # via meldcode\n")


def test_pdf_and_word_add_packages_and_change_none() -> None:
    """SUP: at most 25 packages, also with every extra; the larger bundle holds the smaller."""
    extras, run = locked("extras"), locked("run")
    assert len(extras) <= 25
    assert {(one.name, one.version) for one in run} < {(one.name, one.version) for one in extras}


# -- licences ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dist", installed(), ids=lambda dist: str(dist.name))
def test_every_package_of_a_user_has_a_free_licence(dist: Distribution) -> None:
    assert licences.is_free(licences.licence(metadata_of(dist)))


def metadata_of(dist: Distribution) -> Message:
    return Parser().parsestr(dist.read_text("METADATA") or "", headersonly=True)


@pytest.mark.parametrize(
    "expression", ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR GPL-3.0) AND GPL-3.0", "None", "UNKNOWN"]
)
def test_a_licence_that_is_not_on_the_list_stops_the_release(expression: str) -> None:
    metadata = Message()
    metadata["Name"], metadata["License-Expression"] = "aap", expression
    with pytest.raises(ValueError, match="aap"):
        licences.licence(metadata)


@pytest.mark.parametrize("expression", ["MIT", "Apache-2.0 OR GPL-3.0", "MIT AND BSD-3-Clause"])
def test_a_choice_with_a_free_way_is_free(expression: str) -> None:
    assert licences.is_free(expression)


# -- the bill of materials -----------------------------------------------------------------------------------------


def valid(text: str) -> Any:  # noqa: ANN401  # JSON
    """What a bill says, once the schema of CycloneDX 1.6 has accepted it."""
    folder = files("cyclonedx.schema") / "_res"
    schemas = [
        json.loads((folder / f"{name}.SNAPSHOT.schema.json").read_text("utf-8"))
        for name in ("bom-1.6", "spdx", "jsf-0.82")
    ]
    registry: Registry[Any] = Registry().with_resources(
        (one["$id"], Resource.from_contents(one, default_specification=DRAFT7)) for one in schemas
    )
    bill = json.loads(text)
    Draft7Validator(schemas[0], registry=registry).validate(bill)
    return bill


def test_the_bill_is_valid_and_holds_every_package_with_its_files(tmp_path: Path) -> None:
    ours, aap, noot = (small_wheel(tmp_path, name, "1.0") for name in ("meldcode", "aap", "noot"))
    bill = valid(sbom(ours, [as_locked(aap), as_locked(noot, "aap")], [aap, noot], epoch=EPOCH))
    assert [one["purl"] for one in bill["components"]] == ["pkg:pypi/aap@1.0", "pkg:pypi/noot@1.0"]
    (file,) = bill["components"][0]["externalReferences"]
    assert (file["url"], file["hashes"][0]["content"]) == (aap.path.name, aap.sha256)
    assert bill["dependencies"][:2] == [
        {"ref": "meldcode", "dependsOn": ["aap"]},
        {"ref": "aap", "dependsOn": ["noot"]},
    ]


def test_the_bill_of_the_real_lock_is_valid_and_reaches_every_package(tmp_path: Path) -> None:
    bill = valid(sbom(small_wheel(tmp_path, "meldcode", "1.0"), locked("extras"), [], epoch=EPOCH))
    needs = {one["ref"]: one["dependsOn"] for one in bill["dependencies"]}
    reached, waiting = set[str](), ["meldcode"]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += needs[one]
    assert reached == {"meldcode", *(one.name for one in locked("extras"))}


def test_the_same_release_gives_the_same_bill(tmp_path: Path) -> None:
    ours, aap = small_wheel(tmp_path, "meldcode", "1.0"), small_wheel(tmp_path, "aap", "1.0")
    first, again = (sbom(ours, [as_locked(aap)], [aap], epoch=EPOCH) for _ in range(2))
    assert first == again


def test_a_file_that_the_lock_does_not_know_gets_no_bill(tmp_path: Path) -> None:
    ours, aap = small_wheel(tmp_path, "meldcode", "1.0"), small_wheel(tmp_path, "aap", "1.0")
    other = small_wheel(tmp_path / "other", "aap", "1.0", "def main(): ...\n")
    with pytest.raises(ValueError, match="is not in the lock"):
        sbom(ours, [as_locked(aap)], [other], epoch=EPOCH)


# -- known vulnerabilities -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["", "<html>", "[]", '{"fixes": []}', '{"dependencies": []}'])
def test_no_answer_is_never_called_clean(answer: str) -> None:
    result = audit.judge(answer, ["aap"])
    assert not result.clean
    assert audit.page(result).splitlines()[2].startswith("NIET NAGEKEKEN")


def test_packages_that_were_not_looked_up_are_named_and_not_called_clean() -> None:
    skipped = {"name": "noot", "skip_reason": "not found"}
    result = audit.judge(json.dumps({"dependencies": [CLEAN, skipped]}), ["aap", "noot", "mies"])
    assert not result.clean
    page = audit.page(result)
    assert "DEELS NAGEKEKEN: 1 van de 3" in page
    assert "  noot\n  mies\n" in page


def test_a_known_weakness_is_named_with_its_remedy() -> None:
    bad = {"name": "mies", "version": "3", "vulns": [{"id": "X-1", "fix_versions": ["4"]}]}
    result = audit.judge(json.dumps({"dependencies": [CLEAN, bad]}), ["aap", "mies"])
    assert not result.clean
    assert "mies 3: X-1 (opgelost in: 4)" in audit.page(result)


def test_only_a_whole_look_up_without_findings_is_clean() -> None:
    result = audit.judge(json.dumps({"dependencies": [CLEAN]}), ["aap"])
    assert result.clean
    assert "geen bekende zwakke plek" in audit.page(result)


# -- the bundle ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("platform", [LINUX, WINDOWS], ids=lambda one: one.name)
def test_two_archives_of_the_same_release_are_identical(bundle: Bundle, platform: wheels.Platform) -> None:
    first, again = bundle(platform, place="one"), bundle(platform, place="two")
    for path in again.rglob("*"):
        path.chmod(0o700)
        os.utime(path, (1, 1))
    assert pack(first, platform, epoch=EPOCH).read_bytes() == pack(again, platform, epoch=EPOCH).read_bytes()


@pytest.mark.parametrize("platform", wheels.PLATFORMS, ids=lambda one: one.name)
def test_a_bundle_says_how_it_is_checked_and_what_does_not_work(bundle: Bundle, platform: wheels.Platform) -> None:
    folder = bundle(platform)
    readme = (folder / "LEESMIJ.txt").read_text("utf-8")
    assert "--check" in readme
    assert "niet digitaal ondertekend" in readme
    assert ("De kluis werkt op Windows nog niet" in readme) == (platform is WINDOWS)
    assert ("nog niet getest" in readme) == (platform is not LINUX)
    assert (folder / "install.cmd").exists() == (platform is WINDOWS)


def test_no_text_in_a_bundle_holds_an_address(bundle: Bundle) -> None:
    for platform in (LINUX, WINDOWS):
        for path in bundle(platform).iterdir():
            assert path.is_dir() or "://" not in path.read_text("utf-8"), path.name


def test_a_bundle_installs_without_network_and_a_second_time_repairs(bundle: Bundle, tmp_path: Path) -> None:
    home, folder = tmp_path / "home", bundle()
    program = home / ".local/bin/meldcode"
    for _ in range(2):
        done = install(folder, home)
        assert (done.returncode, done.stderr) == (0, "")
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
        assert said.stdout == "meldcode 1.0\n"
        (program.resolve().parent / "meldcode").unlink()


def test_a_newer_version_comes_beside_the_older_one(bundle: Bundle, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert install(bundle(version="1.0"), home).returncode == 0
    assert install(bundle(version="1.1"), home).returncode == 0
    assert sorted(path.name for path in (home / ".local/opt/meldcode").iterdir()) == ["1.0", "1.1"]
    assert "1.1" in str((home / ".local/bin/meldcode").readlink())


@pytest.mark.parametrize("harm", ["changed", "missing", "added"])
def test_a_bundle_that_is_not_as_it_was_made_installs_nothing(bundle: Bundle, tmp_path: Path, harm: str) -> None:
    home, folder = tmp_path / "home", bundle()
    (wheel,) = (folder / "wheels").glob("aap-*")
    if harm == "changed":
        wheel.write_bytes(wheel.read_bytes() + b"x")
    elif harm == "missing":
        wheel.unlink()
    else:
        wheel.with_name("mies-1.0-py3-none-any.whl").write_bytes(b"")
    done = install(folder, home)
    assert done.returncode == 1
    assert re.match(r"Niet geïnstalleerd: wheels/(aap|mies)-", done.stderr)
    assert not (home / ".local").exists()


def test_a_wheel_that_is_not_the_locked_one_is_refused_also_with_a_right_sum(bundle: Bundle, tmp_path: Path) -> None:
    """Whoever can change the list of sums cannot yet change what the lock of the bundle names."""
    home, folder = tmp_path / "home", bundle()
    (wheel,) = (folder / "wheels").glob("aap-*")
    old = hashlib.sha256(wheel.read_bytes()).hexdigest()
    wheel.write_bytes(small_wheel(tmp_path / "other", "aap", "2.0", "def main(): ...\n").path.read_bytes())
    sums = folder / "SHA256SUMS"
    sums.write_text(sums.read_text("utf-8").replace(old, hashlib.sha256(wheel.read_bytes()).hexdigest()), "utf-8")
    done = install(folder, home)
    assert done.returncode == 1
    assert "HASHES" in done.stderr
    assert not (home / ".local/bin").exists()


def test_a_folder_or_command_of_somebody_else_is_left_alone(bundle: Bundle, tmp_path: Path) -> None:
    home, folder = tmp_path / "home", bundle()
    theirs, command = home / "map" / "1.0", home / ".local/bin/meldcode"
    theirs.mkdir(parents=True)
    (theirs / "brief.txt").write_text("van mij", "utf-8")
    done = install(folder, home, "--folder", str(home / "map"))
    assert (done.returncode, [path.name for path in theirs.iterdir()]) == (1, ["brief.txt"])
    command.parent.mkdir(parents=True)
    command.write_text("van mij", "utf-8")
    assert install(folder, home).returncode == 0
    assert command.read_text("utf-8") == "van mij"


def test_checking_alone_installs_nothing(bundle: Bundle, tmp_path: Path) -> None:
    done = install(bundle(), tmp_path / "home", "--check")
    assert done.returncode == 0
    assert list((tmp_path / "home").iterdir()) == []


def test_the_windows_script_has_the_line_ends_of_windows() -> None:
    assert (KIT / "install.cmd").read_bytes().count(b"\r\n") == 5


def test_a_package_that_is_not_installed_here_is_only_that_of_windows() -> None:
    for one in locked("extras"):
        try:
            distribution(one.name)
        except PackageNotFoundError:
            assert one.name == "colorama"
