"""Keep the process's memory out of core dumps and away from other processes of the same user."""

import contextlib
import sys
from typing import Final

_PR_SET_DUMPABLE: Final = 4


def harden() -> None:
    """Forbid core dumps, and on Linux also attaching debuggers; does what the system allows and never raises."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - absent on native Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(ImportError, OSError, AttributeError):
            import ctypes  # noqa: PLC0415 - only paid for by whoever hardens

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
