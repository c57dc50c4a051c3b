"""The debrief as people get it: lines, a page, data; in both languages, and without what someone typed."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from meldcode.case.events import Answered, Event
from meldcode.training.attempt import Attempt, Happened
from meldcode.training.debrief import FEW, Debrief, debrief, scales
from meldcode.training.debrief_blocks import Prose, Section
from meldcode.training.debrief_data import COLUMNS, csv_lines, json_text
from meldcode.training.debrief_outline import sections
from meldcode.training.debrief_page import page
from meldcode.training.debrief_text import bar, lines
from meldcode.training.debrief_together import by_name, together
from meldcode.training.exercise import load
from meldcode.training.gather import Group, files_of, gather
from tests.shared import ROOT
from tests.training.made_group import Made, written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from meldcode.protocol.language import Language

EXERCISE = load(ROOT / "examples" / "exercises" / "brood-zonder-beleg.yaml")
LANGUAGES: tuple[Language, ...] = ("nl", "en")
TYPED = "kenteken ZX-99 <script> die iemand typte"


def marked(attempt: Attempt) -> Attempt:
    """Return the attempt in which every text that is typed can be recognised."""
    told = [replace(line, event=_marked(line.event)) if isinstance(line, Happened) else line for line in attempt.lines]
    return replace(attempt, lines=tuple(told))


def _marked(event: Event) -> Event:
    if isinstance(event, Answered) and event.question == "signalen" and isinstance(event.value, list):
        return replace(event, value=[{**each, "seen": TYPED, "meaning": TYPED} for each in event.value])
    if isinstance(event, Answered) and EXERCISE.protocol.questions[event.question].type == "text":
        return replace(event, value=TYPED)
    return event


def group_of(attempts: Sequence[Attempt], folder: Path) -> Group:
    folder.mkdir(exist_ok=True)
    for attempt in attempts:
        written(attempt, folder)
    found = gather(files_of([folder]), {EXERCISE.id: EXERCISE}.get)
    assert found.left == ()
    return found.groups[0]


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Group:
    return group_of([marked(each) for each in Made(EXERCISE).group(30, 0.7)], tmp_path_factory.mktemp("uitslagen"))


@pytest.fixture(scope="module")
def found(group: Group) -> Debrief:
    return debrief(group)


def text(parts: Sequence[Section]) -> str:
    return "\n".join(lines(parts, "OEFENING"))


class Seen(HTMLParser):
    """The words of a page, and its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def seen(html: str) -> Seen:
    parser = Seen()
    parser.feed(html)
    return parser


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_a_person_is_shown(found: Debrief, language: Language) -> None:
    parts = sections([found], language)
    for shown in (text(parts), page(parts, language), json_text([found], (), ())):
        assert "ZX-99" not in shown
        assert not re.search(r"\bd0\d\d\b", shown), "a pseudonym"


def test_answers_by_pseudonym_come_only_when_asked_and_never_what_was_typed(found: Debrief) -> None:
    shown = text(by_name([found], "nl"))
    assert "d001" in shown
    assert "laat dit niet aan de groep zien" in shown.casefold()
    assert "ZX-99" not in shown


def test_the_csv_has_a_row_a_participant_question_and_round_with_numbers_for_names(found: Debrief) -> None:
    content = "".join(csv_lines([found], names=False))
    rows = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff")), delimiter=";"))
    assert tuple(rows[0]) == COLUMNS
    assert {row["participant"] for row in rows} == {str(number) for number in range(1, 31)}
    assert len({(row["participant"], row["round"], row["question"]) for row in rows}) == len(rows)
    spread = next(each for each in found.spreads if (each.question, each.round) == ("collega", 1))
    given = [row for row in rows if (row["question"], row["round"]) == ("collega", "1")]
    assert sum(row["answer"] == "ja" for row in given) == spread.counts["ja"]
    assert sum(row["within"] == "ja" for row in given) == spread.within
    assert "ZX-99" not in content
    assert "d001" not in content
    assert "d001" in "".join(csv_lines([found], names=True))


def test_a_pseudonym_is_no_formula(tmp_path: Path) -> None:
    attempt = Made(EXERCISE).attempt("vos")
    evil = replace(attempt, head=replace(attempt.head, participant='=HYPERLINK("x")'))
    path = written(attempt, tmp_path)
    path.write_text(path.read_text("utf-8").replace('"vos"', json.dumps(evil.head.participant)), encoding="utf-8")
    group = gather(files_of([tmp_path]), {EXERCISE.id: EXERCISE}.get).groups[0]
    content = "".join(csv_lines([debrief(group)], names=True))
    assert "\"'=HYPERLINK" in content
    assert '"=HYPERLINK' not in content


def test_the_json_tells_what_the_page_tells(found: Debrief) -> None:
    body = json.loads(json_text([found], scales([]), ()))
    one = body["exercises"][0]
    assert (one["participants"], body["exercise_only"]) == (30, True)
    assert [each["alpha"] for each in one["agreement"]] == [scale.alpha for scale in found.scales]
    assert body["bootstrap"]["seed"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terminal_and_the_page_say_the_same(found: Debrief, language: Language) -> None:
    parts = sections([found], language)
    on_page = " ".join("".join(seen(page(parts, language)).words).split())
    for section in parts:
        for chapter in section.chapters:
            assert chapter.title in on_page
            for block in chapter.blocks:
                if isinstance(block, Prose):
                    assert " ".join(block.text.split()) in on_page
    for share in re.findall(r"\d+ (?:van|of) 30, \d+%", text(parts)):
        assert share in on_page


def test_the_norm_is_marked_in_words(found: Debrief) -> None:
    shown = text(sections([found], "nl"))
    assert re.search(r"Direct gevaar\n  Nee \(past bij de norm\)\n    #+\.* \d+ van", shown)
    assert re.search(r"  Ja \(buiten de norm\)\n    .+\n  Past bij de norm: \d+ van 30", shown)


def test_no_line_that_can_not_be_broken_is_wider_than_40_columns(found: Debrief) -> None:
    many = [line for line in text(sections([found], "nl")).split("\n") if line.startswith("    ")]
    assert many
    assert max(map(len, many)) <= 40
    assert len(f"    {bar(999, 999)} 999 van 999, 100%") <= 40


@pytest.mark.parametrize(
    ("count", "total", "shown"),
    [(0, 30, "." * 16), (30, 30, "#" * 16), (1, 300, "#" + "." * 15), (299, 300, "#" * 15 + "."), (0, 0, "." * 16)],
)
def test_a_bar_shows_what_is_there_and_is_full_for_all_only(count: int, total: int, shown: str) -> None:
    assert bar(count, total) == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_static_and_says_that_it_is_an_exercise(found: Debrief, language: Language) -> None:
    html = page(sections([found], language), language)
    elements = seen(html).elements
    assert {tag for tag, _ in elements}.isdisjoint({"script", "link", "img", "iframe", "object", "form"})
    assert not [name for _, attributes in elements for name in attributes if name == "style" or name.startswith("on")]
    links = [attributes["href"] for tag, attributes in elements if tag == "a"]
    assert links
    assert all(link and link.startswith("#") for link in links)
    assert ("html", {"lang": language}) in elements
    assert "default-src 'none'" in html.replace("&#x27;", "'")
    assert html.count("OEFENING" if language == "nl" else "EXERCISE") >= 3
    assert html == page(sections([found], language), language)


def test_a_drawing_has_its_numbers_in_a_table_and_is_silent_for_screen_readers(found: Debrief) -> None:
    elements = seen(page(sections([found], "nl"), "nl")).elements
    drawings = [attributes for tag, attributes in elements if tag == "svg"]
    assert {drawing["class"] for drawing in drawings} == {"bar", "dots", "tree"}
    assert all(drawing["aria-hidden"] == "true" for drawing in drawings)


@pytest.mark.parametrize(("size", "warned"), [(FEW - 1, True), (FEW, False)])
def test_a_small_group_is_warned_that_people_can_be_recognised(tmp_path: Path, size: int, *, warned: bool) -> None:
    parts = sections([debrief(group_of(Made(EXERCISE).group(size), tmp_path))], "nl")
    assert ("kan zichzelf of een ander herkennen" in text(parts)) is warned
    assert ('class="warning"' in page(parts, "nl")) is warned


def test_what_only_a_few_of_a_group_were_asked_is_named_and_not_shown(tmp_path: Path) -> None:
    """The page is projected: four people could be recognised by the side path that they took."""
    made = Made(EXERCISE)
    side = [made.attempt(f"x{number}", always={"gesprek": "niet_gevoerd"}) for number in range(FEW - 1)]
    shown = text(sections([debrief(group_of([*made.group(12), *side], tmp_path))], "nl"))
    assert re.search(r"minder dan 5 deelnemers\. Hun antwoorden staan hier niet: .*Reden geen gesprek", shown)
    assert "\nReden geen gesprek\n" not in shown
    assert "\nReden geen gesprek\n" in text(sections([debrief(group_of(side, tmp_path / "klein"))], "nl"))


def test_where_there_is_no_number_the_reason_stands_there(tmp_path: Path) -> None:
    shown = text(sections([debrief(group_of(Made(EXERCISE).group(6, 0.8), tmp_path))], "nl"))
    assert "minder dan 20 deelnemers" in shown
    assert "None" not in shown
    assert "nan" not in shown.split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_exercises_have_a_section_each_and_one_together(
    group: Group, found: Debrief, language: Language
) -> None:
    other = replace(group, exercise=replace(EXERCISE, id="andere"))
    both = [found, debrief(other)]
    common = together(both, scales([group, other]), language)
    html = page((*sections(both, language), common), language)
    assert re.findall(r'<h2 id="([^"]+)"', html) == ["contents", EXERCISE.id, "andere", "samen"]
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
