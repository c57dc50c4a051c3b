"""A headless Chromium driven over its own pipe (DevTools protocol): no driver program, no port, nothing downloaded."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"),
    "--remote-debugging-pipe",
)
"""A browser that does nothing by itself; without sandbox because tests may run as root, on pages of our own."""

PLUMBER = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.dup2(int(sys.argv[2]), 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""
"""Puts the two pipes where Chromium looks for them; a plain shell can't, with numbers above 9."""

PATIENCE = 120
"""Seconds that one answer may take."""


class Chromium:
    """A browser with one page at a time, and what it said meanwhile."""

    def __init__(self, program: str, profile: Path) -> None:
        """Start it with an empty profile; whoever starts it closes it, also when it does not begin."""
        heard, self._to = os.pipe()
        self._from, said = os.pipe()
        command = [program, *QUIET, f"--user-data-dir={profile}", "about:blank"]
        starter = [sys.executable, "-c", PLUMBER, str(heard), str(said), *command]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(starter, pass_fds=(heard, said), stdout=quiet, stderr=quiet)
        os.close(heard)
        os.close(said)
        self._rest, self._number, self.events = b"", 0, list[dict[str, Any]]()
        self._session: dict[str, str] = {}

    def begin(self) -> None:
        """Take a page with an empty profile of its own; the one of before is gone, with all that it kept."""
        self._session = {}
        for context in self.call("Target.getBrowserContexts")["browserContextIds"]:
            self.call("Target.disposeBrowserContext", browserContextId=context)
        context = self.call("Target.createBrowserContext")["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        self._session = {"sessionId": self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]}
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the protocol takes
        """Return the answer to one call; what else is said meanwhile is kept in `events`."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters, **self._session}
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            self.events.append(answer)
        assert "error" not in answer, f"{method}: {answer['error']}"
        result: dict[str, Any] = answer["result"]
        return result

    def evaluate(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """Return what a script of ours finds in the page; the page itself may run none."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def open(self, page: Path, width: int, *, dark: bool = False) -> None:
        """Show a page at a width in CSS pixels, and wait until it is there."""
        self.events.clear()
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        self.call("Page.navigate", url=page.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self._next())

    def close(self) -> None:
        """End this browser, and no other."""
        self._session = {}
        try:
            self.call("Browser.close")
            self._process.wait(timeout=20)
        finally:
            self._process.kill()
            self._process.wait()
            os.close(self._to)
            os.close(self._from)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            assert select.select([self._from], [], [], PATIENCE)[0], "the browser is silent"
            part = os.read(self._from, 1 << 20)
            assert part, "the browser has ended"
            self._rest += part
        message, _, self._rest = self._rest.partition(b"\0")
        decoded: dict[str, Any] = json.loads(message)
        return decoded
