"""A prompter without a person: answers from a function or a table, and remembers what it was shown."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence

from meldcode.wizard.prompter import Asked, Choose, Chosen, Page, Reply, Written


class NoReplyError(LookupError):
    """A page was asked that has no reply, or a reply that no person could have given on that page."""


class Scripted:
    """Answers every page with the function, or from the table of page ids.

    In a table one reply answers the page every time it is asked, a sequence answers it as often as it is long. A reply
    from a table is not given again after an error, since it would be wrong again. Raises NoReplyError.
    """

    def __init__(self, replies: Callable[[Page], Reply] | Mapping[str, Reply | Sequence[Reply]]) -> None:
        self._reply = replies if callable(replies) else _table(replies)
        self.pages: list[Page] = []
        """The pages that were asked, in order."""
        self.told: list[str] = []
        """What was said without asking."""
        self.last: str | None = None
        """What was said at the end; None while the session lasts."""
        self.left = False
        """Whether the session ended in a quick exit."""

    def ask(self, page: Page) -> Reply:
        """Return the reply to the page."""
        self.pages.append(page)
        reply = self._reply(page)
        if not _fits(reply, page):
            message = f"{page.id}: no person can reply {reply!r} to {page.field!r}"
            raise NoReplyError(message)
        return reply

    def tell(self, text: str) -> None:
        """Remember what was said."""
        self.told.append(text)

    def close(self, last: str = "") -> None:
        """Remember what was said at the end."""
        if self.last is None:
            self.last = last

    def leave(self) -> None:
        """Remember the quick exit."""
        self.left = True


def _table(replies: Mapping[str, Reply | Sequence[Reply]]) -> Callable[[Page], Reply]:
    queues = {id_: deque(reply) for id_, reply in replies.items() if isinstance(reply, Sequence)}

    def reply(page: Page) -> Reply:
        if queue := queues.get(page.id):
            return queue.popleft()
        always = replies.get(page.id)
        if always is None or isinstance(always, Sequence):
            message = f"{page.id}: no reply (left); the page asks {page.title!r}"
            raise NoReplyError(message)
        if page.error:
            message = f"{page.id}: the reply {always!r} was refused: {page.error}"
            raise NoReplyError(message)
        return always

    return reply


def _fits(reply: Reply, page: Page) -> bool:
    given = reply.draft if isinstance(reply, Asked) else reply
    if not isinstance(page.field, Choose):
        return isinstance(given, Written)
    if not isinstance(given, Chosen):
        return False
    in_order = [option.id for option in page.field.options if option.id in given.ids]
    few = 1 if isinstance(reply, Chosen) else 0
    return list(given.ids) == in_order and (page.field.several or few <= len(given.ids) <= 1)
