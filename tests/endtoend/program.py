"""The program as its console script starts it, for terminal tests; scrypt is asked once for each vault."""

import sys

from meldcode.__main__ import main
from tests.shared import stretch_once

if __name__ == "__main__":
    stretch_once()
    sys.exit(main())
