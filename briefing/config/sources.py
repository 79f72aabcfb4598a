"""The section of the configuration that says where articles come from, and how they are got."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from briefing.config.values import (
    Dateline,
    File,
    Folders,
    Hosts,
    Language,
    Line,
    Mailbox,
    Name,
    Patterns,
    Variable,
    WebAddress,
    Webs,
    Words,
    Zone,
)

MOST_JUNK = 200  # patterns of a source: each is held against every line
KINDS = ("folder", "feed", "page", "sitemap", "list", "opml", "mailbox")


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


class Keys(Section):
    """What JSON files call what they say; a dot leads into an object: `article.body`."""

    title: Words = ()
    """The headline."""
    text: Words = ()
    """The article."""
    date: Words = ()
    """When it was published."""
    updated: Words = ()
    """When it was changed."""
    author: Words = ()
    """Who wrote it."""
    url: Words = ()
    """Its address on the web."""
    outlet: Words = ()
    """Who published it."""
    section: Words = ()
    """The section of the outlet."""


class SourceLimits(Section):
    """What one source may cost."""

    items: int = Field(default=200, ge=1, le=2_000)
    """Items of one list that are looked at, the newest."""
    bytes: int | None = Field(default=None, ge=1)
    """The largest article; `limits.bytes` where not given."""


class Source(Section):
    """Where articles come from. The kind of a source is the one key that says where it is."""

    folder: Folders | None = None
    """A folder or file with articles, or a list of them."""
    feed: Webs | None = None
    """The address of a feed (RSS, Atom, JSON Feed), or a list of them."""
    page: Webs | None = None
    """The address of a page that is read anew each time, or a list of them."""
    sitemap: Webs | None = None
    """The address of a news sitemap, or a list of them."""
    list: File | None = None
    """A file of addresses, one a line."""
    opml: File | None = None
    """An OPML file of feeds, as feed readers export it."""
    mailbox: Mailbox | None = None
    """A Maildir, an mbox file, or imaps://user@host/INBOX."""
    name: Line = ""
    """What the register calls this source; after its folder or address where not given."""
    outlet: Name | None = None
    """Who published these articles, where their text does not say."""
    zone: Zone | None = None
    """The time zone of stamps printed without one, such as Asia/Seoul."""
    theme: Name | None = None
    """The theme of all its articles: one of `themes`, or one of its own."""
    date_order: Literal["day-first", "month-first"] | None = None
    """How 08-07-2020 is read where nothing else decides: day-first is 8 July."""
    language: Language | None = None
    """The language of these articles, such as en; found from the text where not given."""
    dateline: Dateline = ""
    """How these articles begin, such as `{place}, * (dpa) -`: * is anything."""
    junk: Annotated[Patterns, Field(max_length=MOST_JUNK)] = ()
    """Lines that are never of an article, whole and in any case; * is anything in a line."""
    keys: Keys = Keys()
    """Of JSON files: the keys of title, text and the rest, where they are not the usual ones."""
    article: Literal["auto", "always", "never"] = "auto"
    """Whether the page of a feed's entry is fetched; auto: where the feed has only a teaser."""
    robots: bool = True
    """Whether robots.txt is obeyed; false only where the owner of the site lets you."""
    password_env: Variable = "BRIEFING_IMAP_PASSWORD"  # noqa: S105 - a name
    """The environment variable that holds the mailbox's password; with _FILE behind it, a file."""
    limits: SourceLimits = SourceLimits()
    """What this source may cost."""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, values: object) -> object:
        if not isinstance(values, dict):
            return values
        kinds = [kind for kind in KINDS if values.get(kind)]
        if not values.get("name") and kinds:
            place = values[kinds[0]]
            first = str(place if isinstance(place, str | Path) else next(iter(place)))
            values = {**values, "name": _name_of(first)}
        return values

    @model_validator(mode="after")
    def _of_one_kind(self) -> "Source":
        kinds = [kind for kind in KINDS if getattr(self, kind)]
        if not kinds:
            raise ValueError(f"says not where it is: one of {', '.join(KINDS)}")
        if len(kinds) > 1:
            raise ValueError(f"says {' and '.join(kinds)}: keep one of them")
        return self

    @property
    def kind(self) -> str:
        """The key that says where this source is: folder, feed, …"""
        return next(kind for kind in KINDS if getattr(self, kind))

    @property
    def places(self) -> tuple[str, ...]:
        """Its addresses or paths."""
        found = getattr(self, self.kind)
        return tuple(map(str, found)) if isinstance(found, tuple) else (str(found),)

    @property
    def day_first(self) -> bool | None:
        """Whether 08-07-2020 is 8 July; None where not said."""
        return None if self.date_order is None else self.date_order == "day-first"


def _name_of(place: str) -> str:
    """Return what a source is called after where it is."""
    if "://" in place:
        plain = place.partition("://")[2].partition("?")[0].rpartition("@")[2]
        return plain.removeprefix("www.").strip("/")
    return Path(place).name or place


class Web(Section):
    """How the program behaves on the web."""

    contact: Line = ""
    """Who runs this: a mail address or page, told to every server."""
    allow_hosts: Hosts = ()
    """Hosts of your own network that may be asked: names, addresses, networks (10.1.0.0/16)."""
    ports: tuple[int, ...] = (80, 443)
    """Ports of public hosts that may be asked."""
    proxy: WebAddress | None = None
    """The proxy to go through; none is taken from the environment."""
    ca_file: File | None = None
    """A certificate file (PEM) to trust beside the system's."""
    pause_s: float = Field(default=1, ge=0, le=3600, allow_inf_nan=False)
    """Seconds between two requests to one host."""
    at_once: int = Field(default=16, ge=1, le=64)
    """Hosts that are asked at once."""
    seconds: float = Field(default=30, gt=0, le=600, allow_inf_nan=False)
    """The longest time spent on one address."""
