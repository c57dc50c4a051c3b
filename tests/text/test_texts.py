"""The words of the interface: both languages, the same values, nothing missing and nothing left over."""

from __future__ import annotations

import ast
import pkgutil
import re
import sys
import unicodedata
from importlib import import_module
from pathlib import Path

import pytest

import meldcode
import meldcode.text
from meldcode.text import LANGUAGES, say
from meldcode.text.help import EXAMPLES
from meldcode.text.visible import one_line, visible
from meldcode.wizard.prompter import Command

SOURCES = sorted(Path(meldcode.__file__).parent.rglob("*.py"))
TEXT_FOLDER = Path(meldcode.text.__file__).parent

Pair = tuple[str, str]


def texts(subject: str) -> dict[str, Pair]:
    found: dict[str, Pair] = getattr(import_module(f"meldcode.text.{subject}"), "TEXTS", {})
    return found


SUBJECTS = tuple(module.name for module in pkgutil.iter_modules([str(TEXT_FOLDER)]) if texts(module.name))
KEYS = {f"{subject}.{name}": pair for subject in SUBJECTS for name, pair in texts(subject).items()}

WHOLE_SUBJECTS = {"topics", "system"}
"""Used as wholes: a topic by the name that is typed, a refusal by the name of the system's error."""


def strings_in_code() -> tuple[set[str], set[str]]:
    """Return every string in the code, and every f-string as a pattern; the names in TEXTS themselves left out."""
    strings: set[str] = set()
    patterns: set[str] = set()
    for path in SOURCES:
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        parts = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        if path.parent == TEXT_FOLDER:
            parts |= {id(key) for node in nodes if isinstance(node, ast.Dict) for key in node.keys}
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
                strings.add(node.value)
            if isinstance(node, ast.JoinedStr):
                patterns.add("".join(map(as_pattern, node.values)))
    return strings, patterns


def as_pattern(part: ast.expr) -> str:
    return re.escape(part.value) if isinstance(part, ast.Constant) and isinstance(part.value, str) else ".+"


STRINGS, PATTERNS = strings_in_code()
STRINGS |= {command.name.lower() for command in Command}  # `screen` names each command as the wizard does


def test_every_text_is_there_in_both_languages_with_the_same_values() -> None:
    assert [key for key, pair in KEYS.items() if len(pair) != len(LANGUAGES) or not all(map(str.strip, pair))] == []
    assert [key for key, (nl, en) in KEYS.items() if placeholders(nl) != placeholders(en)] == []


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_every_text_is_calm_and_polite() -> None:
    """No exclamation marks; Dutch says u (design: wizard)."""
    assert [key for key, (nl, en) in KEYS.items() if "!" in nl + en] == []
    informal = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
    assert [key for key, (nl, _) in KEYS.items() if informal.search(nl)] == []


def test_no_text_has_a_character_that_a_reader_does_not_see() -> None:
    assert [key for key, pair in KEYS.items() for text in pair if visible(text) != text] == []


def test_every_text_is_used() -> None:
    assert [key for key in KEYS if not is_used(key)] == []


def is_used(key: str) -> bool:
    subject, _, name = key.partition(".")
    if subject in WHOLE_SUBJECTS or {key, name} & STRINGS:
        return True
    patterns = [pattern for pattern in PATTERNS if re.sub(r"\.\+|\\.", "", pattern) not in ("", subject)]
    return any(re.fullmatch(pattern, text) for pattern in patterns for text in (key, name))


def test_every_text_that_the_code_names_exists() -> None:
    named = {string for string in STRINGS if re.fullmatch(rf"({'|'.join(SUBJECTS)})(\.[\w-]+)+", string)}
    assert len(named) > 50
    assert sorted(named - KEYS.keys() - EXAMPLES.keys()) == []


def test_every_text_that_is_asked_for_exists() -> None:
    asked = [
        argument.value
        for path in SOURCES
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "say"
        for argument in call.args[1:2]
        if isinstance(argument, ast.Constant)
    ]
    assert len(asked) > 200
    assert sorted(map(str, set(asked) - KEYS.keys())) == []


def test_help_has_a_text_for_every_example() -> None:
    assert EXAMPLES.keys() <= texts("help").keys()


def test_a_value_is_put_in_as_it_is_and_never_interpreted() -> None:
    assert "{file}" in say("nl", "cli.unreadable", file="{file}", reason="\\1 %s {0}")
    assert "\\1 %s {0}" in say("nl", "cli.unreadable", file="{file}", reason="\\1 %s {0}")


def test_a_text_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("nl", "cli.bestaat_niet")
    with pytest.raises(ModuleNotFoundError):
        say("nl", "bestaat_niet.x")


class TestVisible:
    """What is hidden in a text is shown, and nothing else is changed (INP-12, INP-14)."""

    def test_every_control_and_format_character_of_unicode_is_shown_by_its_number(self) -> None:
        for number in range(sys.maxunicode + 1):
            character = chr(number)
            if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in "\n\t":
                assert visible(character) == f"⟨U+{number:04X}⟩"
            elif character.isprintable():
                assert visible(character) == character

    def test_line_breaks_stay_and_a_tab_is_a_space(self) -> None:
        assert visible("een\r\ntwee\n\tdrie") == "een\ntwee\n drie"
        assert visible("veilig\ronveilig") == "veilig⟨U+000D⟩onveilig"

    def test_names_and_other_scripts_are_left_alone(self) -> None:
        text = "Łukasz Şahin Ğ € “ja” مرحبا 你好 👍 é"
        assert visible(text) == text

    def test_one_line_is_one_line(self) -> None:
        assert one_line(" een\r\n\n twee\tdrie\x1b ") == "een twee drie⟨U+001B⟩"
