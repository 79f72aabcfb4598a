"""One request and its answer on one connection: bounded in time and bytes, its peer checked."""

import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, IncompleteRead
from urllib3.exceptions import SSLError as UrllibSSLError

from briefing.collect.http.access import Access, Resolver
from briefing.collect.http.urls import Url
from briefing.errors import ReadError

CONNECT_S = 10.0
MOST_ADDRESSES = 3  # of one host are tried
_CHUNK = 65_536
_MOST_INTERIM = 20  # answers 1xx before the final one


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: status, headers (names in small letters), decoded body."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    cut: bool = False  # the body went on beyond the limit


class _Clock:
    """Gives every read of a socket only what is left of the exchange's time."""

    deadline: float | None = None

    def left(self) -> float | None:
        if self.deadline is None:
            return None
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time is over")
        return left


# A timeout of the socket's own bounds one read: a byte a second would go on for ever.
class _Socket(_Clock, socket.socket):
    def recv_into(self, *arguments: Any, **named: Any) -> int:
        self.settimeout(self.left())
        return super().recv_into(*arguments, **named)


class _TlsSocket(_Clock, ssl.SSLSocket):
    def recv_into(self, *arguments: Any, **named: Any) -> int:
        self.settimeout(self.left())
        return super().recv_into(*arguments, **named)


class _Final(http.client.HTTPResponse):
    """Reads over answers 1xx: Python's takes 103 for the final one."""

    def _read_status(self) -> tuple[str, int, str]:
        for _ in range(_MOST_INTERIM):
            status: tuple[str, int, str] = super()._read_status()  # type: ignore[misc]
            if not 100 <= status[1] < 200 or status[1] == http.client.SWITCHING_PROTOCOLS:
                return status
            http.client.parse_headers(self.fp)
        raise http.client.HTTPException("nothing but interim answers")


class _Plain(HTTPConnection):
    response_class = _Final
    connector: Callable[[], socket.socket]

    def _new_conn(self) -> socket.socket:
        return self.connector()


class _Tls(HTTPSConnection):
    response_class = _Final
    connector: Callable[[], socket.socket]

    def _new_conn(self) -> socket.socket:
        return self.connector()


def tls_context(ca_file: str | None = None) -> ssl.SSLContext:
    """Return the context for https: certificates and names are always checked."""
    context = urllib3.util.create_urllib3_context()
    context.load_default_certs()
    if ca_file:
        context.load_verify_locations(ca_file)
    context.verify_mode = ssl.CERT_REQUIRED
    context.sslsocket_class = _TlsSocket
    return context


@dataclass(frozen=True, slots=True)
class Wire:
    """How to reach hosts: who may be asked, how names resolve, by which proxy (None for none)."""

    access: Access
    resolve: Resolver
    tls: ssl.SSLContext
    proxy: str | None = None

    def exchange(
        self,
        url: Url,
        headers: Mapping[str, str],
        *,
        deadline: float,
        max_bytes: int,
        cut: bool = False,
    ) -> Answer:
        """Return the answer to a GET; with `cut` a body beyond `max_bytes` ends there.

        `deadline` is on the monotonic clock. Raises ReadError: blocked_url, timeout, fetch_failed,
        short_body, too_large, bad_encoding.
        """
        connection = self._connection(url, deadline)
        try:
            return _exchange(connection, url, self._target(url), headers, deadline, max_bytes, cut)
        except ReadError:
            raise
        except (TimeoutError, http.client.HTTPException, HTTPError, OSError) as error:
            raise _failure(url, error) from error
        except Exception as error:  # the libraries fail on odd servers in ways they do not name
            detail = f"the answer could not be read ({type(error).__name__})"
            raise ReadError(str(url), "fetch_failed", detail) from error
        finally:
            connection.close()

    def _target(self, url: Url) -> str:
        return str(url) if self.proxy and url.scheme == "http" else url.target

    def _connection(self, url: Url, deadline: float) -> _Plain | _Tls:
        timeout = min(CONNECT_S, max(deadline - time.monotonic(), 0.01))
        proxy = urlsplit(self.proxy) if self.proxy else None
        host, port = url.host, url.port
        if proxy:
            host, port = proxy.hostname or "", proxy.port or 8080
        connection: _Plain | _Tls
        if url.scheme == "https":
            connection = _Tls(host, port, timeout=timeout, ssl_context=self.tls)
            if proxy:
                connection.set_tunnel(url.host, url.port)
        else:
            connection = _Plain(host, port, timeout=timeout)
        if proxy:
            connection.connector = lambda: _connected((host,), port, deadline)
        else:
            connection.connector = lambda: self._guarded(url, deadline)
        return connection

    def _guarded(self, url: Url, deadline: float) -> socket.socket:
        left = min(CONNECT_S, deadline - time.monotonic())
        found = self.access.addresses(url, self.resolve, left)
        reached = _connected(found[:MOST_ADDRESSES], url.port, deadline)
        try:
            self.access.check_peer(url, str(reached.getpeername()[0]))
        except (ReadError, OSError):
            reached.close()
            raise
        return reached


def _connected(addresses: tuple[str, ...], port: int, deadline: float) -> socket.socket:
    failure: OSError = OSError("no address")
    for address in addresses:
        try:
            info = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
            reached = _Socket(info[0], socket.SOCK_STREAM)
        except OSError as error:
            failure = error
            continue
        try:
            reached.settimeout(min(CONNECT_S, max(deadline - time.monotonic(), 0.01)))
            reached.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            reached.connect(info[4])
        except OSError as error:
            reached.close()
            failure = error
            continue
        reached.deadline = deadline
        return reached
    raise failure


def _exchange(
    connection: _Plain | _Tls,
    url: Url,
    target: str,
    headers: Mapping[str, str],
    deadline: float,
    max_bytes: int,
    cut: bool,
) -> Answer:
    connection.connect()
    if isinstance(connection.sock, _Clock):
        connection.sock.deadline = deadline
    connection.request("GET", target, headers=headers, preload_content=False, decode_content=False)
    with closing(connection.getresponse()) as response:
        return _answer(response, url, max_bytes, cut=cut)


def _answer(response: urllib3.BaseHTTPResponse, url: Url, max_bytes: int, *, cut: bool) -> Answer:
    said = {name.lower(): value for name, value in response.headers.items()}
    if response.status != http.client.OK:
        return Answer(response.status, said)
    size = said.get("content-length", "0")
    if not (size.isascii() and size.isdigit()):  # RFC 9110, 8.6: cannot be recovered from
        raise ReadError(str(url), "bad_encoding", "its Content-Length is no number")
    if not cut and int(size[:19]) > max_bytes:
        raise ReadError(str(url), "too_large", f"it says it has {int(size[:19]) / 1e6:,.1f} MB")
    content, more = _body(response, url, said.get("content-encoding", ""), max_bytes)
    if more and not cut:
        raise ReadError(str(url), "too_large", f"more than {max_bytes / 1e6:g} MB")
    return Answer(response.status, said, content, more)


def _body(
    response: urllib3.BaseHTTPResponse, url: Url, encoding: str, max_bytes: int
) -> tuple[bytes, bool]:
    """Return the decoded body, at most `max_bytes`, and whether there is more."""
    inflate = _inflater(url, encoding)
    parts: list[bytes] = []
    room = max_bytes + 1
    while room > 0 and (raw := response.read(_CHUNK, decode_content=False)):
        try:
            part = inflate.decompress(raw, room) if inflate else raw[:room]
            while part and room > 0:
                parts.append(part)
                room -= len(part)
                more = inflate.unconsumed_tail if inflate and room > 0 else b""
                part = inflate.decompress(more, room) if inflate and more else b""
        except zlib.error as error:
            raise ReadError(str(url), "bad_encoding", "it is not compressed as it says") from error
    if room > 0 and inflate and not inflate.eof:
        raise ReadError(str(url), "short_body", "the compressed body ends early")
    content = b"".join(parts)
    return content[:max_bytes], len(content) > max_bytes


def _inflater(url: Url, encoding: str) -> "zlib._Decompress | None":
    match encoding.strip().lower():
        case "" | "identity":
            return None
        case "gzip" | "x-gzip":
            return zlib.decompressobj(31)
        case "deflate":
            return zlib.decompressobj()
        case other:
            raise ReadError(str(url), "bad_encoding", f"encoded as {other[:40]!r}")


def _failure(url: Url, error: Exception) -> ReadError:
    """Say what became of an exchange, in words of ours: the server's may be anything."""
    if isinstance(error, TimeoutError | urllib3.exceptions.TimeoutError):
        return ReadError(str(url), "timeout", "the server was too slow")
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, IncompleteRead | http.client.IncompleteRead):
            return ReadError(str(url), "short_body", "the body ends early")
        if isinstance(cause, TimeoutError):
            return ReadError(str(url), "timeout", "the server was too slow")
        if isinstance(cause, ssl.SSLCertVerificationError):
            return ReadError(str(url), "fetch_failed", "its certificate is not valid")
        if isinstance(cause, ssl.SSLError | UrllibSSLError):
            return ReadError(str(url), "fetch_failed", "no encrypted connection could be made")
        if isinstance(cause, ConnectionRefusedError):
            return ReadError(str(url), "fetch_failed", "the server refuses the connection")
        if isinstance(cause, ConnectionError | http.client.RemoteDisconnected):
            return ReadError(str(url), "fetch_failed", "the server broke the connection off")
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, OSError) and error.errno:
        return ReadError(str(url), "fetch_failed", "the server cannot be reached")
    return ReadError(str(url), "fetch_failed", "the answer is not HTTP")
