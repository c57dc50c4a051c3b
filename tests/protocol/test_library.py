"""The shipped content: found, listed and read, in a checkout and as a wheel carries it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import meldcode
from meldcode.protocol import codec, library
from meldcode.protocol.diagnostics import ContentDamagedError
from meldcode.protocol.library import UnknownSectorError
from meldcode.protocol.source import Content
from tests.protocol import small

ROOT = Path(__file__).parents[2]
PACKAGE = Path(meldcode.__file__).parent

HEAVY = "print(sorted({'yaml', 'pydantic', 'pydantic_core'} & set(sys.modules)))\n"


def run(code: str, folder: Path) -> str:
    """Run code in a new process that finds the package in this folder first; return what it prints."""
    env = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}"], env=env, cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as a wheel lays it out."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(PACKAGE, folder / "meldcode", ignore=shutil.ignore_patterns("__pycache__"))
    content = folder / "meldcode" / "_content"
    for name in ("protocols", "sectors"):
        shutil.copytree(ROOT / name, content / name)
    library.compile_all(ROOT, content / "compiled")
    return folder


def test_the_base_model_comes_first_and_then_every_sector() -> None:
    ids = library.sector_ids()
    assert ids[0] == library.BASE
    assert list(ids[1:]) == sorted(path.name for path in (ROOT / "sectors").iterdir() if path.is_dir())


def test_the_index_lists_every_protocol_with_the_base_model_last() -> None:
    entries = library.sectors()
    assert [entry.id for entry in entries] == [*sorted(library.sector_ids()[1:]), library.BASE]
    for entry in entries:
        one = library.protocol(entry.id)
        assert (entry.title, entry.for_whom, entry.bound) == (one.title, one.for_whom, one.bound)


@pytest.mark.parametrize(("given", "meant"), [("onderwij", "onderwijs"), ("zorg-art", "zorg-arts"), ("xyz", "")])
def test_an_unknown_sector_is_refused_with_the_nearest(given: str, meant: str) -> None:
    with pytest.raises(UnknownSectorError) as refused:
        library.protocol(given)
    assert (refused.value.sector, refused.value.meant) == (given, meant)


@pytest.mark.parametrize("given", ["", ".", "..", "../sectors/onderwijs", "onderwijs/../onderwijs", "/etc"])
def test_a_path_is_no_sector(given: str) -> None:
    with pytest.raises(UnknownSectorError):
        library.protocol(given)


def test_without_overlays_a_protocol_is_itself() -> None:
    assert library.overlaid("onderwijs", []) == library.protocol("onderwijs")


def test_an_option_is_found_by_its_id() -> None:
    question = library.protocol("onderwijs").questions["veiligheid"]
    assert [question.option(each.id) for each in question.options] == list(question.options)
    with pytest.raises(KeyError, match="misschien"):
        question.option("misschien")


@pytest.mark.parametrize("content", [b"gemeente,provincie\nUtrecht,Utrecht\n", b"gemeente\n\xff\n"])
def test_a_damaged_list_of_municipalities_is_refused_by_its_name(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "protocols").mkdir()
    (tmp_path / "protocols" / "municipalities.csv").write_bytes(content)
    monkeypatch.setattr(library, "content_root", lambda: tmp_path)
    with pytest.raises(ContentDamagedError, match="municipalities"):
        library.municipalities.__wrapped__()


def test_all_342_municipalities_are_there_once() -> None:
    names = [municipality.name for municipality in library.municipalities()]
    assert len(names) == len(set(names)) == 342


def test_every_municipality_has_a_region_that_exists() -> None:
    regions = library.directory().regions
    assert {municipality.region for municipality in library.municipalities()} == set(regions)
    for municipality in library.municipalities():
        region = library.region_of(municipality.name)
        assert region is not None
        assert region.id == municipality.region


def test_no_alias_is_the_name_of_another_municipality() -> None:
    names = {municipality.name for municipality in library.municipalities()}
    aliases = [alias for municipality in library.municipalities() for alias in municipality.aliases]
    assert aliases
    assert all(alias.strip() == alias for alias in aliases)
    assert not names & set(aliases)


def test_a_municipality_that_does_not_exist_has_no_region() -> None:
    assert library.region_of("Nergenshuizen") is None


def test_contacts_stand_in_the_order_of_their_urgency() -> None:
    contacts = list(library.directory().contacts.values())
    assert [contact.urgency for contact in contacts] == sorted(contact.urgency for contact in contacts)
    assert contacts[0].phone == "112"


def test_what_is_compiled_is_what_is_compiled_on_the_fly(tmp_path: Path) -> None:
    library.compile_all(ROOT, tmp_path)
    content = Content(ROOT)
    for sector in library.sector_ids():
        assert codec.decode((tmp_path / f"{sector}.json").read_text("utf-8")) == content.protocol(sector)
    assert codec.decode((tmp_path / "contacts.json").read_text("utf-8")) == content.shared().directory
    assert codec.decode((tmp_path / "index.json").read_text("utf-8")) == content.index()
    assert codec.decode((tmp_path / "training.json").read_text("utf-8")) == content.training()


def test_compiling_another_folder_compiles_its_sectors(tmp_path: Path) -> None:
    library.compile_all(small.write(tmp_path / "source", small.FILES), tmp_path / "target")
    made = sorted(path.name for path in (tmp_path / "target").iterdir())
    assert made == ["algemeen.json", "contacts.json", "index.json", "school.json", "training.json"]


def test_importing_the_library_loads_neither_yaml_nor_pydantic() -> None:
    assert run(f"import meldcode.protocol.library\n{HEAVY}", PACKAGE.parent) == "[]"


def test_municipalities_are_read_without_yaml_and_pydantic() -> None:
    read = "from meldcode.protocol import library\nassert library.municipalities()\n"
    assert run(read + HEAVY, PACKAGE.parent) == "[]"


def test_a_wheel_reads_its_own_compiled_content_without_yaml_and_pydantic(wheel: Path) -> None:
    read = (
        "import meldcode\n"
        "from meldcode.protocol import library\n"
        f"assert meldcode.__file__.startswith({str(wheel)!r}), meldcode.__file__\n"
        "assert len(library.sectors()) == len(library.sector_ids())\n"
        "assert [library.protocol(name).title.nl for name in library.sector_ids()]\n"
        "assert library.directory().contacts and library.region_of('Groningen').id == 'VT08'\n"
    )
    assert run(read + HEAVY, wheel) == "[]"


def test_a_wheel_gives_the_same_protocols_and_contacts_in_the_same_order(wheel: Path) -> None:
    tell = (
        "from meldcode.protocol import codec, library\n"
        "import hashlib\n"
        "said = [codec.encode(library.protocol(name)) for name in library.sector_ids()]\n"
        "said += [codec.encode(library.directory()), codec.encode(library.sectors())]\n"
        "print(hashlib.sha256('\\n'.join(said).encode()).hexdigest())\n"
    )
    assert run(tell, wheel) == run(tell, PACKAGE.parent)


@pytest.mark.parametrize("content", ["", "{", '{"@": "Unknown"}', '{"@": "Protocol"}', "\udcff"])
def test_damaged_compiled_content_is_one_clear_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    monkeypatch.setattr(library, "_SHIPPED", tmp_path)
    (tmp_path / "sectors" / "onderwijs").mkdir(parents=True)
    (tmp_path / "sectors" / "onderwijs" / "sector.yaml").touch()
    (tmp_path / "compiled").mkdir()
    (tmp_path / "compiled" / "onderwijs.json").write_text(content, "utf-8", "surrogateescape")
    (tmp_path / "compiled" / "contacts.json").write_text(content, "utf-8", "surrogateescape")
    for read in (lambda: library.protocol("onderwijs"), library.directory):
        with pytest.raises(ContentDamagedError):
            read()


def test_a_wheel_without_compiled_content_reads_the_texts_themselves(wheel: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    shutil.copytree(wheel, bare, ignore=shutil.ignore_patterns("compiled", "__pycache__"))
    read = "from meldcode.protocol import library\nprint(library.protocol('onderwijs').digest)\n"
    assert run(read, bare) == library.protocol("onderwijs").digest
