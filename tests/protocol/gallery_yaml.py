"""Files that are no YAML of ours: each with the code and the exact place of what is wrong."""

from typing import NamedTuple


class Fault(NamedTuple):
    """A file with one fault: its bytes, and the code, line and column that must be said."""

    data: bytes
    code: str
    line: int
    column: int


def _lines(*lines: str) -> bytes:
    return "\n".join(lines).encode()


NESTED = b"".join(b" " * depth + b"a:\n" for depth in range(15))
LAUGHS = b"a: &a [l, l]\n" + b"".join(
    f"{name}: &{name} [*{before}, *{before}, *{before}]\n".encode()
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

FAULTS = {
    "latin-1": Fault(b"a: x\ntitle: caf\xe9\n", "Y01", 2, 11),
    "a broken character after a whole one": Fault("a: é".encode() + b"\xff", "Y01", 1, 5),
    "UTF-16": Fault("a: x\n".encode("utf-16"), "Y01", 1, 1),
    "half a character at the end": Fault(b"a: \xe2\x82", "Y01", 1, 4),
    "not UTF-8 after a byte order mark": Fault(b"\xef\xbb\xbfab\xff", "Y01", 1, 3),
    "one byte too large": Fault(b"a: " + b"x" * (1024 * 1024 - 2), "Y02", 1, 1),
    "an open quote": Fault(b'a: "x\n', "Y03", 2, 1),
    "a tab as indentation": Fault(b"a: b\n\tc: d\n", "Y03", 2, 1),
    "two colons": Fault(b"a: b: c\n", "Y03", 1, 5),
    "a wrong indentation": Fault(b"a:\n  b: 1\n c: 2\n", "Y03", 3, 2),
    "text after the end": Fault(b"a: 1\n...\nb: 2\n", "Y03", 3, 1),
    "a duplicate key": Fault(b"a: 1\nb: 2\na: 3\n", "Y04", 3, 1),
    "a duplicate key inside": Fault(b"x:\n  - {k: 1, k: 2}\n", "Y04", 2, 12),
    "a duplicate key in other quotes": Fault(b"a: 1\n'a': 2\n", "Y04", 2, 1),
    "an anchor": Fault(b"a: &x b\n", "Y05", 1, 4),
    "an anchor on a list": Fault(b"a: &x [b]\n", "Y05", 1, 4),
    "an anchor on a key": Fault(b"&x a: b\n", "Y05", 1, 1),
    "an alias": Fault(b"a: *x\n", "Y05", 1, 4),
    "an alias as the whole": Fault(b"*x\n", "Y05", 1, 1),
    "a merge key": Fault(b"a: 1\n<<: {b: 2}\n", "Y06", 2, 1),
    "a tag": Fault(b"a: !!int 3\n", "Y07", 1, 4),
    "a python tag": Fault(b"a: !!python/object/apply:os.system [ls]\n", "Y07", 1, 4),
    "a tag that says nothing": Fault(b"a: ! b\n", "Y07", 1, 4),
    "a tag on a key": Fault(b"!x a: b\n", "Y07", 1, 1),
    "the YAML directive": Fault(b"# hello\n%YAML 1.1\n---\na: 1\n", "Y08", 2, 1),
    "a tag directive": Fault(b"%TAG ! tag:x,2000:\n---\na: 1\n", "Y08", 1, 1),
    "a directive nobody knows": Fault(b"\n%FOO bar\n---\na: 1\n", "Y08", 2, 1),
    "a second document": Fault(b"--- {a: 1}\n--- {b: 2}\n", "Y09", 2, 1),
    "a second document after the end": Fault(b"a: 1\n...\n---\nb: 2\n", "Y09", 3, 1),
    "17 levels deep": Fault(NESTED + b" " * 15 + b"a: b\n", "Y10", 16, 16),
    "50 kB of brackets": Fault(b"[" * 50_000, "Y10", 1, 17),
    "1 MB of braces": Fault(b"{a: " * 200_000, "Y10", 1, 62),
    "10 MB of brackets": Fault(b"[" * 10_000_000, "Y02", 1, 1),
    "20,001 nodes": Fault(b"- a\n" * 20_000, "Y11", 20_000, 3),
    "20,001 nodes, keys counted": Fault(b"".join(b"k%d: a\n" % n for n in range(10_001)), "Y11", 10_000, 8),
    "20,001 characters": Fault(b"a:\n  - " + b"x" * 20_001, "Y12", 2, 5),
    "an escape character": Fault(b"a: 1\nb: x\x1b[31mred\n", "Y13", 2, 5),
    "a null": Fault(b"a: \x00\n", "Y13", 1, 4),
    "a delete in a comment": Fault(b"a: 1 # \x7f\n", "Y13", 1, 8),
    "a next line of the second half": Fault("a: x\x85y\n".encode(), "Y13", 1, 5),
    "a character that is none": Fault("a: x\uffffy\n".encode(), "Y13", 1, 5),
    "an escaped escape character": Fault(b'a: "\\x1b[31m"\n', "Y13", 1, 4),
    "an escaped carriage return": Fault(b'a: "x\\ry"\n', "Y13", 1, 4),
    "an escaped null": Fault(b'a: "\\0"\n', "Y13", 1, 4),
    "an escaped next line": Fault(b'a: "\\N"\n', "Y13", 1, 4),
    "an escaped control character in a key": Fault(b'"\\a": x\n', "Y13", 1, 1),
    "bidi": Fault("a: x\u202ey\n".encode(), "Y14", 1, 5),
    "bidi isolate": Fault("a: 1\nb: \u2066x\n".encode(), "Y14", 2, 4),
    "zero width": Fault("a: x\u200by\n".encode(), "Y14", 1, 5),
    "zero width in a key": Fault("k\u200d: y\n".encode(), "Y14", 1, 2),
    "a soft hyphen": Fault("a: x\u00ady\n".encode(), "Y14", 1, 5),
    "a hidden tag character": Fault("a: x\U000e0041\n".encode(), "Y14", 1, 5),
    "a filler": Fault("a: x\u3164y\n".encode(), "Y14", 1, 5),
    "a second byte order mark": Fault("\ufeff\ufeffa: 1\n".encode(), "Y14", 1, 1),
    "a line separator": Fault("a: x\u2028y\n".encode(), "Y14", 1, 5),
    "escaped bidi": Fault(b'a: "x\\u202ey"\n', "Y14", 1, 4),
    "escaped zero width": Fault(b'a: "x\\u200by"\n', "Y14", 1, 4),
    "an escaped line separator": Fault(b'a: "\\L"\n', "Y14", 1, 4),
    "a comment in ask": Fault(b"ask: Kamer # 4?\n", "Y15", 1, 11),
    "a comment in help": Fault(b"help: a # b\n", "Y15", 1, 8),
    "a comment in why": Fault(b"why: a # b\n", "Y15", 1, 7),
    "a comment in title": Fault(b"x: 1\ntitle: a  # b\n", "Y15", 2, 9),
    "a comment in text": Fault(b"text: a\t# b\n", "Y15", 1, 8),
    "a comment in because": Fault(b"because: a # b\n", "Y15", 1, 11),
    "a comment in an option": Fault(b"options:\n  ja: Ja # of nee\n", "Y15", 2, 9),
    "a comment in an option that is called like a field": Fault(b"options:\n  id: Ja # of nee\n", "Y15", 2, 9),
    "a comment in a list of texts": Fault(b"help:\n  - a # b\n", "Y15", 2, 6),
    "a comment in the last of several lines": Fault(b"help: een\n  twee\n  drie # vier\n", "Y15", 3, 7),
    "a comment instead of a text": Fault(b"title: # later\n", "Y15", 1, 7),
    "nothing": Fault(b"", "Y16", 1, 1),
    "only a byte order mark": Fault(b"\xef\xbb\xbf", "Y16", 1, 1),
    "only comments": Fault(b"# a\n\n# b\n", "Y16", 1, 1),
    "a list as a key": Fault(b"x: 1\n[a]: b\n", "Y17", 2, 1),
    "a mapping as a key": Fault(b"{a: b}: c\n", "Y17", 1, 1),
    "an asked list as a key": Fault(b"? [a]\n: b\n", "Y17", 1, 3),
    "a key for the loader's own use": Fault(b'a: 1\n"@place": 2\n', "Y17", 2, 1),
}

BEHIND_A_COMMENT = _lines("help: een # twee", "  drie", "")
"""The comment ends the text, so that the next line makes no sense either."""

IMPOSSIBLE = [r'a: "\U00110000"', r'a: "\UFFFFFFFF"', r'a: "\ud800"', r'a: "\q"']
"""Escapes for characters that do not exist: which code they get depends on the parser."""
