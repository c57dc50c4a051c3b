"""An intervention in words: for the summary, and where the question about help is weighed."""

from collections.abc import Iterator, Mapping
from datetime import date

from meldcode.case.values import Value
from meldcode.protocol.help import Intervention
from meldcode.protocol.language import Language
from meldcode.protocol.model import Protocol
from meldcode.referral.help import fitting, is_old
from meldcode.text import say
from meldcode.text.summary import source_line


def help_lines(protocol: Protocol, each: Intervention, language: Language, today: date | None) -> Iterator[str]:
    """Yield the name, what it is, how well it is founded according to whom and when, how to get it, and the source.

    With `today` it tells that a judgement is more than five years old.
    """
    later = f" ({say(language, 'summary.help_later')})" if each.later else ""
    yield each.name.to(language) + later
    yield each.what.to(language)
    yield _founded(protocol, each, language, today)
    yield each.refer.to(language)
    source = protocol.sources[each.source]
    parts = (source.title.to(language), source.url)
    yield source_line(language, parts, each.verified, each.unverified.to(language) if each.unverified else "")


def catalogue(protocol: Protocol, answers: Mapping[str, Value], language: Language, today: date) -> Iterator[str]:
    """Yield the help that may fit these answers as lines of text, with the cautions that go with it."""
    found = fitting(protocol.help, answers)
    if found:
        yield from ("", say(language, "summary.help"))
        yield from (caution.text.to(language) for caution in protocol.help.cautions)
    for each in found:
        name, *lines = help_lines(protocol, each, language, today)
        yield f"- {name}"
        yield from (f"  {line}" for line in lines)


def _founded(protocol: Protocol, each: Intervention, language: Language, today: date | None) -> str:
    level = next((level.title.to(language) for level in protocol.help.levels if level.id == each.level), each.level)
    judge = each.judged_by.to(language) if each.judged_by else ""
    by = ", ".join(filter(None, (judge, each.judged_on)))
    old = today is not None and is_old(each, today)
    remarks = (
        by,
        say(language, "summary.help_reassessing") if each.reassessing else "",
        say(language, "summary.help_old") if old and not each.reassessing else "",
    )
    return say(language, "summary.help_founded", level="; ".join([level, *filter(None, remarks)]))
