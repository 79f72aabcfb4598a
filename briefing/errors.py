"""The errors of `briefing`, one tree.

    BriefingError
    ├── ConfigError        a configuration that cannot be used; all its problems at once   exit 2
    ├── UsageError         a command line that cannot be carried out                       exit 2
    ├── NoUsableInputError nothing could be read, or nothing read was an article           exit 3
    ├── OutputError        an output or the state cannot be written                        exit 4
    ├── DeliverError       a brief was made but not delivered                              exit 5
    ├── LockedError        another run holds the lock                                      exit 75
    ├── ReadError          one document cannot be read or understood (becomes a Problem)
    │   └── FetchError     one address of the web cannot be fetched
    ├── SummariseError     one article cannot be summarised (becomes a Problem)
    ├── RenderError        a template or the PDF engine failed
    │   └── PdfError       only the PDF engine: the other formats can still be made
    ├── ResourceError      a packaged file is missing: a broken installation
    └── EvidenceError      a file holds no evidence, or damaged evidence                    exit 3

Every class gives its arguments to `super().__init__`, so that it survives pickling between
processes, and says in `__str__` what happened, where, and what to do.
"""

from dataclasses import dataclass


class BriefingError(Exception):
    """The root: catch this to catch all that `briefing` raises on purpose."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class ConfigProblem:
    """One fault of a configuration: where (line from 1, key path) and what to do."""

    line: int | None
    path: str
    message: str

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        return f"{place}{self.path}: {self.message}" if self.path else f"{place}{self.message}"


class ConfigError(BriefingError):
    """A configuration that cannot be used. `problems` holds every fault, in order of line."""

    exit_code = 2

    def __init__(self, file: str, problems: tuple[ConfigProblem, ...]) -> None:
        super().__init__(file, problems)
        self.file = file
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(f"{self.file}: {problem}" for problem in self.problems)


class UsageError(BriefingError):
    """A command line that cannot be carried out; nothing was done."""

    exit_code = 2


class NoUsableInputError(BriefingError):
    """No source could be read, or nothing read was an article; the old brief is untouched."""

    exit_code = 3


class OutputError(BriefingError):
    """An output or the state cannot be written."""

    exit_code = 4

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class DeliverError(BriefingError):
    """A brief was made but not delivered to `target`; `retryable` when the server said 4xx."""

    exit_code = 5

    def __init__(self, target: str, reason: str, retryable: bool) -> None:
        super().__init__(target, reason, retryable)
        self.target = target
        self.reason = reason
        self.retryable = retryable

    def __str__(self) -> str:
        return f"{self.target}: {self.reason}"


class LockedError(BriefingError):
    """Another run holds the lock."""

    exit_code = 75


class ReadError(BriefingError):
    """One document cannot be read or understood. `reason` is a key of `types.REASONS`."""

    def __init__(self, uri: str, reason: str, detail: str = "") -> None:
        super().__init__(uri, reason, detail)
        self.uri = uri
        self.reason = reason
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.uri}: {self.reason}" + (f" ({self.detail})" if self.detail else "")


class FetchError(ReadError):
    """An address cannot be fetched: `passing` where it may go well soon, `status` of HTTP or 0,
    `again_s` the seconds that the server asks to be left alone.
    """

    def __init__(
        self,
        uri: str,
        reason: str,
        detail: str = "",
        *,
        passing: bool = False,
        again_s: float = 0.0,
        status: int = 0,
    ) -> None:
        super().__init__(uri, reason, detail)
        self.passing = passing
        self.again_s = again_s
        self.status = status


class SummariseError(BriefingError):
    """One article cannot be summarised."""

    def __init__(self, article_id: str, reason: str) -> None:
        super().__init__(article_id, reason)
        self.article_id = article_id
        self.reason = reason

    def __str__(self) -> str:
        return f"article {self.article_id}: {self.reason}"


class RenderError(BriefingError):
    """A template or the PDF engine failed: `template`, `line` (None where unknown), `reason`."""

    def __init__(self, template: str, line: int | None, reason: str) -> None:
        super().__init__(template, line, reason)
        self.template = template
        self.line = line
        self.reason = reason

    def __str__(self) -> str:
        place = f"{self.template}, line {self.line}" if self.line else self.template
        return f"{place}: {self.reason}"


class PdfError(RenderError):
    """The PDF engine failed or cannot be loaded; the other formats can still be made."""


class ResourceError(BriefingError):
    """A packaged file is missing: reinstall the package."""


class EvidenceError(BriefingError):
    """A file holds no evidence, or damaged evidence: nothing can be proved."""

    exit_code = 3

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file, reason)
        self.file = file
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"
