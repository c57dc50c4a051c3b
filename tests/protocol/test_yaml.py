"""The strict loader: what it refuses, where it says so, and what it leaves as it is."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from meldcode.protocol.diagnostics import Place, RefusedError
from meldcode.protocol.yaml import Map, Node, Scalar, parse, plain
from tests.protocol.fakes import checked
from tests.protocol.gallery_yaml import BEHIND_A_COMMENT, FAULTS, IMPOSSIBLE, LAUGHS, NESTED, Fault


def texts(source: str) -> object:
    return plain(parse(source.encode(), "a.yaml"))


def findings(data: bytes) -> list[tuple[str, int, int]]:
    with pytest.raises(RefusedError) as refused:
        parse(data, "a.yaml")
    assert {finding.place.file for finding in refused.value.findings} == {"a.yaml"}
    return [(finding.code, finding.place.line, finding.place.column) for finding in refused.value.findings]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_every_fault_is_refused_at_its_very_place(fault: Fault) -> None:
    assert findings(fault.data) == [(fault.code, fault.line, fault.column)]


@pytest.mark.parametrize("fault", [FAULTS["a comment in title"], FAULTS["bidi"], FAULTS["two colons"]])
def test_a_finding_shows_the_line(fault: Fault) -> None:
    with pytest.raises(RefusedError) as refused:
        parse(fault.data, "a.yaml")
    assert refused.value.findings[0].excerpt == fault.data.decode().split("\n")[fault.line - 1]


def test_a_duplicate_key_names_both_places() -> None:
    with pytest.raises(RefusedError) as refused:
        parse(b"x: 1\na: 2\nb: 3\na: 4\n", "a.yaml")
    (finding,) = refused.value.findings
    assert (finding.place.line, finding.values) == (4, {"key": "a", "first": "2"})


def test_a_billion_laughs_is_refused_at_once() -> None:
    begun = time.perf_counter()
    assert findings(LAUGHS)[0] == ("Y05", 1, 4)
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    "data", [b"[" * 50_000, b"{a: " * 200_000, b"- " * 400_000, b"? " * 400_000, b"[" * 10_000_000]
)
def test_deep_nesting_is_refused_at_once(data: bytes) -> None:
    begun = time.perf_counter()
    assert findings(data)[0][0] in ("Y10", "Y02", "Y17")
    assert time.perf_counter() - begun < 1


def test_everything_that_is_wrong_comes_in_one_run() -> None:
    assert findings(b"a: &x 1\na: !t 2\nb: *y\n") == [("Y05", 1, 4), ("Y04", 2, 1), ("Y07", 2, 4), ("Y05", 3, 4)]


def test_a_comment_inside_a_text_of_several_lines_is_named_beside_the_error_it_causes() -> None:
    assert findings(BEHIND_A_COMMENT)[0] == ("Y15", 1, 10)


@pytest.mark.parametrize(
    "source",
    [
        'ask: "Kamer # 4?"',
        "ask: 'Kamer # 4?'",
        "ask: Kamer#4?",
        "ask: |\n  Kamer # 4?",
        "ask: >-\n  Kamer # 4?",
        'ask: "Kamer 4?" # quoted, so nothing is lost',
        "id: kamer # no text for people",
        "options: # what can be chosen\n  ja: Ja",
        "steps: [a] # a list",
        "# ask: nothing",
    ],
)
def test_a_number_sign_that_takes_no_text_away_is_fine(source: str) -> None:
    parse(f"x: 1\n{source}\n".encode(), "a.yaml")


@pytest.mark.parametrize(
    "word", ["12:30", "0123", "NO", "yes", "2.10", "null", "~", "0x1F", "1e3", ".inf", "2026-01-02", "=", "1_000"]
)
def test_every_scalar_stays_the_text_it_is(word: str) -> None:
    assert texts(f"a: {word}\nb: [{word}]\n") == {"a": word, "b": [word]}


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    assert plain(parse(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "a.yaml")) == {"a": "1", "b": "2"}


def test_ordinary_letters_and_signs_of_all_languages_are_accepted() -> None:
    assert texts("a: Ça va, 50 €; İstanbul • مرحبا 你好 👩 ⟨x⟩\n") == {"a": "Ça va, 50 €; İstanbul • مرحبا 你好 👩 ⟨x⟩"}


@pytest.mark.parametrize(
    "data",
    [
        b"a: " + b"x" * 20_000,
        NESTED + b" " * 15 + b"b\n",
        b"- a\n" * 19_999,
        b"a: 1\n#" + b"x" * (1024 * 1024 - 6),
    ],
    ids=["20,000 characters", "16 levels", "20,000 nodes", "1 MiB"],
)
def test_exactly_at_the_limit_is_accepted(data: bytes) -> None:
    parse(data, "a.yaml")


def test_every_node_and_key_knows_its_place() -> None:
    node = parse(b"a:\n  - b: c\n", "map/a.yaml")
    assert isinstance(node, Map)
    assert [(place.file, place.line, place.column) for place in node.keys.values()] == [("map/a.yaml", 1, 1)]
    assert {(each.value, each.place.line, each.place.column) for each in scalars(node)} == {("c", 2, 8)}


@pytest.mark.parametrize("source", IMPOSSIBLE)
def test_an_impossible_escape_is_refused(source: str) -> None:
    assert findings(source.encode())[0][0] in ("Y03", "Y13")


@checked
@given(some.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refused(data)


PIECES = ["a", "é", " ", "\n", "  ", ": ", "- ", "[", "]", "{", "}", ",", "#", " #", '"', "'", "|", ">", "&a", "*a"]
PIECES += ["!", "!!str ", "%", "---", "...", "? ", "<<", "@", "\t", "\r", "\x85", "\u2028", "\ufeff", "\\", "\\U"]
PIECES += ["\\x", "FFFFFFFF", "0", "ask: ", "text: ", "options:", "YAML 1.1", "\U0001f469", "\ufffe", "\x00"]


@checked
@given(some.one_of(some.text(max_size=200), some.lists(some.sampled_from(PIECES), max_size=40).map("".join)))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refused(text.encode("utf-8", "surrogatepass"))


def read_or_refused(data: bytes) -> None:
    """Parse the bytes: nothing but a tree or `RefusedError` may come out, with every place inside the file."""
    lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for place in places(data):
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def places(data: bytes) -> list[Place]:
    """Every place that the reader speaks of, in a tree or in findings."""
    try:
        node = parse(data, "a.yaml")
    except RefusedError as error:
        return [finding.place for finding in error.findings] or [Place("", 0, 0)]
    return [scalar.place for scalar in scalars(node)]


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    inner = node.entries.values() if isinstance(node, Map) else node.items
    return [scalar for each in inner for scalar in scalars(each)]


def test_pyyaml_without_libyaml_finds_the_same_faults() -> None:
    hidden = "import sys; sys.modules['yaml._yaml'] = None\n"
    check = "from tests.protocol.without_libyaml import main; main()"
    subprocess.run([sys.executable, "-c", hidden + check], cwd=Path(__file__).parents[2], check=True)
