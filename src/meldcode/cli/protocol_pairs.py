"""Two protocols to compare: sectors, overlay files, or what `protocol show` wrote, in pairs of the same sector."""

from functools import partial
from pathlib import Path

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.cli.subject import Named, Subject, named_by
from meldcode.protocol import codec
from meldcode.protocol.model import Protocol


def pairs_of(voice: Voice, old: str, new: str) -> list[tuple[Subject, Subject]]:
    """Return what is to be compared: two single protocols as they are, of several those of the same sector.

    Only those are resolved: an overlay is not laid over a sector that there is nothing to compare with.
    Raises `CommandError`, and `RefusedError` for an overlay that does not hold.
    """
    olds, news = _named(voice, old), _named(voice, new)
    pairs = [(before, after) for before in olds for after in news if before.sector == after.sector]
    if len(olds) == len(news) == 1:
        pairs = [(olds[0], news[0])]
    if not pairs:
        raise CommandError(Exit.USAGE, "diff.no_pair", old=old, new=new)
    return [(before.resolve(), after.resolve()) for before, after in pairs]


def _named(voice: Voice, name: str) -> list[Named]:
    """Return the subjects of a name; one that ends in `.json` holds protocols as `protocol show` writes them."""
    if not name.endswith(".json"):
        return named_by(voice, [name])
    try:
        lines = Path(name).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(Exit.REFUSED, "cli.unreadable", file=name, reason=error) from None
    found = [_saved(name, line) for line in lines if line.strip()]
    if not found:
        raise CommandError(Exit.REFUSED, "diff.saved", file=name)
    return [Named(each.id, partial(Subject, each.id, each, each)) for each in found]


def _saved(name: str, line: str) -> Protocol:
    """Return a protocol that was saved; its digest shows that nothing in it was altered or is of another version."""
    try:
        protocol = codec.decode(line)
        assert isinstance(protocol, Protocol)
        whole = codec.digest(protocol) == protocol.digest
    except (AssertionError, AttributeError, KeyError, RecursionError, TypeError, ValueError):
        raise CommandError(Exit.REFUSED, "diff.saved", file=name) from None
    if not whole:
        raise CommandError(Exit.REFUSED, "diff.altered", file=name)
    return protocol
