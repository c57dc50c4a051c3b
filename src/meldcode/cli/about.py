"""Commands that need no case and no protocol: welcome, and help on a topic."""

import os

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.text import say, topics


def welcome(voice: Voice) -> Exit:
    """Say who it is for, 112 and Veilig Thuis, and how to begin; then go on with a case, where there is a vault."""
    voice.prose(say(voice.language, "cli.welcome"))
    voice.out("")
    voice.prose(say(voice.language, "emergency.line"))
    voice.out("")
    voice.prose(say(voice.language, "cli.welcome_start"))
    if not _has_vault():
        return Exit.FINE
    voice.prose(say(voice.language, "cli.welcome_vault"))
    from meldcode.cli.settings import is_interactive  # noqa: PLC0415 - only where there is a vault

    if not is_interactive():
        return Exit.FINE
    from meldcode.cli.sitting import resume  # noqa: PLC0415 - the wizard, only when it is used

    return resume(voice, "", None)


def _has_vault() -> bool:
    from meldcode.vault.errors import VaultError  # noqa: PLC0415 - light
    from meldcode.vault.place import default_place  # noqa: PLC0415 - light

    try:
        return (default_place(os.environ) / "kluis.json").exists()
    except (VaultError, OSError):
        return False


def topic(voice: Voice, name: str) -> None:
    """Print longer help; without a name, what there is help about."""
    if name in topics.TEXTS:
        voice.prose(say(voice.language, f"topics.{name}"))
    elif name:
        known = ", ".join(topics.TEXTS)
        raise CommandError(Exit.USAGE, "cli.topic_unknown", given=name[:40], known=known)
    else:
        voice.prose(say(voice.language, "cli.topics"))
        for each in topics.TEXTS:
            title = say(voice.language, f"topics.{each}").partition("\n")[0]
            voice.prose(f"  meldcode help {each}: {title}")
