"""Automated situation briefs: extractive, offline, and proved sentence by sentence."""

__version__ = "0.1.0"
