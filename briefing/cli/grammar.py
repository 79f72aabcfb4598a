"""The grammar of the command line."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from briefing import __version__

if TYPE_CHECKING:
    pass

from briefing.cli.commands import (
    do_archive,
    do_build,
    do_check,
    do_collect,
    do_dates,
    do_explain,
    do_extract,
    do_group,
    do_init,
    do_outbox,
    do_run,
    do_schema,
    do_send,
    do_sources,
    do_themes,
    do_verify,
)
from briefing.cli.saying import complain

SUMMARISERS = (
    "news", "lexrank", "textrank", "luhn", "lsa", "kl", "sumbasic", "reduction", "edmundson",
)  # fmt: skip


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, with the way out, instead of the whole usage."""

    def error(self, message: str) -> NoReturn:
        """End with exit code 2."""
        import difflib
        import re

        wrong = re.search(r"invalid choice: '([^']*)'|unrecognized arguments: (\S+)", message)
        commands = [a.choices for a in self._actions if isinstance(a.choices, dict)]
        levels = [self, *(command for choices in commands for command in choices.values())]
        known = [o for level in levels for action in level._actions for o in action.option_strings]
        known += re.findall(r"'([^']+)'", message.partition("choose from")[2])
        word = (wrong[1] or wrong[2]) if wrong else ""
        near = difflib.get_close_matches(word, known, n=1, cutoff=0.6) if word else []
        hint = f"did you mean {near[0]}?" if near else f"see `{self.prog} --help`"
        if "--format" in message and "," in word:
            hint = "give --format once for each"
        complain(f"{message}; {hint}")
        raise SystemExit(2)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    root = _Parser(
        prog="briefing",
        description="News articles in, a situation brief out: extractive, offline, and proved "
        "sentence by sentence.",
        epilog="example: briefing build ~/articles/*.txt --title 'Korean Peninsula'",
    )
    root.add_argument("--version", action="version", version=f"briefing {__version__}")
    commands = root.add_subparsers(metavar="COMMAND", required=True)
    for add in (
        _add_build, _add_run, _add_collect, _add_sources, _add_send, _add_outbox, _add_archive,
        _add_verify, _add_extract, _add_explain, _add_dates, _add_group, _add_themes, _add_init,
        _add_check, _add_schema, _add_completion,
    ):  # fmt: skip
        add(commands)
    return root


Commands = Any  # argparse keeps the type of `add_subparsers` private


def _command(
    commands: Commands, name: str, function: Any, words: str, example: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=words,
        description=words[0].upper() + words[1:] + ".",
        epilog=f"example: {example}",
    )
    command.set_defaults(command=function)
    return command


def _add_build(commands: Commands) -> None:
    command = _command(
        commands, "build", do_build, "make a brief from files and folders",
        "briefing build articles/ --title 'Korean Peninsula' --since 2026-03-01 --paper Letter",
    )  # fmt: skip
    command.add_argument("paths", nargs="+", metavar="PATH", help="articles, or folders of them")
    _brief_options(command)


def _add_run(commands: Commands) -> None:
    command = _command(
        commands, "run", do_run, "make and send the brief that config.yaml describes",
        "briefing run --config /etc/briefing/config.yaml --quiet",
    )  # fmt: skip
    command.add_argument("names", nargs="*", metavar="NAME", help="briefs of `briefs:`; default: "
                         "all")  # fmt: skip
    _brief_options(command)


def _add_collect(commands: Commands) -> None:
    command = _command(
        commands, "collect", do_collect, "fetch what is new, and make no brief",
        "briefing collect --quiet",
    )  # fmt: skip
    command.add_argument("names", nargs="*", metavar="SOURCE", help="names of sources; default: "
                         "all")  # fmt: skip
    _config_option(command)
    _noise(command)


def _add_sources(commands: Commands) -> None:
    command = _command(
        commands, "sources", do_sources, "show how each source fares; try one",
        "briefing sources --try herald",
    )  # fmt: skip
    command.add_argument("--try", dest="tried", metavar="NAME", help="ask this one now, and keep "
                         "nothing")  # fmt: skip
    command.add_argument("--opml", type=Path, metavar="OUT", help="write the feeds as OPML")
    _config_option(command)


def _brief_options(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    _config_option(command)
    add("--title", metavar="TEXT", help="the brief's title")
    add("--subtitle", metavar="TEXT", help="a line below it; by default the themes' labels")
    add(
        "--format", dest="formats", action="append",
        choices=("pdf", "html", "txt", "json", "ics", "md"),
        help="write only this format; may be given several times",
    )  # fmt: skip
    add("--since", metavar="WHEN", help="tell only what was published from this day or instant on")
    add("--until", metavar="WHEN", help="tell only what was published up to this day, or before "
        "this instant")  # fmt: skip
    _summary_options(command)
    add("--paper", choices=("A4", "Letter"), help="the paper of the PDF")
    add(
        "--pdf",
        choices=("archival", "plain"),
        help="plain: the smallest, without tags and evidence",
    )
    add("--max-pages", type=int, metavar="N", help="pages of the PDF, at most")
    add("--evidence", choices=("full", "quoted", "none"), help="how much of the sources travels "
        "with the brief")  # fmt: skip
    add("--templates", type=Path, metavar="DIR", help="templates of your own, searched first")
    add("--state", metavar="DIR", help="remember here what was told, and say what changed since")
    add("--since-last", action="store_true", help="tell only what no earlier brief told")
    add("--out", metavar="DIR", help="where briefs land (default: output)")
    add("--jobs", type=int, metavar="N", help="worker processes; 0 for one a processor")
    _noise(command)


def _noise(command: argparse.ArgumentParser) -> None:
    command.add_argument("--log", choices=("text", "json"), default="text", help="json: one "
                         "object a line on standard error")  # fmt: skip
    noise = command.add_mutually_exclusive_group()
    noise.add_argument("--quiet", action="store_true", help="say nothing when all went well")
    noise.add_argument(
        "-v", "--verbose", action="count", default=0, help="say where the time goes; twice: more"
    )


def _summary_options(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("--sentences", type=int, metavar="N", help="sentences an article, at most")
    add("--words", type=int, metavar="N", help="words an article, at most")
    add("--method", choices=SUMMARISERS, help="the summariser")


def _config_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--config", type=Path, metavar="FILE", help="the configuration (default: ./config.yaml)"
    )


def _add_send(commands: Commands) -> None:
    command = _command(
        commands, "send", do_send, "mail an existing brief",
        "briefing send output/latest --to desk@example.org --dry-run",
    )  # fmt: skip
    command.add_argument("brief", type=Path, metavar="BRIEF", help="a brief's folder or its PDF")
    command.add_argument("--to", action="append", metavar="ADDRESS", help="may be given several "
                         "times; default: `mail.to`")  # fmt: skip
    command.add_argument("--dry-run", action="store_true", help="write the mail as an .eml file")
    _config_option(command)


def _add_outbox(commands: Commands) -> None:
    command = _command(
        commands, "outbox", do_outbox, "show the mails that have not arrived; retry or drop them",
        "briefing outbox --retry",
    )  # fmt: skip
    what = command.add_mutually_exclusive_group()
    what.add_argument("--retry", action="store_true", help="try mails again now")
    what.add_argument("--drop", action="store_true", help="do not try mails again")
    what.add_argument("--all", action="store_true", help="show also what has arrived")
    command.add_argument("mails", nargs="*", metavar="MAIL", help="the beginning of a mail's name, "
                         "as listed; default: all that have not arrived")  # fmt: skip
    _config_option(command)


def _add_archive(commands: Commands) -> None:
    command = _command(
        commands, "archive", do_archive, "bring the archive of all briefs up to date",
        "briefing archive --out output",
    )  # fmt: skip
    command.add_argument("--out", type=Path, metavar="DIR", help="where the briefs are")
    _config_option(command)


def _add_verify(commands: Commands) -> None:
    command = _command(
        commands, "verify", do_verify, "prove a brief: every quotation, mark, count and date",
        "briefing verify output/latest/brief.pdf --sources articles/",
    )  # fmt: skip
    command.add_argument("file", type=Path, metavar="FILE", help="a brief (PDF, HTML or JSON), "
                         "or the folder of one")  # fmt: skip
    command.add_argument("--sources", type=Path, metavar="DIR", help="the articles it was made of")
    command.add_argument("--templates", type=Path, metavar="DIR", help="the templates it was made "
                         "with, where they are not ours")  # fmt: skip
    _config_option(command)


def _add_extract(commands: Commands) -> None:
    command = _command(
        commands, "extract", do_extract, "show the article of a page, and why a line is in or out",
        "briefing extract articles/0042.txt --explain",
    )  # fmt: skip
    command.add_argument("file", type=Path, metavar="FILE", help="a file with one article")
    command.add_argument("--explain", action="store_true", help="every line, kept or dropped, with "
                         "the reason and what weighed most")  # fmt: skip
    command.add_argument("--html", type=Path, metavar="OUT", help="write that as HTML to OUT too")


def _add_explain(commands: Commands) -> None:
    command = _command(
        commands, "explain", do_explain, "show why a sentence was picked, in an article or a brief",
        "briefing explain output/latest/brief.pdf 3:7",
    )  # fmt: skip
    command.add_argument(
        "article", type=Path, metavar="FILE",
        help="a file with one article, or with MARK a brief (PDF, HTML or JSON)",
    )  # fmt: skip
    command.add_argument("mark", nargs="?", metavar="MARK", help="a mark of the brief, such as 3:7")
    _summary_options(command)
    _config_option(command)


def _add_dates(commands: Commands) -> None:
    command = _command(
        commands, "dates", do_dates, "show the dates of an article: stamps, expressions, reasons",
        "briefing dates articles/ferry.txt",
    )  # fmt: skip
    command.add_argument("article", type=Path, metavar="ARTICLE", help="a file that `build` reads")


def _add_group(commands: Commands) -> None:
    command = _command(
        commands, "group", do_group, "show stories and themes, or why two articles are together",
        "briefing group articles/ --explain articles/01.txt articles/07.txt",
    )  # fmt: skip
    command.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="articles, or folders "
                         "of them; default: the sources of config.yaml")  # fmt: skip
    command.add_argument("--explain", nargs=2, metavar=("A", "B"), help="two of the articles: "
                         "files, or marks such as 3 or 3:7 of --brief")  # fmt: skip
    command.add_argument("--brief", type=Path, metavar="FILE", help="the brief that marks are of")
    _config_option(command)


def _add_themes(commands: Commands) -> None:
    command = _command(
        commands, "themes", do_themes, "list your themes; show what each would catch, and why",
        "briefing themes --try articles/",
    )  # fmt: skip
    command.add_argument("--try", dest="tried", nargs="*", type=Path, metavar="PATH", help="show "
                         "what each would catch; default: the sources of config.yaml")  # fmt: skip
    _config_option(command)


def _add_init(commands: Commands) -> None:
    command = _command(
        commands, "init", do_init, "write a commented config.yaml", "briefing init config.yaml"
    )
    command.add_argument("path", type=Path, nargs="?", default=Path("config.yaml"), metavar="FILE")


def _add_check(commands: Commands) -> None:
    command = _command(
        commands, "check", do_check, "validate a configuration; all its problems at once",
        "briefing check config.yaml",
    )  # fmt: skip
    command.add_argument("path", type=Path, nargs="?", default=Path("config.yaml"), metavar="FILE")


def _add_schema(commands: Commands) -> None:
    command = _command(
        commands, "schema", do_schema, "print the JSON Schema of the configuration, or of a brief",
        "briefing schema > config.schema.json",
    )  # fmt: skip
    command.add_argument("of", nargs="?", choices=("config", "brief"), default="config")


def _add_completion(commands: Commands) -> None:
    command = _command(
        commands, "completion", _completion, "print a completion script for a shell",
        'eval "$(briefing completion bash)"',
    )  # fmt: skip
    command.add_argument("shell", choices=("bash", "zsh", "tcsh"))


def _completion(arguments: argparse.Namespace) -> int:
    import shtab

    print(shtab.complete(parser(), arguments.shell))
    return 0
