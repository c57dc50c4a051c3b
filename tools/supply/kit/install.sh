#!/bin/sh
# Installs meldcode from this folder, without network and without admin rights. See LEESMIJ.txt.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
for python in ${PYTHON:-python3.14 python3.13 python3.12 python3.11 python3}; do
    if "$python" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        exec "$python" -I "$here/install.py" "$@"
    fi
done
echo 'Niet geïnstalleerd: Python 3.11 of nieuwer is nodig. Staat het ergens anders? Zeg dan: PYTHON=/pad/naar/python3 ./install.sh' >&2
exit 1
