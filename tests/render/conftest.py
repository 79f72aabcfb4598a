"""The sample brief, printed once a process: pages take the most time of all."""

import pytest

from briefing.brief import Brief
from briefing.render import Rendered, render
from tests.render import briefs


@pytest.fixture(scope="session")
def brief() -> Brief:
    return briefs.sample()


@pytest.fixture(scope="session")
def rendered(brief: Brief) -> Rendered:
    return render(brief, ("pdf", "html", "txt", "json", "ics", "md"))


@pytest.fixture(scope="session")
def hostile() -> Rendered:
    return render(briefs.of(briefs.HOSTILE), ("pdf", "html", "txt", "md"))
