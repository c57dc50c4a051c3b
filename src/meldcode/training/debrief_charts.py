"""Charts as inline SVG without script or style of their own; each stands in or before the table with its numbers."""

from textwrap import wrap

from meldcode.export.html import Html, element, escaped, joined
from meldcode.training.debrief_blocks import Bar, Dot, Stop, Tree

_ROW = 64
_LINE = 22
_TOP = 16
_WIDE = 1000
_SPINE = 330
"""Where the reference path runs, from the left; what branches off stands to the right."""
_BRANCH = 560
_LABEL = 26
_TEXT = 40
"""Characters in a line of a label, and of what branches off."""


def bar_chart(bar: Bar) -> Html:
    """Return one horizontal bar; what fits is filled, what does not has an outline: shape says it, not colour."""
    share = 100 * bar.count / bar.total if bar.total else 0.0
    kind = "fill" if bar.fitting else "outline"
    return _svg(
        "0 0 100 10",
        _rect(0, 0, 100, 10, "ground"),
        _rect(0.4, 0.8, max(share - 0.8, 0.0), 8.4, kind) if bar.count else Html(""),
        class_="bar",
        preserveAspectRatio="none",
    )


def dot_plot(dot: Dot, most: float) -> Html:
    """Return the middle half as a line and the median as a dot, from nothing to the most that is shown."""
    low, middle, high = (4 + 192 * each / (most or 1.0) for each in (dot.low, dot.median, dot.high))
    return _svg(
        "0 0 200 16",
        _line(4, 8, 196, 8, "axis"),
        _line(low, 8, high, 8, "middle"),
        element("circle", cx=f"{middle:.1f}", cy="8", r="5", class_="dot"),
        class_="dots",
    )


def tree(block: Tree) -> Html:
    """Return the reference path from top to bottom; the circles shrink with those who left, who branch off right."""
    drawn, y = [], _TOP + 30
    for number, stop in enumerate(block.stops):
        height = max(_ROW, _LINE * (max(len(_branch_lines(stop)), len(_label_lines(stop))) + 1))
        if number + 1 < len(block.stops):
            drawn.append(_line(_SPINE, y, _SPINE, y + height, "spine"))
        drawn.append(_stop(stop, block.total, y))
        y += height
    return _svg(f"0 0 {_WIDE} {y}", *drawn, class_="tree")


def _stop(stop: Stop, total: int, y: int) -> Html:
    radius = 17 + 9 * (stop.still / total if total else 0.0)
    label = _label_lines(stop)
    lines = _branch_lines(stop)
    branch = _line(_SPINE, y, _BRANCH - 12, y, "branch") if lines else Html("")
    return joined(
        (
            branch,
            element("circle", cx=str(_SPINE), cy=str(y), r=f"{radius:.1f}", class_="dot"),
            _text(_SPINE, y + 6, str(stop.still), "inside"),
            *(_text(_SPINE - 36, y + 6 + _LINE * at, row, "left")
              for at, row in enumerate(label)),
            *(_text(_BRANCH, y + 6 + _LINE * at, row, "right") for at, row in enumerate(lines)),
        )
    )  # fmt: skip


def _label_lines(stop: Stop) -> list[str]:
    return wrap(f"{stop.label}: {stop.option}", _LABEL)


def _branch_lines(stop: Stop) -> list[str]:
    """Return what branches off as lines, each option in two at most: the table says all of it."""
    found = []
    for label, count, mark in stop.branches:
        said = f"{count} \u00d7 {label}{f' ({mark})' if mark else ''}"
        found += wrap(said, _TEXT, max_lines=2, placeholder=" \u2026")
    return found


def _svg(box: str, *inside: Html, **attributes: str) -> Html:
    """Return a drawing that a screen reader leaves alone: the table says the same."""
    return element("svg", *inside, viewBox=box, aria_hidden="true", focusable="false", **attributes)


def _rect(x: float, y: float, width: float, height: float, kind: str) -> Html:
    return element("rect", x=f"{x:g}", y=f"{y:g}", width=f"{width:.1f}", height=f"{height:g}", class_=kind)


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Html:
    return element("line", x1=f"{x1:.1f}", y1=f"{y1:g}", x2=f"{x2:.1f}", y2=f"{y2:g}", class_=kind)


def _text(x: float, y: float, text: str, kind: str) -> Html:
    return element("text", escaped(text), x=f"{x:g}", y=f"{y:g}", class_=kind)
