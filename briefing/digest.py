"""Stages 2 to 4 on one document: pure, picklable, and the border where one failure ends.

Document -> Article -> Summary, TimeExpr*  =  Digest
"""

from dataclasses import dataclass

from briefing.chronology import mentions
from briefing.errors import ReadError, SummariseError
from briefing.extract import Repetition, extract
from briefing.parallel import OutOfTimeError, within
from briefing.summarise import summarise
from briefing.types import Digest, Document, Problem


@dataclass(frozen=True, slots=True)
class Digester:
    """`digest` with its settings, so that an Executor can carry it to another process."""

    repetition: Repetition
    method: str
    max_sentences: int
    spread: bool
    seconds: float  # limit of wall time for one document
    max_words: int | None = None
    max_share: float | None = None

    def __call__(self, document: Document) -> Digest:
        """Return the digest of a document; a failure is a Problem in it, never an exception."""
        try:
            return within(self.seconds, self._digest, document)
        except ReadError as error:
            return _lost(document, "extract", error.reason, error.detail)
        except SummariseError as error:
            return _lost(document, "summarise", "summary_failed", error.reason)
        except OutOfTimeError:
            return _lost(document, "digest", "timeout", f"over {self.seconds:g} s")
        except Exception as error:  # the item border: one bad article never costs another
            return _lost(document, "digest", "parser_error", type(error).__name__)

    def _digest(self, document: Document) -> Digest:
        article = extract(document, self.repetition)
        summary = summarise(
            article,
            method=self.method,
            max_sentences=self.max_sentences,
            max_words=self.max_words,
            max_share=self.max_share,
            spread=self.spread,
        )
        return Digest(document.digest, article, summary, mentions(article))


def _lost(document: Document, stage: str, reason: str, detail: str) -> Digest:
    problem = Problem(stage, document.uri, reason, detail)
    return Digest(document.digest, None, None, (), (problem,))
