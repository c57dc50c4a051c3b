"""The way in: what must be there at once comes before any import that takes time (SPD-01, SPD-03)."""

import gc
import os
import sys

OBJECTS = 50_000
"""New objects after which it is looked for which are of no use any more; Python's 700 is for what lives for long."""


def main() -> int:
    """Run the program and return its exit code."""
    arguments = sys.argv[1:]
    try:
        if arguments == ["--version"]:
            return _version()
        gc.set_threshold(OBJECTS)
        # Whatever else is installed here has no business with what is read.
        os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
        _emergency_line(arguments)
        from meldcode.cli.run import run  # noqa: PLC0415 - after the emergency line

        return run(arguments)
    except KeyboardInterrupt:  # before `run` could say so
        return 130


def _version() -> int:
    from meldcode import __version__  # noqa: PLC0415 - nothing else is needed

    try:
        print(f"meldcode {__version__}", flush=True)  # noqa: T201 - before anything that prints is loaded
    except OSError:
        from meldcode.cli.output import silence  # noqa: PLC0415 - only when stdout failed

        silence(sys.stdout)
        return 7
    return 0


def _emergency_line(arguments: list[str]) -> None:
    """Print 112 and Veilig Thuis before anything is imported, unlocked or asked."""
    if {"start", "resume"} & set(arguments) and "--help" not in arguments and sys.stderr is not None:
        from meldcode.cli.settings import language_of  # noqa: PLC0415 - light: reads arguments and environment only
        from meldcode.text.emergency import LINE  # noqa: PLC0415

        try:
            sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
            line = LINE[0 if language_of(arguments) == "nl" else 1]
            print(_fitted(line), file=sys.stderr, flush=True)  # noqa: T201 - as above
        except OSError:  # nobody reads stderr; what follows is not held up
            from meldcode.cli.output import silence  # noqa: PLC0415 - only when stderr failed

            silence(sys.stderr)


def _fitted(line: str) -> str:
    """Return the line broken between its numbers where the terminal is too narrow: a cut number is no number."""
    try:
        columns = os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        return line
    return line if len(line) <= columns else line.replace(" · ", "\n").replace(" (", "\n(")


if __name__ == "__main__":
    sys.exit(main())
