"""Scene → PDF: a finished map on sheets of paper, with the bundled fonts inside."""

from cjm.maps.writers.pdf.document import pdf_of
from cjm.maps.writers.pdf.pages import PAPERS

__all__ = ["PAPERS", "pdf_of"]
