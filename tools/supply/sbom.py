"""The software bill of materials, in CycloneDX 1.6 as JSON."""

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from tools.supply.licences import licence
from tools.supply.lock import OURS, Locked
from tools.supply.wheels import Wheel


def sbom(ours: Wheel, packages: Sequence[Locked], wheels: Iterable[Wheel], *, epoch: int) -> str:
    """Return the bill of our wheel and of the locked packages, with the file name and SHA-256 of each wheel shipped.

    The same release gives the same bytes: the moment is that of the commit, in seconds since 1970, and the serial
    number follows from the SHA-256 of our wheel. Raises `ValueError` for a wheel whose hash the lock does not name.
    """
    files: dict[str, dict[str, Wheel]] = {one.name: {} for one in packages}
    locked = {one.name: one for one in packages}
    for wheel in wheels:
        if wheel.sha256 not in locked[wheel.name].hashes:
            raise ValueError(f"{wheel.path.name} is not in the lock")
        files[wheel.name][wheel.path.name] = wheel
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, ours.sha256)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch, UTC).isoformat().replace("+00:00", "Z"),
            "component": _component(ours.version, {ours.path.name: ours}, OURS) | {"type": "application"},
        },
        "components": [_component(one.version, files[one.name], one.name) for one in packages],
        "dependencies": [_needs(name, packages, locked) for name in (OURS, *locked)],
    }
    return json.dumps(bill, indent=2, ensure_ascii=False) + "\n"


def _component(version: str, files: Mapping[str, Wheel], name: str) -> dict[str, Any]:
    known = next(iter(files.values()), None)
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": name,
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
    }
    if known:
        component["licenses"] = [{"expression": licence(known.metadata)}]
        component["externalReferences"] = [
            # A name relative to the bundle: where a package index is, is no part of what a release is.
            {"type": "distribution", "url": file, "hashes": [{"alg": "SHA-256", "content": wheel.sha256}]}
            for file, wheel in sorted(files.items())
        ]
    return component


def _needs(name: str, packages: Sequence[Locked], locked: Mapping[str, Locked]) -> dict[str, Any]:
    needed = sorted(one.name for one in packages if name in one.wanted_by)
    assert name == OURS or name in locked
    return {"ref": name, "dependsOn": needed}
