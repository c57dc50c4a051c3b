"""Completion for the shell: commands, options and the names of protocols; never a case and never what is in one."""

import os
from typing import Any

from meldcode.cli.errors import Exit
from meldcode.cli.output import Voice

VARIABLE = "_MELDCODE_COMPLETE"
"""Set by the shell's script while it asks what may follow."""


def script(voice: Voice, shell: str) -> Exit:
    """Print the script that makes a shell (`bash`, `zsh` or `fish`) complete what is typed."""
    from typer._completion_shared import get_completion_script  # noqa: PLC0415 - typer has no public door to it

    voice.out(get_completion_script(prog_name="meldcode", complete_var=VARIABLE, shell=shell).strip("\n"))
    return Exit.FINE


def complete(command: Any) -> Exit:  # noqa: ANN401 - typer's private command class
    """Tell the shell what may follow on the words that were typed; it opens no vault and says nothing else."""
    from typer._completion_classes import completion_init  # noqa: PLC0415 - as above
    from typer.completion import shell_complete  # noqa: PLC0415 - only when the shell asks

    completion_init()
    shell_complete(command, {}, "meldcode", VARIABLE, os.environ[VARIABLE])
    return Exit.FINE


def sectors(incomplete: str) -> list[str]:
    """Return the protocols whose name begins so."""
    from meldcode.protocol import library  # noqa: PLC0415 - light

    return [name for name in library.sector_ids() if name.startswith(incomplete)]
