"""The configuration: every fault at once, the user's own words kept, defaults in one place."""

import json
import re
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.config import Config, Mail, Section, Source, Theme, default_text, load, parse, schema
from briefing.errors import ConfigError
from briefing.run import sources
from briefing.types import Profile

ROOT = Path(__file__).parents[1]

MAIL = "mail:\n  to: [desk@example.org]\n  from: briefs@example.org\n"


def problems(text: str, name: str = "config.yaml") -> list[str]:
    with pytest.raises(ConfigError) as caught:
        parse(text, name)
    return [str(problem) for problem in caught.value.problems]


def test_every_fault_is_reported_at_once_with_line_and_key_path() -> None:
    text = """\
titel: Korea
paper: a4
sentences: 3
summary:
  sentences: many
  method: lexrnk
zone: Seoul
jobs: 2
jobs: 3
sources:
  - name: wires
  - folder: b
    zone: Mars
limits: 3
"""
    assert problems(text) == [
        "line 1: titel: unknown key: did you mean title?",
        "line 2: paper: 'a4' is not one of A4, Letter: did you mean A4?",
        "line 3: sentences: unknown key here: did you mean summary.sentences?",
        "line 5: summary.sentences: must be a whole number, not 'many'",
        "line 6: summary.method: 'lexrnk' is not one of news, lexrank, textrank, luhn, lsa, kl, "
        "sumbasic, reduction, edmundson: did you mean lexrank?",
        "line 7: zone: 'Seoul' is not the name of a time zone: did you mean Asia/Seoul?",
        "line 9: jobs: given twice; first on line 8: keep one of them",
        "line 11: sources[1]: says not where it is: one of folder, feed, page, sitemap, list, "
        "opml, mailbox",
        "line 13: sources[2].zone: 'Mars' is not the name of a time zone, such as Asia/Seoul or "
        "UTC",
        "line 14: limits: must be a section: keys and values, indented below it",
    ]


def test_the_error_names_the_file_on_every_line() -> None:
    with pytest.raises(ConfigError) as caught:
        parse("a: 1\nb: 2\n", "desk/config.yaml")
    lines = str(caught.value).splitlines()
    assert [line.split(": unknown")[0] for line in lines] == [
        "desk/config.yaml: line 1: a",
        "desk/config.yaml: line 2: b",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("formats: []", "line 1: formats: must hold at least 1 entry"),
        (
            "formats: [pdf, docx]",
            "line 1: formats[2]: 'docx' is not one of pdf, html, txt, json, ics, md",
        ),
        ("title: [a]", "line 1: title: must be a text"),
        ('title: "  "', "line 1: title: must not be empty"),
        ('title: "a\\nb"', "line 1: title: must be one line without control characters"),
        ("sources: 3", "line 1: sources: must be a list"),
        ("jobs: -1", "line 1: jobs: must be at least 0, not '-1'"),
        ("jobs: 1.5", "line 1: jobs: must be a whole number, not '1.5'"),
        ("limits: {seconds: .nan}", "line 1: limits.seconds: must be a number, not '.nan'"),
        ("summary: {words: 0}", "line 1: summary.words: must be at least 1, not '0'"),
        ("summary: {share: 2}", "line 1: summary.share: must be at most 1.0, not '2'"),
        ("summary: {spread: maybe}", "line 1: summary.spread: must be true or false, not 'maybe'"),
        ("language: English", "line 1: language: must be a language code of two or three letters, "
         "not 'English'"),
        ("since: lately", "line 1: since: must be a day (2026-03-01), an instant "
         "(2026-03-01T06:00Z), or words such as `yesterday 06:00`, `24 hours ago`, `last brief`, "
         "not 'lately'"),
        ("sources: [{feed: 'news.example/rss'}]", "line 1: sources[1].feed[1]: must be an address "
         "that begins with https:// or http://"),
        ("sources: [{feed: 'https://a:b@news.example/'}]", "line 1: sources[1].feed[1]: holds "
         "a user name or password, which does not belong in a file"),
        ("sources: [{feed: 'https://a.example/', folder: b}]", "line 1: sources[1]: says folder "
         "and feed: keep one of them"),
        ("sources: [{mailbox: 'imaps://me:pw@mail.example/'}]", "line 1: sources[1].mailbox: "
         "holds a password, which does not belong in a file: see `password_env`"),
        ("sources: [{mailbox: 'imap://me@mail.example/'}]", "line 1: sources[1].mailbox: must be a "
         "Maildir, an mbox file, or imaps://user@host/INBOX"),
        ("web: {allow_hosts: [10.0.0.0/40]}", "line 1: web.allow_hosts[1]: is no address or "
         "network, such as 10.1.0.0/16"),
        ("briefs: [{name: a, sources: [x]}]", "line 1: briefs[1].sources: 'x' is no source; there "
         "are none"),
        ("briefs: [{name: a}, {name: a, title: b}]", "line 1: briefs[2]: has the name of "
         "briefs[1]: give it a name of its own"),
        ("briefs: [{name: a}, {name: b, title: a}]", "line 1: briefs[2]: has the title of "
         "briefs[1]: what was told goes by it"),
        ("since: 2026-02-30", "line 1: since: '2026-02-30' is no day or instant: day is out "
         "of range for month"),
        ("since: 2026-03-02\nuntil: 2026-03-01", "line 2: until: lies before `since`: nothing "
         "could be told"),
        ("sources: [{folder: a/x}, {folder: b/x}]", "line 1: sources[2]: has the name "
         "of sources[1]: give it a `name` of its own"),
        ("- title", "line 1: must hold keys and values, such as `title: My brief`"),
        ("a: &x 1\ntitle: *x", "line 2: aliases (*name) are not used here: write it out"),
        ("title: !!binary aGk=", "line 1: title: tags (!!binary) are not used here: write the "
         "value alone"),
        ("? [a, b]\n: c", "line 1: a key must be a single word"),
        ("title: a: b", "line 1: not YAML: mapping values are not allowed here (put quotes around "
         "a text that holds a colon and a space)"),
        ("summary:\n\tmethod: news", "line 2: not YAML: while scanning for the next token, found "
         "character '\\t' that cannot start any token (indent with spaces, not tabs)"),
        ("title: a\n---\ntitle: b", "line 2: not YAML: expected a single document in the stream, "
         "but found another document (leave out the line ---)"),
        ('templates: "a\\0b"', "line 1: templates: holds a control character or half of a letter"),
        ('title: "\\ud800"', "line 1: title: holds a control character or half of a letter"),
        ("title: \x07", "line 1: character U+0007 may not stand here"),
        ("[" * 100_000, "line 1: not YAML: nested too deeply"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_the_way_out(text: str, expected: str) -> None:
    assert expected in problems(text)


def test_words_that_yaml_would_turn_into_something_else_stay_as_typed() -> None:
    config = parse("title: 2026-03-01\nsubtitle: 1.10\nlanguage: NO\n")
    assert (config.title, config.subtitle, config.language) == ("2026-03-01", "1.10", "no")
    assert problems("on: 1") == [problems("on: 1")[0]]
    assert problems("on: 1")[0].startswith("line 1: on: unknown key")


def test_days_and_instants_are_read_as_such() -> None:
    config = parse("since: 2026-03-01\nuntil: 2026-03-04T06:00Z\n")
    assert config.since == date(2026, 3, 1)
    assert config.until == datetime(2026, 3, 4, 6, tzinfo=UTC)


def test_a_key_left_empty_has_its_default() -> None:
    assert parse("title:\nsummary:\nsources:\nmail: ~\nformats: null\n") == Config()


def test_a_single_word_stands_for_a_list_of_one() -> None:
    config = parse(
        "formats: pdf\nsources: [{folder: wires}]\n" + MAIL.replace("[", "").replace("]", "")
    )
    assert config.formats == ("pdf",)
    assert config.sources[0].folder == (Path("wires"),)
    assert config.mail
    assert config.mail.to == ("desk@example.org",)


def test_a_source_names_its_theme() -> None:
    from briefing.run import wanted

    text = (
        "themes: [{name: Ports}]\nsources: [{folder: a, theme: Ports}, {folder: b, theme: Mills}]"
    )
    found = [(theme.name, theme.sources) for theme in wanted(parse(text))]
    assert found == [("Ports", ("a",)), ("Mills", ("b",))]


def test_a_source_without_a_name_has_its_folders_name() -> None:
    config = parse("sources:\n  - folder: [in/wires, in/press]\n  - folder: b\n    name: desk\n")
    assert [source.name for source in config.sources] == ["wires", "desk"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("themes:\n  - name: Ports\n", "give it `words` or `phrases`"),
        ("themes:\n  - words: [port]\n", "themes[1].name: is required"),
        (
            "themes:\n  - {name: Ports, words: port}\n  - {name: Ports, words: pier}\n",
            "has the name of themes[1]",
        ),
        ("themes:\n  - {name: Ports, words: port, boost: 0}\n", "must be more than 0"),
    ],
    ids=["no words", "no name", "a name twice", "no weight"],
)
def test_a_theme_that_cannot_be_meant_is_named(text: str, expected: str) -> None:
    with pytest.raises(ConfigError) as raised:
        parse(text)
    assert expected in str(raised.value)


def test_a_theme_has_words_in_the_order_typed() -> None:
    (theme,) = parse(
        "themes:\n  - {name: Ports, words: [port, Pier], phrases: east basin}\n"
    ).themes
    assert (theme.words, theme.phrases, theme.exclude) == (("port", "Pier"), ("east basin",), ())


def test_paths_are_relative_to_the_file_but_output_to_the_working_folder() -> None:
    text = "templates: t\noutput: out\nsources: [{folder: [a, /b]}]\n"
    config = parse(text, "desk/config.yaml")
    assert config.templates == Path("desk/t")
    assert config.state == Path("desk/.briefing")
    assert config.output == Path("out")
    assert config.sources[0].folder == (Path("desk/a"), Path("/b"))


def test_date_order_becomes_day_first() -> None:
    orders = (", date_order: day-first", ", date_order: month-first", "")
    sources = ", ".join(f"{{folder: {i}{order}}}" for i, order in enumerate(orders))
    text = f"sources: [{sources}]"
    assert [source.day_first for source in parse(text).sources] == [True, False, None]


def test_what_is_said_of_a_source_reaches_its_articles() -> None:
    text = (
        "sources:\n  - folder: a\n    outlet: Post\n    date_order: day-first\n"
        "    dateline: '{place}, * -'\n    junk: [Listen to this *, Subscribe now]\n"
        "    keys: {title: [kopf, titel], text: artikel.inhalt}\n"
    )
    (source,) = sources(parse(text))
    assert source.profile == Profile(
        "Post", None, True, None, "{place}, * -", ("Listen to this *", "Subscribe now"),
        (("title", ("kopf", "titel")), ("text", ("artikel.inhalt",))),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("dateline: Seoul -", "sources[1].dateline: must begin with {place}, once"),
        ("dateline: '{place}*'", "sources[1].dateline: must say what stands behind {place}"),
        ("dateline: '{place}, *'", "sources[1].dateline: must say what stands behind {place}"),
        ("junk: ['*']", "sources[1].junk[1]: must hold 3 letters or digits, not '*'"),
        ("junk: [fine, '']", "sources[1].junk[2]: must not be empty"),
        ("keys: {titel: a}", "sources[1].keys.titel: unknown key: did you mean title?"),
        ("keys: kopf", "sources[1].keys: must be a section"),
    ],
)
def test_a_profile_that_cannot_be_meant_is_named(line: str, expected: str) -> None:
    assert expected in problems(f"sources:\n  - folder: a\n    {line}\n")[0]


# Mail


@pytest.mark.parametrize("key", ["password", "Password", "pass", "secret", "api-key", "token"])
def test_a_secret_in_the_file_is_refused_and_never_shown(key: str) -> None:
    found = problems(f"{MAIL}  {key}: hunter2\n")
    assert found == [
        f"line 4: mail.{key}: a secret does not belong in a file: remove it, and set the "
        "environment variable BRIEFING_SMTP_PASSWORD (`mail.password_env` names another)"
    ]


def test_a_password_in_place_of_a_variables_name_is_not_shown() -> None:
    found = problems(f"{MAIL}  password_env: hunter 2!\n")
    assert "environment variable" in found[0]
    assert "hunter" not in found[0]


@pytest.mark.parametrize(
    "address",
    ["nobody", "a@b@c", "a b@c.org", "<a@b.org", "a@b.org, c@d.org", "@b.org", "a@", "a..b@c.org",
     'a\r\nBcc: b@c.org', 'A "B" <a@b.org>', "", "a" * 65 + "@b.org"],
)  # fmt: skip
def test_what_is_no_mail_address_is_refused(address: str) -> None:
    found = problems(f"mail:\n  to: [{json.dumps(address)}]\n  from: a@b.org\n")
    assert found[0].startswith("line 2: mail.to[1]: ")


def test_a_mail_address_may_carry_a_name() -> None:
    config = parse("mail:\n  to: [a@localhost]\n  from: 'Desk, North <d@b.org>'\n")
    assert config.mail
    assert config.mail.sender == '"Desk, North" <d@b.org>'


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("host: smtp://user:pw@mail.example.org", "mail.host: must be the bare name of a server"),
        ("subject: 'News {week}'", "mail.subject: holds the unknown word {week}: use {title}"),
        ("subject: '{title:>99}'", "mail.subject: may hold words such as {title} only"),
        ("subject: 'News {'", "mail.subject: is no template"),
        ("subject: '{title.__class__}'", "mail.subject: holds the unknown word"),
        ("user: desk\n  security: none\n  host: mail.example.org",
         "mail.security: `none` would send the password in clear"),
        ("port: 70000", "mail.port: must be at most 65535"),
    ],
)  # fmt: skip
def test_mail_that_would_fail_or_leak_is_refused(lines: str, expected: str) -> None:
    assert expected in problems(f"{MAIL}  {lines}\n")[0]


@pytest.mark.parametrize(("security", "port"), [("starttls", 587), ("tls", 465), ("none", 25)])
def test_the_usual_port_is_taken(security: str, port: int) -> None:
    config = parse(f"{MAIL}  security: {security}\n")
    assert config.mail
    assert config.mail.server_port == port


# Changes from the command line


def test_changes_stand_on_top_and_paths_stay_where_they_were() -> None:
    config = parse("templates: t\nsummary: {sentences: 2}\n" + MAIL, "desk/config.yaml")
    changed = config.replace(
        {"summary": {"method": "lsa"}, "since": "2026-03-01", "paper": "Letter"}
    )
    assert changed.summary.method == "lsa"
    assert changed.summary.sentences == 2
    assert changed.since == date(2026, 3, 1)
    assert changed.templates == config.templates
    assert changed.mail == config.mail
    assert config.replace({}) == config


def test_a_wrong_change_is_named() -> None:
    with pytest.raises(ConfigError, match=r"summary\.sentences: must be at least 1, not 0"):
        Config().replace({"summary": {"sentences": 0}})


# Files


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load() == Config()
    Path("config.yaml").write_text("title: Here", encoding="utf-8")
    assert load().title == "Here"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "does not exist: name another, or write one with `briefing init`"),
        (b"title: ok\ntitle2: \xff", "line 2: is not UTF-8 text: save it as UTF-8"),
        (b"#" * (256 * 1024 + 1), "is larger than 256 KB: not a configuration"),
    ],
    ids=["missing", "not UTF-8", "too large"],
)
def test_a_file_that_cannot_be_used_is_named(
    tmp_path: Path, content: bytes | None, expected: str
) -> None:
    path = tmp_path / "my.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert str(caught.value) == f"{path}: {expected}"


def test_the_largest_file_allowed_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    text = b"\xef\xbb\xbftitle: ok\n"
    path.write_bytes(text + b"#" * (256 * 1024 - len(text)))
    assert load(path).title == "ok"


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path)


def test_a_hundred_problems_are_told_and_the_rest_counted() -> None:
    found = problems("\n".join(f"key{i}: 1" for i in range(250)))
    assert len(found) == 101
    assert found[99].startswith("line 100: key99")
    assert found[100] == "and 150 problems more"


def test_a_hostile_file_of_the_largest_size_is_refused_in_bounded_time() -> None:
    zones = ", ".join(f"{{folder: a, zone: b{i}}}" for i in range(3_000))
    started = time.process_time()
    assert problems(f"sources: [{zones}]")[-1] == "and 2900 problems more"
    assert time.process_time() - started < 5


# The shipped file and the schema


def uncommented() -> str:
    """Return the shipped configuration with its examples switched on."""
    text = default_text().replace("sources: []\n", "").replace("mail: null\n", "")
    for empty in ("themes", "briefs", "outlets"):
        text = text.replace(f"{empty}: []\n", "")
    return re.sub(r"^#(?! )|^#(?=  )", "", text, flags=re.M)


def test_the_shipped_configuration_is_the_codes_defaults() -> None:
    assert parse(default_text()) == Config()


def test_the_shipped_configuration_shows_every_key() -> None:
    shown = yaml.safe_load(default_text())
    examples = yaml.safe_load(uncommented())
    assert set(shown) == keys(Config)
    for name in ("summary", "bottom_line", "body", "limits", "web"):
        assert set(shown[name]) == set(getattr(Config(), name).model_dump())
    assert {key for source in examples["sources"] for key in source} == keys(Source)
    assert set(examples["themes"][0]) == keys(Theme)
    assert set(examples["mail"]) == keys(Mail)


def test_the_examples_of_the_shipped_configuration_are_valid_and_show_defaults() -> None:
    mail = parse(uncommented()).mail
    least = parse("mail:\n  to: [desk@example.org]\n  from: Situation desk <briefs@example.org>\n")
    assert mail == least.mail


def test_the_schema_accepts_what_the_code_accepts() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    for text in (default_text(), uncommented()):
        jsonschema.validate(yaml.safe_load(text), schema())


def test_the_schema_refuses_unknown_keys_and_describes_every_key() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"titel": "x"}, schema())
    sections = [schema(), *schema()["$defs"].values()]
    for section in sections:
        for name, key in section["properties"].items():
            inner = schema()["$defs"].get(key.get("$ref", "").rsplit("/", 1)[-1], {})
            described = key.get("description") or inner.get("description")
            assert described, f"{section['title']}.{name} has no description"


def keys(model: type[Section]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


# Properties

WORDS = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), min_size=1)


@given(
    WORDS.filter(str.strip), st.integers(1, 20), st.booleans(), st.sampled_from(["A4", "Letter"])
)
def test_what_is_written_is_what_is_read(
    title: str, sentences: int, spread: bool, paper: str
) -> None:
    values: dict[str, Any] = {
        "title": title[:300], "paper": paper, "summary": {"sentences": sentences, "spread": spread},
    }  # fmt: skip
    config = parse(json.dumps(values, ensure_ascii=False))  # JSON is YAML
    assert config == Config().replace(values)
    assert config.title == title[:300].strip()


@given(st.text() | st.binary().map(lambda raw: raw.decode("utf-8", "replace")))
def test_any_text_is_a_configuration_or_a_list_of_problems(text: str) -> None:
    try:
        found: object = parse(text)
    except ConfigError as error:
        found = error.problems
    assert found, "an error without a problem"


def test_what_no_single_value_shows_is_told_beside_what_one_does(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(
        "sources:\n  - feed: nowhere\nmail:\n  to: [nobody]\n  from: a@b.org\n  via: pigeon\n"
    )
    with pytest.raises(ConfigError) as caught:
        load(file)
    assert [(problem.line, problem.path) for problem in caught.value.problems] == [
        (2, "sources[1].feed[1]"),
        (4, "mail.to[1]"),
        (6, "mail.via"),
    ]
