"""How the fuzzers spoil what is good: bytes of files, and the values inside JSON."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as some

PIECES = (
    *(
        "",
        " ",
        "\n",
        "  ",
        "\t",
        "\r",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        '"',
        "'",
        "|",
        ">",
        "&a ",
        "*a",
        "!x ",
    ),
    *("!!python/object:x ", "<<: ", "---\n", "...\n", "? ", "%YAML 9\n", "\0", "\x1b[31m", "\x85", "\u2028", "\u202e"),
    *(
        "\ufeff",
        "null",
        "true",
        "NaN",
        "-1",
        "1e999",
        "99999999999999999999",
        "ja",
        "nee",
        "onbekend",
        "overleg",
        "melden",
    ),
    *(
        "../",
        "${x}",
        "{0}",
        "%s",
        "\\x00",
        "\\ud800",
        "answers",
        "extends",
        "add",
        "questions",
        "options",
        "when",
        "id",
    ),
)
"""What is put in somewhere: signs that mean something to one of our readers."""


@some.composite
def spoilt(draw: some.DrawFn, good: bytes) -> bytes:
    """Return bytes in which some places are cut out, doubled, swapped or overwritten; often near what they were."""
    data = bytearray(good)
    for _ in range(draw(some.integers(1, 4))):
        at = draw(some.integers(0, len(data)))
        length = draw(some.sampled_from((0, 1, 2, 8, 40, 400)))
        piece = draw(some.one_of(some.sampled_from(PIECES).map(lambda text: text.encode()), some.binary(max_size=4)))
        match draw(some.sampled_from(("in", "over", "out", "twice", "end"))):
            case "in":
                data[at:at] = piece
            case "over":
                data[at : at + len(piece)] = piece
            case "out":
                del data[at : at + length]
            case "twice":
                data[at:at] = data[at : at + length]
            case _:
                del data[at:]
    return bytes(data)


VALUES = some.recursive(
    some.one_of(
        some.none(),
        some.booleans(),
        some.integers(-(10**20), 10**20),
        some.floats(allow_nan=False, allow_infinity=False),
        some.text(some.characters(codec=None), max_size=8),
        some.sampled_from(PIECES),
    ),
    lambda inner: some.one_of(
        some.lists(inner, max_size=3), some.dictionaries(some.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
"""Any value that JSON can hold."""


@some.composite
def altered(draw: some.DrawFn, good: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a value of JSON in which something, at any depth, is gone, added or another value."""
    for _ in range(draw(some.integers(1, 2))):
        good = _once(draw, good)
    return good


def _once(draw: some.DrawFn, value: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, dict) and value and draw(some.integers(0, 5)):
        key = draw(some.sampled_from(sorted(value)))
        if not draw(some.integers(0, 3)):
            return {name: each for name, each in value.items() if name != key}
        return {**value, key: _once(draw, value[key])}
    if isinstance(value, list) and value and draw(some.integers(0, 5)):
        at = draw(some.integers(0, len(value) - 1))
        return [*value[:at], _once(draw, value[at]), *value[at + 1 :]]
    if isinstance(value, dict) and draw(some.booleans()):
        return {**value, draw(some.text(max_size=5)): draw(VALUES)}
    return draw(VALUES)
