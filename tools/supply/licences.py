"""Under which licence each package of a user comes, as an SPDX expression."""

import re
from collections.abc import Iterable
from email.message import Message

from tools.supply.wheels import Wheel

FREE = {"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "EUPL-1.2", "ISC", "MIT", "MPL-2.0", "PSF-2.0"}
"""Licences that let anybody use, study, share and change; a package under another one is not shipped."""

SPELLED = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "BSD-3-Clause": "BSD-3-Clause",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
}
"""What packages write that do not use SPDX. Of prompt-toolkit, the one "BSD License", the text has three clauses."""

SILENT = {"pyrage": "MIT"}
"""Packages whose metadata name no licence; the text in the wheel does."""


def licence(metadata: Message) -> str:
    """Return the licence that the metadata of a package name. Raises `ValueError` when they name none that is free."""
    name = str(metadata["Name"])
    classifiers = [str(one).rpartition(" :: ")[2] for one in metadata.get_all("Classifier", ()) if "License ::" in one]
    candidates = (metadata["License-Expression"], metadata["License"], *classifiers, SILENT.get(name))
    for said in candidates:
        expression = SPELLED.get(str(said), str(said))
        if is_free(expression):
            return expression
    raise ValueError(f"{name}: no free licence in {[str(one) for one in candidates if one]}")


def is_free(expression: str) -> bool:
    """Tell whether an SPDX expression leaves a choice of only licences in `FREE`; one with brackets is refused."""
    ways = re.split(r"\bOR\b", expression)
    return any(all(one.strip() in FREE for one in re.split(r"\bAND\b", way)) for way in ways)


def page(wheels: Iterable[Wheel]) -> str:
    """Return the list of packages with version, licence and home, a row for each."""
    rows = {(one.name, one.version): licence(one.metadata) for one in wheels}
    lines = [f"| {name} | {version} | {text} |" for (name, version), text in sorted(rows.items())]
    head = (
        "# Licenties\n\n"
        "Elk pakket dat met meldcode wordt geïnstalleerd. De volledige tekst van een licentie staat in het wheel, in\n"
        "`*.dist-info/`. meldcode zelf: EUPL-1.2.\n\n"
        "| pakket | versie | licentie (SPDX) |\n|---|---|---|"
    )
    return "\n".join((head, *lines)) + "\n"
