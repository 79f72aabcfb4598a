"""Where a fetch may go: public addresses, the ports of the web, and what the user allows besides.

A page can name any host and a host can resolve to any address, so each is judged where it counts:
the address as written, every address a name resolves to, and the peer that answered.
"""

import ipaddress
import re
import socket
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefing.collect.http.urls import Url
from briefing.errors import ReadError

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Resolver = Callable[[str, int], tuple[str, ...]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")
_SITE_LOCAL = ipaddress.ip_network("fec0::/10")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class Access:
    """What may be asked: `names` and `networks` beside the public ones; `ports` of public hosts."""

    names: frozenset[str] = frozenset()
    networks: tuple[Network, ...] = ()
    ports: frozenset[int] = frozenset({80, 443})

    @classmethod
    def of(cls, hosts: Iterable[str], ports: Iterable[int] = (80, 443)) -> "Access":
        """Return the access that a list of hosts gives: names, addresses or networks (10.0.0.0/8).

        Raises ValueError where one is none of these.
        """
        names: set[str] = set()
        networks: list[Network] = []
        for host in hosts:
            if "/" in host or ":" in host or _ends_in_number(host):
                networks.append(ipaddress.ip_network(host, strict=False))
            else:
                names.add(host.lower().removesuffix("."))
        return cls(frozenset(names), tuple(networks), frozenset(ports))

    def check(self, url: Url) -> None:
        """Raise ReadError (blocked_url) where the address itself says that it is not for us."""
        literal = _literal(url)
        if literal is not None:
            if not self.permits(url.host, literal):
                raise _blocked(url, f"{literal} is not a public address")
            known = not is_public(literal)
        else:
            known = url.host in self.names
            local = url.host == "localhost" or url.host.endswith(".localhost")
            if local and not known:
                raise _blocked(url, "its host is this machine")
        if url.port not in self.ports and not known:
            raise _blocked(url, f"port {url.port} is not one of the web's")

    def permits(self, name: str, address: IpAddress) -> bool:
        """Say whether a host of this name may have this address."""
        if is_public(address) or name in self.names:
            return True
        inner = _inner(address)
        return any(inner in net for net in self.networks if net.version == inner.version)

    def addresses(self, url: Url, resolve: Resolver, seconds: float) -> tuple[str, ...]:
        """Return the addresses of a host, all of them permitted.

        Raises ReadError: blocked_url where one is not; fetch_failed, timeout.
        """
        literal = _literal(url)
        found = (str(literal),) if literal else _in_time(resolve, url, seconds)
        for text in found:
            self.check_peer(url, text)
        return found

    def check_peer(self, url: Url, address: str) -> None:
        """Raise ReadError (blocked_url) where a host may not have this address."""
        if not self.permits(url.host, ipaddress.ip_address(address.partition("%")[0])):
            raise _blocked(url, f"{url.host} leads to {address}, which is not public")


def is_public(address: IpAddress) -> bool:
    """Say whether an address is of the public internet, whatever it is wrapped in."""
    inner = _inner(address)
    if inner != address:
        return is_public(inner)
    if isinstance(address, ipaddress.IPv6Address) and address in _SITE_LOCAL:
        return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _inner(address: IpAddress) -> IpAddress:
    """Return the IPv4 address that an IPv6 address stands for, or the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 0xFFFF):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def _ends_in_number(host: str) -> bool:
    return _NUMBER.fullmatch(host.lower().rpartition(".")[2]) is not None


def _literal(url: Url) -> IpAddress | None:
    """Return the address that a host is written as; None for a name.

    A host that ends in a number is an address (WHATWG URL, "ends in a number checker"); one that
    is not in the usual form, such as 0177.1, is blocked: libraries read it differently.
    """
    if ":" not in url.host and not _ends_in_number(url.host):
        return None
    try:
        return ipaddress.ip_address(url.host)
    except ValueError as error:
        if ":" in url.host:
            raise ReadError(str(url), "bad_url", "its host is malformed") from error
        raise _blocked(url, "its host is a number in an unusual form") from error


def resolved(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses of a name, IPv4 first. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    texts = dict.fromkeys(str(info[4][0]) for info in found)
    return tuple(sorted(texts, key=lambda text: ":" in text))


def _in_time(resolve: Resolver, url: Url, seconds: float) -> tuple[str, ...]:
    """Resolve aside, for the system's resolver knows no time limit."""
    found: list[tuple[str, ...]] = []
    failed: list[Exception] = []

    def work() -> None:
        try:
            found.append(resolve(url.host, url.port))
        except (OSError, UnicodeError) as error:
            failed.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(max(seconds, 0))
    if found and found[0]:
        return found[0]
    if thread.is_alive():
        raise ReadError(str(url), "timeout", f"the name {url.host} was not resolved in time")
    raise ReadError(str(url), "fetch_failed", f"the name {url.host} is not known")


def _blocked(url: Url, detail: str) -> ReadError:
    return ReadError(str(url), "blocked_url", detail)
