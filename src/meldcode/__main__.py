"""The way in: what must be there at once comes before any import that takes time (SPD-01, SPD-03)."""

import sys


def main() -> int:
    """Run the program and return its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from meldcode import __version__  # noqa: PLC0415 - nothing else is needed

        print(f"meldcode {__version__}")
        return 0
    _emergency_line(arguments)
    from meldcode.cli.app import run  # noqa: PLC0415 - after the emergency line

    return run(arguments)


def _emergency_line(arguments: list[str]) -> None:
    """Print 112 and Veilig Thuis before anything is imported, unlocked or asked."""
    if {"start", "resume"} & set(arguments) and "--help" not in arguments and sys.stderr is not None:
        from meldcode.cli.settings import language_of  # noqa: PLC0415 - light: reads arguments and environment only
        from meldcode.text.emergency import LINE  # noqa: PLC0415

        sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
        print(LINE[0 if language_of(arguments) == "nl" else 1], file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
