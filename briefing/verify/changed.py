"""What changed, worked out again: from what the last brief told, and from what this one tells."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from briefing import __version__
from briefing.brief import Brief, Changes
from briefing.evidence import sha256
from briefing.types import ZONE_SPREAD
from briefing.verify.proof import Claim
from briefing.verify.texts import Texts

CHANGES = "changes"
TODAY = "dates"


def change_claims(brief: Brief, texts: Texts) -> Iterator[Claim]:
    """Prove the day that counts as today, and all that is said to have changed."""
    if brief.today is not None:
        yield Claim(TODAY, "looking ahead", "the day it is", True, brief.today in _todays(brief))
    if brief.changes is None:
        return
    known = all(record.number in texts.whole for record in brief.sources)
    if brief.method.version != __version__ or not known:
        texts.unchecked.append(
            "what changed: " + ("the sources' texts do not travel with it" if not known else
            f"made by version {brief.method.version}, this is {__version__}")
        )  # fmt: skip
        return
    yield from _change_claims(brief, brief.changes, texts)
    yield from _id_claims(brief, brief.changes, texts)


def _todays(brief: Brief) -> frozenset[str]:
    """Return the days it was, somewhere on earth, and the day after an archive's last article."""
    made = datetime.fromisoformat(brief.generated)
    days = {(made - shift).date().isoformat() for shift in ZONE_SPREAD}
    days.add(made.date().isoformat())
    if brief.window.last:
        after = date.fromisoformat(brief.window.last) + timedelta(days=1)
        days.add(after.isoformat())
    return frozenset(days)


def _change_claims(brief: Brief, found: Changes, texts: Texts) -> Iterator[Claim]:
    from briefing.compose.changes import Told, changes
    from briefing.compose.pages import Page
    from briefing.compose.rolling import is_live

    told = Told(
        themes=brief.themes,
        register=brief.register,
        pages={
            record.number: Page(
                record.number,
                texts.whole[record.number],
                brief.entry(record.number).language,
                record.sentences,
            )
            for record in brief.sources
        },
        ahead=brief.ahead,
        today=brief.today or "",
        since=brief.window.since[:10] if brief.window.since else None,
        live=brief.today is None or is_live(brief.today, brief.generated),
    )
    expected = changes(found.since, told)
    for name in ("stories", "corrections", "withdrawals", "calendar"):
        wanted, given = getattr(expected, name), getattr(found, name)
        for i, (a, b) in enumerate(zip(wanted, given, strict=False), 1):
            yield Claim(CHANGES, f"what changed, {name}, no. {i}", "what became of it", a, b)
        yield Claim(CHANGES, f"what changed, {name}", "how many", len(wanted), len(given))
    earlier = found.since.generated < brief.generated
    yield Claim(CHANGES, "what changed", "since an earlier brief", True, earlier)


def _id_claims(brief: Brief, found: Changes, texts: Texts) -> Iterator[Claim]:
    """Prove that a story that is new bears an id of its own: of one of its articles."""
    new = {change.story for change in found.stories if change.status == "new"}
    records = {record.number: record for record in brief.sources}
    for theme in brief.themes:
        for story in theme.stories:
            if story.id not in new:
                continue
            own = set()
            for number in story.numbers:
                stamp, record = brief.entry(number).published, records[number]
                text = texts.whole[number]
                body = "\n\n".join(text[a:b] for a, b in record.paragraphs)
                own.add(f"{stamp.local[:10] if stamp else 'undated'}-{sha256(body)[:6]}")
            named = any(story.id == i or story.id.startswith(f"{i}-") for i in own)
            yield Claim(CHANGES, f"story {story.id}", "an id of its own", True, named)
