"""Words that make a sentence unfit to be quoted alone, by language.

English has the full set; the others have the openings that lean on the sentence before.
"""

from collections.abc import Mapping
from types import MappingProxyType


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


PRONOUNS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": _set(
            """he she it they him her them his hers its their theirs himself herself itself
            themselves this these those that such"""
        ),
        "de": _set(
            """er sie es ihn ihm ihnen sein seine seinen seinem seiner ihr ihre ihren ihrem dies
            diese
            dieser dieses diesen diesem solche jener jene beide"""
        ),
        "fr": _set(
            """il elle ils elles celui celle ceux celles cela ceci ce cet cette ces son sa ses
            leur"""
        ),
        "es": _set(
            "él ella ellos ellas este esta estos estas ese esa esos esas esto eso aquel aquella su"
        ),
        "it": _set(
            """egli lui lei essi esse loro questo questa questi queste quello quella ciò
            suo"""
        ),
        "pt": _set("ele ela eles elas este esta estes estas esse essa esses essas isto isso seu"),
        "nl": _set("hij zij ze het hem haar hen hun zijn dit deze die dat zulke beide"),
        "ru": _set("он она оно они его её ее их ему ей им это этот эта эти такой такая такие"),
    }
)
DEICTIC: frozenset[str] = _set(
    """week weeks month months year years morning afternoon evening weekend time summer winter
    spring
    autumn fall season story article report past last day quarter century"""
)
"""After "this" or "that", words that point at the day of writing, not at a sentence."""

CONNECTIVES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": _set(
            """but however and so also meanwhile instead then still yet nor nevertheless
            nonetheless
            therefore thus moreover furthermore besides hence consequently otherwise likewise
            similarly conversely though plus or additionally"""
        ),
        "de": _set(
            """aber doch jedoch und oder sondern auch zudem außerdem dagegen deshalb daher darum
            dann
            dennoch trotzdem allerdings dabei damit daraufhin hingegen zugleich unterdessen"""
        ),
        "fr": _set("mais et ou or donc car aussi cependant toutefois pourtant ainsi ensuite puis"),
        "es": _set("pero y o sino además también asimismo entonces así luego aunque"),
        "it": _set("ma e o però inoltre anche quindi dunque tuttavia così poi intanto invece"),
        "pt": _set("mas e ou porém também assim então além contudo entretanto todavia depois"),
        "nl": _set("maar en of ook echter daarom dus toch daarnaast bovendien toen intussen"),
        "ru": _set("но а и или однако также тоже поэтому затем потом зато тем"),
        "ko": _set(
            "그러나 하지만 그리고 또 또한 이어 이에 그는 그녀는 그들은 이는 이번 따라서 한편"
        ),
        "ja": _set("しかし また そして だが ただ"),
        "zh": _set("但 但是 然而 此外 同时 因此"),
        "ar": _set("لكن ولكن كما وأضاف وقال وأوضح وأشار"),
    }
)
CONTRASTS: frozenset[str] = _set(
    """but however still yet nevertheless nonetheless meanwhile though
    aber doch jedoch dennoch trotzdem allerdings dagegen hingegen mais cependant toutefois pourtant
    pero ma però tuttavia mas porém contudo entretanto maar echter но однако зато
    그러나 하지만 한편 しかし だが 但 但是 然而 لكن ولكن"""
)
"""Of the connectives, those that turn against what was told."""
PHRASES: tuple[str, ...] = (
    "as a result", "in addition", "for example", "for instance", "on the other hand",
    "by contrast", "in contrast", "in fact", "of course", "at the same time", "that said",
    "after that", "even so", "in other words", "in response", "in turn", "on top of that",
    "what's more", "the same", "the other", "the others", "the former", "the latter", "the move",
    "the decision", "the announcement", "the incident", "the attack", "the ruling", "the deal",
    "the statement", "the comments", "the remarks", "the latest", "both", "neither", "another",
    "others", "here's", "here is", "here are", "there,", "among them", "one of them",
)  # fmt: skip
"""Openings of several words that lean on the sentence before."""

EVENTS = (
    r"(?:launch|test|visit|meeting|talks|strike|shooting|crash|explosion|blast|bombing|storm|report"
    r"|study|vote|verdict|sentence|trial|arrest|suspect|victim|man|woman|couple|pair|company|news"
    r"|case|bill|plan|move|decision|announcement|statement|agreement|measure|project|protest|figure"
    r"|count|tally|total|increase|rise|drop|decline|change|finding|result|survey|poll|incident"
    r"|accident|fire|attack|inquiry|investigation|probe|practice|proposal|offer|request|order|ban"
    r"|charge|allegation|claim|comment|remark|letter|video|operation|process|event)"
)
"""What a sentence before has told of, where it stands with "the" and nothing that says which."""
HAPPENS = r"(?:is|was|are|were|comes?|came|follows?|followed|has|have|had|will|would|marks?|marked)"

ANYONE: frozenset[str] = _set("both neither another")
"""Of these, a speaker's own words may open with."""

TIME_WORDS: frozenset[str] = _set(
    """on in at by since until last next earlier later early late the this that same and of mid
    first second third now today yesterday tonight previously recently formerly initially eventually
    afterward afterwards finally subsequently meanwhile once then soon ago back also previous
    following past few two three four five six seven eight nine ten several some many
    day days night week weeks weekend month months year years decade decades hour hours minutes
    morning afternoon evening spring summer autumn fall winter noon midnight age st nd rd th s
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sept sep oct nov
    dec"""
)
"""Of these an opening is made that says when and nothing else: "On the same day in 2019 she"."""
MOMENTS: frozenset[str] = _set("time moment day night week month year way first last")
"""After "the", a clause follows that says which: "The day he died"."""
SUBORDINATING: frozenset[str] = _set("since until once then now that and")
DAYS = (
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b"
)

BOILERPLATE = (
    r"in this (?:\w+ ){0,2}(?:photo|image|picture|handout|frame grab)"
    r"|(?:photo|image|picture|photograph) (?:released|provided|taken|distributed) by"
    r"|contributed to this (?:report|story|article)|file (?:photo|picture)"
    r"|scroll down|click (?:here|on|through|to)|read more|see more|watch (?:the video|more)"
    r"|follow (?:us|@)|all rights reserved|copyright (?:\d|©|reserved)"
    r"|sign up (?:for|to)|subscribe|newsletter"
    r"|image (?:credit|caption)|photos?(?:graphs?)? (?:by|courtesy)|getty images"
    r"|(?:opinions|views) expressed|solely those of|editor's note|share this|e-?mail to a friend"
    r"|\b(?:call|phone|contact) the\b[^.]{0,80}\b(?:hot|help|life)line"
    r"|story highlights|hide caption|join the conversation"
    r"|^\W*last updated|\b(?:up)?dated at \d"
    r"|\b(?:for|with) (?:more|full|confidential) (?:information|support|help)"
    r"|(?:visit|see|go to) (?:the|our) (?:website|web site|page|site)"
    r"|what do you think\?|tell us (?:what|about|in)|comments? below|like us on"
    r"|this (?:story|article) (?:has been|was) (?:updated|corrected)|terms of (?:use|service)"
)
PLACED = r"(?:far |top |bottom )?(?:left|right)|cent(?:re|er)|above|below|back row|front row"
"""In brackets, where somebody stands in a photo."""
BOILERPLATE_OPENING = (
    r"(?:photo|image|video|caption|watch|read|gallery|more|related|see also)s?\s*[:—-]"
)

EXPERTS: Mapping[str, str] = MappingProxyType(
    {
        "en": (
            r"\b(?:experts?|analysts?|observers|economists?|diplomats?|commentators?|strategists?"
            r"|scholars?|critics) (?:said|says?|believe|warn(?:ed)?|expect|fear|see|think|doubt"
            r"|predict|note|argue)\b"
            r"|\b(?:analyst|economist|professor|fellow|researcher|strategist|senior associate"
            r"|director) (?:at|of|with|for)\b|\bthink tank\b"
            r"|\baccording to (?:experts?|analysts?)\b"
        ),
        "de": r"\b(?:Expert(?:en|innen|e|in)|Analyst(?:en|in)?|Beobachter|Ökonom(?:en|in)?)\b",
        "fr": r"\b(?:experts?|analystes?|observateurs?|économistes?)\b",
        "es": r"\b(?:expert[oa]s?|analistas?|observador(?:es)?|economistas?)\b",
        "ko": "전문가|분석가",
    }
)
"""Who says what it means: the reading of those who watch and do not take part."""
EXPERT_HINTS = (
    "xpert", "nalyst", "nalist", "bserv", "conomist", "konom", "iplomat", "ommentator", "trategist",
    "cholar", "ritics", "rofessor", "ellow ", "esearcher", "ssociate", "irector", "hink tank",
    "eobachter", "전문가", "분석가",
)  # fmt: skip
"""One of these stands in each match of `EXPERTS`; a look for them is ten times faster."""

SAYING = (
    "said|says|added|adds|told|wrote|writes|explained|continued|noted|recalled|admitted|insisted"
)
SAYING_MORE = "insisted|tweeted|argued|warned|joked|asked|concluded|replied|acknowledged|stressed"

BARE_SPEAKERS: Mapping[str, str] = MappingProxyType(
    {
        "de": (
            r"\b(?:sagte|sagt|erklärte|erklärt|betonte|fügte|meinte|schrieb|teilte|nannte|warnte"
            r"|kündigte|forderte|verwies|sprach|räumte) (?:er|sie)\b|\blaut (?:ihm|ihr|ihnen)\b"
        ),
        "fr": (
            r"\b(?:a|ont)-(?:t-)?(?:il|elle|ils|elles)\b|\b(?:dit|déclare|ajoute|explique|affirme"
            r"|précise|estime|souligne)-(?:t-)?(?:il|elle)\b|\bselon (?:lui|elle|eux|elles)\b"
        ),
        "es": r"\bsegún (?:él|ella|ellos|ellas)\b|\b(?:dijo|afirmó|añadió|explicó) (?:él|ella)\b",
        "it": r"\bsecondo (?:lui|lei|loro)\b|\b(?:ha detto|ha aggiunto|ha spiegato) (?:lui|lei)\b",
        "pt": r"\bsegundo (?:ele|ela|eles|elas)\b|\b(?:disse|afirmou|acrescentou) (?:ele|ela)\b",
        "nl": (
            r"\b(?:zei|zegt|aldus|schreef|noemde|liet|voegde) (?:hij|zij|ze)\b"
            r"|\bvolgens (?:hem|haar)\b"
        ),
        "ru": (
            r"\b(?:сказал|сказала|заявил|заявила|добавил|добавила|отметил|отметила|подчеркнул"
            r"|подчеркнула) (?:он|она)\b|\bпо (?:его|её|ее|их) словам\b"
        ),
    }
)
"""A speaker who is named in another sentence only; English has more, in `prose`."""

AUXILIARIES: frozenset[str] = _set(
    """is are was were be been being am has have had do does did will would can could shall
    should may
    might must cannot isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't
    wouldn't hasn't haven't hadn't shouldn't"""
)
VERBS: frozenset[str] = _set(
    """said says say told tells tell made makes make took takes take went goes go came comes
    come got
    gets get gave gives give found finds find thought thinks think knew knows know saw sees see
    felt
    feels feel left leaves leave put puts brought brings bring began begins begin kept keeps
    keep held
    holds hold wrote writes write stood stands stand heard hears hear let lets meant means mean met
    meets meet ran runs run paid pays pay sat sits sit spoke speaks speak lay lies lie led leads
    lead
    grew grows grow lost loses lose fell falls fall sent sends send built builds build understood
    understands drew draws draw broke breaks break spent spends spend cut cuts rose rises rise
    drove
    drives drive bought buys buy wore wears wear chose chooses choose sought seeks seek threw
    throws
    throw caught catches catch dealt deals won wins win forgot forgets forget became becomes become
    struck strikes strike shot shoots shoot fought fights fight taught teaches teach beat beats hit
    hits hurt hurts set sets shut shuts spread spreads cost costs quit quits rode rides ride rang
    rings sang sings sank sinks slept sleeps sold sells sell showed shows show shown stole steals
    stuck sticks swore swears swept sweeps swam swims tore tears woke wakes withdrew withdraws fled
    flees flew flies fly froze freezes hid hides hung hangs bit bites blew blows bore bears bent
    bends
    bound binds bred breeds burst bursts cast casts clung clings crept creeps dug digs ate eats
    drank
    drinks fed feeds forbade forgave lent lends lit lights overcame proved proves read reads rid
    sought
    shook shakes shrank shrinks slid slides spun spins split splits sprang springs stung swung
    swings
    wept weeps wound winds wants want needs need seems seem appears appear remains remain plans
    expects expect believes believe hopes hope looks look works work lives live calls call asks ask
    includes include continues continue follows follow faces face starts start opens open allows
    allow
    helps help plays play moves move turns turn happens happen requires require provides provide
    offers offer considers consider suggests suggest reports adds add serves serve dies die
    expected
    wins stays stay creates create spends ends end reaches reach kills kill raises raise passes
    pass
    decides decide returns return explains explain develops carries carry receives receive agrees
    agree supports support produces produce covers cover describes describe represents represent
    causes cause marks mark depends depend claims claim denies deny warns warn urges urge argues
    argue
    accuses accuse admits admit insists insist refuses refuse wonders notes note boasts features
    estimates stars hails tries try uses use lists owns own arrives arrive depicts reveals reveal
    recalls concedes acknowledges alleges announces celebrates demands exists joins launches lacks
    likes love loves matters owes prefers pushes reflects rejects relies stems stresses tends
    threatens
    travels visits votes worries deserves enjoys ensures fears fails aims hosts loom looms blames
    amounts belongs contains consists coincides"""
)
"""Finite forms that a sentence of news may hold as its only verb (regular pasts end in -ed)."""
