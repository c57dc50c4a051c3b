"""What this run is given: language and plain mode (arguments, environment, configuration, in that order), the time."""

import errno
import os
import sys

TYPE_CHECKING = False  # typing, pathlib and datetime take longer than the rest of the way to the emergency line
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from meldcode.protocol.language import Language

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def clock() -> "datetime":
    """Return the time here and now, with its offset."""
    from datetime import datetime  # noqa: PLC0415 - as above

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
    for text in (given, os.environ.get("MELDCODE_LANG"), _configured("lang")):
        if language := _language(text):
            return language
    for name in _VARIABLES:
        if language := _language(os.environ.get(name, "")[:2]):
            return language
    return "nl"


def _language(text: str | None) -> "Language | None":
    if text == "nl":
        return "nl"
    return "en" if text == "en" else None


def plain_of(*, asked: bool) -> bool:
    """Tell whether plain mode is on."""
    wanted = any(os.environ.get(name) == "1" for name in ("MELDCODE_PLAIN", "ACCESSIBLE"))
    return asked or wanted or os.environ.get("TERM") == "dumb" or _configured("plain") == "true"


def configuration_folder() -> "Path":
    """Return the user's configuration folder, which holds `config.toml` with `lang` and `plain`.

    Raises `OSError` where the user has no home.
    """
    from pathlib import Path  # noqa: PLC0415 - as above

    return Path(_folder())


def _folder() -> str:
    base = os.environ.get("MELDCODE_CONFIG") or os.environ.get("XDG_CONFIG_HOME")
    folder = base or os.path.expanduser("~/.config")  # noqa: PTH111 - without pathlib
    if not base and folder.startswith("~"):  # a folder of that name, where one happens to work, is no home
        raise FileNotFoundError(errno.ENOENT, "")
    return os.path.join(folder, "meldcode")  # noqa: PTH118 - as above


def _configured(key: str) -> str | None:
    try:
        with open(os.path.join(_folder(), "config.toml"), encoding="utf-8") as file:  # noqa: PTH118, PTH123 - as above
            text = file.read()
    except (OSError, UnicodeDecodeError):
        return None
    import tomllib  # noqa: PLC0415 - only where there is a configuration

    try:
        value = tomllib.loads(text).get(key)
    except tomllib.TOMLDecodeError:
        return None
    return str(value).lower() if isinstance(value, str | bool) else None
