"""The command line: parse, call, print, exit code; what it decides is decided elsewhere."""
