"""One module per format; all are fed by the same `Summary`, through the same sections in the same order."""
