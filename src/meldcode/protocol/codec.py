"""Protocol values as JSON and back: for compiled content, for the vault, and for the digest."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace

from meldcode.protocol import condition, directory, model, training
from meldcode.protocol import help as offered
from meldcode.protocol.diagnostics import Place
from meldcode.protocol.model import Protocol

_KINDS = {
    kind.__name__: kind
    for module in (model, directory, offered, condition, training)
    for kind in vars(module).values()
    if isinstance(kind, type) and is_dataclass(kind)
}


def encode(value: object) -> str:
    """Return the value as JSON without spaces, `@` naming the kind of each value.

    Mappings keep their order: contacts, for one, are shown in it.
    """
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> object:
    """Return the value that `encode` wrote; raises ValueError, KeyError or TypeError for anything else."""
    return json.loads(text, object_hook=_revive)


def digest(protocol: Protocol) -> str:
    """Return `sha256:` and the hex digest of the meaning and texts, whatever folder they were read from."""
    import hashlib  # noqa: PLC0415 - only when content is compiled

    bare = _plain(replace(protocol, digest=""), without=Place)
    canonical = json.dumps(bare, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: object, without: type | tuple[()] = ()) -> object:
    """Return a value as JSON holds it; what is of the kind `without` is left out of every mapping and value."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_plain(item, without) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item, without) for key, item in value.items() if not isinstance(item, without)}
    if is_dataclass(value):
        held: dict[str, object] = {"@": type(value).__name__}
        for field in fields(value):
            item = getattr(value, field.name)
            if item != field.default and not isinstance(item, without):
                held[field.name] = _plain(item, without)
        return held
    return value


def _revive(entries: dict[str, object]) -> object:
    values = {key: tuple(item) if isinstance(item, list) else item for key, item in entries.items()}
    kind = values.pop("@", None)
    return values if kind is None else _KINDS[str(kind)](**values)


_KINDS[Place.__name__] = Place
