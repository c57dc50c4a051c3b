"""How the handbook looks: on a screen, light and dark, and on A4. Fonts are those of the reader's own system."""

from meldcode.export.html import string

_SCREEN = """
:root {
  color-scheme: light dark;
  --paper: #ffffff; --soft: #f4f6f7; --line: #c9d1d6; --ink: #1b2429; --quiet: #4d5a62; --link: #0b5a8a;
  --bar: #8f1313; --on-bar: #ffffff; --local: #5b3a8c; --local-soft: #f4effb;
  --bel_112: #8f1313; --melden: #a63d00; --overleg: #7a5600; --hulp: #0b5a8a; --volgen: #0d6161; --afsluiten: #47565f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14191c; --soft: #1e2529; --line: #46535b; --ink: #e8edf0; --quiet: #b3bfc6; --link: #8cc8f0;
    --bar: #7d1010; --on-bar: #ffffff; --local: #cdb4f5; --local-soft: #2a2337;
    --bel_112: #ff9d94; --melden: #ffb184; --overleg: #f0cb6b; --hulp: #8cc8f0; --volgen: #84d6d0; --afsluiten: #bccad1;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 7.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
p, ul, ol, dl, table { margin: 0 0 1rem; }
li { margin-bottom: .4rem; }
ul, ol { padding-left: 1.4rem; }
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0 0 .75rem; text-wrap: balance; }
h1 { font-size: clamp(2rem, 5vw, 2.75rem); letter-spacing: -.01em; }
h2 { font-size: clamp(1.6rem, 3.5vw, 2rem); padding-bottom: .4rem; border-bottom: 3px solid var(--ink); }
h3 { font-size: 1.35rem; }
h4, h5 { font-size: 1.15rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .15em; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; top: 0; padding: .75rem 1.25rem; background: var(--paper); z-index: 3; }
.skip:focus { left: .5rem; top: .5rem; }
.emergency {
  margin: 0; padding: .6rem 1.25rem; text-align: center; font-weight: 700;
  background: var(--bar); color: var(--on-bar);
}
.page { max-width: 48rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
.eyebrow, .kind, .hint, .source, .facts-line { color: var(--quiet); }
.eyebrow { margin: 0 0 .25rem; font-weight: 600; }
.lead { font-size: 1.2rem; line-height: 1.5; }
.kind, .hint, .source { font-size: .95rem; }
.label { margin: 0 0 .25rem; font-weight: 700; }
nav, .box { background: var(--soft); border-radius: .5rem; padding: 1rem 1.25rem; margin: 0 0 1.25rem; }
nav h2 { font-size: 1.35rem; border: 0; padding: 0; }
nav ol { list-style: none; padding-left: 0; }
nav ol ol { padding-left: 1.25rem; margin: .25rem 0 .6rem; }
nav > ol > li > a { font-weight: 600; }
nav ol ol li { margin: 0 0 .15rem; }
.box > :last-child, nav > :last-child, dd > :last-child { margin-bottom: 0; }
.chapter { margin-top: 4rem; }
.step, .route, .theme, .definition, .leveltext { margin-top: 2.5rem; }
.question { margin: 2rem 0 0; padding: 1.25rem 0 .25rem; border-top: 1px solid var(--line); }
.question .number { color: var(--quiet); font-weight: 400; }
.ask { font-size: 1.2rem; line-height: 1.45; font-weight: 600; margin-bottom: .5rem; }
.options { list-style: none; padding: 0; border: 1px solid var(--line); border-radius: .5rem; }
.options li { padding: .55rem 1rem; margin: 0; }
.options li + li { border-top: 1px solid var(--line); }
.options .hint { display: block; }
dt { font-weight: 700; margin-top: .9rem; }
dd { margin: 0; }
.rules, .sources, .changes { padding: 0; list-style: none; }
.rules > li, .changes > li { border-left: 4px solid var(--line); padding: .1rem 0 .1rem 1.1rem; margin: 0 0 1.75rem; }
.because { font-weight: 600; font-size: 1.1rem; }
.rules p { margin-bottom: .5rem; }
.changes p { margin-bottom: .2rem; }
.actions { margin-bottom: .5rem; }
.sources li { padding: .6rem 0; border-bottom: 1px solid var(--line); margin: 0; font-size: .95rem; }
.sources .hint, .sources .address { display: block; }
.address { overflow-wrap: anywhere; }
.unverified { color: var(--melden); }
.level {
  display: inline-block; padding: .1rem .7rem; border: 2px solid currentColor; border-radius: 1rem;
  font-weight: 700; text-decoration: none; line-height: 1.4;
}
a.level:hover { text-decoration: underline; }
.bel_112 { color: var(--bel_112); } .melden { color: var(--melden); } .overleg { color: var(--overleg); }
.hulp { color: var(--hulp); } .volgen { color: var(--volgen); } .afsluiten { color: var(--afsluiten); }
.flow { list-style: none; padding: 0; }
.flow > li { margin: 0; }
.flow > li + li { padding-top: 2.25rem; position: relative; }
.flow > li + li::before {
  content: ""; position: absolute; left: 2rem; top: 0; height: 1.7rem; border-left: 2px solid var(--quiet);
}
.flow > li + li::after {
  content: ""; position: absolute; left: calc(2rem - .3rem); top: 1.3rem; border: .36rem solid transparent;
  border-top: .55rem solid var(--quiet);
}
.node .box { margin: 0; border: 2px solid var(--quiet); }
.asked { margin: 0; }
.branches { list-style: none; margin: 0 0 0 2rem; padding: .35rem 0 0; border-left: 2px solid var(--quiet); }
.branches li { position: relative; margin: 0; padding: .45rem 0 .45rem 1.75rem; }
.branches li::before {
  content: ""; position: absolute; left: 0; top: 1.25rem; width: 1.25rem; border-top: 2px solid var(--quiet);
}
.branches li:last-child::after {
  content: ""; position: absolute; left: -2px; top: calc(1.25rem + 2px); bottom: 0; border-left: 2px solid var(--paper);
}
.answer { font-weight: 600; }
.onward { display: inline-block; }
.arrow, .onward { color: var(--quiet); }
.whole { white-space: nowrap; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead th:nth-child(1) { width: 48%; } thead th:nth-child(2) { width: 28%; }
td .hint { display: block; }
caption { text-align: left; color: var(--quiet); padding-bottom: .4rem; }
th, td {
  text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; overflow-wrap: anywhere; hyphens: auto;
  border-bottom: 1px solid var(--line);
}
thead th { border-bottom: 2px solid var(--ink); }
tbody th { font-weight: 400; }
.weight { white-space: nowrap; }
.acuut, .hoog { font-weight: 700; }
.card { border: 1px solid var(--line); border-radius: .5rem; padding: 1.1rem 1.25rem; margin: 0 0 1.25rem; }
.card dl { margin: 0; }
.phone { font-size: 1.5rem; font-weight: 700; margin: 0 0 .25rem; line-height: 1.3; }
.adapted {
  border-left: 6px solid var(--local); background: var(--local-soft); padding: 1rem 1.25rem; margin: 0 0 1.25rem;
  overflow-wrap: anywhere;
}
.adapted > :last-child { margin-bottom: 0; }
.changed { font-size: .9rem; font-weight: 600; color: var(--local); }
.changed a { color: inherit; background: var(--local-soft); padding: 0 .4rem; border-radius: .25rem; }
code, .digest {
  font: .9em ui-monospace, "Cascadia Mono", Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere;
}
footer { margin-top: 4rem; padding-top: 1.5rem; border-top: 3px solid var(--ink); }
@media (min-height: 30rem) { .emergency { position: sticky; top: 0; z-index: 2; } }
@media (min-width: 40rem) {
  html { scroll-padding-top: 4.5rem; }
  dl.facts, .card dl, .explained { display: grid; grid-template-columns: 10.5rem 1fr; gap: .6rem 1.25rem; }
  dl.facts dt, .card dt, .explained dt { margin: 0; }
  .branches li { display: grid; grid-template-columns: 15rem 1.5rem 1fr; }
  .onward { display: block; }
}
@media (forced-colors: active) { .level, .node .box { border-color: CanvasText; } }
"""

_PRINT = """
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --soft: #ffffff; --line: #8a949a; --ink: #000000; --quiet: #333333; --link: #000000;
    --local: #3d2566; --local-soft: #ffffff;
    --bel_112: #8f1313; --melden: #8a3300; --overleg: #5e4300; --hulp: #084a72; --volgen: #0a4f4f; --afsluiten: #333f46;
  }
  html { font-size: 9.5pt; }
  body { font-size: 1rem; line-height: 1.42; }
  .page { max-width: none; padding: 0; }
  .skip { display: none; }
  .emergency { position: static; background: none; color: #000000; border: 2px solid #000000; margin-bottom: 1.5rem; }
  nav, .box, .adapted { border: 1px solid var(--line); }
  nav { break-after: page; }
  nav ol ol { columns: 2; }
  h1 { font-size: 26pt; }
  .lead, .ask { font-size: 1.1rem; }
  .chapter { break-before: page; margin-top: 0; }
  .step { margin-top: 2rem; }
  .card { padding: .6rem .9rem; margin-bottom: .75rem; }
  .card h3 { font-size: 1.15rem; margin-bottom: .25rem; }
  .card > p { margin-bottom: .3rem; }
  .phone { font-size: 1.2rem; }
  .sources { columns: 2; column-gap: 8mm; }
  .sources li { font-size: 8pt; padding: .35rem 0; }
  dl.facts, .explained { display: grid; grid-template-columns: 8.5rem 1fr; gap: .4rem 1rem; }
  .card dl { display: grid; grid-template-columns: 8.5rem 1fr; gap: .1rem 1rem; }
  dl.facts dt, .card dt, .explained dt { margin: 0; }
  th, td { padding: .25rem .75rem .25rem 0; }
  h1, h2, h3, h4, h5, caption, .label, .ask { break-after: avoid; }
  .question, .rules > li, .card, .node, .box, .definition, .leveltext, .sources li, .changes li, tr, .options li {
    break-inside: avoid;
  }
  thead { display: table-header-group; }
  p, li { orphans: 3; widows: 3; }
  a { text-decoration: none; }
}
"""


def style(title: str, emergency: str, page: str) -> str:
    """Return the style sheet; every printed page carries the emergency line, the title and its number.

    `page` is the word for a page. No text can end the strings that it stands in.
    """
    small = "font: 8.5pt system-ui, sans-serif;"
    margins = (
        f"@top-center {{ content: {string(emergency)}; {small} }}",
        f"@bottom-left {{ content: {string(title)}; {small} }}",
        f'@bottom-right {{ content: {string(page)} " " counter(page) " / " counter(pages); {small} }}',
    )
    return f"{_SCREEN}@page {{ size: A4; margin: 20mm 18mm; {' '.join(margins)} }}{_PRINT}"
