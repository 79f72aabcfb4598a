"""Mail servers on this machine: a sound one, and one that fails on purpose."""

import importlib.util
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

HOSTILE = Path(__file__).parents[2] / "../shared/hostile/hostile_smtp.py"


@dataclass
class Inbox:
    """What the server took, and what it refuses."""

    refused: dict[str, str] = field(default_factory=dict)
    envelopes: list[tuple[str, list[str], bytes]] = field(default_factory=list)
    logins: list[tuple[bytes, bytes]] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it so
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        taken = (envelope.mail_from, list(envelope.rcpt_tos), envelope.content)
        self.envelopes.append(taken)
        return "250 queued"


@dataclass(frozen=True)
class Certificate:
    file: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file, self.key)
        return context


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    folder = tmp_path_factory.mktemp("certificate")
    made = Certificate(folder / "cert.pem", folder / "key.pem")
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
               "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
               "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
               "-keyout", str(made.key), "-out", str(made.file)]  # fmt: skip
    try:
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("needs openssl")
    return made


@pytest.fixture
def serve() -> Iterator[Callable[..., tuple[Inbox, int]]]:
    """Return a function that starts a server and gives its inbox and port."""
    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import AuthResult, LoginPassword

    running: list[Controller] = []

    def start(refused: dict[str, str] | None = None, **options: Any) -> tuple[Inbox, int]:
        inbox = Inbox(refused or {})

        def login(
            server: Any, session: Any, envelope: Any, mechanism: str, data: LoginPassword
        ) -> AuthResult:
            inbox.logins.append((data.login, data.password))
            return AuthResult(success=data.password == b"right", handled=False)

        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        controller = Controller(
            inbox, hostname="127.0.0.1", port=port, authenticator=login, **options
        )
        controller.start()
        running.append(controller)
        return inbox, port

    yield start
    for controller in running:
        controller.stop()


@pytest.fixture(scope="session")
def hostile() -> Any:
    """Return the module of the server that fails on purpose."""
    if not HOSTILE.exists():
        pytest.skip("needs the hostile servers")
    spec = importlib.util.spec_from_file_location("hostile_smtp", HOSTILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
