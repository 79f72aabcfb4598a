"""Briefs by hand, of any size: invented articles with menus, stamps and footers around them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Literal

from briefing.brief import Brief
from briefing.chronology import mentions
from briefing.compose import Input, Settings, compose
from briefing.evidence import sha256
from briefing.resources import templates_sha256
from briefing.types import (
    Article,
    Copy,
    Origin,
    OriginGroup,
    Pick,
    Problem,
    SetAside,
    Span,
    Stated,
    Story,
    Summary,
    Theme,
)
from tests.factories import article, stamp

WHO = ("The harbour master", "A pilot", "The union’s secretary", "Minister Ada Fenn", "The office")
DID = ("said", "told reporters", "confirmed", "denied", "wrote to the efficient affiliate")
WHAT = (
    "that the ferry would wait for the afflicted officers",
    "the dues of 4.20 crowns a ton were off the table",
    "that 27 ships lay at anchor off Port-Avelin",
    "nobody had been asked, “not even the fish”",
    "that the channel was closed on the eastern side",
)
WHEN = ("on Monday", "on March 27", "next week", "in early April", "at 6:40 p.m.")
MENU = "Home\nHarbour\nOpinion\n\n"
FOOT = "\n\nMost popular\nShare\nCopyright 2026 Mercury Harbour Press. All rights reserved.\n"
FIRST = datetime(2026, 3, 6, 8, tzinfo=UTC)


def texts(number: int, odd: str = "", sentences: int = 8) -> tuple[str, str, str]:
    """Return title, stamp and body of article `number`."""
    random = Random(number)  # noqa: S311 - the same texts in every run
    said = [
        f"{random.choice(WHO)} {random.choice(DID)} {random.choice(WHAT)} {random.choice(WHEN)},"
        f" in case {number}-{n}."
        for n in range(sentences)
    ]
    said[1] = f"{said[1][:-1]} {odd}." if odd else said[1]
    cut = sentences // 2
    day = FIRST + timedelta(hours=7 * number)
    body = f"{' '.join(said[:cut])}\n\n{' '.join(said[cut:])}"
    return f"Talks on the {number}th day of the quarrel", f"{day:%B %d, %Y %H:%M} GMT", body


def page(number: int, odd: str = "", sentences: int = 8) -> Article:
    """Return a whole page: menu, title, stamp, body and footer, every part of it in its place."""
    title, printed, body = texts(number, odd, sentences)
    text = f"{MENU}{title}\n\nBy Lena Morvik\n{printed}\n\n{body}{FOOT}"
    at = text.index(body)
    blocks: list[Span] = []
    for block in body.split("\n\n"):
        blocks.append((at, at + len(block)))
        at += len(block) + 2
    made = article(text, uri=f"articles/{number:03}.txt", paragraphs=blocks)
    start = text.index(printed)
    published = replace(
        stamp((FIRST + timedelta(hours=7 * number)).isoformat()),
        span=(start, start + len(printed)),
        text=printed,
        zone="GMT",
    )
    end = text.index(FOOT) + 2
    wire = number % 3 == 0
    return replace(
        made,
        digest=sha256(text),
        id=sha256(text)[:16],
        title=_stated(text, title),
        byline=_stated(text, "Lena Morvik"),
        outlet=_stated(text, "Mercury Harbour Press"),
        origin=Origin("wire", "Reuters") if wire else Origin("staff"),
        published=published,
        set_aside=(
            SetAside((0, len(MENU.rstrip())), "menu"),
            SetAside((end, len(text.rstrip())), "footer"),
        ),
    )


def _stated(text: str, value: str) -> Stated:
    start = text.index(value)
    return Stated(value, (start, start + len(value)), "by its place")


def made(
    count: int = 6,
    *,
    evidence: Literal["full", "quoted", "none"] = "full",
    odd: str = "",
    title: str = "Sound of Merrow",
    sentences: int = 8,
) -> Brief:
    """Return a brief on `count` articles, one copy and two inputs that are not told."""
    articles = [page(number, odd if number == 1 else "", sentences) for number in range(count)]
    themes = []
    for label, at in _themes(count):
        part = articles[at : at + 5]
        stories = tuple(_story(part[i : i + 2]) for i in range(0, len(part), 2))
        themes.append(Theme(label, ("harbour", "pilots"), stories))
    inputs = [Input(a.uri, "samples", len(a.text.encode()), a.digest, article=a) for a in articles]
    inputs += [
        Input("articles/again.txt", "samples", inputs[0].size, articles[0].digest,
              same_as=articles[0].digest),
        Input("articles/empty.txt", "samples", 0, sha256(b""),
              problem=Problem("extract", "articles/empty.txt", "empty")),
        Input("articles/lost.txt", "samples", 0, "",
              problem=Problem("collect", "articles/lost.txt", "unreadable", "locked")),
    ]  # fmt: skip
    picks = tuple(
        Pick(n, 1.5 - n / 4, (("position", 1.0), ("title", 0.5 - n / 4))) for n in (0, 1, 3)
    )
    return compose(
        inputs,
        themes,
        summaries={a.id: Summary(a.id, picks, "news") for a in articles},
        times={a.id: mentions(a) for a in articles},
        generated=datetime(2026, 3, 17, 6, 30, tzinfo=UTC),
        settings=Settings(title=title, evidence=evidence, templates_sha256=templates_sha256()),
    )


def sources(count: int = 6, *, odd: str = "", sentences: int = 8) -> dict[str, bytes]:
    """Return the bytes of the same articles by their SHA-256."""
    pages = [page(n, odd if n == 1 else "", sentences) for n in range(count)]
    return {sha256(a.text): a.text.encode() for a in pages} | {sha256(b""): b""}


def _themes(count: int) -> list[tuple[str, int]]:
    return [(f"The quarrel, part {at // 5 + 1}", at) for at in range(0, count, 5)]


def _story(part: list[Article]) -> Story:
    groups: dict[str, list[str]] = {}
    for a in part:
        groups.setdefault(a.origin.agency or "Mercury Harbour Press", []).append(a.id)
    origins = tuple(OriginGroup(name, tuple(ids)) for name, ids in groups.items())
    copies: tuple[Copy, ...] = ()
    return Story(f"story-{part[0].id[:6]}", part[0].id, tuple(a.id for a in part), copies, origins)
