"""Stop words where sumy ships none, and what is added to or taken from its lists."""

from collections.abc import Mapping
from types import MappingProxyType

_NL = """aan achter af al alle alleen allemaal als altijd ander andere anders ben bent beide bij
    binnen bijna boven buiten daar daarbij daardoor daarna daarom dan dat de deze die dit doen doet
    door dus echter een eens eerst elk elke en enkele er erg ergens ga gaan gaat geen gedaan gehad
    geweest geworden haar had hadden heb hebben hebt heeft hem hen het hier hij hoe hun ik in is ja
    je jou jouw jullie kan kon konden kun kunnen kunt laat maar mag me meer mee meest men met mij
    mijn moest moesten moet moeten na naar naast nadat niet niets nog nooit nu of om omdat onder
            ons
    onze ook op opnieuw over pas reeds sinds slechts soms te tegen ten ter terwijl tijdens toch toe
    toen tot tussen u uit uw vaak van vanaf vanuit veel verder voor voordat vooral waar waarbij
    waardoor waarom wanneer want waren was wat we weer wel welke werd werden wie wij wil worden
    wordt wilde zal ze zei zeer zelf zelfs zich zij zijn zo zoals zonder zou zouden zullen"""
_RU = """а без более бы был была были было быть в вам вас ваш весь во вот все всего всех всё вы где
    да даже для до его ее ей ему если есть еще ещё ее её же за здесь и из или им ими их к как какая
    какой когда кто куда ли либо лишь между меня мне много может можно мой мы на над надо наш не
    него нее неё ней нельзя нет ни нибудь никогда ним них ничего но ну о об один одна одно
            однако он
    она они оно от очень перед по под после потом потому почти при про раз разве с сам сама сами
    само самый свой своей своего своих своим себе себя сейчас со совсем так такой такие такая также
    там те тебе тебя тем теперь то тогда того тоже той только том тот три тут ты у уж уже хоть хотя
    чего чей чем через что чтоб чтобы чуть эта эти этим этих это этого этой этом этот эту я которая
    которые который которых которого которой которым было будет будут является этому сказал сообщил
    сообщила сообщили заявил заявила словам года году лет"""
OWN: Mapping[str, str] = MappingProxyType({"nl": _NL, "ru": _RU})
"""Lists of our own, for languages without one in sumy."""

ADDED: Mapping[str, str] = MappingProxyType(
    {
        "en": "mr mrs ms dr told added",
        "de": """sagte sagten laut sowie worden wurde wurden wird werden hat haben habe hätte sei
            seien zum zur vom beim im des dem den etwa mehr nach noch nur nicht sich so über um und
            uns unter von vor war waren was weil wenn wer wie wieder wir will zu zwischen auch
            alle allem allen aller alles andere anderen bereits bis dabei damit dann da darauf denn
            derzeit dessen einige einigen erst etwas gegen hinter ihm ihn ihnen ihrem ihren ihrer
            indem jedoch kein keine keinen man mit muss müssen neben ob oder ohne sehr sein seine
            seinem seinen seiner selbst sie sind soll sollen sollte sondern sonst trotz viel viele
            vielen während warum weiter weitere weiteren welche worauf zudem zwar""",
        "fr": """de du des la le les en et dit selon ainsi après avait avaient ayant cette
            contre dont entre étaient était
            été être lors lui pour qu que quel quelle qui sera seront se son sont sur un une vers
            ses aux leurs ne n d l s c j m t y ont a as ai à afin aussi autres car celle celui ceux
            chez comme déjà depuis donc elles encore notamment plus plusieurs pendant peut peuvent
            puis quand sans si sous tous tout toute toutes très trois""",
        "es": """dijo según tras así aún cada cual dicho él ésta este esta esto esos ese esa fueron
            había han hasta más mientras sido sobre también sea señaló que qué se su sus ser si sin
            son a al algo algunos ante antes aunque como con contra cuando de del desde donde dos
            durante e el ella ellas ellos en entre era eran es está están estos estas fue ha hay la
            las le les lo los me mi mucho muy ni no nos o os otra otras otro otros para pero poco
            por porque puede pueden quien quienes sólo solo tanto te tiene tienen todo todos toda
            todas un una uno unos unas y ya yo""",
        "it": "detto secondo dopo che ha hanno è sono gli della dello delle dei degli nella nel",
        "pt": """disse segundo após que não se sua seu suas seus um uma uns umas o a os as de do da
            dos das em no na nos nas por pelo pela pelos pelas para com como mais mas ou e é são
            foi
            foram ser ter tem têm há já até entre sobre também muito quando quem ao aos à às este
            esta isso isto esse essa ele ela eles elas era sem só ainda nem está estão""",
    }
)
"""Function words that sumy's lists lack, and words that say who spoke, not what of."""

KEPT: Mapping[str, str] = MappingProxyType({"en": "don won"})
"""Halves of contractions (don't, won't) that are words of their own."""
