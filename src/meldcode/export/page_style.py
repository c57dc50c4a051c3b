"""How a summary looks as a page: on a screen, light and dark, and on A4. Fonts are those of the reader's own system."""

from meldcode.export.html import string

_SCREEN = """
:root {
  color-scheme: light dark;
  --paper: #ffffff; --line: #c9d1d6; --ink: #1b2429; --quiet: #4d5a62; --mark: #8f1313;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #14191c; --line: #46535b; --ink: #e8edf0; --quiet: #b3bfc6; --mark: #ff9d94; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
article + article { margin-top: 5rem; padding-top: 3rem; border-top: 6px double var(--line); }
h1, h2, h3 { line-height: 1.25; margin: 0 0 .75rem; text-wrap: balance; }
h1 { font-size: clamp(1.9rem, 5vw, 2.4rem); }
h2 { font-size: 1.4rem; margin-top: 2.5rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.1rem; margin-top: 1.5rem; }
p, ul, dl { margin: 0 0 1rem; }
ul { padding-left: 1.3rem; }
li { margin-bottom: .5rem; }
li ul { margin: .15rem 0 0; padding: 0; list-style: none; color: var(--quiet); font-size: .95rem; }
li li { margin: 0; }
dt { font-weight: 700; margin-top: .7rem; }
dd { margin: 0; }
.about .verdict { border: 2px solid var(--mark); color: var(--mark); padding: .6rem .9rem; font-weight: 700; }
.advice .verdict { font-size: 1.35rem; font-weight: 700; line-height: 1.3; }
.whole { white-space: nowrap; }
@media (min-width: 40rem) {
  dl { display: grid; grid-template-columns: 13rem 1fr; gap: .45rem 1.25rem; }
  dt { margin: 0; }
}
@media print {
  :root { color-scheme: light; --paper: #ffffff; --line: #8a949a; --ink: #000000; --quiet: #222222; --mark: #8f1313; }
  html { font-size: 10.5pt; }
  body { font-size: 1rem; line-height: 1.42; }
  main { max-width: none; padding: 0; }
  article + article { break-before: page; margin: 0; padding: 0; border: 0; }
  h1 { font-size: 20pt; }
  h2 { margin-top: 1.4rem; }
  h1, h2, h3, dt { break-after: avoid; }
  dl { display: grid; grid-template-columns: 11rem 1fr; gap: .3rem 1rem; }
  dt { margin: 0; }
  li, dd { break-inside: avoid; }
  p, li, dd { orphans: 3; widows: 3; }
}
"""


def style(banner: str, page: str) -> str:
    """Return the style sheet; every printed page carries the banner and its number. `page` is the word for a page."""
    small = "font: 8.5pt system-ui, sans-serif;"
    margins = (
        f"@bottom-left {{ content: {string(banner)}; {small} }}",
        f'@bottom-right {{ content: {string(page)} " " counter(page) " / " counter(pages); {small} }}',
    )
    return f"{_SCREEN}@page {{ size: A4; margin: 20mm 18mm; {' '.join(margins)} }}\n"
