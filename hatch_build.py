"""Puts the shipped content into the wheel: as it was written, and compiled."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CONTENT = "meldcode/_content"


class ContentHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling keeps the parameter private
    """Adds `protocols/`, `sectors/`, `exercises/` and `compiled/` under `meldcode/_content`.

    Protocols that are refused stop the build.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the content of this source tree and list it for the wheel; an editable install reads it in place."""
        if version == "editable":
            return
        root = Path(self.root)
        self._scratch = TemporaryDirectory(prefix="meldcode-content-")
        compiled = Path(self._scratch.name)
        compile_content(root, compiled)
        for source in (root / "protocols", root / "sectors", root / "examples" / "exercises", compiled):
            name = "compiled" if source == compiled else source.name
            build_data["force_include"][str(source)] = f"{CONTENT}/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  # hatchling's signature
        """Remove the scratch folder once the wheel is written."""
        if version != "editable":
            self._scratch.cleanup()


def compile_content(root: Path, target: Path) -> None:
    """Write the compiled form of `root`'s protocols and sectors into `target`, with the loader from this same tree."""
    sys.path.insert(0, str(root / "src"))
    from meldcode.protocol.library import compile_all  # noqa: PLC0415  # an editable build must not need it

    compile_all(root, target)
