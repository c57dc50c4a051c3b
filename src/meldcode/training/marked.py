"""A prompter that marks every page as one of an exercise, where a prompter does not show the head of each."""

from dataclasses import replace

from meldcode.wizard.prompter import Page, Prompter, Reply


class Marked:
    """Passes everything on to another prompter, pages with a mark."""

    def __init__(self, inner: Prompter, mark: str) -> None:
        """Speak through `inner`; `mark` is the word for an exercise."""
        self.inner, self.mark = inner, mark

    def ask(self, page: Page) -> Reply:
        """Ask the page with the mark."""
        return self.inner.ask(replace(page, mark=self.mark))

    def tell(self, text: str) -> None:
        """Pass on what needs no reply."""
        self.inner.tell(text)

    def close(self, last: str = "") -> None:
        """End the session."""
        self.inner.close(last)

    def leave(self) -> None:
        """Leave quickly."""
        self.inner.leave()
