"""The smallest PDF: the same words, no tags, no evidence, and it says so."""

import io
from pathlib import Path

import pikepdf
import pytest

from briefing.brief import Brief
from briefing.errors import EvidenceError
from briefing.render import Rendered, render
from briefing.verify import verify
from tests.render.reading import pdf_text


def test_a_plain_pdf_is_smaller_and_says_what_it_lacks(brief: Brief, rendered: Rendered) -> None:
    plain = render(brief, ("pdf", "json"), pdf="plain").outputs
    assert len(plain["pdf"]) < 0.8 * len(rendered.outputs["pdf"])
    assert plain["json"] == rendered.outputs["json"]
    text = pdf_text(plain["pdf"])
    assert "This file carries no evidence" in text
    assert all(quotation.text in text for quotation in brief.quotations())
    with pikepdf.open(io.BytesIO(plain["pdf"])) as document:
        assert not list(document.attachments)
        assert "/StructTreeRoot" not in document.Root


def test_nothing_in_a_plain_pdf_can_be_proved(brief: Brief, tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    file.write_bytes(render(brief, ("pdf",), pdf="plain").outputs["pdf"])
    with pytest.raises(EvidenceError, match="holds no evidence") as caught:
        verify(file)
    assert caught.value.exit_code == 3
