"""Passwords: from the environment, or from a file that it names; never from the configuration."""

import os
from pathlib import Path

from briefing.errors import UsageError


def secret(name: str) -> str | None:
    """Return a secret: the environment variable `name`, or the file that `name`_FILE names.

    Raises UsageError where that file cannot be read; the secret itself is never in a message.
    """
    if name in os.environ:
        return os.environ[name]
    place = os.environ.get(f"{name}_FILE")
    if place is None:
        return None
    try:
        return Path(place).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeError) as error:
        raise UsageError(f"{name}_FILE names a file that cannot be read: {place}") from error
