"""Nouns with which an editor ends a heading, and words that tell a noun or a kind of name."""

from briefing.group.words import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What happens, what is argued about, what is broken: "Lethmark budget", "Kesselvik ferry accident".
_HEAD_NOUNS_LIST = """
    abduction abuse accident accord accusation acquisition agreement aid airstrike allegation ambush
    amnesty appeal arrest assassination assault attack auction avalanche bailout ballot ban
    bankruptcy battle bid blackout blast blaze blizzard blockade bombing border boycott breach
    break-in brexit bribery bridge budget bug burglary campaign cancellation case ceasefire
    censorship ceremony championship charge cholera claim clash closure collapse collision comeback
    commission compensation concert conference confession conflict congress constitution contest
    contract controversy convention conviction corruption coup coup-attempt crackdown crash crisis
    currency cut cyberattack cyclone dam deadlock deal debate debt debut decision defeat deficit
    delay delegation demolition demonstration denuclearization deployment derailment discovery
    dismissal dispute divorce doping draft drill drone drought drug duel earnings earthquake eclipse
    economy election embargo emergency emission encryption epidemic eruption escape espionage
    evacuation exam execution exercise exhibition exit expansion experiment explosion expulsion
    extradition famine ferry festival feud fight film fine firework flight flood flooding forecast
    fraud funeral gathering guideline hack halftime-show harassment hearing heatwave heist
    helicopter hijacking hurricane impeachment inauguration incident independence inflation inquest
    inquiry inspection insurgency invasion investigation kidnapping killing lander landing landslide
    launch law lawsuit leak legislation licence loan lockdown malaria manhunt march marriage
    massacre match medal meeting memorial merger mine missile mission mourning movie murder mutiny
    negotiation nomination nuclear offensive operation opposition outage outbreak overhaul pact
    pandemic parade pardon parliament partnership patent peace penalty pension performance phone
    pipeline plague plant plea plot poll pollution premiere price probe profit project protest
    purchase purge quake quarantine race raid rally ransom rape ratification rating rebellion recall
    recession reconciliation referendum reform regulation release relocation remark reopening rescue
    reshuffle resignation resolution retirement return reunification reunion review revolt reward
    riot robbery rocket row rule ruling sanction satellite scandal scare sentence sentencing
    settlement shipwreck shooting shortage show shutdown siege sinking slavery smuggling snowfall
    spill spying stabbing stadium stampede storm strike subsidy suicide summit supermoon surcharge
    surgery surveillance survey suspension takeover talk tariff tax tender tension terrorism test
    threat toll torture tour tournament trade trailer train transfer treaty trial trip truce truck
    tsunami tunnel typhoon unrest update uprising vaccination vaccine verdict victory violence virus
    visa visit volcano vote walkout war warhead warning waste wedding wildfire withdrawal wreck
"""
HEAD_NOUNS = frozenset(map(fold, _HEAD_NOUNS_LIST.split()))

BEFORE_NOUNS = _words(
    "the a an this that these those its his her their our my any no each every another some"
)
PREPOSITIONS = _words(
    """of in on for over after with from by into amid against during about at before under between
    despite through without near since until"""
)
PLACE_PREPOSITIONS = _words(
    "in at near across outside around off inside throughout towards toward into"
)
SPEAKING = _words(
    """said says told tells added adds tweeted wrote announced insisted argued warned denied replied
    who whose"""
)
# Adjectives made of a place: they name nothing by themselves.
_PEOPLES_LIST = """
    british english french german dutch swiss greek turkish irish scottish welsh spanish swedish
    danish norwegian finnish polish czech chinese japanese korean russian american european african
    asian arab israeli iraqi pakistani afghan thai filipino hindu muslim christian jewish islamic
    catholic republican democrat democratic conservative
"""
PEOPLES = _words(_PEOPLES_LIST)
_OF_A_PEOPLE = ("ian", "ese", "ean", "ish", "egan", "kan", "lan")


def is_of_a_people(word: str) -> bool:
    """Tell whether a word (lower case) is an adjective made of a place: "Egyptian"."""
    return word in PEOPLES or (len(word) > 5 and word.endswith(_OF_A_PEOPLE))
