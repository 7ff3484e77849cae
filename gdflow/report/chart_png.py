"""Charts as PNG, for Word: drawn by typst from the very SVG that stands in the PDF and on the page.

Word shows SVG only in its newer versions; a picture that all of them show, and LibreOffice too, is worth its size.
"""

from typing import Any

import typst

from gdflow.report.charts import WIDTH, Chart
from gdflow.report.pdf_text import FONTS

PIXELS_PER_INCH = 200.0
PAGE = f'#set page(width: {WIDTH}pt, height: auto, margin: 0pt, fill: white)\n#image("chart.svg", width: 100%)\n'


def chart_png(chart: Chart) -> bytes:
    """The picture; the same chart gives the same bytes, with the package's own fonts alone."""
    files: Any = {"main.typ": PAGE.encode(), "chart.svg": chart.data}
    made: object = typst.compile(
        files,
        format="png",
        ppi=PIXELS_PER_INCH,
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
    )
    if not isinstance(made, bytes):
        raise TypeError("a chart is one page")
    return made
