"""How a debrief looks: large enough for the back of a room, light and dark, and on A4."""

from meldcode.export.html import string

_SCREEN = """
:root {
  color-scheme: light dark;
  --paper: #ffffff; --soft: #eef1f3; --line: #8a949a; --ink: #12181b; --quiet: #3f4b52; --fit: #0b5a8a;
  --bar: #5b3a8c; --on-bar: #ffffff; --on-fit: #ffffff; --link: #0b5a8a; --mark: #8f1313;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14191c; --soft: #222a2f; --line: #7d8a92; --ink: #f0f4f6; --quiet: #c3ced5; --fit: #8cc8f0;
    --bar: #cdb4f5; --on-bar: #1c1230; --on-fit: #0d1a22; --link: #8cc8f0; --mark: #ff9d94;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1.375rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
.exercise {
  margin: 0; padding: .5rem 1.25rem; text-align: center; font-weight: 700; font-size: 1.2rem;
  background: var(--bar); color: var(--on-bar);
}
.skip { position: absolute; left: -100vw; top: 0; padding: .75rem 1.25rem; background: var(--paper); z-index: 3; }
.skip:focus { left: .5rem; top: .5rem; }
.page { max-width: 72rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
main:focus { outline: none; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
h1, h2, h3, h4 { line-height: 1.2; margin: 0 0 .75rem; text-wrap: balance; }
h1 { font-size: clamp(1.9rem, 5vw, 3rem); }
h2 { font-size: clamp(1.7rem, 4vw, 2.5rem); margin-top: 3.5rem; }
h3 { font-size: clamp(1.5rem, 3.4vw, 2rem); margin-top: 3rem; padding-bottom: .3rem; border-bottom: 3px solid; }
h4 { font-size: clamp(1.3rem, 3vw, 1.6rem); margin-bottom: .5rem; }
p, ul, ol, table { margin: 0 0 1rem; }
ul, ol { padding-left: 1.5rem; }
li { margin-bottom: .5rem; }
a { color: var(--link); text-underline-offset: .15em; }
nav { background: var(--soft); border-radius: .5rem; padding: 1rem 1.25rem; margin: 2rem 0 0; }
nav h2 { font-size: 1.5rem; margin-top: 0; }
nav li { margin: 0 0 .2rem; }
.warning { border: 3px solid var(--mark); padding: .75rem 1rem; font-weight: 700; }
.block { margin: 2rem 0 0; }
.notes p { color: var(--quiet); font-size: 1.15rem; margin: 0 0 .4rem; }
table { width: 100%; border-collapse: collapse; }
th, td {
  text-align: left; vertical-align: middle; padding: .55rem 1rem .55rem 0; border-bottom: 1px solid var(--line);
}
thead th { border-bottom: 2px solid var(--ink); font-size: 1.1rem; vertical-align: bottom; }
tbody th { font-weight: 600; }
.mark { display: block; font-weight: 400; font-size: 1.1rem; color: var(--quiet); }
.said { display: block; font-variant-numeric: tabular-nums; }
svg { display: block; }
.bar { width: 100%; height: 1.5rem; }
.ground { fill: var(--soft); }
.fill { fill: var(--fit); stroke: var(--fit); stroke-width: .1; }
.outline { fill: none; stroke: var(--ink); stroke-width: 3; vector-effect: non-scaling-stroke; }
.dots { width: 100%; min-width: 8rem; }
.axis { stroke: var(--line); stroke-width: .7; }
.middle { stroke: var(--fit); stroke-width: 4; stroke-linecap: round; }
.dot { fill: var(--fit); stroke: var(--paper); stroke-width: 1; }
.tree { display: none; width: 100%; margin: 0 0 1.5rem; }
.spine { stroke: var(--fit); stroke-width: 5; }
.branch { stroke: var(--line); stroke-width: 3; }
text { fill: var(--ink); font-size: 19px; }
.left { text-anchor: end; font-weight: 600; }
.inside { text-anchor: middle; font-weight: 700; fill: var(--on-fit); font-size: 16px; }
.bars { table-layout: fixed; }
.bars th:first-child { width: 46%; }
.trees td ul { margin: 0; padding-left: 1.1rem; }
.trees td li { margin: 0; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 3px solid; color: var(--quiet); }
@media (min-width: 52rem) {
  .tree { display: block; }
}
@media (max-width: 40rem) {
  body { font-size: 1.125rem; }
  th, td { padding-right: .5rem; overflow-wrap: anywhere; }
  .grid, .grid tbody, .grid tr, .grid td, .grid tbody th, .plot, .plot tbody, .plot tr, .plot td, .plot tbody th {
    display: block; border: 0; padding: .1rem 0;
  }
  .grid thead, .plot thead {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  }
  .grid tr, .plot tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  .bars th:first-child { width: 52%; }
}
@media (min-height: 30rem) { .exercise { position: sticky; top: 0; z-index: 2; } }
@media (forced-colors: active) {
  .fill, .dot { fill: CanvasText; stroke: CanvasText; }
  .outline, .middle, .axis, .spine, .branch { stroke: CanvasText; }
  .inside { fill: Canvas; }
}
"""

_PRINT = """
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --soft: #f0f0f0; --line: #777777; --ink: #000000; --quiet: #222222; --fit: #084a72;
    --bar: #ffffff; --on-bar: #000000; --on-fit: #ffffff; --link: #000000; --mark: #8f1313;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 11pt; line-height: 1.4; }
  .page { max-width: none; padding: 0; }
  .skip, nav { display: none; }
  .exercise { position: static; border: 2px solid #000000; margin-bottom: 1rem; font-size: 11pt; }
  h1 { font-size: 22pt; } h2 { font-size: 18pt; } h3 { font-size: 15pt; margin-top: 1.5rem; } h4 { font-size: 12pt; }
  section + section > h2 { break-before: page; }
  .mark, .notes p, thead th { font-size: 9.5pt; }
  .block { margin-top: 1rem; }
  .tree { display: block; }
  .bar { height: 1rem; }
  th, td { padding: .25rem .6rem .25rem 0; }
  h1, h2, h3, h4, h3 + p, thead { break-after: avoid; }
  tr, li, svg, .bars, .warning { break-inside: avoid; }
  .block:has(.bars) { break-inside: avoid; }
  thead { display: table-header-group; }
  p, li { orphans: 3; widows: 3; }
  a { text-decoration: none; }
}
"""


def style(exercise: str, page: str) -> str:
    """Return the style sheet; every printed page says that it is of an exercise, and its number."""
    small = "font: 8.5pt system-ui, sans-serif;"
    margins = (
        f"@bottom-left {{ content: {string(exercise)}; {small} }}",
        f'@bottom-right {{ content: {string(page)} " " counter(page) " / " counter(pages); {small} }}',
    )
    return f"{_SCREEN}@page {{ size: A4; margin: 18mm 16mm; {' '.join(margins)} }}{_PRINT}"
