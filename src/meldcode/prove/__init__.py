"""Proof over every path: which invariants a protocol keeps whatever is answered, with a counterexample where not."""
