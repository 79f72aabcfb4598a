"""Words that carry a full stop without ending a sentence, and words that open one.

All are lower case and without the last full stop. `NEVER` never end a sentence (titles before a
name); `SOMETIMES` end one when the next word is a usual opener; `NUMBERED` only lean on a figure.
"""

from collections.abc import Mapping
from types import MappingProxyType


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEVER: frozenset[str] = _set(  # titles, ranks, offices
    """mr mrs ms messrs mme mlle dr drs prof gov sen sens rep reps rev hon gen lt col maj capt cmdr
    cdr sgt cpl pvt pfc spc det insp supt adm brig msgr fr mt ft pres amb sec dep asst assoc atty
    dist vice-adm maj-gen lt-gen lt-col lt-cmdr brig-gen gens lts cols capts govs profs revs
    vs v viz cf eg e.g ie i.e approx ca esp incl orig ed eds trans op.cit ibid resp
    """
)
SOMETIMES: frozenset[str] = _set(
    """inc ltd co corp llc plc cos bros assn univ jr sr esq ph.d phd m.d d.d.s b.a m.a m.b.a etc al
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri
    st ave blvd rd hwy rte dr ln pl sq bldg apt dept govt est div
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb
    nev
    n.h n.j n.m n.y n.c n.d okla ore pa r.i s.c s.d tenn tex vt va wash w.va wis wyo ont que alta
    oz lb lbs ft in. min max hr hrs sec mph kg km cm mm mg temp avg misc ext tel
    """
)
NUMBERED: frozenset[str] = _set("no nos p pp vol ch fig figs art sect pt n°")
CLOCK: frozenset[str] = _set("a.m p.m am pm")
# After "5 p.m." these go on with the time, or with the name of a day.
AFTER_CLOCK: frozenset[str] = _set(
    """et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst ist jst kst cet cest hkt aest aedt
    eastern central mountain pacific local monday tuesday wednesday thursday friday saturday sunday
    mon tue wed thu fri sat sun january february march april may june july august september october
    november december jan feb mar apr jun jul aug sept oct nov dec"""
)
EXCLAIMED: frozenset[str] = _set("yahoo jeopardy yum e oklahoma panic wham")

OPENERS: frozenset[str] = _set(
    """the a an this that these those it he she we they you i his her its our their my your there
    here
    in on at by for from with without after before during since until while when where as if
    although
    though because despite under over among between about around according against through
    but and or so yet nor however meanwhile also then now still instead later earlier today
    yesterday
    how what why who which whose is are was were do does did have has had can could will would
    should
    may might must let please no not none all some many most several both each every another other
    others few one two three four five six seven eight nine ten it's he's she's they're we're i'm
    that's there's what's nothing everyone everybody nobody someone anyone once only even just more
    officials police authorities residents witnesses investigators prosecutors experts analysts
    critics supporters protesters demonstrators observers scientists researchers lawmakers shares
    people local such soon perhaps maybe like thanks hello yes well oh image photo
    """
)

_DE = """z.b bzw d.h u.a usw ca nr dr prof st hr fr mio mrd tsd evtl ggf vgl sog inkl exkl abs art
    bd
    geb gest jh u.u i.d.r o.ä u.ä z.t z.zt s.o s.u v.a str tel allg bspw etc ing dipl"""
_FR = (
    "m mm mme mlle mmes dr pr me st ste av bd cf env etc p.ex vol no n° art fig janv févr avr juil"
)
_ES = """sr sra srta sres dr dra prof lic ing gral cnel ud uds vd av avda pág págs núm art etc
    ee.uu ee uu p.ej aprox tel gob dpto"""
_IT = "sig sigg dott prof avv ing on sen arch rag sgt ecc art pag pagg cfr ca mons egr gen col tel"
_PT = "sr sra srs dr dra prof profa eng av exmo exma etc art pág núm tel aprox gen cel r"
_NL = "dhr mevr mw dr drs prof ir mr ing bijv bv o.a m.n d.w.z ca nr blz resp incl excl enz tel st"
_RU = """г гг ул им руб коп тыс млн млрд т.е т.д т.п т.к т.н др пр проф акад доц стр рис см напр гр
    обл р-н д кв пос пер просп тел в вв"""

BY_LANGUAGE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "de": _set(_DE),
        "fr": _set(_FR),
        "es": _set(_ES),
        "it": _set(_IT),
        "pt": _set(_PT),
        "nl": _set(_NL),
        "ru": _set(_RU),
    }
)
OPENERS_BY_LANGUAGE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "de": _set(
            """der die das ein eine einer er sie es wir ich ihr dies diese dieser im in am an auf
            aus
            bei mit nach von vor zu zum zur für auch aber und oder doch so wie was wer wo wenn als
            seit seine ihre sein dabei damit danach dann da dort hier jetzt nun man nicht"""
        ),
        "fr": _set(
            """le la les l un une des il elle ils elles on nous vous je ce cette ces c en dans sur
            à
            au aux de du mais et ou où donc car selon après avant pour par si son sa ses leur"""
        ),
        "es": _set(
            """el la los las un una él ella ellos nosotros yo en de del al a por para con sin según
            pero y o su sus este esta esto ese esa no se lo cuando como si tras"""
        ),
        "it": _set(
            """il lo la i gli le un una uno egli lui lei loro noi in nel nella di del della da dal
            a
            al con per su ma e o se non si secondo questo questa dopo"""
        ),
        "pt": _set(
            """o a os as um uma ele ela eles elas nós eu em no na nos nas de do da dos das para por
            com sem segundo mas e ou se não este esta isso após"""
        ),
        "nl": _set(
            """de het een hij zij ze wij we ik in op aan bij met na van voor uit om te maar en of
            dus
            dit dat deze die er volgens ook niet als toen"""
        ),
        "ru": _set(
            """он она они мы я это этот эта в на по с из у к от до за и а но или что как если когда
            где там так не его её их после"""
        ),
    }
)
