"""The words by which `quantities` knows what is counted, and what is not."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

NUMBERS = {
    **{word: float(n) for n, word in enumerate(_ONES, 1)},
    **{word: 10.0 * n for n, word in enumerate(_TENS, 2)},
    **{
        f"{ten}-{one}": 10.0 * n + m
        for n, ten in enumerate(_TENS, 2)
        for m, one in enumerate(_ONES[:9], 1)
    },
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3,
}  # fmt: skip

UNITS = {
    "mile": "mile", "miles": "mile", "km": "km", "kilometer": "km", "kilometers": "km",
    "kilometre": "km", "kilometres": "km", "meter": "metre", "meters": "metre",
    "metre": "metre", "metres": "metre", "foot": "foot", "feet": "foot", "ft": "foot",
    "inch": "inch", "inches": "inch", "yard": "yard", "yards": "yard",
    "kg": "kg", "kilogram": "kg", "kilograms": "kg", "pound": "pound", "pounds": "pound",
    "lb": "pound", "lbs": "pound", "ton": "ton", "tons": "ton", "tonne": "tonne",
    "tonnes": "tonne", "mph": "mph", "acre": "acre", "acres": "acre", "hectare": "hectare",
    "hectares": "hectare", "second": "second", "seconds": "second", "minute": "minute",
    "minutes": "minute", "hour": "hour", "hours": "hour", "day": "day", "days": "day",
    "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year",
    "years": "year", "decade": "decade", "decades": "decade", "barrel": "barrel",
    "barrels": "barrel", "degree": "degree", "degrees": "degree", "euro": "euro",
    "euros": "euro", "dollar": "dollar", "dollars": "dollar",
}  # fmt: skip
SUFFIXES = frozenset((*SCALES, "%", *UNITS))
TIMES = _words("second minute hour day week month year decade season game lap round time match")

MONTHS = _words(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec"""
)
CLOCK = frozenset(("a.m", "p.m", "am", "pm", "o'clock", "o’clock", "gmt", "est", "bst"))
LABELLED = _words(
    """flight section article chapter route interstate radio channel stage version no number phase
    page lap cell room level grade aged age act part group verse line class type mark item rank
    place size gate terminal platform highway exit figure table photo caption day turn round game
    week base floor episode season series"""
)
OPENERS = _words(
    """about some over nearly almost at around roughly only just up more fewer less another the
    an all those these its their his her our in of by with and or but than least to for from as
    between estimated approximately under killing injuring wounding"""
)

MODIFIERS = {
    "at least": "least", "no fewer than": "least", "no less than": "least",
    "not less than": "least",
    "more than": "more", "over": "more", "just over": "more", "upwards of": "more",
    "above": "more", "in excess of": "more", "greater than": "more",
    "nearly": "nearly", "almost": "nearly", "close to": "nearly", "just under": "nearly",
    "fewer than": "nearly", "less than": "nearly", "under": "nearly", "just short of": "nearly",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about",
    "some": "about", "an estimated": "about", "estimated": "about", "as many as": "most",
    "up to": "most", "as much as": "most", "a total of": "", "a record": "", "the": "",
}  # fmt: skip

PEOPLE = _words("people person persons victims victim lives dead others men-and-women individuals")
SINGULARS = {"children": "child", "men": "man", "women": "woman", "policemen": "policeman",
             "servicemen": "serviceman", "passers-by": "passer-by"}  # fmt: skip

KINDS = {
    "killed": "killed dead died killing kills kill deaths fatalities",
    "injured": "injured wounded hurt injuring wounding injuries injures wounds",
    "missing": "missing unaccounted",
    "arrested": "arrested detained arresting detaining arrests",
    "displaced": "displaced displacing homeless",
    "evacuated": "evacuated evacuating",
    "kidnapped": "kidnapped abducted kidnapping abducting",
    "rescued": "rescued rescuing",
}
_WORDS = {word: kind for kind, words in KINDS.items() for word in words.split()}
HAPPENED = {
    word: kind for word, kind in _WORDS.items() if not word.endswith("ing") or word == "missing"
} | {"die": "killed"}
"""What may follow those counted: "15 people were killed", "15 dead"."""
HAPPENS = {
    word: kind
    for word, kind in _WORDS.items()
    if word.endswith(("ing", "ed", "kill", "kills", "injures", "wounds")) and word != "missing"
} | {"claimed": "killed"}
"""What may stand before those counted: "killing 15 people"."""
del HAPPENS["died"], HAPPENS["unaccounted"]
TRANSITIVE = _words("killed injured wounded arrested detained kidnapped abducted rescued")
PASSIVE = _words("was were been be being is are")
ARTICLES = _words("a an the his her their its him them at more another several dozens")

REACHES = _words("at to was is were are reached hit passed")
REACHED = _words(
    "stands stood put rose risen rises climbed grew fell dropped increased now has had also"
)
"""What stands between "toll" or "number of ..." and the number, "stood at 19"."""

BETWEEN = _words(
    """were was are is have has had been be being and/or reported confirmed feared believed left
    still now also already so far known to have later who people that remain remained more others
    critically seriously slightly lightly were presumed said thought either or"""
)
"""What may stand between those counted and what happened to them."""
BEFORE = _words("an a of to at the lives as than least about some up more")

FILLERS = _words(
    """more other others additional people's new further extra separate different whole entire
    armed"""
)
STOPS = _words(
    """a an the of in on at to for from by with and or but as if when while who which that than
    is are was were be been being has have had do does did will would can could may might must
    it he she they we i you his her its their this these those there then not no into onto over
    under after before since until during about against between through within without near
    across around along per each every all both so because though although up down out off away
    said says saying told tell took take made make went go came come got get fell rose left fled
    later ago earlier now still also only just already apart including according old times
    percent percentage"""
)

PART_BEFORE = _words(
    """another other additional further extra including among with first last next past previous
    remaining latest these those every per each"""
)
PART_INSIDE = frozenset(("more", "other", "others", "additional", "further", "extra"))
PART_BEHIND = frozenset(("each", "apiece", "per", "daily", "annually", "others", "more"))
