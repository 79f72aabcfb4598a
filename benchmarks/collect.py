"""Collecting at size: 500 feeds of 40 items, each item a page, from a server on loopback.

The second run finds nothing new. Every host is asked politely, as by default: one request at a
time, a second between two. No data of the folder is used.
"""

import asyncio
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks.result import Result

FEEDS, ITEMS = 500, 40
NOW = datetime(2026, 3, 17, 6, tzinfo=UTC)
PARAGRAPH = (
    "The harbour council of {host} voted on Tuesday to rebuild pier {number} before the autumn "
    "storms, and asked engineers for a plan by the end of the month. "
)


def run(_data: Path) -> Iterator[Result]:
    """Yield the seconds, megabytes and articles of a first and a second run."""
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("fork")
    server = context.Process(target=_serve, args=(theirs,), daemon=True)
    server.start()
    port = int(ours.recv())
    with tempfile.TemporaryDirectory() as folder:
        for name, days in (("first", 0), ("second", 1 / 24)):
            result: Any = context.SimpleQueue()
            child = context.Process(target=_collect, args=(port, folder, days, result))
            child.start()
            seconds, megabytes, held = result.get()
            child.join()
            ours.send("count")
            asked = json.loads(ours.recv())
            yield Result("generated", f"{name} run, seconds", seconds, FEEDS)
            yield Result("generated", f"{name} run, MB at most", megabytes, FEEDS)
            yield Result("generated", f"{name} run, articles fetched", asked.get("a", 0), held)
    server.terminate()


def _collect(
    port: int,
    folder: str,
    days: float,
    result: Any,
) -> None:
    from briefing.collect.collector import Collector, WebSource
    from briefing.collect.http import Access, Client, Turns
    from briefing.state.shelf import SqliteShelf

    hosts = [f"feed{number}.example" for number in range(FEEDS)]
    sources = [WebSource("feed", host, (f"http://{host}:{port}/feed",)) for host in hosts]
    client = Client(
        "briefing-bench", access=Access.of(hosts), resolve=lambda _host, _port: ("127.0.0.1",)
    )
    started = time.perf_counter()
    with SqliteShelf(Path(folder)) as shelf:
        now = NOW + timedelta(days=days)
        outcomes = Collector(client, shelf, Turns(pause_s=1.0, workers=16), now).collect(sources)
    seconds = time.perf_counter() - started
    for one in outcomes:
        if one.reason:
            sys.stderr.write(f"{one.name}: {one.reason} {one.detail}\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    result.put((seconds, peak, sum(one.held for one in outcomes)))


def _serve(pipe: Connection) -> None:
    asked: Counter[str] = Counter()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        path = head.split(" ", 2)[1]
        lines = dict(line.split(": ", 1) for line in head.splitlines()[1:] if ": " in line)
        asked[path.split("/")[1]] += 1
        writer.write(_reply(path, lines.get("Host", ""), lines.get("If-None-Match", "")))
        writer.close()

    async def main() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=1024)
        pipe.send(server.sockets[0].getsockname()[1])
        loop = asyncio.get_running_loop()
        while True:
            await loop.run_in_executor(None, pipe.recv)
            pipe.send(json.dumps(asked))
            asked.clear()

    asyncio.run(main())


def _reply(path: str, host: str, tag: str) -> bytes:
    if path == "/feed":
        if tag == '"1"':
            return b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
        items = "".join(
            f"<item><title>Pier {n} of {host}</title><link>http://{host}/a/{n}</link>"
            f"<guid>{host} {n}</guid><description>Pier {n}.</description></item>"
            for n in range(ITEMS)
        )
        body = f'<rss version="2.0"><channel><title>{host}</title>{items}</channel></rss>'
    elif path.startswith("/a/"):
        text = PARAGRAPH.format(host=host, number=path[3:])
        body = f"<html><title>Pier</title><body>{f'<p>{text * 4}</p>' * 10}</body></html>"
    else:
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    content = body.encode()
    head = f'HTTP/1.1 200 OK\r\nETag: "1"\r\nContent-Length: {len(content)}\r\nConnection: close'
    return head.encode() + b"\r\n\r\n" + content
