"""Stage 7: mend what WeasyPrint leaves wrong in a tagged PDF, in memory, before it is written.

WeasyPrint 70 can claim PDF/A-3a or PDF/UA-1, not both, and leaves the running heads as content
that no tag owns, empty elements in the tree, header cells without a scope, links that are called
by their anchor, words in other languages untold, and an attachment listed twice. Each mend below
is one of these.
"""

from collections.abc import Iterator, Mapping
from typing import Any

LEAVES = ("/TD", "/TH", "/Figure", "/Lbl", "/LBody")  # may be empty
PRINT = 4  # annotation flag: shown in print

# ISO 19005 wants every XMP property it does not know described: here that of PDF/UA.
UA_CLAIM = b"""<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>\
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about="" \
xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema\
</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/\
</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property>\
<rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal\
</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard \
is followed</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>\
</rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def mend(document: Any, pdf: Any, labels: Mapping[str, str], foreign: bool) -> None:
    """Mend `pdf`, a `pydyf.PDF`. A finisher for `write_pdf`.

    `labels` names links by target; `foreign` says whether there are words in another language.
    """
    objects = {item.reference: item for item in pdf.objects}
    if foreign:
        _name_languages(document, pdf)
    reached = _prune(objects, pdf.catalog["StructTreeRoot"])
    _set_artifacts(pdf, objects, reached)
    _name_links(pdf, labels)
    _claim_ua(objects[pdf.catalog["Metadata"]])
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = list(dict.fromkeys(pdf.catalog["AF"]))


def _prune(objects: Mapping[bytes, Any], root: bytes) -> set[bytes]:
    """Drop empty elements, give header cells a scope; return the elements the tree holds."""
    reached = {root}
    for element, reference in list(_walk(objects, root)):  # children before parents
        kids = [kid for kid in element["K"] if not _is_empty(objects, kid)]
        element["K"][:] = kids
        reached.add(reference)
        if element["S"] == "/TH":
            element["A"].setdefault("Scope", "/Column")
    return reached


def _walk(objects: Mapping[bytes, Any], root: bytes) -> Iterator[tuple[Any, bytes]]:
    stack = [(root, False)]
    while stack:
        reference, done = stack.pop()
        element = objects[reference]
        if done:
            if "S" in element:
                yield element, reference
            continue
        stack.append((reference, True))
        stack.extend(
            (kid, False)
            for kid in element["K"]
            if isinstance(kid, bytes) and objects[kid].get("Type") == "/StructElem"
        )


def _is_empty(objects: Mapping[bytes, Any], kid: object) -> bool:
    if not isinstance(kid, bytes):
        return False  # the number of marked content
    element = objects[kid]
    return (
        element.get("Type") == "/StructElem"
        and not element["K"]
        and "Alt" not in element
        and element["S"] not in LEAVES
    )


def _set_artifacts(pdf: Any, objects: Mapping[bytes, Any], reached: set[bytes]) -> None:
    """Make content that no element of the tree owns (heads and feet) an artifact."""
    tree = objects[objects[pdf.catalog["StructTreeRoot"]]["ParentTree"]]["Nums"]
    owners = dict(zip(tree[::2], tree[1::2], strict=True))
    for reference in pdf.page_references:
        page = objects[reference]
        elements = owners[page["StructParents"]]
        orphans = {mcid for mcid, element in enumerate(elements) if element not in reached}
        if not orphans:
            continue
        _relabel(objects[page["Contents"]].stream, orphans)
        elements[:] = ["null" if i in orphans else item for i, item in enumerate(elements)]


def _relabel(stream: list[Any], orphans: set[int]) -> None:
    for at, operand in enumerate(stream):
        if isinstance(operand, dict) and operand.get("MCID") in orphans:
            stream[at - 1] = "/Artifact"
            operand.clear()
            operand["Type"] = "/Pagination"


def _name_links(pdf: Any, labels: Mapping[str, str]) -> None:
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == "/Annot":
            item["F"] = item.get("F", 0) | PRINT
            label = labels.get(item["Dest"].string) if "Dest" in item else None
            if label:
                item["Contents"] = type(item["Dest"])(label)


def _name_languages(document: Any, pdf: Any) -> None:
    """Tell the language of each element of text that is not in the document's own.

    The tree was built from the boxes in their order, so both are walked side by side.
    """
    main = pdf.catalog["Lang"].string
    string = type(pdf.catalog["Lang"])
    elements: dict[bytes, list[Any]] = {page: [] for page in pdf.page_references}
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == "/StructElem" and "Pg" in item:
            elements[item["Pg"]] += [item for kid in item["K"] if isinstance(kid, int)]
    for page, reference in zip(document.pages, pdf.page_references, strict=True):
        boxes = list(_painted(page._page_box))
        if len(boxes) != len(elements[reference]):
            continue
        for box, element in zip(boxes, elements[reference], strict=True):
            language = box.style["lang"]
            if language and language != main and element["S"] != "/Link":
                element["Lang"] = string(language)


def _painted(top: Any) -> Iterator[Any]:
    """Return the boxes that are drawn as marked content, in the order of the page's tree."""
    from weasyprint.formatting_structure.boxes import ParentBox, ReplacedBox, TextBox

    waiting = [top]
    while waiting:
        box = waiting.pop()
        box = getattr(box, "_box", box)  # what stands for a box with a position of its own
        if isinstance(box, (TextBox, ReplacedBox)):
            yield box
        elif isinstance(box, ParentBox):
            waiting.extend(reversed(box.children))


def _claim_ua(metadata: Any) -> None:
    metadata.stream[0] = metadata.stream[0].replace(b"</rdf:RDF>", UA_CLAIM + b"</rdf:RDF>", 1)
