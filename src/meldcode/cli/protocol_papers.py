"""`meldcode protocol graph` and `handbook`: a protocol as a drawing and as a page to read, print and hand out."""

from collections.abc import Callable

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import written
from meldcode.cli.output import Voice
from meldcode.cli.places import sector_of
from meldcode.cli.subject import named_by
from meldcode.protocol.language import Language
from meldcode.protocol.model import Protocol


def graph(voice: Voice, name: str, sector: str, output: str) -> Exit:
    """Print the protocol as Mermaid text, or write it to a new file."""
    from meldcode.export.graph import graph as drawn  # noqa: PLC0415 - only the one that is asked

    return _put(voice, name, sector, output, drawn)


def handbook(voice: Voice, name: str, sector: str, output: str) -> Exit:
    """Print the protocol as one static HTML page, or write it to a new file."""
    from meldcode.export.handbook import handbook as page  # noqa: PLC0415 - only the one that is asked

    return _put(voice, name, sector, output, page)


def _put(voice: Voice, name: str, sector: str, output: str, made: Callable[[Protocol, Language], str]) -> Exit:
    named = named_by(voice, [name])
    found = [each for each in named if not sector or each.sector == sector_of(voice, sector)]
    if len(found) != 1:
        raise CommandError(Exit.USAGE, "author.one_sector", sectors=", ".join(each.sector for each in named))
    content = made(found[0].resolve().protocol, voice.language)
    if output in ("", "-"):
        voice.out(content)
    else:
        voice.note("cli.written", path=written(output, content))
    return Exit.FINE
