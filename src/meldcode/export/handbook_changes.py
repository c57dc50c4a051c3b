"""What a municipality or organisation changed in the protocol: at the top who, and in a chapter everything they did."""

from collections.abc import Iterable

from meldcode.export.handbook_marks import Marks
from meldcode.export.handbook_words import Chapter, Words
from meldcode.export.html import NOTHING, Html, element, escaped, joined
from meldcode.protocol.model import Change, Overlay
from meldcode.text.handbook import TEXTS

STRUCTURE = ("add", "change", "hide", "tighten", "id", "place")
"""Keys of an operation that say which it is, not what it gives."""


def adapted(words: Words) -> Html:
    """Return who adapted the protocol locally, or nothing."""
    lines = (element("p", _by(words, overlay)) for overlay in words.protocol.overlays)
    inside = joined(lines)
    if not inside:
        return NOTHING
    link = element("p", element("a", words.say("chapter.changes"), href="#changes"))
    return element("div", inside, link, class_="adapted")


def changes(words: Words) -> Chapter:
    """Return the chapter with every change in words; it has no body where nobody adapted the protocol."""
    if not words.protocol.overlays:
        return Chapter("changes", NOTHING)
    marks = Marks(words.protocol)
    items = (_change(words, marks, number, each) for number, each in enumerate(words.protocol.changes, start=1))
    intro = (
        element("p", words.say("changes_text")),
        joined(element("p", _by(words, each)) for each in words.protocol.overlays),
    )
    return Chapter("changes", joined((*intro, element("ol", *items, class_="changes"))))


def _by(words: Words, overlay: Overlay) -> Html:
    """Return the sentence that names an overlay, its owner and its hash."""
    values = {"owner": overlay.owner, "overlay": overlay.id, "version": overlay.version, "digest": overlay.digest}
    where = ", ".join(overlay.municipalities)
    return joined((words.say("adapted", **values), words.say("adapted_for", where=where) if where else NOTHING), " ")


def _change(words: Words, marks: Marks, number: int, change: Change) -> Html:
    what = joined((words.say(f"kind_{change.kind}"), _named(words, change)), " ")
    by = joined((words.did(change.verb), escaped(marks.owner(change))), " ")
    keys = joined((_key(words, key) for key in change.keys if key not in STRUCTURE), ", ")
    origin = element("code", escaped(f"{change.origin.file}:{change.origin.line}"))
    parts = (
        element("p", element("strong", what), Html(", "), by),
        words.labelled("change_keys", keys),
        words.labelled("change_origin", origin),
    )
    return element("li", *parts, id=f"wijziging-{number}")


def _named(words: Words, change: Change) -> Html:
    """Return the element as a link to where it stands, or its id where it has no place of its own."""
    protocol, name = words.protocol, change.id
    places = {
        "question": lambda: words.question(name) if name in protocol.questions else NOTHING,
        "contact": lambda: words.contacts([name]),
        "step": lambda: _to("stap", name, ((each.id, words.text(each.title)) for each in protocol.steps)),
        "rule": lambda: _to("regel", name, ((each.id, words.text(each.because)) for each in protocol.rules)),
        "flag": lambda: _to("aandachtspunt", name, ((each.id, words.text(each.text)) for each in protocol.flags)),
        "intervention": lambda: _to(
            "hulp", name, ((each.id, words.text(each.name)) for each in protocol.help.interventions.values())
        ),
    }
    found = places[change.kind]() if change.kind in places else NOTHING
    return found or element("code", escaped(name))


def _to(place: str, name: str, named: Iterable[tuple[str, Html]]) -> Html:
    title = dict(named).get(name)
    return element("a", title, href=f"#{place}-{name}") if title else NOTHING


def _key(words: Words, key: str) -> Html:
    """Return what was given, in words where there are words for it."""
    return words.say(f"key_{key}") if f"key_{key}" in TEXTS else element("code", escaped(key))
