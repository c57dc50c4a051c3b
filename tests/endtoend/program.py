"""The program as its console script starts it, for terminal tests."""

import sys

from meldcode.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
