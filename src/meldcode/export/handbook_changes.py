"""What a municipality or organisation changed in the protocol: at the top who, and in a chapter everything they did."""

from meldcode.export.handbook_marks import Marks
from meldcode.export.handbook_words import Chapter, Words
from meldcode.export.html import NOTHING, Html, element, escaped, joined
from meldcode.protocol.model import Change, Overlay
from meldcode.text.handbook import TEXTS

PLACES = {
    "contact": "contact",
    "flag": "aandachtspunt",
    "intervention": "hulp",
    "question": "vraag",
    "rule": "regel",
    "step": "stap",
}
"""How the id begins of the place where a changed element of some kind stands."""

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
    keys = (_key(words, key) for key in change.keys if key not in (*STRUCTURE, change.kind))
    origin = element("code", escaped(f"{change.origin.file}:{change.origin.line}"))
    parts = (
        words.labelled(f"kind_{change.kind}", _named(words, marks, change)),
        words.labelled("change_done", joined((words.did(change.verb), escaped(marks.owner(change))), " ")),
        words.labelled("change_keys", joined(keys, ", ")),
        words.labelled("change_origin", origin),
    )
    return element("li", *parts, id=f"wijziging-{number}")


def _named(words: Words, marks: Marks, change: Change) -> Html:
    """Return what the element is called, as a link where it has a place of its own, or its id where it is not there."""
    called = words.text(marks.called(change))
    if not called:
        return element("code", escaped(change.id))
    place = PLACES.get(change.kind)
    return element("a", called, href=f"#{place}-{change.id}") if place else called


def _key(words: Words, key: str) -> Html:
    """Return what was given, in words where there are words for it."""
    return words.say(f"key_{key}") if f"key_{key}" in TEXTS else element("code", escaped(key))
