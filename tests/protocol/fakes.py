"""Stand-ins for what conditions look at, and how tests with made-up values run."""

from collections.abc import Mapping, Sequence

from hypothesis import settings

checked = settings(max_examples=300, deadline=None, derandomize=True)
"""Every run tries the same values: whether a change is good must not depend on luck."""


class Answers:
    """A view on plain answers, with the weights of signals and the level of the advice given beside them."""

    def __init__(
        self,
        answers: Mapping[str, object],
        severities: Mapping[str, Sequence[str]] | None = None,
        *,
        below: bool | None = None,
    ) -> None:
        """Keep them; they are only read."""
        self.answers, self.weights, self.below = answers, severities or {}, below

    def value(self, name: str) -> str | int | tuple[str, ...] | None:
        """Return the answer."""
        value = self.answers.get(name)
        assert value is None or isinstance(value, str | int | tuple)
        return value

    def severities(self, name: str) -> tuple[str, ...] | None:
        """Return the weights of the signals."""
        return tuple(self.weights[name]) if name in self.weights else None

    def below_advice(self, name: str) -> bool | None:
        """Return what was given."""
        assert name
        return self.below
