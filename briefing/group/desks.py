"""The desk a newsroom would give an article to, by word lists."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import log
from types import MappingProxyType

from briefing.group.background import document_share
from briefing.group.words import fold, plain_words

LEAD = 1600  # characters: later paragraphs stray from the article's desk
Phrase = tuple[str, ...]

_LEAST_HITS = 2  # distinct words
_LEAST_SCORE = 8.0
_HEAVIEST = 6.0  # a word's weight
_SAMPLE = 8000  # articles the weights are reckoned in: a word in one of them weighs log(8000)

# Words joined by _ stand side by side. Written from what desks cover, not from any test set.
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "Politics": """
            election vote voter poll party parliament lawmaker mp senator congress congressman
            senate prime_minister president cabinet opposition coalition manifesto campaign
            constituency referendum democrat republican labour conservative tory liberal lib_dem
            legislation policy ministerial candidate immigration ballot impeachment governor mayor
            downing_street westminster white_house home_secretary chancellor reshuffle resign
            inauguration caucus lawmaking speaker bill veto
        """,
        "Business & economy": """
            economy economic bank banking share shareholder stock market investor profit earnings
            revenue sale inflation interest_rate growth gdp budget deficit tax currency dollar euro
            yen export import trade tariff oil_price company firm merger takeover acquisition
            chief_executive bankruptcy unemployment retail retailer consumer manufacturing industry
            quarter forecast analyst fund debt bond airline carmaker factory wall_street ceo
            subsidiary dividend cryptocurrency supplier
        """,
        "Sport": """
            match game cup league champion championship tournament goal striker midfielder defender
            goalkeeper coach manager team squad player injury season win defeat victory final
            semi-final football rugby cricket tennis olympic athlete athletic medal race sprint
            marathon golf wicket half-time penalty referee fifa uefa premiership club captain title
            grand_slam six_nation doping nfl nba mlb quarterback touchdown playoff baseball
            basketball inning roster driver grand_prix podium stadium fixture
        """,
        "Technology": """
            software computer internet online web website user mobile phone broadband network
            digital microsoft google apple hacker cyber data device gadget chip processor console
            gaming download e-mail email browser server wireless smartphone app
            artificial_intelligence robot technology tech spam piracy pc laptop video_game blog
            operating_system security_flaw android iphone encryption startup firmware pixel camera
            breach playstation update app_store messaging
        """,
        "Entertainment & culture": """
            film movie actor actress director album singer song music band concert chart oscar
            award festival theatre theater star celebrity tv television show series drama comedy
            book novel author art museum exhibition box_office hollywood premiere record pop rock
            grammy bafta screen cast trailer fan halftime_show performance rapper sequel franchise
            instagram comedian
        """,
        "Health": """
            health hospital doctor patient disease virus vaccine flu cancer drug treatment medical
            medicine outbreak infection pandemic nurse surgery clinical symptom obesity diet
            mental_health epidemic diagnosis therapy dose pharmacy
        """,
        "Science & environment": """
            scientist research researcher study space nasa satellite planet species climate
            climate_change emission carbon environment environmental wildlife fossil physics ocean
            glacier telescope spacecraft rhino conservation astronomer orbit rocket lunar moon
            eclipse launch mars galaxy spacex astronaut biologist university_of
        """,
        "Crime & justice": """
            police arrest arrested court judge trial jury murder murdered killing suspect charged
            charge guilty sentence sentenced prison jail lawyer attorney prosecutor crime criminal
            victim investigation detective fraud robbery rape assault convicted appeal shooting
            gunman homicide verdict custody
        """,
        "Conflict & security": """
            war military army troop soldier attack bomb bombing missile rebel militant militia
            terrorist terrorism airstrike fighting ceasefire killed casualty insurgent weapon
            nuclear siege hostage gaza drone clash violence defence pentagon nato warhead
            extremist kidnapped security_force
        """,
        "Diplomacy": """
            envoy diplomat diplomatic ambassador foreign_minister foreign_ministry talk negotiation
            summit treaty sanction denuclearization peace_process united_nation bilateral embassy
            counterpart delegation agreement ally alliance special_representative
            secretary_of_state nuclear_talk security_council
        """,
        "Disasters & accidents": """
            earthquake quake tsunami flood hurricane storm typhoon cyclone tornado wildfire fire
            explosion crash collision derailed landslide rescue evacuate evacuated survivor
            death_toll aftershock oil_spill magnitude relief aid volcano eruption wreckage snowfall
            blizzard injured firefighter passenger rescuer emergency_service
        """,
    }
)
DESKS = tuple(_WORDS)


@cache
def _lookup() -> dict[str, list[tuple[Phrase, list[str]]]]:
    """Return by first word the phrases of the desks, folded, with their desks."""
    desks: dict[Phrase, list[str]] = {}
    for name, words in _WORDS.items():
        for word in words.split():
            desks.setdefault(tuple(fold(part) for part in word.split("_")), []).append(name)
    starts: dict[str, list[tuple[Phrase, list[str]]]] = {}
    for phrase, names in desks.items():
        starts.setdefault(phrase[0], []).append((phrase, names))
    return starts


@cache
def _weight(phrase: Phrase) -> float:
    rarity = 1.0 if len(phrase) == 1 else 0.2
    return min(_HEAVIEST, log(_SAMPLE / (1 + _SAMPLE * rarity * document_share(phrase[0]))))


def desk(title: str, body: str) -> str | None:
    """Return the desk of an article by its title (which counts twice) and lead, or None."""
    scores = desk_scores(title, body[:LEAD])
    if not scores:
        return None
    name, score = max(scores.items(), key=lambda item: (item[1], -DESKS.index(item[0])))
    return name if score >= _LEAST_SCORE else None


def majority(desks: Sequence[str | None]) -> str | None:
    """Return the desk of at least half of all; the first in the alphabet wins a tie."""
    counts = Counter(name for name in desks if name)
    if not counts:
        return None
    name = min(counts, key=lambda n: (-counts[n], n))
    return name if 2 * counts[name] >= len(desks) else None


def desk_scores(title: str, lead: str) -> dict[str, float]:
    """Return the scores of the desks that at least two distinct words speak for."""
    words = [fold(word) for word in plain_words(f"{title} . {title} . {lead}")]
    counts: Counter[Phrase] = Counter()
    desks: dict[Phrase, list[str]] = {}
    lookup = _lookup()
    for i in [i for i, word in enumerate(words) if word in lookup]:
        for phrase, names in lookup[words[i]]:
            if len(phrase) == 1 or tuple(words[i : i + len(phrase)]) == phrase:
                counts[phrase] += 1
                desks[phrase] = names
    scores: dict[str, float] = {}
    hits: Counter[str] = Counter()
    for phrase, count in counts.items():
        for name in desks[phrase]:
            scores[name] = scores.get(name, 0.0) + (1 + log(count)) * _weight(phrase)
            hits[name] += 1
    return {name: score for name, score in scores.items() if hits[name] >= _LEAST_HITS}
