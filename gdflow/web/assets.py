"""The files that pages load, each under a name that holds its content: a browser may keep them for ever."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response

from gdflow.domain.errors import NotFoundError

MEDIA_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
FOLDER = "/estaticos/"
FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file with its type."""

    data: bytes
    media_type: str


@cache
def _known() -> tuple[Mapping[str, Asset], Mapping[str, str]]:
    """The files by hashed name, and their hashed names."""
    assets, names = {}, {}
    for path in files("gdflow.web").joinpath("static").iterdir():
        stem, _, kind = path.name.rpartition(".")
        if kind in MEDIA_TYPES:
            data = path.read_bytes()
            names[path.name] = f"{stem}.{sha256(data).hexdigest()[:12]}.{kind}"
            assets[names[path.name]] = Asset(data, MEDIA_TYPES[kind])
    return assets, names


def asset_url(name: str) -> str:
    """Where a file of this content is."""
    return FOLDER + _known()[1][name]


async def serve_asset(request: Request) -> Response:
    """The file of a hashed name."""
    asset = _known()[0].get(request.path_params["name"])
    if asset is None:
        raise NotFoundError("unknown_page")
    return Response(asset.data, media_type=asset.media_type, headers={"cache-control": FOR_EVER})
