"""A headless Chromium, told what to do over WebDriver: no package but Debian's chromium-driver."""

import json
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

PORT = 9529
START_S = 10.0


class Browser:
    """One window of one session."""

    def __init__(self, session: str) -> None:
        self._session = session

    def look(self, address: str, *, width: int, scheme: str) -> None:
        """Open a page in a window so wide, in a "light" or "dark" scheme."""
        self._devtools(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 700},
        )
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self._devtools("Emulation.setEmulatedMedia", {"features": [feature]})
        self._call("url", {"url": address})

    def run(self, script: str) -> Any:
        """Return what a script's `return` gives; the page's own policy does not bind it."""
        return self._call("execute/sync", {"script": script, "args": []})

    def wait_for(self, script: str) -> Any:
        """Return what a script gives to its callback, the last of its arguments."""
        return self._call("execute/async", {"script": script, "args": []})

    def picture(self) -> bytes:
        """Return the whole page as PNG."""
        import base64

        shot = self._devtools("Page.captureScreenshot", {"captureBeyondViewport": True})
        return base64.b64decode(shot["data"])

    def _devtools(self, command: str, parameters: dict[str, Any]) -> Any:
        return self._call("goog/cdp/execute", {"cmd": command, "params": parameters})

    def _call(self, path: str, body: dict[str, Any]) -> Any:
        return _post(f"/session/{self._session}/{path}", body)


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium, and stop it afterwards."""
    driver = subprocess.Popen(
        ["chromedriver", f"--port={PORT}", "--silent"], stdout=subprocess.DEVNULL
    )
    try:
        session = _open()
        try:
            yield Browser(session)
        finally:
            urllib.request.urlopen(  # noqa: S310 - our own driver
                urllib.request.Request(_url(f"/session/{session}"), method="DELETE")  # noqa: S310
            ).close()
    finally:
        driver.terminate()
        driver.wait()


def _open() -> str:
    options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]}
    wanted = {"browserName": "chrome", "goog:chromeOptions": options}
    until = time.monotonic() + START_S
    while True:
        try:
            made = _post("/session", {"capabilities": {"alwaysMatch": wanted}})
        except urllib.error.URLError as error:
            if isinstance(error, urllib.error.HTTPError) or time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return str(made["sessionId"])


def _url(path: str) -> str:
    return f"http://127.0.0.1:{PORT}{path}"


def _post(path: str, body: dict[str, Any]) -> Any:
    request = urllib.request.Request(  # noqa: S310 - our own driver
        _url(path), json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310
        return json.load(answer)["value"]
