"""What others need for something like it, in the same environment and the same run.

Their decisions are one table of six rows over five answers: a level and nothing else, where ours are whole results.
"""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace

import zen
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.dmn.engine.DMNEngine import DMNEngine
from SpiffWorkflow.dmn.specs.model import DecisionTable, Input, InputEntry, Output, OutputEntry, Rule

QUESTIONS = ("direct_gevaar", "vermoeden", "veiligheid", "hulp", "acceptatie")
TABLE: Sequence[tuple[str, Mapping[str, str]]] = (
    ("bel_112", {"direct_gevaar": "ja"}),
    ("melden", {"direct_gevaar": "nee", "veiligheid": "nee"}),
    ("overleg", {"direct_gevaar": "nee", "veiligheid": "onbekend"}),
    ("hulp", {"direct_gevaar": "nee", "veiligheid": "ja", "vermoeden": "ja", "hulp": "ja"}),
    ("volgen", {"direct_gevaar": "nee", "veiligheid": "ja", "vermoeden": "ja", "hulp": "nee"}),
    ("afsluiten", {"direct_gevaar": "nee", "veiligheid": "ja", "vermoeden": "nee"}),
)

TWO_QUESTIONS = """\
import questionary
for number in range(4):
    questionary.select(f"Vraag nummer {number}", choices=["ja", "nee"]).ask()
"""
"""A bare prompt after another: what a key costs without us."""


class Zen:
    """zen-engine, from GoRules."""

    def __init__(self) -> None:
        """Compile the table once."""
        content = zen.ZenDecisionContent(json.dumps(_graph()))
        self._engine = zen.ZenEngine({"loader": lambda _key: content})
        self._decision = self._engine.create_decision(content)

    def single(self, cases: Sequence[Mapping[str, str]]) -> list[str]:
        """Decide one by one."""
        return [self._decision.evaluate(case)["result"]["level"] for case in cases]

    def batch(self, cases: Sequence[Mapping[str, str]]) -> list[str]:
        """Decide all in one call, on all cores."""
        done = self._engine.evaluate_batch([{"key": "table", "context": case} for case in cases])
        return [one["data"]["result"]["level"] for one in done]


def _graph() -> dict[str, object]:
    inputs = [{"id": name, "name": name, "type": "expression", "field": name} for name in QUESTIONS]
    rules = [
        {"_id": level, "level": f'"{level}"', **{name: f'"{row[name]}"' if name in row else "" for name in QUESTIONS}}
        for level, row in TABLE
    ]
    outputs = [{"id": "level", "name": "level", "type": "expression", "field": "level"}]
    table = {"hitPolicy": "first", "inputs": inputs, "outputs": outputs, "rules": rules}
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode"},
        {"id": "table", "name": "table", "type": "decisionTableNode", "content": table},
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    edges = [
        {"id": "a", "sourceId": "in", "targetId": "table", "type": "edge"},
        {"id": "b", "sourceId": "table", "targetId": "out", "type": "edge"},
    ]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}


class Spiff:
    """SpiffWorkflow's decision tables (DMN)."""

    def __init__(self) -> None:
        """Make the table once."""
        table = DecisionTable("table", "table", "UNIQUE")
        questions = [Input(name, name, name, name, "string") for name in QUESTIONS]
        output = Output("level", "level", "level", "string")
        for level, row in TABLE:
            rule = Rule(level)
            for question in questions:
                entry = InputEntry(question.id, question)
                entry.lhs.append(f'"{row[question.id]}"' if question.id in row else None)
                rule.inputEntries.append(entry)
            said = OutputEntry("level", output)
            said.text = f'"{level}"'
            rule.outputEntries.append(said)
            table.rules.append(rule)
        self._engine = DMNEngine(table)
        self._workflow = SimpleNamespace(script_engine=PythonScriptEngine())

    def single(self, cases: Sequence[Mapping[str, str]]) -> list[str]:
        """Decide one by one."""
        tasks = (SimpleNamespace(data=dict(case), workflow=self._workflow) for case in cases)
        return [self._engine.result(task)["level"] for task in tasks]


def copier_template(folder: Path) -> Path:
    """Make a template with one question."""
    template = folder / "template"
    template.mkdir()
    question = {"type": "str", "help": "Naam van de map", "default": "x"}
    (template / "copier.yml").write_text(json.dumps({"naam": question}), encoding="utf-8")
    return template


def commit_at_hand(folder: Path) -> Path:
    """Make a repository with something to commit."""
    repository = folder / "repository"
    repository.mkdir()
    (repository / "a.txt").write_text("a\n", encoding="utf-8")
    for words in (["init", "-q"], ["add", "a.txt"]):
        subprocess.run(["git", *words], cwd=repository, check=True)  # noqa: S607 - where git is, differs
    return repository
