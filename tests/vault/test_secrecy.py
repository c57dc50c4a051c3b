from __future__ import annotations

from typing import TYPE_CHECKING

from meldcode.vault.setup import prepare
from tests.vault.helpers import Clock

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.vault.store import Vault

MARKERS = {name: f"MERKTEKEN-{name}" for name in ("body", "key", "fact", "factname", "who", "kept", "pass")}


def spoken(root: Path) -> bytes:
    """Everything that a look at the folder tells: names and bytes."""
    return b"\n".join(
        str(path.relative_to(root)).encode() + b"\n" + (path.read_bytes() if path.is_file() else b"")
        for path in root.rglob("*")
    )


def test_nothing_that_anyone_wrote_is_on_disk_in_plain_text(tmp_path: Path) -> None:
    root = tmp_path / "kluis"
    pending = prepare(root, f"{MARKERS['pass']} met meer", clock=Clock(), who=MARKERS["who"])
    vault: Vault = pending.confirm(pending.recovery_code[-6:])
    code = vault.create({MARKERS["key"]: MARKERS["body"]}, {MARKERS["factname"]: MARKERS["fact"]})
    vault.append(code, {"list": [MARKERS["body"]]}, {"sector": MARKERS["fact"]})
    vault.keep(MARKERS["kept"].encode())
    with vault.hold(code):
        vault.repair()

    told = spoken(tmp_path)
    assert [name for name, marker in MARKERS.items() if marker.encode() in told] == []
    assert b"MERKTEKEN" not in told
    assert b"AGE-SECRET-KEY" not in told
    assert b"2026-11" not in told


def test_errors_and_representations_show_nothing_that_was_written(tmp_path: Path) -> None:
    pending = prepare(tmp_path / "kluis", f"{MARKERS['pass']} met meer", clock=Clock(), who=MARKERS["who"])
    vault = pending.confirm(pending.recovery_code[-6:])
    shown = f"{pending!r} {vault!r} {vault._ring!r} {vault._ring.keys!r}"  # noqa: SLF001 - what a traceback could show

    assert "MERKTEKEN" not in shown
    assert "SECRET" not in shown
