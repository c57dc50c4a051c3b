"""The gallery before PyYAML's own parser, in a process where libyaml was hidden before PyYAML looked for it."""

import yaml

from meldcode.protocol.diagnostics import RefusedError
from meldcode.protocol.yaml import parse
from tests.protocol.gallery_yaml import FAULTS, IMPOSSIBLE


def found(data: bytes) -> list[tuple[str, int, int]]:
    """Return what is refused and where."""
    try:
        parse(data, "a.yaml")
    except RefusedError as error:
        return [(each.code, each.place.line, each.place.column) for each in error.findings]
    return []


def main() -> None:
    """Fail at the first fault that is not found where libyaml finds it; a syntax error may be seen elsewhere."""
    assert not yaml.__with_libyaml__
    for name, fault in FAULTS.items():
        told = found(fault.data)
        assert fault[1:] in told or (fault.code == "Y03" and told), (name, told)
    for escape in IMPOSSIBLE:
        assert found(escape.encode()), escape
