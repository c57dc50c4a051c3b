"""Decision diagrams: sets of assignments, each kept once, on which *and*, *or* and *not* are exact.

A node is a number; two sets are equal exactly when their numbers are. Assignments that agree on all that is still
read share a node: that merging is what makes sixty questions exhaustible.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import repeat
from math import prod

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
            found = self._node(variable, tuple(map(self.negated, children)))
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
            (first, lefts), (second, rights) = self._nodes[left], self._nodes[right]
            one = lefts if first <= second else repeat(left)
            other = rights if second <= first else repeat(right)
            found = self._both[left, right] = self._node(min(first, second), tuple(map(self.both, one, other)))
            self._bounded(len(self._both))
        return found

    def either(self, left: int, right: int) -> int:
        """Return what is in one of the sets, or in both."""
        return self.negated(self.both(self.negated(left), self.negated(right)))

    def without(self, left: int, right: int) -> int:
        """Return what is in the first set and not in the second."""
        return self.both(left, self.negated(right))

    def every(self, nodes: Iterable[int]) -> int:
        """Return what is in all of these sets; cheapest when they are in the order of their variables."""
        return reduce(self.both, reversed(list(nodes)), TRUE)

    def some(self, nodes: Iterable[int]) -> int:
        """Return what is in at least one of these sets; cheapest as for `every`."""
        return reduce(self.either, reversed(list(nodes)), FALSE)

    def fixed(self, node: int, variable: int, value: int) -> int:
        """Return what the set comes to once the variable has this value; the variable is free in the outcome."""
        done: dict[int, int] = {}

        def put(each: int) -> int:
            at, children = self._nodes[each]
            if at >= variable:
                return children[value] if at == variable else each
            if each not in done:
                done[each] = self._node(at, tuple(map(put, children)))
            return done[each]

        return put(node)

    def holds(self, node: int, chosen: Mapping[int, int]) -> bool:
        """Tell whether an assignment, which has every variable that is asked for, is in the set."""
        while node > TRUE:
            variable, children = self._nodes[node]
            node = children[chosen[variable]]
        return node == TRUE

    def count(self, node: int) -> int:
        """Return the number of assignments in the set."""
        counts: dict[int, int] = {FALSE: 0, TRUE: 1}

        def below(each: int) -> int:
            """Count over the variables from that of the node on."""
            if each not in counts:
                variable, children = self._nodes[each]
                counts[each] = sum(below(child) * self._free(variable + 1, child) for child in children)
            return counts[each]

        return below(node) * self._free(0, node)

    def fewest(self, node: int) -> dict[int, int]:
        """Return an assignment in the set with the fewest values other than 0: those values, by variable.

        Raises ValueError for the empty set.
        """
        if node == FALSE:
            raise ValueError("the empty set has no assignment")
        costs: dict[int, int] = {FALSE: len(self.sizes) + 1, TRUE: 0}

        def cost(each: int) -> int:
            if each not in costs:
                costs[each] = min(cost(child) + (value > 0) for value, child in enumerate(self._nodes[each][1]))
            return costs[each]

        cost(node)
        chosen = {}
        while node != TRUE:
            variable, children = self._nodes[node]
            value = min(range(len(children)), key=lambda at: costs[children[at]] + (at > 0))
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
            self._bounded(found)
        return found

    def _bounded(self, work: int) -> None:
        if work > self._limit:
            raise UnprovenError("U01", limit=str(self._limit))

    def _free(self, start: int, node: int) -> int:
        """Return in how many ways the variables from `start` up to that of the node can be chosen."""
        return prod(self.sizes[start : self._nodes[node][0]])
