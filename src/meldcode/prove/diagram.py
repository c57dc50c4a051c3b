"""Decision diagrams: sets of assignments, each kept once, on which *and*, *or* and *not* are exact.

A node is a number; two sets are equal exactly when their numbers are. Assignments that agree on all that is still
read share a node: that merging is what makes sixty questions exhaustible.
"""

from collections.abc import Iterable, Sequence
from functools import reduce

FALSE, TRUE = 0, 1
"""The empty set and the set of all assignments."""

LIMIT = 400_000
"""Most nodes, and most steps of one operation, before a protocol counts as too entangled to prove."""


class UnprovenError(Exception):
    """Nothing is proven and nothing refuted: a code that `meldcode.text` words, and values for that sentence."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep both."""
        self.code, self.values = code, values
        super().__init__(code)


class Diagrams:
    """All sets over variables 0, 1, …, of which variable `i` takes the values 0 up to `sizes[i]`.

    Value 0 of a variable stands for the least that can be said (no answer, not ticked).
    """

    def __init__(self, sizes: Sequence[int], limit: int = LIMIT) -> None:
        """Start with the two constant sets."""
        self.sizes, self._limit = tuple(sizes), limit
        end = len(self.sizes)
        self._nodes: list[tuple[int, tuple[int, ...]]] = [(end, ()), (end, ())]
        self._known: dict[tuple[int, tuple[int, ...]], int] = {}
        self._both: dict[tuple[int, int], int] = {}
        self._negated: dict[int, int] = {FALSE: TRUE, TRUE: FALSE}

    def __len__(self) -> int:
        """Return the number of merged states made so far."""
        return len(self._nodes)

    def among(self, variable: int, values: Iterable[int]) -> int:
        """Return where the variable has one of these values."""
        chosen = frozenset(values)
        return self._node(variable, tuple(int(value in chosen) for value in range(self.sizes[variable])))

    def negated(self, node: int) -> int:
        """Return all that is not in the set."""
        found = self._negated.get(node)
        if found is None:
            variable, children = self._nodes[node]
            found = self._node(variable, tuple([self.negated(child) for child in children]))
            self._negated[node], self._negated[found] = found, node
        return found

    def both(self, left: int, right: int) -> int:
        """Return what is in both sets."""
        if left > right:
            left, right = right, left
        if left in (FALSE, right):
            return left
        if left == TRUE:
            return right
        found = self._both.get((left, right))
        if found is None:
            found = self._both[left, right] = self._joined(left, right)
            if len(self._both) > self._limit:
                raise UnprovenError("U01", limit=str(self._limit))
        return found

    def either(self, left: int, right: int) -> int:
        """Return what is in one of the sets, or in both."""
        return self.negated(self.both(self.negated(left), self.negated(right)))

    def without(self, left: int, right: int) -> int:
        """Return what is in the first set and not in the second."""
        return self.both(left, self.negated(right))

    def every(self, nodes: Iterable[int]) -> int:
        """Return what is in all of these sets."""
        return reduce(self.both, nodes, TRUE)

    def some(self, nodes: Iterable[int]) -> int:
        """Return what is in at least one of these sets."""
        return reduce(self.either, nodes, FALSE)

    def fixed(self, node: int, variable: int, value: int) -> int:
        """Return where the set holds once the variable has this value, whatever value it is given."""
        return self._fixed(node, variable, value, {})

    def count(self, node: int) -> int:
        """Return the number of assignments in the set."""
        counts: dict[int, int] = {}
        return self._count(node, 0, counts)

    def fewest(self, node: int) -> dict[int, int]:
        """Return an assignment in the set that says the least: values other than 0 by variable.

        Raises ValueError for the empty set.
        """
        if node == FALSE:
            raise ValueError("the empty set has no assignment")
        costs: dict[int, int] = {}
        self._cost(node, costs)
        chosen = {}
        while node != TRUE:
            variable, children = self._nodes[node]
            value = min(range(len(children)), key=lambda each: costs[children[each]] + (each > 0))
            chosen[variable] = value
            node = children[value]
        return {variable: value for variable, value in chosen.items() if value}

    def _node(self, variable: int, children: tuple[int, ...]) -> int:
        if children.count(children[0]) == len(children):
            return children[0]
        key = (variable, children)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = len(self._nodes)
            self._nodes.append(key)
            if found > self._limit:
                raise UnprovenError("U01", limit=str(self._limit))
        return found

    def _joined(self, left: int, right: int) -> int:
        (first, lefts), (second, rights) = self._nodes[left], self._nodes[right]
        if first == second:
            return self._node(first, tuple([self.both(*pair) for pair in zip(lefts, rights, strict=True)]))
        if first < second:
            return self._node(first, tuple([self.both(child, right) for child in lefts]))
        return self._node(second, tuple([self.both(left, child) for child in rights]))

    def _fixed(self, node: int, variable: int, value: int, done: dict[int, int]) -> int:
        at, children = self._nodes[node]
        if at >= variable:
            return children[value] if at == variable else node
        if node not in done:
            done[node] = self._node(at, tuple([self._fixed(child, variable, value, done) for child in children]))
        return done[node]

    def _count(self, node: int, start: int, counts: dict[int, int]) -> int:
        """Count the assignments to the variables from `start` on."""
        variable, children = self._nodes[node]
        if node not in counts:
            below = (self._count(child, variable + 1, counts) for child in children)
            counts[node] = sum(below) if children else int(node == TRUE)
        return counts[node] * reduce(int.__mul__, self.sizes[start:variable], 1)

    def _cost(self, node: int, costs: dict[int, int]) -> int:
        """Return the least number of values other than 0 that leads into the set, or far too many for the empty set."""
        if node not in costs:
            children = self._nodes[node][1]
            none = 0 if node == TRUE else len(self.sizes) + 1
            costs[node] = min(
                (self._cost(child, costs) + (value > 0) for value, child in enumerate(children)), default=none
            )
        return costs[node]
