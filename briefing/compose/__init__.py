"""Stage 6: from themes to the brief: what matters, who said it, when, what became of each input.

    inputs, themes -> register numbers -> sections, bottom line, calendar, counts -> Brief

Nothing is worded here that a source should have worded: the brief quotes, counts and dates.
"""

from briefing.compose.brief import Settings, compose
from briefing.compose.register import Input

__all__ = ["Input", "Settings", "compose"]
