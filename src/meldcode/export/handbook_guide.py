"""What the handbook tells beside the walk: for whom it is, special forms, signals, and what comes afterwards."""

from collections.abc import Iterator

from meldcode.export.handbook_words import Chapter, Part, Words
from meldcode.export.html import NOTHING, Html, element, joined, listed, terms
from meldcode.protocol.model import Deadline, Signal, SignalList, Theme


def about(words: Words) -> Chapter:
    """Return the chapter on for whom the protocol is, who decides and who does what."""
    protocol = words.protocol
    roles = listed(joined((words.text(each.text), words.mark("role", each.id))) for each in protocol.roles)
    client = joined(
        joined((words.text(each.text), words.mark("term", each.id))) for each in protocol.terms if each.id == "client"
    )
    pairs = (
        (words.say("for_whom"), words.paragraphs(protocol.for_whom)),
        (words.say("decides"), words.paragraphs(protocol.decides)),
        (words.say("law"), words.say("bound" if protocol.bound else "not_bound")),
        (words.say("client_word"), client),
        (words.say("roles"), roles),
        (words.say("expertise"), words.contacts(protocol.expertise)),
    )
    return Chapter("about", joined((element("p", words.say("about_text")), terms(pairs, class_="facts"))))


def themes(words: Words) -> Chapter:
    """Return the chapter on special forms of violence."""
    found = tuple(words.protocol.themes.values())
    parts = tuple(Part(f"thema-{theme.id}", words.text(theme.title)) for theme in found)
    return Chapter("themes", joined(_theme(words, theme) for theme in found), parts)


def signals(words: Words) -> Chapter:
    """Return the chapter with every signal list as a table."""
    found = tuple(each for each in words.protocol.signal_lists.values() if each.signals)
    parts = tuple(Part(f"lijst-{each.id}", words.text(each.title)) for each in found)
    intro = element("p", words.say("signals_text"))
    return Chapter("signals", joined((intro, *(_list(words, each) for each in found))) if found else NOTHING, parts)


def afterwards(words: Words) -> Chapter:
    """Return the chapter on what to have at hand, what is due when, and how long the record is kept."""
    retention = words.protocol.retention
    at_hand = listed(words.text(item.text) for item in words.protocol.at_hand)
    kept = joined((words.paragraphs(retention.text), words.sourced(retention.source))) if retention else NOTHING
    due = joined(_deadline(words, each) for each in words.protocol.deadlines)
    named = (("at_hand", at_hand), ("due", due), ("retention", kept))
    return Chapter("afterwards", joined(element("h3", words.say(key)) + said for key, said in named if said))  # type: ignore[misc]


def _theme(words: Words, theme: Theme) -> Html:
    place = f"thema-{theme.id}"
    talk = joined((element("p", element("strong", words.say(f"talk_{theme.talk_safe}"))), words.paragraphs(theme.talk)))
    required = words.say("consult_required" if theme.consult_required else "consult_free")
    consult = joined((element("p", element("strong", required)), words.paragraphs(theme.consult)))
    known = {signal.id: signal.text for each in words.protocol.signal_lists.values() for signal in each.signals}
    weigh = listed(words.text(known[name]) for name in theme.weigh if name in known)
    pairs = (
        (words.say("talk"), talk),
        (words.say("consult"), consult),
        (words.say("chapter.contacts"), words.contacts(theme.consult_contacts)),
        (words.say("theme_lists"), words.lists(theme.lists)),
        (words.say("theme_weigh"), weigh),
    )
    inside = (
        element("h3", words.text(theme.title)),
        words.paragraphs(theme.hint, class_="lead"),
        words.paragraphs(theme.help),
        terms(pairs, class_="facts"),
    )
    return element("section", *inside, class_="theme", id=place)


def _list(words: Words, signals: SignalList) -> Html:
    place = f"lijst-{signals.id}"
    columns = ("signal", "weight", "source")
    head = element("thead", element("tr", *(element("th", words.say(f"column_{key}"), scope="col") for key in columns)))
    rows = element("tbody", *(_row(words, signal) for signal in signals.signals))
    caption = element("caption", words.say("signals_caption", title=words.plain(signals.title)))
    inside = (
        element("h3", words.text(signals.title)),
        words.paragraphs(signals.intro),
        element("table", caption, head, rows),
    )
    return element("section", *inside, id=place)


def _row(words: Words, signal: Signal) -> Html:
    weight = element("span", words.say(f"weight_{signal.severity}"), class_=f"weight {signal.severity}")
    graded = element("span", words.say(f"graded_{signal.graded}"), class_="hint")
    return element(
        "tr",
        element("th", words.text(signal.text), words.mark("signal", signal.id), scope="row"),
        element("td", weight, Html(" "), graded),
        element("td", joined(_referred(words, signal), " ")),
    )


def _referred(words: Words, signal: Signal) -> Iterator[Html]:
    source = words.protocol.sources.get(signal.source)
    if source is not None:
        number = words.source_number(source.id)
        yield element("a", words.say("source_short", number=number), href=f"#bron-{number}")
        yield NOTHING if source.verified else element("strong", words.say("unverified"), class_="unverified")


def _deadline(words: Words, due: Deadline) -> Html:
    start = words.plain(words.protocol.questions[due.start].label)
    days, key = (due.working_days, "due_working") if due.working_days else (due.days, "due_days")
    inside = (
        words.labelled("due_what", words.text(due.label)),
        element("p", words.say(key, days=str(days), start=start), Html(" "), words.only_if(due.when)),
        words.paragraphs(due.text),
        words.sourced(due.source),
    )
    return element("div", *inside, class_="box")
