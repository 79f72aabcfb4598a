"""Stage 7: the bodies of a mail: its subject, its plain text and its HTML.

The HTML is tables with the styles of `mail.css` set into the elements, no image, no web font,
nothing remote, and stays under the 102 KB at which mail readers cut a message: long briefs are told
shorter, and say so.
"""

from collections import Counter
from pathlib import Path

from briefing.brief import Brief
from briefing.render import environment, view, words
from briefing.render.text import to_text

LIMIT = 100_000  # bytes; Gmail cuts at 102 KB
SUBJECT = 150
# Sentences an article, entries of the register: from all to none, until it fits.
DETAIL = ((99, 10_000), (2, 200), (1, 100), (1, 0), (0, 0))


def mail(brief: Brief, *, templates: Path | None = None) -> tuple[str, str, str]:
    """Return (subject, text, html)."""
    text = to_text(brief, templates=templates).decode("utf-8")
    return subject(brief), text, _html(brief, templates)


def subject(brief: Brief, template: str = "") -> str:
    """Return the subject on one line, the handling before it: `template`, filled.

    Without one it is the title and what is new, else the title and the days covered.
    """
    told = _subject_words(brief)
    if template:
        line = template.format(**told)
    elif brief.changes is None:
        line = f"{brief.title}: {words.span(brief.window.first, brief.window.last)}"
    elif told["new"] or told["updated"]:
        line = f"{brief.title}, {told['day']}: {told['new']} new, {told['updated']} updated"
    else:
        line = f"{brief.title}, {told['day']}: nothing new"
    handling = f"[{brief.handling}] " if brief.handling else ""
    return words.shorten(" ".join(words.printable(handling + line).split()), SUBJECT)


def _subject_words(brief: Brief) -> dict[str, str | int]:
    """Return what a subject's template may hold, by name; `day` is when the brief was made."""
    generated = words.parse(brief.generated)
    became = Counter(change.status for change in brief.changes.stories) if brief.changes else {}
    return {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "day": f"{generated.day} {words.month(generated)}",
        "first": brief.window.first or "",
        "last": brief.window.last or "",
        "articles": brief.counts.used + brief.counts.copies,
        "stories": brief.counts.stories,
        "new": became.get("new", 0) if brief.changes else brief.counts.stories,
        "updated": became.get("updated", 0),
    }


def _html(brief: Brief, templates: Path | None) -> str:
    from css_inline import CSSInliner

    # The style sheet is ours or the user's; nothing is loaded, whatever it or the page names.
    css = environment.source("mail.css", templates)
    inline = CSSInliner(extra_css=css, load_remote_stylesheets=False, minify_css=True).inline
    values = view.values(brief, "mail")
    page = ""
    for sentences, entries in DETAIL:
        detail = {"sentences": sentences, "entries": entries}
        page = inline(environment.fill("mail.html", templates, values | detail))
        if len(page.encode("utf-8")) <= LIMIT:
            break
    return page
