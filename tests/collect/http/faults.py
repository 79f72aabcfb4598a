"""Fetch paths of the hostile server, each in a process of its own, where only loopback exists.

    python ISOLATED python -m tests.collect.http.faults HOSTILE [--seconds S] [--bomb BYTES] [PATH…]

HOSTILE is the folder of `hostile_http.py`. Prints one JSON object a path: the reason it ended with
("" where it went well), seconds, growth of memory in MB; the last line counts the canary's hits.
"""

import argparse
import json
import os
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from briefing.collect import feeds, pages
from briefing.collect.http import Access, Client, Limits
from briefing.errors import ReadError

HOST = "hostile.example"
AS_PAGE = ("page", "charset", "soft-404")  # the others are to be feeds


def one(url: str, path: str, seconds: float) -> dict[str, Any]:
    """Return what became of one path."""
    client = Client(
        "briefing-test",
        access=Access.of([HOST]),
        limits=Limits(seconds=seconds),
        resolve=lambda _host, _port: ("127.0.0.1",),
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    reason = detail = ""
    try:
        response = client.get(url)
        if not any(word in path for word in AS_PAGE):
            feed = feeds.read(response.content, response.url)
            reason = feed.remark
        else:
            reason, detail = pages.wall(response.content)
    except ReadError as error:
        reason, detail = error.reason, error.detail
    return {
        "path": path,
        "reason": reason,
        "detail": detail,
        "seconds": round(time.monotonic() - started, 2),
        "mb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
    }


def aside(url: str, path: str, seconds: float) -> dict[str, Any]:
    """Do `one` in a child, for its memory is to be measured."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.write(theirs, json.dumps(one(url, path, seconds)).encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as answer:
        said = answer.read()
    os.waitpid(child, 0)
    done: dict[str, Any] = json.loads(said or b'{"reason": "died"}')
    return {"path": path, **done}


def main() -> int:
    """Serve, fetch, tell."""
    parser = argparse.ArgumentParser()
    parser.add_argument("hostile", type=Path)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--bomb", type=int, default=1 << 30)
    arguments = parser.parse_args()
    sys.path.insert(0, str(arguments.hostile))
    import hostile_http  # type: ignore[import-not-found]

    paths = arguments.paths or list(hostile_http.PATHS)
    hostile_http.bomb(arguments.bomb), hostile_http.bomb(arguments.bomb, 2)
    with hostile_http.HostileServer(bomb_bytes=arguments.bomb) as server:
        with ThreadPoolExecutor(4) as pool:
            work = (
                pool.submit(aside, f"http://{HOST}:{server.port}{path}", path, arguments.seconds)
                for path in paths
            )
            for done in list(work):
                sys.stdout.write(json.dumps(done.result()) + "\n")
        sys.stdout.write(json.dumps({"canary": server.hits}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
