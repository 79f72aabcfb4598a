"""Fetch from the web, where every server may be hostile: one small client for all of stage 1."""

from briefing.collect.http.access import Access
from briefing.collect.http.client import Client, Limits, Response
from briefing.collect.http.robots import Robots
from briefing.collect.http.turns import Turns
from briefing.collect.http.urls import Url, canonical, parsed

__all__ = [
    "Access",
    "Client",
    "Limits",
    "Response",
    "Robots",
    "Turns",
    "Url",
    "canonical",
    "parsed",
]
