"""What a user would run instead: sumy's LexRank on each file, and a plain page. Frozen.

python lexrank_page.py OUT.html FILE...
"""

import re
import sys
from pathlib import Path

from jinja2 import Template
from sumy.nlp.stemmers import Stemmer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

PAGE = Template(
    "<!doctype html><meta charset=utf-8><title>Brief</title><h1>Brief</h1>"
    "{% for title, lines in articles %}<h2>{{ title }}</h2>"
    "<ul>{% for line in lines %}<li>{{ line }}</li>{% endfor %}</ul>{% endfor %}",
    autoescape=True,
)


class Tokenizer:
    language = "english"

    def to_sentences(self, text):
        return [s.strip() for s in re.split(r"(?<=[.!?])\s+", text) if s.strip()]

    def to_words(self, text):
        return re.findall(r"\w+", text)


summarizer = LexRankSummarizer(Stemmer("english"))
summarizer.stop_words = get_stop_words("english")
articles = []
for path in map(Path, sys.argv[2:]):
    text = path.read_text(encoding="utf-8")
    document = PlaintextParser.from_string(text, Tokenizer()).document
    articles.append((text.split("\n", 1)[0], [str(s) for s in summarizer(document, 3)]))
Path(sys.argv[1]).write_text(PAGE.render(articles=articles), encoding="utf-8")
