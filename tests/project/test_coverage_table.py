"""The table at the end of `make coverage`: what it counts, and when it fails."""

from __future__ import annotations

import io
import json

import pytest

from tools import coverage_table

Counts = tuple[int, int, int, int]


def file(counts: Counts, lines: list[int] | None = None, arcs: list[list[int]] | None = None) -> dict[str, object]:
    summary = dict(zip(coverage_table.NAMES, counts, strict=True))
    return {"summary": summary, "missing_lines": lines or [], "missing_branches": arcs or []}


def ending(monkeypatch: pytest.MonkeyPatch, files: dict[str, dict[str, object]]) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps({"files": files})))
    return coverage_table.main()


def test_modules_of_a_package_are_counted_together() -> None:
    files = {"src/meldcode/cli/a.py": file((10, 1, 4, 1)), "src/meldcode/cli/sub/b.py": file((30, 0, 6, 0))}
    (row,) = coverage_table.rows(files)
    assert (row.package, row.lines, row.missing_lines, row.branches, row.missing_branches) == ("cli", 40, 1, 10, 1)
    assert row.percent == 96.0


@pytest.mark.parametrize(
    ("path", "counts", "code"),
    [
        ("src/meldcode/case/a.py", (1000, 0, 1000, 0), 0),
        ("src/meldcode/case/a.py", (100_000, 0, 1000, 1), 1),
        ("src/meldcode/protocol/warnings/a.py", (1000, 1, 0, 0), 1),
        ("src/meldcode/cli/a.py", (90, 9, 10, 1), 0),
        ("src/meldcode/cli/a.py", (90, 10, 10, 1), 1),
        ("src/meldcode/__main__.py", (10, 5, 0, 0), 1),
    ],
)
def test_what_decides_must_be_run_whole_and_the_rest_nine_parts_in_ten(
    monkeypatch: pytest.MonkeyPatch, path: str, counts: Counts, code: int
) -> None:
    assert ending(monkeypatch, {path: file(counts)}) == code


def test_what_was_not_run_is_named_where_nothing_may_be_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = file((9, 1, 2, 1), [7], [[6, 7], [8, -1]])
    ending(monkeypatch, {"src/meldcode/prove/a.py": missing, "src/meldcode/cli/b.py": missing})
    said = capsys.readouterr().out
    assert "src/meldcode/prove/a.py: 7, 6->7, 8->exit\n" in said
    assert "b.py" not in said


def test_nothing_measured_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ending(monkeypatch, {}) == 1
