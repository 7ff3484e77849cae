"""The pictures of the guide: small, in Spanish, written only when asked (GDFLOW_WRITE_PICTURES=1)."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Page

FOLDER = Path(__file__).parents[2] / "docs" / "imagenes"
ASKED = os.environ.get("GDFLOW_WRITE_PICTURES") == "1"
COLOURS, MARGIN = 48, 24
# Debian's Chromium speaks English whatever it is told; these are the fields as a reader's own browser shows them.
IN_SPANISH = """for (const each of document.querySelectorAll('input[type=date]')) {
    const day = each.value.split('-').reverse().join('/'); each.type = 'text'; each.value = day; each.size = 10 }
for (const each of document.querySelectorAll('input[type=file]')) {
    each.type = 'text'; each.value = 'Seleccionar archivo · Sin archivos seleccionados' }"""


def photographer(taken: set[str]) -> Callable[[Page, str], None]:
    """What notes the name of each picture and, when asked, takes it."""

    def photograph(page: Page, name: str) -> None:
        taken.add(name)
        if ASKED:
            page.evaluate(IN_SPANISH)
            FOLDER.mkdir(exist_ok=True)
            _small(Image.open(BytesIO(page.screenshot()))).save(FOLDER / f"{name}.png", optimize=True)

    return photograph


def _small(picture: Image.Image) -> Image.Image:
    """The picture without the empty part at its foot, in few colours."""
    shown = picture.convert("RGB")
    ground = Image.new("RGB", shown.size, shown.getpixel((0, shown.height - 1)))
    box = ImageChops.difference(shown, ground).getbbox()
    foot = min(shown.height, (box[3] if box else 0) + MARGIN)
    return shown.crop((0, 0, shown.width, foot)).quantize(COLOURS, dither=Image.Dither.NONE)
