"""How Sphinx makes the site of `docs/`: `make docs`.

Nothing of the result comes from elsewhere: the theme carries its own style and scripts, the search works on the pages
themselves, also without a server. A link or heading that leads nowhere stops the build (`--fail-on-warning`).
"""

import re
from typing import TYPE_CHECKING

from meldcode import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "meldcode"
version = release = __version__
language = "nl"
extensions = ["myst_parser"]
exclude_patterns = ["man"]

html_theme = "furo"
html_title = f"meldcode {__version__}"
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
# Its own folder holds only what names who made the theme, at the foot of a page.
templates_path = ["templates"]
html_static_path = ["static"]
html_css_files = ["narrow.css"]

# Headings get the address that they have where the files are read as they stand.
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]
# Blocks are for people to type; colouring them would need a lexer for each kind.
highlight_language = "none"

OUTSIDE = re.compile(r"\[([^\]]+)\]\(\.\./[^)]+\)")
"""A link to a file of the source beside `docs/`: it is not on the site, so only its name is left."""


def without_outside(_app: "Sphinx", _name: str, source: list[str]) -> None:
    """Take the links out of a page that lead to files which are not on the site."""
    source[0] = OUTSIDE.sub(r"\1", source[0])


def setup(app: "Sphinx") -> None:
    """Join the building of the site."""
    app.connect("source-read", without_outside)
