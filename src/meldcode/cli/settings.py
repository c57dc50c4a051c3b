"""What this run is given: language and plain mode (arguments, environment, configuration, in that order), the time."""

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import cast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from meldcode.protocol.language import Language

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def clock() -> datetime:
    """Return the time here and now, with its offset."""
    return datetime.now().astimezone()


def split(arguments: "Sequence[str]") -> tuple[list[str], str | None, bool]:
    """Take `--lang L` and `--plain` out of the arguments, wherever they stand before `--`."""
    rest: list[str] = []
    language: str | None = None
    plain = False
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == "--plain":
            plain = True
        elif word == "--lang":
            language = next(words, "")
        elif word.startswith("--lang="):
            language = word.removeprefix("--lang=")
        else:
            rest.append(word)
    return rest, language, plain


def is_interactive() -> bool:
    """Tell whether there is someone to ask."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def language_of(arguments: "Sequence[str]") -> "Language":
    """Return the language for these arguments; an unknown one counts as not given here."""
    given = split(arguments)[1]
    candidates = (given, os.environ.get("MELDCODE_LANG"), _configured("lang"))
    for candidate in candidates:
        if candidate in ("nl", "en"):
            return cast("Language", candidate)
    for name in _VARIABLES:
        value = os.environ.get(name, "")
        if value[:2] in ("nl", "en"):
            return cast("Language", value[:2])
    return "nl"


def plain_of(*, asked: bool) -> bool:
    """Tell whether plain mode is on."""
    wanted = any(os.environ.get(name) == "1" for name in ("MELDCODE_PLAIN", "ACCESSIBLE"))
    return asked or wanted or os.environ.get("TERM") == "dumb" or _configured("plain") == "true"


def configuration_file() -> Path:
    """Return where the configuration is: `config.toml` in the user's configuration folder, with `lang` and `plain`."""
    base = os.environ.get("MELDCODE_CONFIG") or os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "meldcode" / "config.toml"


def _configured(key: str) -> str | None:
    try:
        text = configuration_file().read_text(encoding="utf-8")
    except (OSError, RuntimeError, UnicodeDecodeError):
        return None
    import tomllib  # noqa: PLC0415 - only where there is a configuration

    try:
        value = tomllib.loads(text).get(key)
    except tomllib.TOMLDecodeError:
        return None
    return str(value).lower() if isinstance(value, str | bool) else None
