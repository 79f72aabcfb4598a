"""English nouns that a reader expects where a matter is told: "the pilot" after "a plane crashed".

What is brought in by its matter needs no introduction of its own (bridging: H. Clark, 1975).
Persons who are told apart by their part alone ("the man", "the official") stand in no frame.
"""

from functools import lru_cache

from briefing.language.words import content_words

_FRAMES = (
    """court judge jury trial verdict case charges prosecution prosecutors prosecutor defense
    defence hearing sentencing conviction lawsuit indictment plea appeal courtroom justices bench
    | court judge trial lawsuit sue charged convicted sentenced pleaded guilty murder jury verdict
    indicted prison jail appeal ruled ruling prosecutors attorney hearing""",
    """suspect suspects police investigation crime arrest murder killing robbery shooter gunman
    attacker killer detectives evidence scene investigators probe
    | suspect arrested police murder killed stabbed shot robbery shooting crime attack gunman
    detectives investigating abducted raped assault""",
    """victim victims dead deaths toll injured survivors casualties bodies wreckage rescuers
    | killed died dead crash earthquake explosion fire attack shooting bomb bombing disaster
    injured wounded quake flood tornado typhoon hurricane storm""",
    """attack attacks bombing explosion blast assault violence shooting bomb killings massacre siege
    attackers militants carnage
    | attacked bomb bombing exploded explosion blast killed shot gunmen militants stormed shooting
    suicide attackers fired bombs""",
    """plane aircraft jet flight pilot pilots passengers crew cockpit airline airport runway
    helicopter wreckage crash
    | plane aircraft flight airline jet pilot crashed airport airliner helicopter boeing airbus
    airlines crash passengers""",
    """ship vessel boat captain crew ferry passengers cruise | ship vessel boat ferry cruise sank
    capsized sailing navy coast""",
    """train driver passengers tracks rail line | train railway rail derailed subway""",
    """car vehicle driver vehicles truck road | car vehicle drove driving driver crash truck""",
    """election campaign vote voters candidates candidate ballot polls party race results opposition
    nomination primary electorate | election voters vote candidate campaign elected ballot
    presidential senate parliamentary primary poll republican democrats""",
    """bill law legislation measure senate house congress lawmakers vote parliament proposal
    legislature constitution policy
    | bill law legislation senate congress lawmakers passed parliament vote legislature house""",
    """president administration white congress | president obama bush administration congress""",
    """troops soldiers forces fighting war conflict rebels regime battle front ceasefire truce
    insurgents offensive airstrikes strikes opposition militants insurgency
    | troops soldiers war rebels fighting military airstrikes forces militants conflict army
    fighters ceasefire isis taliban regime""",
    """talks negotiations deal agreement sanctions program programme negotiators accord summit
    | talks negotiations deal agreement nuclear summit treaty sanctions negotiators""",
    """game match team players coach season league tournament title championship final club fans
    referee squad victory win defeat score lead half goal ball
    | match team player coach league cup championship game season goal scored striker midfielder
    tournament club champion football soccer tennis golf race nfl nba win won defeat""",
    """film movie show series episode audience director cast script story role screen camera
    box studio star stars album song band music singer concert
    | film movie actor actress show television series album song band singer music concert star
    studio premiere director""",
    """disease virus outbreak epidemic patients patient hospital doctors infection symptoms illness
    vaccine treatment cases condition drug drugs surgery operation procedure diagnosis doctor
    | disease virus outbreak ebola patients hospital doctors cancer infected vaccine flu health
    treatment surgery symptoms illness medical""",
    """study researchers findings results research scientists team data experiment report
    survey authors sample participants | study researchers scientists found research survey
    scientist experiment""",
    """company firm shares stock price prices customers product products brand business sales
    profits profit executives chain industry store stores maker
    | company firm shares sales profit business customers maker corporation brand retailer ceo
    billion executives""",
    """storm hurricane wind winds rain flooding floods damage water waters waves snow weather
    temperatures power coast rescue
    | storm hurricane tornado flood rain snow typhoon cyclone winds flooding weather earthquake
    quake tsunami""",
    """fire flames blaze firefighters smoke building | fire blaze flames firefighters burned
    wildfire""",
    """school students teachers campus classroom university college pupils teacher principal
    | school student university college campus teacher pupils""",
    """church pope vatican faith congregation mosque | church pope vatican catholic bishop priest
    religious mosque muslim""",
    """protests protesters demonstrators demonstrations crowd crowds rally unrest streets square
    uprising | protest protesters demonstrators demonstration rally marched riot uprising unrest""",
    """species animal animals zoo creature habitat | species animal zoo elephant whale shark dog cat
    bird lion tiger wildlife bear""",
    """space spacecraft station mission astronauts launch rocket surface orbit planet
    | space nasa spacecraft astronauts rocket orbit mars planet satellite""",
    """site website page user users video account photo photos image images footage post tweet
    network app device phone screen software service
    | facebook twitter google apple youtube online website video phone app internet posted tweeted
    instagram users iphone""",
    """baby child birth mother father parents family marriage wedding ceremony couple bride
    | baby child mother father parents birth wedding married pregnant born couple family
    daughter son""",
    """funeral memorial service body ceremony grave | died death funeral buried memorial""",
    """museum collection exhibition artist painting work art works gallery auction
    | museum art painting artist exhibition gallery auction""",
    """book novel author writer pages reader readers story | book novel author published memoir""",
    """budget deficit debt spending tax taxes crisis recession recovery bailout banks bank bailout
    unemployment rate rates economy growth
    | budget debt tax economy economic bank recession financial deficit crisis euro growth""",
    """border migrants refugees immigrants camp camps crossing | border migrants refugees
    immigration immigrants asylum""",
    """plant reactor reactors radiation leak spill oil gas well rig pipeline fuel energy
    | nuclear reactor oil gas spill plant pipeline drilling energy radiation""",
    """prison prisoners inmates jail guards cell inmate | prison inmates jail jailed prisoner
    detained custody""",
)


def brought_in(noun: str, shown: frozenset[str]) -> bool:
    """Say whether a matter told of in `shown` (stems) brings the noun in."""
    return not _bringers(noun).isdisjoint(shown)


@lru_cache(maxsize=4_096)
def _bringers(noun: str) -> frozenset[str]:
    stems = frozenset(content_words(noun))
    found = (cues for nouns, cues in _frames() if not stems.isdisjoint(nouns))
    return frozenset().union(*found)


@lru_cache(maxsize=1)
def _frames() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    halves = (frame.split("|") for frame in _FRAMES)
    return tuple(
        (frozenset(content_words(nouns)), frozenset(content_words(cues))) for nouns, cues in halves
    )
