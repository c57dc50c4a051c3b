"""A small overlay on the small folder of content, and edits to it; `→` marks the place that must be shown."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from meldcode.protocol.diagnostics import Finding, RefusedError
from meldcode.protocol.model import Protocol
from meldcode.protocol.overlay_file import OverlayFile, laid_over, read
from tests.protocol import small
from tests.protocol.small import SCHOOL

MARK = "→"
SECTORS = ("algemeen", "school")
HEAD = "overlay: stad\nversion: 1.0.0\nowner: Gemeente Stad\nextends: school\nbase: 2.0.0\n"
CONTACT = "add: contact, id: team, name: Wijkteam, verified: 2026-01-02"


class Fault(NamedTuple):
    """Overlays of which the last has one fault, with its English, and what must be said about it."""

    text: str
    code: str
    line: int
    column: int
    values: Mapping[str, str]
    english: str = ""
    before: tuple[str, ...] = ()


def overlay(*operations: str, head: str = HEAD) -> str:
    """Return an overlay with these operations."""
    return head + "operations:\n" + "".join(f"  - {each}\n" for each in operations)


def fault(code: str, *operations: str, head: str = HEAD, **values: str) -> Fault:
    """Return an overlay with these operations, one of which holds the mark."""
    return whole(code, overlay(*operations, head=head), **values)


def choice(options: str) -> str:
    """Return an operation that adds a question with these options, marked where it stands."""
    return f"{{add: question, after: gemeld, question: {MARK}{{id: x, ask: X?, type: choice, options: {{{options}}}}}}}"


def helped(given: str) -> str:
    """Return an operation that adds help with these keys, marked where it stands."""
    keys = f"id: maatje, name: Maatje, what: Kijkt mee., refer: Bel., aim: herstel, {given}, fits: {{roles: [kind]}}"
    return f"{{add: intervention, intervention: {MARK}{{{keys}}}}}"


def headed(code: str, old: str, new: str, **values: str) -> Fault:
    """Return an overlay with nothing to do, after one edit to what it says of itself."""
    assert HEAD.count(old) == 1
    return fault(code, "{add: role, id: wie, text: Wie}", head=HEAD.replace(old, new), **values)


def whole(code: str, text: str, **values: str) -> Fault:
    """Return this overlay, which holds the mark."""
    before, _, after = text.partition(MARK)
    assert MARK not in after
    return Fault(before + after, code, before.count("\n") + 1, len(before) - before.rfind("\n"), values)


@cache
def school() -> Protocol:
    """Return the small protocol that these overlays are laid over, with a word of its own and a role."""
    files = small.edited(SCHOOL, "bound: true", "bound: true\nterms: {client: leerling}\nroles: {ib: Begeleider}")
    with TemporaryDirectory() as folder:
        return small.resolved(Path(folder), "school", files)


def file(folder: Path, text: str, english: str = "", name: str = "stad") -> OverlayFile:
    """Write an overlay with its English into a folder and read it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    if english:
        (folder / f"{name}.en.yaml").write_text(english, encoding="utf-8")
    return read(folder / f"{name}.yaml", SECTORS)


def laid(folder: Path, *texts: str, english: str = "", sector: str = "school") -> Protocol:
    """Return the small protocol with these overlays laid over it; the English is that of the last."""
    files = [file(folder, text, name=f"eerder{number}") for number, text in enumerate(texts[:-1])]
    return laid_over(school(), sector, [*files, file(folder, texts[-1], english)])


def refused(folder: Path, *texts: str, english: str = "", sector: str = "school") -> tuple[Finding, ...]:
    """Return what is wrong with these overlays."""
    try:
        laid(folder, *texts, english=english, sector=sector)
    except RefusedError as error:
        return error.findings
    raise AssertionError("the overlay was accepted")


def earlier(number: int, *operations: str) -> str:
    """Return an overlay with another name, to be laid first."""
    return overlay(*operations, head=HEAD.replace("overlay: stad", f"overlay: eerder{number}"))


def after(earlier_ones: tuple[str, ...], given: Fault) -> Fault:
    """Return the fault with other overlays laid first."""
    return given._replace(before=earlier_ones)
