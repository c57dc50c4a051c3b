"""Every text that people read, with the place where it stands: content file by file, and the words of the interface."""

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import meldcode.text
from meldcode.protocol.library import content_root
from meldcode.protocol.translate import identity, translated
from meldcode.protocol.yaml import TEXT_FIELDS, TEXT_MAPS, Map, Node, Scalar, Seq, parse

if TYPE_CHECKING:
    from meldcode.protocol.diagnostics import Finding

INTERFACE = "src/meldcode/text"
EXERCISES = "examples/exercises"


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as people get it; `way` is the keys that lead to it, `en` is None where there is no English."""

    place: str
    way: tuple[str, ...]
    nl: str
    en: str | None

    @property
    def cited(self) -> bool:
        """Tell whether these are words of others: the title of a law or page, the name of an organisation or method."""
        return self.way[-1] in ("name", "judged_by") or ("sources" in self.way and self.way[-1] in ("title", "article"))

    @property
    def without_english(self) -> bool:
        """Tell whether this is the same in every language: an article of a law, or the name of a region."""
        return self.way[-1] == "article" or (self.way[0] == "regions" and self.way[-1] == "name")


def groups() -> tuple[str, ...]:
    """Return the folders of the content in which one person works at a time, and the interface."""
    root = content_root()
    folders = ("protocols", *(f"sectors/{path.name}" for path in sorted((root / "sectors").iterdir())))
    return (*folders, EXERCISES, INTERFACE)


@cache
def texts_of(group: str) -> tuple[Shown, ...]:
    """Return every text of a group. Raises `RefusedError` for a content file that cannot be read."""
    if group == INTERFACE:
        return tuple(_interface())
    return tuple(text for path in originals(content_root() / group) for text in texts_in(path, content_root()))


def originals(folder: Path) -> list[Path]:
    """Return the content files of a folder that hold Dutch."""
    paths = sorted(folder.rglob("*.yaml"))
    return [path for path in paths if path.name != "en.yaml" and not path.name.endswith(".en.yaml")]


def texts_in(path: Path, root: Path) -> Iterator[Shown]:
    """Return the texts of one content file, with the English of the file beside it."""
    tree = _tree(path, root)
    beside = path.with_name("en.yaml") if path.stem in ("protocol", "sector") else path.with_suffix(".en.yaml")
    findings: list[Finding] = []
    whole = translated(tree, _tree(beside, root), findings) if beside.is_file() else tree
    assert findings == [], findings
    return _texts(whole, ())


def _tree(path: Path, root: Path) -> Map:
    tree = parse(path.read_bytes(), path.relative_to(root).as_posix())
    assert isinstance(tree, Map), path
    return tree


def _texts(node: Node, way: tuple[str, ...]) -> Iterator[Shown]:
    match node:
        case Map():
            for key, value in node.entries.items():
                yield from _texts(value, (*way, key))
        case Seq():
            for item in node.items:
                yield from _texts(item, (*way, identity(item)))
        case Scalar():
            if way[-1] in TEXT_FIELDS or (way[-1] and way[-2:-1] and way[-2] in TEXT_MAPS):
                yield Shown(f"{node.place.file}:{node.place.line}", way, node.value, node.english)


def _interface() -> Iterator[Shown]:
    for module in pkgutil.iter_modules(meldcode.text.__path__):
        pairs = getattr(import_module(f"meldcode.text.{module.name}"), "TEXTS", {})
        for name, (nl, en) in pairs.items():
            yield Shown(f"{INTERFACE}/{module.name}.py", (name,), nl, en)
