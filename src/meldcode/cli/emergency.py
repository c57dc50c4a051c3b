"""`meldcode emergency`: whom to call and what to do now."""

from meldcode.cli.output import Voice
from meldcode.text import emergency as emergency_text
from meldcode.text import say


def emergency(voice: Voice) -> None:
    """Print the emergency page; constant text, no file is opened."""
    voice.prose(say(voice.language, "emergency.line"))
    voice.out("")
    voice.prose(say(voice.language, "emergency.title"))
    for name in emergency_text.PAGE:
        voice.out("")
        voice.prose(say(voice.language, f"emergency.{name}"))
