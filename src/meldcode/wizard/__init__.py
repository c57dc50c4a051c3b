"""The wizard: asks the next question of the state, turns the answer into an event, stores it, repeats."""
