"""The protocol as Mermaid text: all of it, the same every time, and no text of it ends the label that it stands in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from meldcode.export.graph import graph
from meldcode.protocol.library import sector_ids
from meldcode.protocol.model import LEVELS
from meldcode.text.visible import one_line
from tests.case.shipped import protocol_of
from tests.export.test_handbook import LANGUAGES
from tests.export.test_handbook_changes import OWNER, adapted
from tests.export.test_handbook_hostile import HOSTILE, saying

if TYPE_CHECKING:
    from meldcode.protocol.language import Language

GRAPHS = [(sector, language) for sector in sector_ids() for language in LANGUAGES]

of_every_graph = pytest.mark.parametrize(("sector", "language"), GRAPHS)
hostile = pytest.mark.parametrize(
    "typed",
    [
        *HOSTILE.values(),
        'a"] --> l_melden["b',
        'einde"\n  end\n  click q_hulp href "https://evil.example"',
        "%%{init: {'securityLevel': 'loose'}}%%",
        "#quot; #34; &#34; ﬂ°34¶ß",
        "`**vet** _schuin_`",
        "1. lijst\n- lijst\n* lijst",
        "fa:fa-user :smile: subgraph end graph flowchart",
        "$$x$$ | || --- === -.-> ==>",
        "a;b\nclassDef x fill:#000",
    ],
)

LABEL = r'"[^"\n]*"'
NODE = rf"[qrl]_[a-z0-9_.]+(?:\[{LABEL}\]|\({LABEL}\)|\(\[{LABEL}\]\))"
NAME = r"[qrl]_[a-z0-9_.]+"
LINES = {
    "comment": r"%% [\w .,:#;-]+",
    "title": r"accTitle: [^\"\n]+",
    "description": r"accDescr: [^\"\n]+",
    "group": rf"subgraph [a-z0-9_.]+\[{LABEL}\]",
    "end": r"end",
    "node": NODE,
    "edge": rf"{NAME} (?:-->|-\.->|==>)(?:\|{LABEL}\|)? {NAME}",
    "head": r"flowchart TD",
}
PLAIN = re.compile(r"(?:[^\W_]|[ ,?().“”]|#\d+;)*")


def kinds(text: str) -> list[str]:
    """What each line is; every line must be one of ours."""
    found = []
    for line in text.splitlines():
        kind = [name for name, pattern in LINES.items() if re.fullmatch(pattern, line.strip())]
        assert len(kind) == 1, line
        found += kind
    return found


def labels(text: str) -> list[str]:
    return re.findall(r'"([^"\n]*)"', text)


def decoded(label: str) -> str:
    return re.sub(r"#(\d+);", lambda match: chr(int(match[1])), label)


def nodes(text: str) -> dict[str, str]:
    """The label of every node by its name."""
    found = re.findall(r'^ *([qrl]_[a-z0-9_.]+)[\[(]+"([^"\n]*)"', text, re.MULTILINE)
    assert len(found) == len(dict(found))
    return {name: decoded(label) for name, label in found}


def edges(text: str) -> list[tuple[str, str]]:
    return re.findall(rf"^ *({NAME}) (?:-->|-\.->|==>)(?:\|{LABEL}\|)? ({NAME})$", text, re.MULTILINE)


@of_every_graph
def test_every_line_is_one_of_ours_and_every_edge_joins_nodes(sector: str, language: Language) -> None:
    text = graph(protocol_of(sector), language)
    found = kinds(text)
    assert found[:4] == ["comment", "head", "title", "description"]
    assert found.count("group") == found.count("end") == len(protocol_of(sector).steps) + 2
    assert {name for edge in edges(text) for name in edge} <= nodes(text).keys()
    drawn = [line for line in text.splitlines() if re.fullmatch(LINES["edge"], line.strip())]
    assert len(drawn) == len(set(drawn))


@of_every_graph
def test_every_question_stands_in_its_step_once(sector: str, language: Language) -> None:
    protocol = protocol_of(sector)
    text = graph(protocol, language)
    asked = {name: label for name, label in nodes(text).items() if name.startswith("q_")}
    wanted = {f"q_{name.replace('-', '.')}": question.ask for name, question in protocol.questions.items()}
    assert asked == {name: " ".join(ask.to(language).split()) for name, ask in wanted.items()}
    for step in protocol.steps:
        assert f"subgraph s_{step.id.replace('-', '.')}[" in text


@of_every_graph
def test_every_rule_with_a_level_leads_from_a_question_to_that_level(sector: str, language: Language) -> None:
    protocol = protocol_of(sector)
    pairs = edges(graph(protocol, language))
    rules = [rule for rule in protocol.rules if rule.level]
    assert len(rules) > 5
    for rule in rules:
        name = f"r_{rule.id.replace('-', '.')}"
        levels = {after.partition(".")[0] for before, after in pairs if before == name}
        assert levels == {f"l_{rule.level}"}
        assert [before for before, after in pairs if after == name and before.startswith("q_")]
    drawn = [name for name in nodes(graph(protocol, language)) if name.startswith("r_")]
    assert len(drawn) == len(rules)


def test_a_rule_hangs_from_the_last_question_that_it_reads() -> None:
    pairs = edges(graph(protocol_of("algemeen"), "nl"))
    assert ("q_resultaat", "r_hulp_werkt") in pairs
    assert ("q_hulp", "r_hulp_werkt") not in pairs
    assert ("q_hulp", "r_geen_hulp") in pairs


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_level_is_there_with_what_it_asks(language: Language) -> None:
    protocol = protocol_of("algemeen")
    found = nodes(graph(protocol, language))
    assert {level: found[f"l_{level}"] for level in LEVELS} == {
        level: text.title.to(language) for level, text in protocol.levels.items()
    }


def test_a_rule_of_another_route_leads_to_what_its_level_means_there() -> None:
    protocol = protocol_of("onderwijs")
    text = graph(protocol, "nl")
    assert nodes(text)["l_melden.beroepskracht"] == protocol.routes[0].levels["melden"].title.nl
    assert [after for before, after in edges(text) if before == "r_zeden_bestuur"] == ["l_melden.beroepskracht"]
    assert ("r_onveilig", "l_melden") in edges(text)


def test_a_guard_is_a_sentence_on_the_way_to_its_question() -> None:
    text = graph(protocol_of("algemeen"), "nl")
    assert '-->|"als “Overleg met collega” is “Ja”"| q_collega_advies' in text


def test_another_route_is_entered_where_its_condition_stands() -> None:
    text = graph(protocol_of("onderwijs"), "nl")
    condition = "als “Mogelijke pleger” is “Iemand die op of voor een school werkt, of een andere beroepskracht”"
    assert f'q_kindcheck -->|"{condition}"| q_zeden' in text


def test_two_routes_may_share_a_question() -> None:
    text = graph(protocol_of("sport"), "nl")
    assert list(nodes(text)).count("q_seksuele_intimidatie") == 1
    assert text.count("| q_seksuele_intimidatie") == 2


def test_it_says_which_protocol_it_is_and_who_adapted_it() -> None:
    protocol = protocol_of("onderwijs")
    first = graph(protocol, "nl").splitlines()[0]
    assert first == f"%% {protocol.id} {protocol.version} {protocol.digest}"
    assert graph(adapted(), "nl").splitlines()[1].startswith(f"%% {OWNER} voorbeeldstad 1.2.0 sha256:")


def test_ids_that_differ_in_a_hyphen_alone_stay_two() -> None:
    protocol = protocol_of("algemeen")
    step = protocol.steps[0]
    twins = {name: replace(protocol.questions["collega"], id=name, when=None) for name in ("a-b", "a_b")}
    more = replace(step, questions=(*step.questions, *twins))
    both = replace(protocol, questions={**protocol.questions, **twins}, steps=(more, *protocol.steps[1:]))
    assert {"q_a.b", "q_a_b"} <= nodes(graph(both, "nl")).keys()


@hostile
def test_no_text_ends_its_label_or_begins_a_line(typed: str) -> None:
    for language in LANGUAGES:
        assert kinds(graph(saying(typed), language)) == kinds(graph(saying("Gewoon."), language))


@hostile
def test_a_label_holds_nothing_that_mermaid_acts_on_and_reads_as_it_was_written(typed: str) -> None:
    text = graph(saying(typed), "nl")
    assert all(PLAIN.fullmatch(label) for label in labels(text))
    assert not any(re.match(r"\d+\.", label) for label in labels(text))
    assert "%%{" not in text
    assert nodes(text)["l_melden"] == one_line(typed)
