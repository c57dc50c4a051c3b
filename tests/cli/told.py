"""Tells what a program finds around it when it starts, for the comparison of a warm start with a real one."""

import json
import locale
import os
import signal
import stat
import sys
from datetime import datetime
from pathlib import Path


def told() -> dict[str, object]:
    umask = os.umask(0o077)
    handlers = {number.name: str(signal.getsignal(number)) for number in signal.Signals}
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return {
        "argv": sys.argv,
        "folder": str(Path.cwd()),
        "path": [path for path in sys.path if "site-packages" not in path],
        "env": dict(os.environ),
        "umask": umask,
        "open": [number for number in range(256) if _is_open(number)],
        "handlers": {name: said for name, said in handlers.items() if "Python" not in said},
        "blocked": sorted(signal.pthread_sigmask(signal.SIG_BLOCK, [])),
        "streams": [(one.encoding, one.errors, one.isatty(), one.line_buffering, one.fileno()) for one in streams],
        "leads": os.getsid(0) == os.getpid() == os.getpgid(0),
        "size": tuple(os.get_terminal_size(0)) if os.isatty(0) else None,
        "in_front": os.tcgetpgrp(0) == os.getpid() if os.isatty(0) else None,
        "locale": locale.getlocale(),
        "zone": str(datetime.now().astimezone().tzinfo),
        "name": __name__,
    }


def _is_open(number: int) -> bool:
    try:
        return bool(stat.S_IFMT(os.fstat(number).st_mode))
    except OSError:
        return False


if __name__ == "__main__":
    print(json.dumps(told(), sort_keys=True))  # noqa: T201 - what it is for
    sys.exit(5)
