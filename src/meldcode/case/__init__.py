"""A case as a list of events: state is their replay, advice is a pure function of protocol and state."""
