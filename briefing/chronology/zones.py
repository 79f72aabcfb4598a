"""Stage 4: time zones as pages print them, and which country an ambiguous token means.

The ladder: an offset, a token that means one zone, an ambiguous token by the words of the page and
its dateline, the source's setting, nothing. Tokens such as ET are IANA zones, not offsets, for
pages print them in summer and in winter. Neither the machine's zone nor a library's guess counts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefing.types import ZONE_SPREAD

# Tokens that mean one zone: minutes east of Greenwich, or an IANA name.
TOKENS: Mapping[str, int | str] = MappingProxyType(
    {
        "GMT": 0, "UTC": 0, "Z": 0, "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "MEZ": 60,
        "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180, "IDT": 180, "CAT": 120,
        "SAST": 120, "EAT": 180, "WAT": 60, "PKT": 300, "NPT": 345, "BDT": 360, "ICT": 420,
        "WIB": 420, "SGT": 480, "HKT": 480, "MYT": 480, "PHT": 480, "AWST": 480, "KST": 540,
        "JST": 540, "ACST": 570, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
        "EST": -300, "EDT": -240, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
        "AKST": -540, "AKDT": -480, "HST": -600, "NST": -210, "BRT": -180, "ART": -180,
        "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver",
        "PT": "America/Los_Angeles", "AEST/AEDT": "Australia/Sydney",
        "EASTERN": "America/New_York", "CENTRAL": "America/Chicago",
        "MOUNTAIN": "America/Denver", "PACIFIC": "America/Los_Angeles",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """One thing an ambiguous token can mean, and the words that speak for it on a page."""

    name: str
    zone: int | str
    words: str


# Source: github.com/scrapinghub/dateparser issues 580, 609, 636, 683.
AMBIGUOUS: Mapping[str, tuple[Country, ...]] = MappingProxyType(
    {
        "IST": (
            Country(
                "India", "Asia/Kolkata",
                r"India\w*|(?:New )?Delhi|Mumbai|Kolkata|Bengaluru|Bangalore|Chennai|"
                r"Hyderabad|PTI|ANI|IANS|Modi|crores?|lakhs?|Devdiscourse|[Rr]upees?|Hindustan",
            ),
            Country(
                "Israel", "Asia/Jerusalem",
                r"Israel\w*|Jerusalem|Tel Aviv|Haaretz|Knesset|IDF",
            ),
            Country(
                "Ireland", "Europe/Dublin",
                r"Ireland|Irish|Dublin|RT[ÉE]|Taoiseach|Garda[ií]?|Dáil",
            ),
        ),
        "BST": (
            Country(
                "Britain", 60,
                r"UK|U\.K\.|Brit\w+|England|English|London|Scot\w+|Wales|Welsh|Manchester|BBC|"
                r"MPs?|Westminster",
            ),
            Country("Bangladesh", "Asia/Dhaka", r"Bangladesh\w*|Dhaka|Chittagong|Chattogram|taka"),
        ),
        "CST": (
            Country(
                "US Central", -360,
                r"U\.S\.|US|USA|Texas|Houston|Dallas|Chicago|Illinois|Iowa|Missouri|Minnesota|"
                r"Tennessee|Oklahoma|Kansas|Louisiana|Wisconsin|Alabama|Arkansas",
            ),
            Country(
                "China", "Asia/Shanghai",
                r"Chin\w+|Beijing|Shanghai|Xinhua|CGTN|Taiwan\w*|Taipei",
            ),
            Country("Cuba", "America/Havana", r"Cuba\w*|Havana|Granma"),
        ),
        "CDT": (
            Country(
                "US Central", -300,
                r"U\.S\.|US|USA|Texas|Houston|Dallas|Chicago|Illinois|Iowa|Missouri|Minnesota|"
                r"Tennessee|Oklahoma|Kansas|Louisiana|Wisconsin|Alabama|Arkansas",
            ),
            Country("Cuba", "America/Havana", r"Cuba\w*|Havana|Granma"),
        ),
        "AST": (
            Country(
                "Atlantic Canada", -240,
                r"Canad\w+|Halifax|Nova Scotia|New Brunswick|Puerto Rico|Caribbean|Bermuda",
            ),
            Country(
                "Arabia", 180,
                r"Saudi\w*|Riyadh|Jeddah|Arabia\w*|Kuwait\w*|Bahrain\w*|Qatar\w*|Iraq\w*",
            ),
        ),
        "GST": (
            Country("Gulf", 240, r"UAE|Emirat\w+|Dubai|Abu Dhabi|Oman\w*|Gulf"),
            Country("South Georgia", -120, r"South Georgia"),
        ),
        "ECT": (
            Country("Ecuador", -300, r"Ecuador\w*|Quito|Guayaquil"),
            Country("Eastern Caribbean", -240, r"Caribbean|Barbados|Grenada|Dominica|Saint Lucia"),
        ),
        "ACT": (
            Country("Brazil, Acre", -300, r"Acre|Bra[sz]il\w*"),
            Country("Australia", "Australia/Sydney", r"Austral\w+|Canberra"),
        ),
        "AMT": (
            Country("Armenia", 240, r"Armen\w+|Yerevan"),
            Country("Brazil, Amazonas", -240, r"Bra[sz]il\w*|Amazonas|Manaus"),
        ),
    }
)  # fmt: skip

# Where a dateline or a clock says it was written. Lower case; countries with one zone also.
PLACES: Mapping[str, str] = MappingProxyType(
    {
        place: zone
        for zone, places in {
            "Asia/Seoul": "seoul|busan|incheon|panmunjom|south korea|sejong",
            "Asia/Pyongyang": "pyongyang|north korea",
            "Asia/Tokyo": "tokyo|osaka|kyoto|hiroshima|nagasaki|sapporo|japan",
            "Asia/Shanghai": "beijing|shanghai|shenzhen|guangzhou|wuhan|chengdu|china",
            "Asia/Hong_Kong": "hong kong",
            "Asia/Taipei": "taipei|taiwan",
            "Asia/Singapore": "singapore",
            "Asia/Kuala_Lumpur": "kuala lumpur|malaysia|putrajaya",
            "Asia/Manila": "manila|philippines",
            "Asia/Jakarta": "jakarta",
            "Asia/Bangkok": "bangkok|thailand",
            "Asia/Ho_Chi_Minh": "hanoi|ho chi minh city|vietnam",
            "Asia/Phnom_Penh": "phnom penh|cambodia",
            "Asia/Yangon": "yangon|naypyitaw|myanmar",
            "Asia/Dhaka": "dhaka|bangladesh",
            "Asia/Kathmandu": "kathmandu|nepal",
            "Asia/Colombo": "colombo|sri lanka",
            "Asia/Kolkata": "new delhi|delhi|mumbai|kolkata|chennai|bengaluru|bangalore|hyderabad|"
            "srinagar|lucknow|ahmedabad|india",
            "Asia/Karachi": "islamabad|karachi|lahore|peshawar|quetta|pakistan",
            "Asia/Kabul": "kabul|kandahar|afghanistan",
            "Asia/Tehran": "tehran|iran",
            "Asia/Dubai": "dubai|abu dhabi|united arab emirates",
            "Asia/Riyadh": "riyadh|jeddah|saudi arabia",
            "Asia/Qatar": "doha|qatar",
            "Asia/Kuwait": "kuwait city|kuwait",
            "Asia/Baghdad": "baghdad|mosul|erbil|basra|iraq",
            "Asia/Damascus": "damascus|aleppo|syria",
            "Asia/Beirut": "beirut|lebanon",
            "Asia/Amman": "amman|jordan",
            "Asia/Jerusalem": "jerusalem|tel aviv|israel",
            "Asia/Gaza": "gaza|gaza city",
            "Asia/Tbilisi": "tbilisi",
            "Asia/Yerevan": "yerevan|armenia",
            "Asia/Baku": "baku|azerbaijan",
            "Asia/Tashkent": "tashkent|uzbekistan",
            "Africa/Cairo": "cairo|egypt",
            "Africa/Tripoli": "tripoli|benghazi|libya",
            "Africa/Tunis": "tunis|tunisia",
            "Africa/Algiers": "algiers|algeria",
            "Africa/Casablanca": "rabat|casablanca|morocco",
            "Africa/Khartoum": "khartoum|sudan",
            "Africa/Addis_Ababa": "addis ababa|ethiopia",
            "Africa/Nairobi": "nairobi|kenya",
            "Africa/Mogadishu": "mogadishu|somalia",
            "Africa/Lagos": "lagos|abuja|nigeria",
            "Africa/Accra": "accra|ghana",
            "Africa/Dakar": "dakar|senegal",
            "Africa/Johannesburg": "johannesburg|cape town|pretoria|durban|south africa",
            "Africa/Harare": "harare|zimbabwe",
            "Europe/London": "london|edinburgh|glasgow|manchester|belfast|cardiff|britain|"
            "united kingdom|england|scotland",
            "Europe/Dublin": "dublin|ireland",
            "Europe/Paris": "paris|lyon|marseille|strasbourg|france",
            "Europe/Berlin": "berlin|frankfurt|munich|hamburg|germany",
            "Europe/Vienna": "vienna|austria",
            "Europe/Zurich": "zurich|geneva|bern|davos|switzerland",
            "Europe/Brussels": "brussels|belgium",
            "Europe/Amsterdam": "amsterdam|the hague|netherlands",
            "Europe/Madrid": "madrid|barcelona|spain",
            "Europe/Lisbon": "lisbon|portugal",
            "Europe/Rome": "rome|milan|vatican city|italy",
            "Europe/Athens": "athens|greece",
            "Europe/Istanbul": "istanbul|ankara|turkey",
            "Europe/Moscow": "moscow|st. petersburg",
            "Europe/Kyiv": "kyiv|kiev|kharkiv|odesa|lviv|ukraine",
            "Europe/Minsk": "minsk|belarus",
            "Europe/Warsaw": "warsaw|poland",
            "Europe/Prague": "prague|czech republic",
            "Europe/Budapest": "budapest|hungary",
            "Europe/Bucharest": "bucharest|romania",
            "Europe/Sofia": "sofia|bulgaria",
            "Europe/Belgrade": "belgrade|serbia",
            "Europe/Stockholm": "stockholm|sweden",
            "Europe/Oslo": "oslo|norway",
            "Europe/Copenhagen": "copenhagen|denmark",
            "Europe/Helsinki": "helsinki|finland",
            "Europe/Tallinn": "tallinn|estonia",
            "Europe/Riga": "riga|latvia",
            "Europe/Vilnius": "vilnius|lithuania",
            "America/New_York": "new york|washington|boston|philadelphia|miami|atlanta|detroit|"
            "united nations",
            "America/Chicago": "chicago|houston|dallas|new orleans|minneapolis|austin",
            "America/Denver": "denver",
            "America/Los_Angeles": "los angeles|san francisco|seattle|san diego",
            "America/Toronto": "toronto|ottawa|montreal",
            "America/Vancouver": "vancouver",
            "America/Mexico_City": "mexico city",
            "America/Havana": "havana|cuba",
            "America/Caracas": "caracas|venezuela",
            "America/Bogota": "bogota|bogotá|colombia",
            "America/Lima": "lima|peru",
            "America/Santiago": "santiago|chile",
            "America/Argentina/Buenos_Aires": "buenos aires|argentina",
            "America/Sao_Paulo": "sao paulo|são paulo|rio de janeiro|brasilia|brasília",
            "Australia/Sydney": "sydney|canberra",
            "Australia/Melbourne": "melbourne",
            "Australia/Brisbane": "brisbane",
            "Australia/Perth": "perth",
            "Pacific/Auckland": "auckland|wellington|christchurch|new zealand",
        }.items()
        for place in places.split("|")
    }
)  # fmt: skip

DAY_FIRST_TOKENS = frozenset(
    (
        "IST", "GMT", "BST", "CET", "CEST", "MEZ", "MESZ", "EET", "EEST", "MSK", "AEST", "AEDT",
        "AWST", "NZST", "NZDT", "SAST", "EAT", "WAT", "SGT", "MYT", "HKT", "PKT", "WIB", "GST",
    )
)  # fmt: skip
MONTH_FIRST_TOKENS = frozenset(
    (
        "ET", "CT", "MT", "PT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AKST",
        "HST",
    )
)  # fmt: skip

_OFFSET = re.compile(r"(?:GMT|UTC)?\s?([+\-−])(\d{1,2}):?(\d\d)?$")
_DATELINE = re.compile(
    r"^[ \t]*((?:[A-Z][\w.’']*[A-Z.]|[A-Z]{2,})(?:[ ,]+[A-Z][\w.’']*){0,4}?)"
    r"(?:,\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2})?\s*(?:\([^)\n]{2,40}\)\s*)?(?:[—–-]{1,2}|:)\s",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Zone:
    """A resolved zone: the words to print, its rules, and why.

    `choices` holds every zone it can be; more than one where nothing on the page decides.
    """

    words: str | None
    choices: tuple[tzinfo, ...]
    reason: str

    @property
    def known(self) -> tzinfo | None:
        """The zone, where there is one answer."""
        return self.choices[0] if len(self.choices) == 1 else None


def resolve(token: str, text: str, default: str | None) -> Zone:
    """Return the zone of a printed token ("" for none) on a page, by the ladder above."""
    offset = _OFFSET.match(token)
    if offset:
        return _from_offset(token, offset)
    if token in TOKENS:
        return Zone(token, (_rules(TOKENS[token]),), f"printed: {token}")
    if token in AMBIGUOUS:
        return _by_country(token, text)
    place = iana(token)
    if place is not None:
        return Zone(f"{token} time", (place,), f"printed: {token}")
    named = _iana(default)
    if default and named is not None:
        return Zone(default, (named,), "none printed; the source's setting")
    return Zone(None, (), "none printed")


def instants(local: datetime, zone: Zone) -> tuple[datetime, datetime]:
    """Return the earliest and latest instant in UTC that a printed local time can be.

    In the hour in which clocks are changed these differ, though the zone is known.
    """
    if not zone.choices:
        utc = local.replace(tzinfo=UTC)
        return utc + ZONE_SPREAD[0], utc + ZONE_SPREAD[1]
    found = sorted(
        local.replace(tzinfo=rules, fold=fold).astimezone(UTC)
        for rules in zone.choices
        for fold in (0, 1)
    )
    return found[0], found[-1]


def iana(place: str) -> ZoneInfo | None:
    """Return the zone of a dateline such as "SEOUL, South Korea", where the place is known."""
    words = place.strip().lower()
    for part in (words, *words.split(",")):
        zone = PLACES.get(part.strip(" ."))
        if zone:
            return _iana(zone)
    return None


def dateline(text: str) -> str | None:
    """Return the first dateline's place, such as "SEOUL, South Korea", where a line opens so."""
    found = _DATELINE.search(text[:20_000])
    return found[1] if found else None


def _from_offset(token: str, match: re.Match[str]) -> Zone:
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    if minutes > 14 * 60:  # no zone on earth
        return Zone(None, (), f"no such offset: {token}")
    sign = 1 if match[1] == "+" else -1
    words = f"UTC{'+' if sign > 0 else '-'}{minutes // 60:02d}:{minutes % 60:02d}"
    return Zone(words, (_rules(sign * minutes),), f"printed: {token}")


def _by_country(token: str, text: str) -> Zone:
    countries = AMBIGUOUS[token]
    written = iana(dateline(text) or "")
    counts = [len(re.findall(rf"\b(?:{c.words})(?!\w)", text)) for c in countries]
    best = max(range(len(countries)), key=lambda i: (counts[i], -i))
    rest = max((n for i, n in enumerate(counts) if i != best), default=0)
    for country in countries:
        if written is not None and written.key == country.zone:
            return _one(token, country, "by the dateline")
    if counts[best] and counts[best] >= 2 * rest:
        found = re.search(rf"\b(?:{countries[best].words})(?!\w)", text)
        words = found[0] if found else ""
        return _one(token, countries[best], f"by the words of the page: {words}")
    meanings = " or ".join(c.name for c in countries)
    return Zone(token, tuple(_rules(c.zone) for c in countries), f"{token} can be {meanings}")


def _one(token: str, country: Country, why: str) -> Zone:
    return Zone(
        f"{token}, {country.name}", (_rules(country.zone),), f"{token} is {country.name} {why}"
    )


def _rules(zone: int | str) -> tzinfo:
    return ZoneInfo(zone) if isinstance(zone, str) else timezone(timedelta(minutes=zone))


@lru_cache(maxsize=256)
def _iana(name: str | None) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
