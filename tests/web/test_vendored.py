"""What is not ours and stands here is what its manifest says."""

import tomllib
from hashlib import sha256
from pathlib import Path

import gdflow.web

STATIC = Path(gdflow.web.__file__).parent / "static"
LISTED = {each["name"]: each for each in tomllib.loads((STATIC / "vendored.toml").read_text("utf-8"))["file"]}


def test_every_vendored_file_is_the_one_in_the_manifest() -> None:
    assert {name: each["sha256"] for name, each in LISTED.items()} == {
        name: sha256((STATIC / name).read_bytes()).hexdigest() for name in LISTED
    }
    assert all(each["licence"] and each["version"] and each["source"] for each in LISTED.values())


def test_every_script_is_vendored() -> None:
    own = {"job.js", "review.js"}  # written here, as the style sheets are
    assert {path.name for path in STATIC.glob("*.js")} == set(LISTED) | own
