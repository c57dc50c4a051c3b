"""One run of the program: in which language, what is said when it goes wrong, and with which exit code it ends.

What someone needs at once is printed before the command line is parsed (SPD-02); the parser takes most of a start.
"""

import sys

from meldcode.cli.output import Voice, forgiving, silence
from meldcode.cli.settings import language_of, plain_of, split
from meldcode.text import LANGUAGES


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; whatever goes wrong is said in words."""
    forgiving()
    rest, language, plain = split(arguments)
    voice = Voice(language_of(arguments), plain=plain_of(asked=plain))
    try:
        if language in (None, *LANGUAGES) and _said_at_once(rest, voice):
            return 0
        from meldcode.cli.app import called  # noqa: PLC0415 - after what is said at once

        return called(rest, voice, language)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        silence(sys.stdout)
        return 0
    except Exception as error:  # noqa: BLE001 - a traceback could show what was typed (USR-04)
        return _failed(error, voice)


def _said_at_once(arguments: list[str], voice: Voice) -> bool:
    """Print the emergency page or the first page of help, where one of them is asked for and nothing else."""
    match arguments:
        case ["emergency"]:
            from meldcode.cli.emergency import emergency  # noqa: PLC0415 - only when asked for

            emergency(voice)
        case ["--help"]:
            from meldcode.cli.front_page import main_page  # noqa: PLC0415 - as above

            voice.out(main_page(voice.language))
        case _:
            return False
    return True


def _failed(error: Exception, voice: Voice) -> int:
    from meldcode.cli.errors import Exit, outcome  # noqa: PLC0415 - only when something went wrong
    from meldcode.cli.grammar import usage_problem  # noqa: PLC0415 - as above

    problem = usage_problem(error, voice.language)
    text, code = (problem, Exit.USAGE) if problem else outcome(error, voice.language)
    voice.err(text)
    if isinstance(error, OSError):
        silence(sys.stdout)
    return code
