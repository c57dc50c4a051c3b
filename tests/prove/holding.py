"""Look one assignment up in a set of them; draw one at random."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meldcode.prove.diagram import TRUE

if TYPE_CHECKING:
    from random import Random

    from meldcode.prove.diagram import Diagrams
    from meldcode.prove.space import Space

Chosen = dict[int, int]


def holds(diagrams: Diagrams, node: int, chosen: Chosen) -> bool:
    """Tell whether the set holds the assignment; variables that are left out are 0."""
    for variable in range(len(diagrams.sizes)):
        node = diagrams.fixed(node, variable, chosen.get(variable, 0))
    return node == TRUE


def drawn(space: Space, random: Random) -> Chosen:
    """Return a random assignment: some questions left out, few ticks."""
    left_out = random.choice((0, 0.2, 0.6))
    chosen = {}
    for question in space.questions.values():
        if random.random() >= left_out:
            for at, size in enumerate(question.sizes, question.variable):
                least = int(at == question.variable)
                chosen[at] = random.randrange(least, size) if least or random.random() < 0.2 else 0
    return chosen
