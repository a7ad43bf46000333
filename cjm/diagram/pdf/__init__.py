"""SVG → PDF: a finished map on sheets of paper, with the bundled fonts inside."""

from cjm.diagram.pdf.document import pdf_of
from cjm.diagram.pdf.pages import PAPERS

__all__ = ["PAPERS", "pdf_of"]
