"""The configuration: `config.yaml` -> Config, or all its problems at once.

Every key is optional. What each means stands in its `description`, which is also what the JSON
Schema (`briefing schema`) tells an editor; the shipped `config.yaml` shows every key with its
default. Paths are relative to the configuration file, `output` to the working folder.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from briefing.config_problems import explain
from briefing.errors import ConfigError, ConfigProblem
from briefing.marked_yaml import Place, read, show

FILE = "config.yaml"
MAX_BYTES = 256 * 1024  # a configuration is written by hand; this is 5,000 lines
SUBJECT_WORDS = ("title", "subtitle", "first", "last", "articles", "stories")
PORTS = {"starttls": 587, "tls": 465, "none": 25}
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
ATOM = r"[^\s@<>()\[\],:;\"\\.]+"
ADDRESS = re.compile(rf"(?=.{{3,254}}$)(?=[^@]{{1,64}}@){ATOM}(\.{ATOM})*@{ATOM}(\.{ATOM})*")
MAILBOX = re.compile(r"(?P<name>[^<>]*)<(?P<inner>[^<>]*)>|(?P<bare>[^<>]*)")
HOST = re.compile(r"[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]{2,45}")
VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


# Values


def _line(value: str) -> str:
    """Return the text without space around it; it goes into titles, logs and mail headers."""
    if CONTROL.search(value):
        raise ValueError("must be one line without control characters")
    return value.strip()


def _filled(value: str) -> str:
    if not value:
        raise ValueError("must not be empty")
    return value


def _zone(value: str) -> str:
    import difflib
    import zoneinfo

    try:
        zoneinfo.ZoneInfo(value)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        names = sorted(zoneinfo.available_timezones())
        by_fold = {name.casefold(): name for name in names}
        by_fold |= {name.rsplit("/", 1)[-1].casefold(): name for name in names}
        near = difflib.get_close_matches(
            value.casefold().replace(" ", "_"), by_fold, n=1, cutoff=0.8
        )
        hint = f": did you mean {by_fold[near[0]]}?" if near else ", such as Asia/Seoul or UTC"
        raise ValueError(f"is not the name of a time zone{hint}") from None
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", value.lower()):
        raise ValueError("must be a language code of two or three letters, such as en")
    return value.lower()


def _moment(value: object) -> date | datetime | None:
    if value is None or isinstance(value, date):
        return value
    text = str(value).strip()
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
        if DAY.match(text):
            return datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"is no day or instant: {error}") from None
    raise ValueError("must be a day (2026-03-01) or an instant (2026-03-01T06:00Z)")


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str | Path) else value


def _one_or_many(kind: Any, *, least: int = 1) -> BeforeValidator:
    """Take a single value for a list of one, and say so in the JSON Schema."""
    many = Annotated[tuple[kind, ...], Field(min_length=least)]
    return BeforeValidator(_listed, json_schema_input_type=kind | many)


def _resolved(value: Path, info: ValidationInfo) -> Path:
    folder = (info.context or {}).get("folder", Path())
    try:
        return Path(folder) / value.expanduser()
    except RuntimeError as error:  # ~nobody
        raise ValueError(str(error)) from None


def _address(value: str) -> str:
    """Return `a@b.org` or `Name <a@b.org>`, the name in quotes where a mail header needs them."""
    found = MAILBOX.fullmatch(value)
    address = (found["inner"] or found["bare"]) if found else ""
    if not found or not ADDRESS.fullmatch(address):
        raise ValueError(f"{value!r} is not a mail address, such as desk@example.org")
    name = (found["name"] or "").strip().strip('"')
    if not name:
        return address
    if '"' in name or "\\" in name:
        raise ValueError(f"{value!r}: the name may not hold quotes or backslashes")
    special = any(sign in name for sign in "()<>[]:;@,.")
    return f'"{name}" <{address}>' if special else f"{name} <{address}>"


def _host(value: str) -> str:
    if not HOST.fullmatch(value):
        raise ValueError("must be the bare name of a server, such as mail.example.org")
    return value


def _variable(value: str) -> str:
    if not VARIABLE.fullmatch(value):  # it may be the password itself: never shown
        raise ValueError(
            "must be the name of an environment variable, such as BRIEFING_SMTP_PASSWORD; "
            "the password itself does not belong in a file"
        )
    return value


def _subject(value: str) -> str:
    import string

    try:
        words = [name for _, name, _, _ in string.Formatter().parse(value) if name is not None]
    except ValueError as error:
        raise ValueError(f"is no template: {error}") from None
    unknown = [word for word in words if word not in SUBJECT_WORDS]
    if unknown:
        known = ", ".join(f"{{{word}}}" for word in SUBJECT_WORDS)
        raise ValueError(f"holds the unknown word {{{unknown[0]}}}: use {known}")
    return value


Line = Annotated[str, AfterValidator(_line), Field(max_length=300)]
Name = Annotated[Line, AfterValidator(_filled)]
Zone = Annotated[Line, AfterValidator(_zone)]
Language = Annotated[Line, AfterValidator(_language)]
File = Annotated[Path, AfterValidator(_resolved)]
Address = Annotated[Line, AfterValidator(_address)]
Addresses = Annotated[tuple[Address, ...], _one_or_many(Address, least=0)]
Recipients = Annotated[tuple[Address, ...], Field(min_length=1), _one_or_many(Address)]
Folders = Annotated[tuple[File, ...], Field(min_length=1), _one_or_many(File)]
Moment = Annotated[
    date | datetime | None,
    PlainValidator(_moment),
    WithJsonSchema({"type": ["string", "null"], "examples": ["2026-03-01", "2026-03-01T06:00Z"]}),
]
Format = Literal["pdf", "html", "txt", "json"]
Formats = Annotated[tuple[Format, ...], Field(min_length=1), _one_or_many(Format)]
Method = Literal[
    "news", "lexrank", "textrank", "luhn", "lsa", "kl", "sumbasic", "reduction", "edmundson"
]


# Sections


class Section(BaseModel):
    """A part of the configuration: frozen and closed; a key left empty has its default."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_default=True, use_attribute_docstrings=True
    )

    @model_validator(mode="before")
    @classmethod
    def _empty_means_default(cls, values: object) -> object:
        if not isinstance(values, Mapping):
            return {} if values is None else values
        return {key: value for key, value in values.items() if value is not None}


class Source(Section):
    """A folder to read. The kind of a source is the key that says where it is."""

    folder: Folders
    """Where the articles are: a folder or file, or a list of them."""
    name: Line = ""
    """What the register calls this source; the folder's name where not given."""
    outlet: Name | None = None
    """Who published these articles, where their text does not say."""
    zone: Zone | None = None
    """The time zone of stamps printed without one, such as Asia/Seoul."""
    date_order: Literal["day-first", "month-first"] | None = None
    """How 08-07-2020 is read where nothing else decides: day-first is 8 July."""
    language: Language | None = None
    """The language of these articles, such as en; found from the text where not given."""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, values: object) -> object:
        if isinstance(values, dict) and not values.get("name") and values.get("folder"):
            folder = values["folder"]
            first = str(folder if isinstance(folder, str | Path) else next(iter(folder)))
            values = {**values, "name": Path(first).name or first}
        return values

    @property
    def day_first(self) -> bool | None:
        """Whether 08-07-2020 is 8 July; None where not said."""
        return None if self.date_order is None else self.date_order == "day-first"


class Summary(Section):
    """How articles are summarised."""

    method: Method = "news"
    """The summariser: ours for news, or one of sumy's."""
    sentences: int = Field(default=3, ge=1, le=20)
    """Sentences an article, at most."""
    spread: bool = True
    """Prefer sentences that say something new over several that say the same."""


class BottomLine(Section):
    """What the whole brief comes down to, on its first page."""

    sentences: int = Field(default=4, ge=0, le=20)
    """Sentences, at most; 0 for no bottom line."""


class Limits(Section):
    """What one article may cost."""

    bytes: int = Field(default=5_000_000, ge=1)
    """The largest file that is read."""
    seconds: float = Field(default=10, gt=0, le=3600, allow_inf_nan=False)
    """The longest time spent on one article."""


class Mail(Section):
    """Where a finished brief is sent, and how. The password comes from the environment only."""

    to: Recipients
    """Who receives it."""
    cc: Addresses = ()
    """Who receives a copy."""
    bcc: Addresses = ()
    """Who receives a copy that the others do not see."""
    sender: Annotated[Address, Field(alias="from")]
    """Whom it comes from."""
    subject: Annotated[Line, AfterValidator(_subject)] = ""
    """The subject; may hold {title} {subtitle} {first} {last} {articles} {stories}. Empty for the
    title and the days covered."""
    host: Annotated[Line, AfterValidator(_host)] = "localhost"
    """The mail server."""
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    """Its port; 587 for starttls, 465 for tls and 25 for none where not given."""
    security: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection is encrypted; certificates are always checked."""
    user: Name | None = None
    """The user name to log in with, where the server asks for one."""
    password_env: Annotated[Line, AfterValidator(_variable)] = "BRIEFING_SMTP_PASSWORD"  # noqa: S105 - a name
    """The environment variable that holds the password."""
    ca_file: File | None = None
    """A certificate file (PEM) to trust beside the system's."""
    timeout_s: float = Field(default=30, gt=0, le=3600, allow_inf_nan=False)
    """Seconds to wait for the server."""

    @property
    def server_port(self) -> int:
        """The port, or the usual one of `security`."""
        return self.port or PORTS[self.security]


class Config(Section):
    """The configuration of `briefing`."""

    title: Name = "Situation brief"
    """The brief's title."""
    subtitle: Line = ""
    """A line below the title; the themes' labels where empty."""
    language: Language = "en"
    """The language that bottom line and labels prefer, such as en."""
    zone: Zone = "UTC"
    """The time zone in which `since` and `until` are days."""
    output: Path = Path("output")
    """The folder where briefs land, each in a folder of its own."""
    formats: Formats = (
        "pdf", "html", "txt", "json",
    )  # fmt: skip
    """What to write."""
    paper: Literal["A4", "Letter"] = "A4"
    """The paper of the PDF."""
    since: Moment = None
    """Tell only what was published from this day or instant on."""
    until: Moment = None
    """Tell only what was published up to the end of this day, or before this instant."""
    evidence: Literal["full", "quoted", "none"] = "full"
    """How much of the sources' text travels in the brief, as proof: all, what is quoted, none."""
    templates: File | None = None
    """A folder with templates of your own, searched before ours."""
    jobs: int = Field(default=0, ge=0, le=256)
    """Worker processes; 0 for one a processor."""
    state: File = Path(".briefing")
    """The folder that remembers what was reported and sent."""
    max_articles: int = Field(default=300, ge=1, le=100_000)
    """Articles told, at most; the newest are kept and the rest is counted in the register."""
    sources: tuple[Source, ...] = ()
    """Where `briefing run` reads articles."""
    summary: Summary = Summary()
    """How articles are summarised."""
    bottom_line: BottomLine = BottomLine()
    """What the whole brief comes down to, on its first page."""
    limits: Limits = Limits()
    """What one article may cost."""
    mail: Mail | None = None
    """Where a finished brief is sent, and how."""

    def replace(self, changes: Mapping[str, Any]) -> "Config":
        """Return this configuration with `changes` on top: by key, sections as mappings.

        Raises ConfigError. Paths in `changes` are relative to the working folder.
        """
        values = self.model_dump(by_alias=True)
        for key, value in changes.items():
            inner = values.get(key)
            both = isinstance(inner, dict) and isinstance(value, Mapping)
            values[key] = {**inner, **value} if both and isinstance(inner, dict) else value
        return _validated(values, "command line", Path(), {}, ())


# Reading


def load(path: Path | None = None) -> Config:
    """Return the configuration of a file; of ./config.yaml, where it is there, without one.

    Raises ConfigError with every problem.
    """
    if path is None:
        path = Path(FILE)
        if not path.exists():
            return Config()
    return parse(_text(path), str(path))


def parse(text: str, name: str = FILE) -> Config:
    """Return the configuration that `text` holds; paths are relative to the folder of `name`.

    Raises ConfigError with every problem.
    """
    marked = read(text)
    if marked.values is None or isinstance(marked.values, dict):
        values = marked.values or {}
        return _validated(values, name, Path(name).parent, marked.lines, marked.problems)
    problem = ConfigProblem(1, "", "must hold keys and values, such as `title: My brief`")
    raise ConfigError(name, (*marked.problems, problem))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the configuration, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Config.model_json_schema(by_alias=True),
    }


def default_text() -> str:
    """Return the shipped config.yaml: every key with its default and a comment."""
    from briefing.resources import shipped

    return shipped(FILE).read_text(encoding="utf-8")


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        message = "does not exist: name another, or write one with `briefing init`"
        raise _unreadable(path, message) from error
    except OSError as error:
        raise _unreadable(path, f"cannot be read ({error.strerror})") from error
    if len(content) > MAX_BYTES:
        raise _unreadable(path, f"is larger than {MAX_BYTES // 1024} KB: not a configuration")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _unreadable(path, "is not UTF-8 text: save it as UTF-8", line) from error


def _unreadable(path: Path, message: str, line: int | None = None) -> ConfigError:
    return ConfigError(str(path), (ConfigProblem(line, "", message),))


def _validated(
    values: Mapping[str, Any],
    name: str,
    folder: Path,
    lines: Mapping[Place, int],
    problems: tuple[ConfigProblem, ...],
) -> Config:
    found = list(problems)
    config = None
    try:
        config = Config.model_validate(values, context={"folder": folder})
    except ValidationError as error:
        found += explain(error, Config, lines)
    if config is not None:
        found += (
            ConfigProblem(lines.get(place), show(place), message)
            for place, message in _contradictions(config)
        )
    if found or config is None:
        found.sort(key=lambda problem: problem.line or 0)
        raise ConfigError(name, tuple(found))
    return config


def _contradictions(config: Config) -> Iterator[tuple[Place, str]]:
    """Yield what no single value shows: two that cannot both be meant."""
    names: dict[str, int] = {}
    for i, source in enumerate(config.sources):
        first = names.setdefault(source.name, i)
        if first != i:
            yield (
                ("sources", i),
                f"has the name of sources[{first + 1}]: give it a `name` of its own",
            )
    if _begins_late(config):
        yield ("until",), "lies before `since`: nothing could be told"
    mail = config.mail
    if mail and mail.user and mail.security == "none" and mail.host not in LOCAL_HOSTS:
        yield ("mail", "security"), "`none` would send the password in clear: use starttls or tls"


def _begins_late(config: Config) -> bool:
    since, until = config.since, config.until
    if since is None or until is None:
        return False
    return date(since.year, since.month, since.day) > date(until.year, until.month, until.day)
