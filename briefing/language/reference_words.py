"""English words by what they take as known: the lists of `briefing.language.references`."""


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


HE: frozenset[str] = _set("""he her hers herself him himself his she""")
"""Pronouns of one person."""

THEY: frozenset[str] = _set("""their theirs them themselves they""")
"""Pronouns of several."""

IT: frozenset[str] = _set("""it its itself""")
"""Pronouns of a thing."""

WE: frozenset[str] = _set("""i me my our ours ourselves us we""")
"""Pronouns of the writer and the readers."""

POINTERS: frozenset[str] = _set("""such these this those""")
"""Words that point back, but at the day of writing or at what follows."""

INDEFINITE: frozenset[str] = _set(
    """a an another any each every five four no one six some three two"""
)
"""Before somebody new."""

PLURAL_HEADS: frozenset[str] = _set(
    """agency anyone army authorities band both children club committee company council couple
    court crew everyone family government group many media men military officials others
    parliament party people police public school someone staff team those university who women
    young"""
)
"""Nouns that "they" may stand for."""

PLACES: frozenset[str] = _set(
    """across around at from in into near of outside throughout to within"""
)
"""Before a name, it is a place and not a person."""

SAYS_WHICH: frozenset[str] = _set(
    """about against among behind between called for held including involving known led named
    needed of responsible that titled used when where which who whom whose"""
)
"""Behind a noun, it says which."""

ONLY_ONE: frozenset[str] = _set(
    """best coming country's current early eighth entire fifth first following former fourth
    highest last late latest least left lowest most nation's next ninth only own past previous
    right same second seventh sixth so-called tenth third upcoming very whole world's worst"""
)
"""Within a noun phrase, there is but one."""

EVERYONE_KNOWS: frozenset[str] = _set(
    """1900s 1950s 1960s 1970s 1980s 1990s 2000s aftermath afternoon air amount army authorities
    autumn back ballot bar bathroom beginning bench bill border bottom box brink bus case center
    centre century chance coast core country countryside cusp day dead decade disabled dollar
    earth east economy edge elderly elements end environment euro evening face fact fall field
    floor flu forefront front future general globe government ground heart holidays holy home
    homeless hook hope horizon hospital hour house idea injured internet kind kitchen latter law
    lead least left light limelight living long lookout loose lot mail majority market markets
    meantime media middle midnight military minority minute moment month moon morning most move
    nation nature navy need net news night noon north northeast northwest number ocean odds onus
    opportunity others past phone pitch planet point police polls poor pope possibility present
    president press prime process public queen radio reason rest rich right road ropes run
    run-up sake scene sea season short side sidelines sky so-called sort south southeast
    southwest spotlight spring stage start state stock street streets summer sun table
    television time top train truth tv unemployed verge vote wake way weather web week weekend
    west wild winter world wounded year young"""
)
"""Nouns that need no introduction."""

FUNCTION: frozenset[str] = _set(
    """a about across after again against ago all along already also although am amid among an and
    any are around as at away back be because been before behind being between both but by can
    could despite did do does down during each earlier even ever every for from had has have he
    her here his however i if in including into is it its just later less may might more must my
    near never no nor not now of off on once only onto or our out over per shall she should
    since so some still than that the their then there these they this those though through to
    today tomorrow tonight too toward towards under until up upon very via was we were when
    where which while who whom whose will with within without would yesterday you your"""
)
"""Words that end a noun phrase."""
