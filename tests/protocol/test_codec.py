"""Protocols as JSON and back, and the digest over their meaning."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from meldcode.protocol import codec
from meldcode.protocol.library import directory, protocol, sector_ids
from meldcode.protocol.model import Protocol, Text
from tests.protocol import small
from tests.protocol.small import BASE, BASE_EN, CONTACTS, EER, KIND, KMDF, SCHOOL


@pytest.mark.parametrize("sector", sector_ids())
def test_every_shipped_protocol_comes_back_as_it_was(sector: str) -> None:
    whole = protocol(sector)
    assert codec.decode(codec.encode(whole)) == whole


@pytest.mark.parametrize("sector", sector_ids())
def test_encoding_what_was_decoded_gives_the_same_bytes(sector: str) -> None:
    text = codec.encode(protocol(sector))
    assert codec.encode(codec.decode(text)) == text


def test_contacts_come_back_in_the_order_of_their_urgency() -> None:
    back = codec.decode(codec.encode(directory()))
    assert back == directory()
    assert list(getattr(back, "contacts", ())) == list(directory().contacts)


@pytest.mark.parametrize("sector", sector_ids())
def test_what_is_decoded_has_the_same_digest(sector: str) -> None:
    whole = protocol(sector)
    back = codec.decode(codec.encode(whole))
    assert isinstance(back, Protocol)
    assert codec.digest(back) == whole.digest


@pytest.mark.parametrize("text", ["", "{", '{"@": "Nothing"}', '{"@": "Text"}', '{"@": "Text", "x": 1}'])
def test_what_encode_did_not_write_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        codec.decode(text)


def test_a_kind_that_only_sounds_like_one_of_ours_is_refused() -> None:
    with pytest.raises(KeyError):
        codec.decode('{"@": "Path", "x": "/"}')


def test_the_digest_says_how_it_was_made(tmp_path: Path) -> None:
    name, _, digits = small.resolved(tmp_path).digest.partition(":")
    assert name == "sha256"
    assert len(bytes.fromhex(digits)) == 32


def test_the_digest_is_that_of_the_content_whatever_the_folder(tmp_path: Path) -> None:
    one, other = small.resolved(tmp_path / "a"), small.resolved(tmp_path / "b" / "c")
    assert one.digest == other.digest


def test_the_digest_does_not_see_where_things_stand(tmp_path: Path) -> None:
    """Comments and empty lines move every origin."""
    moved = {name: f"# Hier staat uitleg.\n\n{text}" for name, text in small.FILES.items()}
    one, other = small.resolved(tmp_path / "a"), small.resolved(tmp_path / "b", files=moved)
    assert one.rules[0].origin != other.rules[0].origin
    assert one.digest == other.digest


def test_the_digest_does_not_see_in_which_order_files_and_sources_stand(tmp_path: Path) -> None:
    backwards = dict(reversed(list(small.FILES.items())))
    wet, eigen = (line for line in small.FILES[BASE].splitlines(keepends=True) if line.startswith(("  wet", "  eigen")))
    backwards[BASE] = backwards[BASE].replace(wet + eigen, eigen + wet)
    backwards["protocols/themes/aaa.yaml"] = backwards.pop(EER)
    one, other = small.resolved(tmp_path / "a"), small.resolved(tmp_path / "b", files=backwards)
    assert one.digest == other.digest


CHANGES = [
    (SCHOOL, "title: School", "title: Scholen"),
    (SCHOOL, "for_whom: Voor scholen.", "for_whom: Voor alle scholen."),
    (SCHOOL, "decides: De directeur.", "decides: Het bestuur."),
    (SCHOOL, "help: Denk aan school.", "help: Denk aan de school."),
    (SCHOOL, "because: Zo staat het in het handboek.", "because: Zo is het."),
    (SCHOOL, "text: Een andere weg.", "text: De andere weg."),
    (SCHOOL, "version: 2.0.0", "version: 2.0.1"),
    (SCHOOL, "bound: true", "bound: false"),
    (SCHOOL, "before: 2027-01-02", "before: 2027-01-03"),
    (SCHOOL, "when: {gesprek: gevoerd}", "when: {gesprek: uitgesteld}"),
    (SCHOOL, "gesprek, gesprek_datum, deskundige, vt", "gesprek, gesprek_datum, vt_advies, deskundige, vt"),
    (BASE, "purpose: Kijken en luisteren.", "purpose: Kijken."),
    (BASE, "ask: Is er nu gevaar?", "ask: Is er gevaar?"),
    (BASE, "hints: {ja: Bel eerst 112.}", "hints: {ja: Bel 112.}"),
    (BASE, "term: Onveilig", "term: Niet veilig"),
    (BASE, "examples: {honger: Er is geen eten.}", "examples: {honger: Er is honger.}"),
    (BASE, "text: Bel nu.\n    source", "text: Bel.\n    source"),
    (BASE, "text: Het besluit gaat minder ver.", "text: Minder ver."),
    (BASE, "{title: Meld, text: Bel Veilig Thuis.}", "{title: Meld, text: Bel nu.}"),
    (BASE, "{feiten: Uw feiten}", "{feiten: De feiten}"),
    (BASE, "unverified: nog niet nagezien", "unverified: niet nagezien"),
    (BASE, 'article: "2"', 'article: "3"'),
    (BASE, "level: bel_112", "level: melden"),
    (BASE, "    informs: true\n", ""),
    (BASE_EN, "ask: Is there danger now?", "ask: Is there danger?"),
    (BASE_EN, "title: The law", "title: Law"),
    (EER, "title: Eer", "title: De eer"),
    (EER, "because: Het is gevaarlijk.", "because: Gevaarlijk."),
    (EER, "safe: nee", "safe: na_overleg"),
    (EER, "order: 2", "order: 0"),
    (KMDF, "hint: Ziekte die iemand anders maakt.", "hint: Ziekte."),
    (KIND, "text: Is bang.", "text: Is angstig."),
    (KIND, "severity: laag", "severity: hoog"),
    (CONTACTS, "phone: 0800-2000", "phone: 0800-2001"),
    (CONTACTS, "use: Bij zorgen.", "use: Altijd."),
]


@pytest.mark.parametrize(("file", "old", "new"), CHANGES)
def test_the_digest_changes_with_any_text_or_meaning(file: str, old: str, new: str, tmp_path: Path) -> None:
    before = small.resolved(tmp_path / "a")
    after = small.resolved(tmp_path / "b", files=small.edited(file, old, new))
    assert before.digest != after.digest


def test_texts_without_english_stay_without(tmp_path: Path) -> None:
    whole = small.resolved(tmp_path)
    back = codec.decode(codec.encode(whole))
    assert isinstance(back, Protocol)
    assert back.questions["veiligheid"].help == Text("Denk aan school.")


def digests(root: Path, **env: str) -> str:
    """The encoded forms of all shipped content, made by a new process."""
    make = (
        "import hashlib, sys\n"
        "from pathlib import Path\n"
        "from meldcode.protocol.library import compile_all\n"
        "compile_all(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "for path in sorted(Path(sys.argv[2]).iterdir()):\n"
        "    print(path.name, hashlib.sha256(path.read_bytes()).hexdigest())\n"
    )
    command = [sys.executable, "-c", make, str(Path(__file__).parents[2]), str(root)]
    done = subprocess.run(command, env={**os.environ, **env}, capture_output=True, text=True, check=True)
    return done.stdout


def test_the_same_content_gives_the_same_bytes_whatever_the_hash_seed_locale_and_time_zone(tmp_path: Path) -> None:
    """I-14."""
    one = digests(tmp_path / "a", PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    other = digests(tmp_path / "b", PYTHONHASHSEED="2", LC_ALL="tr_TR.UTF-8", TZ="Asia/Tokyo")
    assert one == other
    assert "onderwijs.json" in one
