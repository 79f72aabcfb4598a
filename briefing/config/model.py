"""The sections and keys of the configuration, their defaults and what each means.

A key's docstring is its description in the JSON Schema.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    Field,
    ValidationError,
)

from briefing.config.marked_yaml import Place, show
from briefing.config.problems import explain
from briefing.config.sources import Section, Source, Web
from briefing.config.values import (
    Address,
    Addresses,
    Command,
    Copies,
    File,
    Formats,
    Host,
    Language,
    Line,
    ListId,
    Method,
    Moment,
    Name,
    Recipients,
    Served,
    Subject,
    Variable,
    WebAddress,
    Words,
    Zone,
)
from briefing.errors import ConfigError, ConfigProblem

PORTS = {"starttls": 587, "tls": 465, "none": 25}
LMTP_PORT = 24
MOST_PROBLEMS = 100  # told at once; more of them are one mistake, or no configuration at all
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


class Theme(Section):
    """A theme of your own. It catches an article with two hits, one of them in title or opening."""

    name: Name
    """The heading it has in the brief."""
    words: Words = ()
    """Words its articles hold: found whole, in any case, singular or plural."""
    phrases: Words = ()
    """The same for several words in a row."""
    exclude: Words = ()
    """Words or phrases that rule an article out, where they stand in its title or opening."""
    boost: float = Field(default=1, gt=0, le=100, allow_inf_nan=False)
    """Its weight where an article could go to several themes."""


class Outlet(Section):
    """What you know of an outlet; it is shown wherever the outlet is cited."""

    name: Name
    """The outlet, as the register names it."""
    country: Line = ""
    """Where it is published."""
    state_media: bool = False
    """Whether a state owns or directs it."""
    note: Line = ""
    """Anything else a reader should know, in a few words."""

    @property
    def said(self) -> str:
        """The note in words: `North Korea, state media`."""
        state = "state media" if self.state_media else ""
        return ", ".join(filter(None, (self.country, state, self.note)))


class Summary(Section):
    """How articles are summarised."""

    method: Method = "news"
    """The summariser: ours for news, or one of sumy's."""
    sentences: int = Field(default=3, ge=1, le=20)
    """Sentences an article, at most."""
    words: int | None = Field(default=None, ge=1, le=10_000)
    """Words an article, at most; any number where not given."""
    share: float | None = Field(default=None, gt=0, le=1, allow_inf_nan=False)
    """Share of an article's words, at most: 0.2 for a fifth. Every limit holds."""
    spread: bool = True
    """Take what reads well alone only, and one from beyond the opening where there is one."""


class BottomLine(Section):
    """What the whole brief comes down to, on its first page."""

    sentences: int = Field(default=4, ge=0, le=20)
    """Sentences, at most; 0 for no bottom line."""


class Body(Section):
    """How much is told below the first page."""

    sentences: int = Field(default=26, ge=1, le=100_000)
    """Sentences of all articles together, at most. Every article has one before any has a second;
    articles without one are named as listed in the register."""
    timeline: int = Field(default=10, ge=0, le=1000)
    """Dated events in the list of dates and on the timeline, at most; the rest is counted."""
    ahead: int = Field(default=40, ge=0, le=1000)
    """Dates that lie ahead, at most; the rest is counted."""


class Index(Section):
    """People, organisations and places, at the end of the brief."""

    names: int = Field(default=24, ge=0, le=2000)
    """Names, at most: those that most articles name; 0 for no index."""


class Limits(Section):
    """What one article may cost."""

    bytes: int = Field(default=5_000_000, ge=1)
    """The largest file that is read."""
    seconds: float = Field(default=10, gt=0, le=3600, allow_inf_nan=False)
    """The longest time spent on one article."""


class Mail(Section):
    """Where a finished brief is sent, and how. The password comes from the environment only."""

    to: Recipients
    """Who receives it: addresses, or names of `groups`."""
    cc: Copies = ()
    """Who receives a copy."""
    bcc: Copies = ()
    """Who receives a copy that the others do not see."""
    separately: bool = False
    """Send each recipient a mail of their own, in which the others are not named."""
    sender: Annotated[Address, Field(alias="from")]
    """Whom it comes from."""
    subject: Subject = ""
    """The subject; may hold {title} {subtitle} {day} {first} {last} {articles} {stories} {new}
    {updated}. Empty for the title and what is new: `Port watch, 22 Aug: 3 new, 1 updated`."""
    list_id: ListId = ""
    """The List-ID that mail programs filter by; made of the title where empty."""
    thread: bool = True
    """Whether mail programs show successive briefs as one thread."""
    via: Literal["smtp", "lmtp", "sendmail", "maildir", "eml"] = "smtp"
    """How it goes out: to a mail server (smtp, lmtp), to this machine's mail system (sendmail), or
    into a folder (maildir, eml)."""
    host: Host = "localhost"
    """The mail server; for lmtp also the path of its socket."""
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    """Its port; 587 for starttls, 465 for tls, 25 for none and 24 for lmtp where not given."""
    security: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection is encrypted; certificates are always checked."""
    user: Name | None = None
    """The user name to log in with, where the server asks for one."""
    password_env: Variable = "BRIEFING_SMTP_PASSWORD"  # noqa: S105 - a name
    """The environment variable that holds the password."""
    ca_file: File | None = None
    """A certificate file (PEM) to trust beside the system's."""
    timeout_s: float = Field(default=30, gt=0, le=3600, allow_inf_nan=False)
    """Seconds to wait for the server."""
    command: Command = ("/usr/sbin/sendmail",)
    """The sendmail program, with its options if any."""
    folder: File | None = None
    """The folder for maildir and eml."""
    patience_h: float = Field(default=48, ge=0, le=720, allow_inf_nan=False)
    """Hours in which a mail that is refused for now is tried again, by every run."""
    at_most_once: bool = False
    """Whether a mail that may have arrived is held; else the same mail is sent once more."""
    keep_days: int = Field(default=30, ge=0, le=3650)
    """Days for which the outbox keeps the bytes of a mail that is settled."""

    @property
    def server_port(self) -> int:
        """The port, or the usual one of the protocol."""
        return self.port or (LMTP_PORT if self.via == "lmtp" else PORTS[self.security])


class Archive(Section):
    """The archive that `briefing run` keeps beside the briefs: pages, a search, an Atom feed."""

    keep_days: int = Field(default=0, ge=0, le=36_500)
    """Days for which briefs are kept in `output`; 0 keeps them all."""
    address: Served = ""
    """Where `output` is served, such as https://briefs.example.org/: the feed needs it."""


class Brief(Section):
    """One of several briefs: a name, its sources, and what it has otherwise than the rest."""

    name: Name
    """What `briefing run NAME` calls it; its title, and its folder in `output`, where not given."""
    sources: Words = ()
    """The names of its sources; all where empty."""
    title: Name | None = None
    """Its title."""
    subtitle: Line | None = None
    """A line below it."""
    language: Language | None = None
    """The language that it prefers."""
    zone: Zone | None = None
    """The zone of its days."""
    since: Moment = None
    """Where its window begins."""
    until: Moment = None
    """Where its window ends."""
    output: Path | None = None
    """Its folder."""
    formats: Formats | None = None
    """What to write."""
    paper: Literal["A4", "Letter"] | None = None
    """The paper of its PDF."""
    max_pages: int | None = Field(default=None, ge=1, le=10_000)
    """Pages of its PDF, at most."""
    max_articles: int | None = Field(default=None, ge=1, le=100_000)
    """Articles told, at most."""
    templates: File | None = None
    """Templates of its own."""
    themes: tuple[Theme, ...] | None = None
    """Themes of its own."""
    mail: Mail | None = None
    """Where it is sent."""


class Config(Section):
    """The configuration of `briefing`."""

    title: Name = "Situation brief"
    """The brief's title."""
    subtitle: Line = ""
    """A line below the title; the themes' labels where empty."""
    handling: Line = ""
    """Who may see the brief, such as TLP:AMBER: on every page, and in the mail and its subject."""
    language: Language = "en"
    """The language that bottom line and labels prefer, such as en."""
    zone: Zone = "UTC"
    """The time zone in which `since` and `until` are days."""
    output: Path = Path("output")
    """The folder where briefs land, each in a folder of its own."""
    formats: Formats = (
        "pdf", "html", "txt", "json", "ics",
    )  # fmt: skip
    """What to write."""
    paper: Literal["A4", "Letter"] = "A4"
    """The paper of the PDF."""
    pdf: Literal["archival", "plain"] = "archival"
    """The kind of PDF: archival (PDF/A-3a and PDF/UA-1, with its evidence), or plain, the smallest,
    without tags and evidence."""
    script: bool = False
    """Whether the HTML page holds a small script that adds a filter by theme and outlet."""
    max_pages: int | None = Field(default=None, ge=1, le=10_000)
    """Pages of the PDF, at most; the least important quotations are left out first."""
    since: Moment = None
    """Tell only what was published from this day or instant on: 2026-03-01, `yesterday 06:00`,
    `24 hours ago`; or `last brief`: what no earlier brief told."""
    until: Moment = None
    """Tell only what was published up to the end of this day, or before this instant."""
    evidence: Literal["full", "quoted", "none"] = "full"
    """How much of the sources' text travels in the brief, as proof: all, what is quoted, none."""
    templates: File | None = None
    """A folder with templates of your own, searched before ours."""
    jobs: int = Field(default=0, ge=0, le=256)
    """Worker processes; 0 for one a processor."""
    state: File = Path(".briefing")
    """The folder that remembers what was told: `run` says what changed since."""
    empty: Literal["tell", "skip"] = "tell"
    """Where nothing is new since the last brief: tell so, or make and mail no brief."""
    max_articles: int = Field(default=300, ge=1, le=100_000)
    """Articles told, at most; the newest are kept and the rest is counted in the register."""
    sources: tuple[Source, ...] = ()
    """Where `briefing run` reads articles."""
    outlets: tuple[Outlet, ...] = ()
    """What you know of outlets: shown wherever they are cited."""
    themes: tuple[Theme, ...] = ()
    """Themes of your own; they come first, in this order. `briefing themes --try` tries them."""
    summary: Summary = Summary()
    """How articles are summarised."""
    bottom_line: BottomLine = BottomLine()
    """What the whole brief comes down to, on its first page."""
    body: Body = Body()
    """How much is told below the first page."""
    index: Index = Index()
    """People, organisations and places, at the end of the brief."""
    limits: Limits = Limits()
    """What one article may cost."""
    archive: Archive = Archive()
    """The archive of all briefs."""
    groups: Mapping[Name, Addresses] = Field(default_factory=dict)
    """Groups of recipients, by name: `mail.to` and the like may name them."""
    mail: Mail | None = None
    """Where a finished brief is sent, and how."""
    briefs: tuple[Brief, ...] = ()
    """Several briefs, where one is not enough; each has the keys above as its defaults."""
    web: Web = Web()
    """How the program behaves on the web."""
    keep_days: int = Field(default=90, ge=1, le=36_500)
    """Days that the sources' bytes are kept in the state."""
    deadline_s: float = Field(default=3600, gt=0, le=864_000, allow_inf_nan=False)
    """Seconds that `briefing run` may take; a third of them is kept for making the briefs."""
    heartbeat: WebAddress | None = None
    """An address that is told of each run: with /start behind it, and with its exit code."""

    def brief(self, wanted: Brief) -> "Config":
        """Return the configuration of one of the briefs. Raises ConfigError."""
        values = self.model_dump(by_alias=True)
        given = wanted.model_dump(by_alias=True, include=wanted.model_fields_set)
        name, sources = given.pop("name"), given.pop("sources", ())
        values |= {"title": name, "briefs": (), **given}
        if sources:
            values["sources"] = [s for s in values["sources"] if s["name"] in sources]
        return validated(values, f"brief {name}", Path(), {}, ())

    def addresses(self, recipients: Iterable[str]) -> tuple[str, ...]:
        """Return the recipients with the addresses of a group in place of its name."""
        every = (self.groups.get(one, (one,)) for one in recipients)
        return tuple(dict.fromkeys(address for some in every for address in some))

    def replace(self, changes: Mapping[str, Any]) -> "Config":
        """Return this configuration with `changes` on top: by key, sections as mappings.

        Raises ConfigError. Paths in `changes` are relative to the working folder.
        """
        values = self.model_dump(by_alias=True)
        for key, value in changes.items():
            inner = values.get(key)
            both = isinstance(inner, dict) and isinstance(value, Mapping)
            values[key] = {**inner, **value} if both and isinstance(inner, dict) else value
        return validated(values, "command line", Path(), {}, ())


def validated(
    values: Mapping[str, Any],
    name: str,
    folder: Path,
    lines: Mapping[Place, int],
    problems: tuple[ConfigProblem, ...],
) -> Config:
    """Return the configuration of `values`, with `problems` met on the way to them.

    `lines` says where a place stands; paths are relative to `folder`. Raises ConfigError with
    every problem, for the file `name`.
    """
    found = list(problems)
    config, untold = None, 0
    try:
        config = Config.model_validate(values, context={"folder": folder})
    except ValidationError as error:
        found += islice(explain(error, Config, lines), MOST_PROBLEMS)
        untold = max(0, error.error_count() - MOST_PROBLEMS)
        sound = _sound(values, error, folder)
    else:
        sound = config
    if sound is not None:
        found += (
            ConfigProblem(lines.get(place), show(place), message)
            for place, message in _contradictions(sound)
        )
    if found or config is None:
        found.sort(key=lambda problem: problem.line or 0)
        untold += len(found[MOST_PROBLEMS:])
        more = [ConfigProblem(None, "", f"and {untold} problems more")] if untold else []
        raise ConfigError(name, (*found[:MOST_PROBLEMS], *more))
    return config


def _sound(values: Mapping[str, Any], error: ValidationError, folder: Path) -> Config | None:
    """Return what the configuration is without its faulty keys, None where that is none either."""
    kept = deepcopy(dict(values))
    for fault in error.errors(include_url=False, include_context=False, include_input=False):
        part: Any = kept
        for key in fault["loc"]:
            inner = part.get(key) if isinstance(part, dict) else None
            if not isinstance(inner, dict):
                if isinstance(part, dict):
                    part.pop(key, None)
                break
            part = inner
    try:
        return Config.model_validate(kept, context={"folder": folder})
    except ValidationError:
        return None


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
    yield from _wrong_briefs(config)
    yield from _wrong_themes(config)
    outlets: dict[str, int] = {}
    for i, outlet in enumerate(config.outlets):
        if (first := outlets.setdefault(outlet.name.casefold(), i)) != i:
            yield ("outlets", i), f"is outlets[{first + 1}] again: say all of it in one place"
    if _begins_late(config):
        yield ("until",), "lies before `since`: nothing could be told"
    yield from _wrong_mail(config)


def _wrong_mail(config: Config) -> Iterator[tuple[Place, str]]:
    mail = config.mail
    if mail is None:
        return
    for key in ("to", "cc", "bcc"):
        for i, name in enumerate(getattr(mail, key)):
            if "@" not in name and name not in config.groups:
                yield ("mail", key, i), f"{name!r} is neither a mail address nor one of `groups`"
    if mail.via in ("maildir", "eml") and mail.folder is None:
        yield ("mail", "via"), f"`{mail.via}` needs `folder`: where to put the mails"
    if mail.host.startswith("/") and mail.via != "lmtp":
        yield ("mail", "host"), "a socket is for `via: lmtp` only"
    if mail.user and mail.security == "none" and mail.host not in LOCAL_HOSTS:
        yield ("mail", "security"), "`none` would send the password in clear: use starttls or tls"


def _wrong_briefs(config: Config) -> Iterator[tuple[Place, str]]:
    known = {source.name for source in config.sources}
    names: dict[str, int] = {}
    titles: dict[str, int] = {}
    for i, brief in enumerate(config.briefs):
        first = names.setdefault(brief.name, i)
        if first != i:
            yield ("briefs", i), f"has the name of briefs[{first + 1}]: give it a name of its own"
        title = brief.title or brief.name
        same = titles.setdefault(title, i)
        if same != i:
            yield ("briefs", i), f"has the title of briefs[{same + 1}]: what was told goes by it"
        for name in brief.sources:
            if name not in known:
                listed = ", ".join(sorted(known)) or "none"
                yield ("briefs", i, "sources"), f"{name!r} is no source; there are {listed}"


def _wrong_themes(config: Config) -> Iterator[tuple[Place, str]]:
    names: dict[str, int] = {}
    for i, theme in enumerate(config.themes):
        first = names.setdefault(theme.name, i)
        if first != i:
            yield ("themes", i), f"has the name of themes[{first + 1}]: give it a name of its own"
        named = any(source.theme == theme.name for source in config.sources)
        if not (theme.words or theme.phrases or named):
            yield ("themes", i), "catches nothing: give it `words` or `phrases`"


def _begins_late(config: Config) -> bool:
    since, until = config.since, config.until
    if since is None or until is None or isinstance(since, str) or isinstance(until, str):
        return False
    return date(since.year, since.month, since.day) > date(until.year, until.month, until.day)
