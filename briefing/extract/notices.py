"""Lines that are about an article, not of it: captions, credits, disclaimers, bylines, stamps."""

import re

_AGENCY = (
    r"getty|reuters|\bap\b|afp|epa|dpa|yonhap|kcna|xinhua|shutterstock|imago|alamy|pa wire|zuma"
)
CAPTION_START = re.compile(
    r"\W{0,3}(?:file(?: photo| picture| image)?\s*[-–—:]|file\b.{0,12}[-–—]\s|photo\s*[:-]|image\s*[:-]"
    r"|picture\s*:|foto\s*[:-]|bild\s*[:-]|archivbild|symbolbild|image caption|caption\b"
    r"|(?:pictured|imagen de|from left|v\.?l\.?n\.?r)\b[ :,])",
    re.I,
)
CAPTION_END = re.compile(
    r"(?:(?:photo|image|picture|foto|fotos|bild|photograph|illustration)s?(?: credits?| by|:| courtesy| ©|/)"
    r"|(?<!\w)(?:credit|quelle|©|\(c\))\s?[:/]?)\s*[^.]{2,60}$"
    rf"|[(\[][^()\[\]]{{0,60}}(?:{_AGENCY}|file photo|photo\b|foto\b|handout|courtesy"
    r"|bloomberg|picture alliance|istock|pool)[^()\[\]]{0,60}[)\]]\s*\.?$"
    r"|(?:getty images|shutterstock|picture alliance|imago images?|alamy(?: stock photo)?"
    r"|/ ?(?:dpa|afp|ap|reuters|epa))\s*\.?$|\bfile photo\b",
    re.I,
)
CAPTION_WITHIN = re.compile(
    r"\((?:Archiv(?:bild|foto)|Symbol(?:bild|foto)|file (?:photo|image|picture))\)"
    r"|\((?:[lr]|li|re|left|right|cent(?:er|re)|pictured)\.?\)|[-–—] video$|（.{1,14}(?:提供|撮影)）$"
    r"|＝.{1,30}(?:[でに]|[時分日])$",
    re.I,
)
CREDIT_BELOW = re.compile(
    r"\W{0,3}(?:©|\(c\)|(?:image|photo|picture|foto|bild|fotos|credits?|quelle)s?\s?:"
    r"|(?:[A-ZÀ-Þ][\w.'’-]{1,20}\s){1,3}/\s?(?:AP|AFP|EPA|Reuters|REUTERS|dpa|Keystone|Getty|Imago|Ritzau)"
    r"|(?:AP|AFP|EPA|Reuters|Keystone|Getty Images|Imago|dpa)$)",
)
PICTURE_ABOVE = re.compile(
    r"\W{0,3}(?:사진 확대|enlarge (?:image|photo)|view image|(?:open )?image (?:caption|in gallery)"
    r"|bild vergr(?:ö|oe)(?:ß|ss)ern|in vollbild|agrandir l['’]image|ampliar foto)\W{0,3}$",
    re.I,
)
IMAGE_CREDIT = re.compile(
    r"\W{0,3}(?:image|photo|picture|video|foto|bild)s?\s?(?:credits?|by|source|courtesy)?\s?:?"
    r"(?:\s[^.!?]{0,60})?$|\W{0,3}(?:credit|fotos?|bild(?:er)?|©|\(c\))\s?[:/]?\s[^.!?]{2,60}$",
    re.I,
)
DISCLAIMER = re.compile(
    r"has not been edited by|auto-?generated from (?:a )?(?:syndicated|newswire)|syndicated feed"
    r"|published (?:unedited|from a wire|from an agency) |without modifications to the text"
    r"|(?:this|the) (?:story|article|report) (?:is|was|has been) (?:published|produced|generated"
    r"|taken|sourced) (?:from|by|automatically)"
    r"|(?:this material )?may not be (?:published, )?broadcast, rewritten"
    r"|our standards: the thomson reuters|diese meldung (?:wurde|ist)"
    r"|dieser text (?:wurde|ist) (?:automatisch|von der)|automatisch (?:erstellt|übernommen)"
    r"|direkt aus dem (?:dpa|afp)|contenu (?:fourni|produit) par|esta (?:nota|noticia) (?:fue|ha sido)"
    r"|© ?dpa-infocom|copyright \d{4} the associated press"
    r"|(?:views|opinions) expressed (?:in this|here|are)|do not (?:necessarily )?reflect the views",
    re.I,
)
NOT_EDITED = re.compile(r"has not been edited by (?P<outlet>[A-Z][\w .&'’-]{1,40}?) staff")
DESK = re.compile(
    r"\W{0,2}(?:additional |with )?(?:reporting|editing|writing|compiled|edited|reported|written) (?:and (?:writing|editing) )?"
    r"by [A-Z]",
)
DESK_TAIL = re.compile(
    r"[(\[]\s*(?:Additional |With )?(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Ee]dited|[Cc]ompiled)"
    r"(?: and (?:writing|editing))? by [^()\[\]]{3,300}[)\]]\s*\.?$"
)
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,64}")
READ_ON = re.compile(
    r"\W{0,3}(?:also read|read also|read more|read next|read:|see also|related(?: stories| articles)?:|more:|watch:"
    r"|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|leia também|leia mais|leggi anche"
    r"|lees ook|les også|läs också|läs mer|czytaj|čtěte také|ayrıca|baca juga|don['’]t miss|click here"
    r"|subscribe|sign up|follow us|share this|advertisement|story continues|continue reading"
    r"|article continues|give feedback|recommended|back to top)\b",
    re.I,
)
STAMP_WORD = re.compile(
    r"\b(?:published|updated|posted|created|modified|aktualisiert|veröffentlicht|publié|mis à jour"
    r"|publicado|actualizado|pubblicato|aggiornato|opublikowano|güncelle\w*|last update)\b",
    re.I,
)


def is_caption(line: str) -> bool:
    """Say whether a line describes a picture, by how it begins or ends."""
    if len(line) >= 500:
        return False
    return bool(
        CAPTION_START.match(line)
        or CAPTION_END.search(line, max(0, len(line) - 130))
        or (len(line) < 200 and CAPTION_WITHIN.search(line))
    )


def is_disclaimer(line: str) -> bool:
    """Say whether a line tells how the article came to this page."""
    return len(line) < 600 and DISCLAIMER.search(line) is not None


def is_desk_note(line: str) -> bool:
    """Say whether a line names those who reported, wrote or edited."""
    return len(line) < 300 and DESK.match(line) is not None
