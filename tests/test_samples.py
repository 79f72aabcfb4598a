"""The sample articles come out as a reader sees them: they are the project's face."""

from pathlib import Path

from briefing.collect import folder
from briefing.extract import extract, line_counts
from briefing.types import Document, Profile

SAMPLES = Path(__file__).parents[1] / "samples" / "articles"
TITLES = {
    "01": "Lethmark, Corvany to meet in Tolmere over free port of Avelin as deadline nears",
    "02": "Envoys Head to Tolmere for Last-Ditch Talks on Avelin",
    "03": "Avelin waits as envoys prepare to talk about its harbour",
    "04": "Corvany to charge transit dues on ships bound for Avelin",
    "05": "Dockers vote to strike on March 27",
    "06": "Two dead, 12 injured as ferry hits harbour wall in Kesselvik",
    "07": "Storm pushes Sound ferry against mole, killing two",
    "08": "Ferry accident: hospital now treats at least 15 injured",
    "09": "UPDATE 2-Ferry death toll rises to three, voyage recorder recovered",
    "10": "Talks on Avelin open in Tolmere with pilots first on the list",
    "11": "Edrich bets on diesel duty and sea walls",
    "12": "Lethmark's budget sets up clash over fishing fuel",
    "13": "Queue off Avelin longest in 35 years",
    "14": "Town prepares to say goodbye to ferry dead",
    "15": "Board opens ferry inquiry, promises first findings in early April",
    "16": "Tolmere talks adjourned until Monday as pilots return",
    "17": "Edrich offers to spare small boats as coalition wobbles",
    "18": "Ferry's bow thruster failed twice in weeks before accident, log shows",
    "19": "Lethmark and Corvany agree 60-day bridge for Avelin, dues put off until June 1",
    "20": "Bewegung im Streit um Avelin: Lotsen sollen zurückkehren",
    "21": "Explained: the accord that made Avelin everybody's harbour",
    "22": "Commission splits three to three on East Basin tender",
    "26": "Dockers vote to strike on March 27",
}


def test_every_sample_has_its_headline() -> None:
    documents = [
        item
        for item in folder.read(
            (SAMPLES,), source="samples", profile=Profile(), max_bytes=1_000_000
        )
        if isinstance(item, Document) and Path(item.uri).name[:2] in TITLES
    ]
    repetition = line_counts(documents)
    found = {}
    for document in documents:
        title = extract(document, repetition).title
        found[Path(document.uri).name[:2]] = title.value if title else None
    assert found == TITLES
