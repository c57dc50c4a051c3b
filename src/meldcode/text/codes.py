"""What every code means: why it is there, an example that is wrong and its repair; printed by `protocol explain`.

The examples are cases of the tests: each wrong one gives its very code, each repaired one gives nothing.
"""

import re
from collections.abc import Mapping

from meldcode.text import (
    codes_answers,
    codes_exercises,
    codes_form,
    codes_names,
    codes_overlays,
    codes_warnings,
    codes_yaml,
    proof,
    say,
)
from meldcode.text.code_example import Example
from meldcode.text.findings import cause

TEXTS = {
    "why": ("Waarom", "Why"),
    "wrong": ("Fout", "Wrong"),
    "right": ("Goed", "Right"),
    "error": ("fout: dit wordt geweigerd", "error: this is refused"),
    "warning": ("waarschuwing: dit wordt aanvaard, maar kijk ernaar", "warning: this is accepted, but look at it"),
    "invariant": (
        "wat meldcode protocol prove van elk protocol eist, over alle wegen",
        "what meldcode protocol prove demands of every protocol, over all paths",
    ),
    "proof": (
        "bevinding van meldcode protocol prove, met de antwoorden die het laten zien",
        "finding of meldcode protocol prove, with the answers that show it",
    ),
    "open": ("…", "…"),
    "unknown": (
        "De code “{given}” bestaat niet. Codes staan in de uitvoer van meldcode protocol check en prove.",
        "There is no code “{given}”. Codes stand in the output of meldcode protocol check and prove.",
    ),
    "no_schema": (
        "Voor “{given}” is er geen schema. Kies uit: {known}.",
        "There is no schema for “{given}”. Choose from: {known}.",
    ),
    "meant": (
        "De code “{given}” bestaat niet. Bedoelde u “{meant}”?",
        "There is no code “{given}”. Did you mean “{meant}”?",
    ),
}

_MODULES = (codes_yaml, codes_form, codes_names, codes_overlays, codes_exercises, codes_warnings, codes_answers)

EXAMPLES: Mapping[str, Example] = {code: each for module in _MODULES for code, each in module.EXAMPLES.items()}

_SUBJECTS = {code: module.__name__.rpartition(".")[2] for module in _MODULES for code in module.TEXTS}

CODES = (*sorted(_SUBJECTS), *proof.TEXTS)
"""Every code that can be explained."""


def explained(language: str, code: str) -> str:
    """Return what a code means, in words; raises KeyError for one that is not in `CODES`."""
    if code in proof.TEXTS:
        kind = "invariant" if code.startswith("I") else "proof"
        sentence = re.sub(r"\{\w+\}", say(language, "codes.open"), proof.TEXTS[code][("nl", "en").index(language)])
        return f"{code}  {say(language, f'codes.{kind}')}\n\n{sentence}"
    example = EXAMPLES[code]
    kind = "warning" if code.startswith("W") else "error"
    lines = [f"{code}  {say(language, f'codes.{kind}')}", "", cause(language, code, example.values)]
    lines += ["", f"{say(language, 'codes.why')}: {say(language, f'{_SUBJECTS[code]}.{code}')}"]
    for key, text in (("wrong", example.wrong), ("right", example.right)):
        if text:
            lines += ["", f"{say(language, f'codes.{key}')}:", *(f"    {line}" for line in text.split("\n"))]
    return "\n".join(lines)
