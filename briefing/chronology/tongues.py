"""Stage 4: the words of time of German, French and Spanish: data only.

Another language is another entry of `TONGUES`, beside its names in `names`. Patterns are read
without regard to case and hold no capturing group, so that rules can put several together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Examples = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a language counts days from publication, and what tells past from future in it.

    `near` counts days; the patterns `last`, `this` and `next` stand before a weekday or unit, or
    behind it with `_behind`. `units` are the words of "week", "month", "year", "weekend".
    """

    near: Mapping[str, int]
    last: str
    this: str
    next: str
    last_behind: str
    next_behind: str
    units: Mapping[str, str]
    counted: Mapping[str, str]  # the same and "day" behind a number
    ago: str
    ahead: str
    in_month: str
    parts: Mapping[str, str]  # what may follow a day -> its letters in TIMEX3
    part: str  # how such a part is joined to a day; {} stands for it
    early: str
    mid: str
    late: str
    to: str  # between the days of a range
    never: str  # before a weekday that is a habit
    numbers: str  # one to twelve, with spaces between
    future: str
    past: str
    possible: str
    cancelled: str
    scheduled: str
    since: str  # before a day that is only counted from
    told: str  # verbs of telling: the day is that of the words, not of what they tell


# Stems of German preterites that end otherwise than in -te.
_STRONG = (
    "kam|ging|fand|gab|traf|gann|starb|hieß|ließ|stand|nahm|lag|stieg|fiel|schrieb|lor|wann|sprach|rief|zog|hielt|"
    "schlug|sah|sahen|bat|bot|blieb|brach|fuhr|flog|floh|fing|griff|lief|riss|schien|schloss|schoss|schwieg|sank|saß|"
    "sprang|stritt|trat|trug|warf|wies|wuchs|schied"
)
# Words in -te and -ten that are no preterite.
_NO_VERB = (
    "(?!heute|leute|beste|letzte|nächste|erste|ernte|seite|liste|küste|worte|orte|gäste|kräfte|städte|rechte|mitte|"
    "könnte|sollte|dürfte|müsste|möchte|wollte|weite|alte|bitte|punkte|fünfte|größte|späte|zweite|dritte|vierte|breite|"
    "ältesten|wichtigsten|meisten)"
)

GERMAN = Tongue(
    near=MappingProxyType(
        {"vorgestern": -2, "gestern": -1, "heute": 0, "(?-i:morgen)": 1, "übermorgen": 2}
    ),
    last=r"(?:letzte|vergangene|vorige)[nmrs]?",
    this=r"(?:diese)[nmrs]?",
    next=r"(?:kommende|nächste)[nmrs]?",
    last_behind=r"(?!)",
    next_behind=r"(?!)",
    units=MappingProxyType(
        {"week": r"Woche", "month": r"Monats?", "year": r"Jahre?s?", "weekend": r"Wochenendes?"}
    ),
    counted=MappingProxyType(
        {"day": r"Tage?n?", "week": r"Wochen?", "month": r"Monate?n?", "year": r"Jahre?n?"}
    ),
    ago=r"vor\s+{}",
    ahead=r"in\s+{}",
    in_month=r"(?:im|seit|ab|bis|vom|zum|und|oder|kommenden|nächsten)",
    parts=MappingProxyType(
        {
            "früh": "TMO",
            "morgen": "TMO",
            "vormittag": "TMO",
            "mittag": "T12:00",
            "nachmittag": "TAF",
            "abend": "TEV",
            "nacht": "TNI",
        }
    ),
    part=r"\s?{}",
    early=r"Anfang",
    mid=r"Mitte",
    late=r"Ende",
    to=r"(?:bis(?:\s+zum)?|[-–])",
    never=r"(?:jede[nrs]?|black|blutiger)",
    numbers="einem zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    future=(
        r"(?-i:\b(?:wird|werden|soll|sollen|will|wollen|möchte|möchten|könnte|könnten|dürfte|dürften|muss|müssen|"
        r"plant|planen|beginnt|beginnen|startet|starten|endet|enden|eröffnet|öffnet|stattfindet|tagt|tagen|"
        r"findet|finden|trifft|treffen|reist|reisen|wählt|wählen|entscheidet|entscheiden|stimmt|stimmen|kommt|kommen|"
        r"erwartet|geplant|vorgesehen|angesetzt|terminiert|ansteht|anstehen|steht\s+an|läuft\s+(?:bis|aus)|gilt\s+ab|tritt|"
        r"treten|erscheint|folgt|folgen|ab\s+dem|bis\s+zum|spätestens|frühestens|voraussichtlich|bevorstehend\w*)\b)"
    ),
    past=(
        r"(?-i:\b(?:seien|habe|hätten|hätte|hat|haben|hatte|hatten|ist|sind|war|waren|wurde|wurden|worden|gewesen|"
        rf"(?:be|er|ver|ent|zer|ge|unter|über)?(?:{_STRONG})(?:en)?|{_NO_VERB}[a-zäöüß]{{3,20}}ten?)\b)"
    ),
    possible=r"\b(?:könnten?|möglicherweise|vielleicht|eventuell|dürften?|womöglich|erwägt|erwägen)\b",
    cancelled=r"\b(?:abgesagt\w*|verschoben\w*|gestrichen\w*|entfällt|entfallen|ausgefallen)\b",
    scheduled=(
        r"\b(?:geplant|vorgesehen|angesetzt|soll|sollen|plant|planen|beginnt|beginnen|startet|starten|endet|enden|"
        r"eröffnet|stattfindet|findet|finden|tritt|treten|terminiert|läuft|gilt)\b"
    ),
    told=r"(?:sagte|teilte|berichtete|schrieb|erklärte|hieß|meldete|betonte|kündigte|gab|gaben|teilten|sagten|berichteten)n?\b",
    since=r"\b(?:seit|als|bis|von|ab|vor)\s+(?:dem\s+|am\s+|vergangenen\s+)?$",
)

FRENCH = Tongue(
    near=MappingProxyType(
        {"avant-hier": -2, "hier": -1, "aujourd['’]hui": 0, "après-demain": 2, "demain": 1}
    ),
    last=r"(?!)",
    this=r"(?:ce|cet|cette)",
    next=r"(?!)",
    last_behind=r"(?:derni(?:er|ère)|passée?|écoulée?)",
    next_behind=r"(?:prochaine?|suivante?|à\s+venir)",
    units=MappingProxyType(
        {"week": r"semaine", "month": r"mois", "year": r"(?:année|an)", "weekend": r"week-?end"}
    ),
    counted=MappingProxyType(
        {"day": r"jours?", "week": r"semaines?", "month": r"mois", "year": r"(?:ans?|années?)"}
    ),
    ago=r"il\s+y\s+a\s+{}",
    ahead=r"dans\s+{}",
    in_month=r"(?:en|dès|depuis|d['’]ici|pour|jusqu['’]en|et|ou|mois\s+de|mois\s+d['’])",
    parts=MappingProxyType(
        {"matin": "TMO", "midi": "T12:00", "après-midi": "TAF", "soir": "TEV", "nuit": "TNI"}
    ),
    part=r"\s{}",
    early=r"début",
    mid=r"mi",
    late=r"fin",
    to=r"(?:au|[-–])",
    never=r"(?:chaque|tous\s+les|le)",
    numbers="une? deux trois quatre cinq six sept huit neuf dix onze douze",
    future=(
        r"\b(?:(?!opéra\b|caméra\b|choléra\b|sierra\b|sera\s+\w+é\w*\s+hier)[a-zà-ÿ]{1,18}(?:era|ira|dra|ura|rra|vra|tra|eront|iront|dront|"
        r"uront|rront|vront|tront|ront)|(?:va|vont|doit|doivent|devrait|devraient|pourrait|pourraient|compte|comptent|"
        r"souhaite|veut|veulent|espère)\s+(?:\w+\s+)?\w+(?:er|ir|re|oir)|prévu\w*|prévoit|attendu\w*|programmé\w*|fixé\w*\s+au|"
        r"commence|débute|s['’]ouvre|s['’]achève|se\s+tient|aura\s+lieu|a\s+lieu|entre\s+en\s+vigueur|à\s+partir\s+d|"
        r"d['’]ici|jusqu['’]a?u?|au\s+plus\s+tard)\b"
    ),
    past=(
        r"\b(?:(?:a|ont|avait|avaient|ayant|est|sont|était|étaient|s['’]est|s['’]était|a\s+été|ont\s+été)\s+(?:(?:été|\w+ment|"
        r"également|aussi|déjà)\s+)?(?!prévu|attendu|programmé|fixé)\w+(?:é|ée|és|ées|i|is|ie|it|u|us|ue|ues|ert)|"
        r"était|étaient|avait|avaient|fut|furent|eut|[a-zà-ÿ]{3,16}(?:aient|èrent)|selon|après|publiée?s?)\b"
    ),
    possible=r"\b(?:pourrai(?:t|ent)|peut-être|éventuel\w*|envisage\w*)\b",
    cancelled=r"\b(?:annulé\w*|reporté\w*|repoussé\w*|ajourné\w*)\b",
    scheduled=(
        r"\b(?:prévu\w*|programmé\w*|fixé\w*|prévoit|doit|doivent|commence|débute|s['’]ouvre|se\s+tient|se\s+tiendra|"
        r"aura\s+lieu|a\s+lieu|entre\s+en\s+vigueur|attendu\w*)\b"
    ),
    told=r"(?:(?:a|ont|avait)\s+(?:\w+\s+)?(?:dit|déclaré|indiqué|affirmé|précisé|expliqué|rapporté|estimé|écrit)|selon)\b",
    since=r"\b(?:depuis|que|avant|dès|jusqu['’]à)\s+(?:le\s+)?$",
)

SPANISH = Tongue(
    near=MappingProxyType(
        {
            "anteayer": -2,
            "ayer": -1,
            "hoy": 0,
            "pasado\\s+mañana": 2,
            r"(?<!la\s)(?<!esta\s)(?<!una\s)(?<!cada\s)mañana": 1,
        }
    ),
    last=r"pasad[oa]",
    this=r"est[ea]",
    next=r"próxim[oa]",
    last_behind=r"pasad[oa]",
    next_behind=r"(?:próxim[oa]|que\s+viene|entrante)",
    units=MappingProxyType(
        {"weekend": r"fin\s+de\s+semana", "week": r"semana", "month": r"mes", "year": r"año"}
    ),
    counted=MappingProxyType(
        {"day": r"días?", "week": r"semanas?", "month": r"mes(?:es)?", "year": r"años?"}
    ),
    ago=r"hace\s+{}",
    ahead=r"(?:dentro\s+de|en)\s+{}",
    in_month=r"(?:en|desde|hasta|para|mes\s+de|y|o)",
    parts=MappingProxyType({"mañana": "TMO", "mediodía": "T12:00", "tarde": "TAF", "noche": "TNI"}),
    part=r"\s(?:por|a|en)\s(?:la|el)\s{}",
    early=r"(?:a\s+)?(?:principios|comienzos|inicios)\s+de",
    mid=r"(?:a\s+)?mediados\s+de",
    late=r"(?:a\s+)?(?:finales|fines)\s+de",
    to=r"(?:al|[-–])",
    never=r"(?:los|cada)",
    numbers="una? dos tres cuatro cinco seis siete ocho nueve diez once doce",
    future=(
        r"\b(?:[a-záéíóúñ]{1,18}(?:rá|rán|remos)|(?:va|van|vamos)\s+a\s+\w+r|(?:debe|deben|planea|planean|prevé|prevén|"
        r"espera|esperan|pretende|podría|podrían|quiere|quieren)\s+(?:que\s+)?\w+|previst[oa]s?|programad[oa]s?|"
        r"comienza|comienzan|empieza|empiezan|arranca|arrancan|termina|concluye|se\s+celebra|se\s+inaugura|abre|cierra|"
        r"a\s+partir\s+del?|hasta\s+el|antes\s+del|entra\s+en\s+vigor)\b"
    ),
    past=(
        r"\b(?:(?:ha|han|había|habían)\s+\w+(?:ado|ido|to|cho|sto)|fue|fueron|dijo|dijeron|hizo|hicieron|tuvo|tuvieron|"
        r"estuvo|puso|pudo|vino|era|eran|estaba|estaban|según|tras|[a-záéíóúñ]{3,18}(?:aron|ieron)|"
        r"(?!sólo\b)[a-záéíóúñ]{2,18}(?:ó|aba|aban|ían))\b"
    ),
    possible=r"\b(?:podrían?|quizás?|tal\s+vez|posiblemente|puede\s+que|estudia|sopesa)\b",
    cancelled=r"\b(?:cancelad[oa]s?|aplazad[oa]s?|suspendid[oa]s?|pospuest[oa]s?|canceló|aplazó|suspendió|pospuso)\b",
    scheduled=(
        r"\b(?:previst[oa]s?|programad[oa]s?|prevé|prevén|debe|deben|comienza|comienzan|empieza|arranca|termina|concluye|"
        r"se\s+celebra|se\s+celebrará|tendrá\s+lugar|entra\s+en\s+vigor|entrará\s+en\s+vigor)\b"
    ),
    told=r"(?:dijo|dijeron|declaró|señaló|informó|informaron|afirmó|indicó|aseguró|explicó|según)\b",
    since=r"\b(?:desde|que|hasta|antes\s+del?)\s*(?:el\s+)?$",
)

TONGUES: Mapping[str, Tongue] = MappingProxyType({"de": GERMAN, "fr": FRENCH, "es": SPANISH})

# (rule, sentence with the expression in brackets, TIMEX3 value), read on Friday 20 August 2021.
EXAMPLES: Mapping[str, Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "de": {
            "numeric_date": ("Das Abkommen vom [16.08.2021] gilt.", "2021-08-16"),
            "day_range": ("Die Messe läuft vom [3. bis 5. September].", "2021-09-03/2021-09-05"),
            "day_month_year": ("Das Abkommen vom [16. August 2021] gilt.", "2021-08-16"),
            "day_month": ("Die Übung begann am [16. August].", "2021-08-16"),
            "month_year": ("Im [Mai 2019] wurde gewählt.", "2019-05"),
            "month": ("Die Brücke öffnet [Anfang September].", "2021-09"),
            "weekday": ("Am [Mittwoch] kam der Gesandte.", "2021-08-18"),
            "relative_period": ("Der Rat tagt [nächste Woche].", "2021-W34"),
            "counted": ("Der Damm brach [vor drei Tagen].", "2021-08-17"),
            "near_day": ("Er reist [heute] ab.", "2021-08-20"),
        },
        "fr": {
            "numeric_date": ("L'accord du [16/08/2021] tient.", "2021-08-16"),
            "day_range": ("La foire se tient du [3 au 5 septembre].", "2021-09-03/2021-09-05"),
            "day_month_year": ("L'accord du [16 août 2021] tient.", "2021-08-16"),
            "day_month": ("L'exercice a commencé le [16 août].", "2021-08-16"),
            "month_year": ("En [mai 2019], on a voté.", "2019-05"),
            "month": ("Le pont rouvrira [début septembre].", "2021-09"),
            "weekday": ("L'émissaire est arrivé [mercredi].", "2021-08-18"),
            "relative_period": ("Le conseil siégera [la semaine prochaine].", "2021-W34"),
            "counted": ("La digue a cédé [il y a trois jours].", "2021-08-17"),
            "near_day": ("Il part [aujourd'hui].", "2021-08-20"),
        },
        "es": {
            "numeric_date": ("El acuerdo del [16/08/2021] sigue.", "2021-08-16"),
            "day_range": ("La feria va del [3 al 5 de septiembre].", "2021-09-03/2021-09-05"),
            "day_month_year": ("El acuerdo del [16 de agosto de 2021] sigue.", "2021-08-16"),
            "day_month": ("El ejercicio comenzó el [16 de agosto].", "2021-08-16"),
            "month_year": ("En [mayo de 2019] se votó.", "2019-05"),
            "month": ("El puente reabrirá [a principios de septiembre].", "2021-09"),
            "weekday": ("El enviado llegó el [miércoles].", "2021-08-18"),
            "relative_period": ("El consejo se reunirá [la próxima semana].", "2021-W34"),
            "counted": ("La presa cedió [hace tres días].", "2021-08-17"),
            "near_day": ("Se marcha [hoy].", "2021-08-20"),
        },
    }
)
