"""From YAML to one immutable `Protocol`: the strict loader, the model, the conditions, the shipped content."""
