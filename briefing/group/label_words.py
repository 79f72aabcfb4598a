"""Words that never make a label by themselves."""

from briefing.group.words import fold

# Offices and roles, folded: "President" names nobody.
_OFFICES_LIST = """
    president chief prime minister secretary spokesman spokeswoman spokesperson chairman chairwoman
    chancellor executive ceo director governor mayor senator representative envoy ambassador
    official officer deputy vice leader head commander captain judge attorney lawmaker mp coach
    manager analyst expert professor author reporter correspondent editor founder co-founder member
    former counsel assistant lord sir lady dame sheriff sergeant detective lieutenant colonel
    admiral congressman congresswoman boss owner victim suspect
"""
OFFICES = frozenset(map(fold, _OFFICES_LIST.split()))

# Words of reporting and of quantity, folded: they stand in any article.
_VAGUE_LIST = """
    new old big top best latest breaking live update updated video photo image picture watch story
    article news press statement interview comment question answer fact issue matter thing way
    part number plan move deal case call claim world country state nation national international
    government people man woman men women child family group company team member public monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december today yesterday tomorrow year month week day hour
    minute time morning evening night weekend first second third last next early late end start
    say said told report reported according source authority million billion thousand percent per
    cent hundred dozen one two three four five six seven eight nine ten high low great good bad
    make made take get set put go back see look want help use show follow including bbc reuters ap
    afp cnn associated agence france-presse xinhua yonhap bloomberg getty file file-photo newsroom
    staff read share click sign subscribe newsletter advertisement copyright right reserved mr mrs
    ms dr north south east west northern southern eastern western central united local city town
    street area region home house place life work job real long short hit win lose face warn
    reveal announce confirm deny urge rise fall amid over after before during friend scroll check
    page chief general special police king queen prince princess pope foreign defence defense
    interior finance treasury justice health major private aged turn turned firm net ministry
    department office party election season bid open abc nbc cbs fox sky guardian telegraph mail
    herald tribune league club council board court university college school airport island
    federation union association society institute corporation bank parliament assembly congress
    senate commission agency caption credit reporting editing writing via discuss hacker
"""
VAGUE = frozenset(map(fold, _VAGUE_LIST.split()))

# First names alone name nobody either; a family name may be one of these and is then lost.
_FIRST_NAMES_LIST = """
    aaron adam alan albert alex alexander alice amanda amy andrea andrew andy angela ann anna anne
    anthony antonio arthur barbara ben benjamin bernard beth betty bill bob bobby brandon brian
    bruce carl carlos carol caroline catherine charles charlie chris christian christine christopher
    claire colin craig daniel danny dave david dean deborah dennis diana diane donald donna dorothy
    doug douglas ed eddie edward elizabeth emily emma eric erik ernest eva evan fernando frank fred
    gary gavin geoff george gerald gerard gerry giovanni glenn gordon graham greg gregory hans
    harold harry heather helen henry howard hugh ian isabel ivan jack jacob jacques james jamie jan
    jane janet jason jean jeff jeffrey jennifer jeremy jerry jessica jim jimmy joan joe joel john
    johnny jon jonathan jose joseph joshua juan judith judy julia julie justin karen karl kate
    katherine kathleen kathy keith kelly ken kenneth kevin kim kyle larry laura lauren lawrence lee
    leo leon leonard liam linda lisa liz louis lucy luis luke lynn marc marco margaret maria marie
    mario mark martha martin mary matt matthew megan melissa michael michelle miguel mike mohamed
    mohammad mohammed muhammad nancy natalie nathan neil nicholas nick nicole nigel oliver oscar
    pamela pat patricia patrick paul pedro peter phil philip phillip pierre rachel ralph ray raymond
    rebecca rich richard rick rob robert roberto robin rod roger ron ronald rose roy russell ruth
    ryan sally sam samantha samuel sandra sara sarah scott sean sharon shaun simon sophie stephanie
    stephen steve steven stuart sue susan teresa terry theresa thomas tim timothy todd tom tommy
    tony tracy vanessa victor victoria vincent virginia walter wayne wendy will william xavier zoe
    """
FIRST_NAMES = frozenset(_FIRST_NAMES_LIST.split())
