"""What can be wrong with a content file: findings with a code, a place and values; the words are in `meldcode.text`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from errno import errorcode


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: file name, line and column, both from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: a stable code, the place, the values that the sentence needs, and the line itself."""

    code: str
    place: Place
    values: dict[str, str]
    excerpt: str = ""


class ContentDamagedError(Exception):
    """A file of the content that came with the program is missing, cut or changed; holds its name."""


class RefusedError(Exception):
    """Content was refused; `findings` holds all that is wrong, in the order of the file."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Keep every finding, sorted by place."""
        self.findings = tuple(sorted(findings, key=lambda finding: (finding.place, finding.code)))
        super().__init__(", ".join(f"{f.code} {f.place.file}:{f.place.line}:{f.place.column}" for f in self.findings))


class LocalRefusedError(RefusedError):
    """An overlay was refused: someone's own file, not the content of the program."""


def quoted(findings: Iterable[Finding], name: str, lines: Sequence[str]) -> list[Finding]:
    """Return the findings; those about the file of this name with the line to which they point."""
    return [
        Finding(each.code, each.place, each.values, lines[each.place.line - 1])
        if each.place.file == name and not each.excerpt and each.place.line <= len(lines)
        else each
        for each in findings
    ]


def reason_of(error: OSError) -> str:
    """Return why the operating system refused: the name of its error, such as `ENOENT`, or else its own words."""
    return errorcode.get(error.errno or 0, error.strerror or "")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or an empty text."""
    matches = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""


def repeated(named: Iterable[tuple[str, Place]]) -> list[Finding]:
    """Return a finding for every id that was there already."""
    seen: set[str] = set()
    findings = []
    for name, place in named:
        if name in seen:
            findings.append(Finding("R11", place, {"name": name}))
        seen.add(name)
    return findings
