"""Publishing, calendars and the evidence pack on the command line."""

import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from gdflow.report import informe
from tests.cli.test_docs import bullet, keys
from tests.support.cast import GOBIERNO
from tests.support.commands import CommandLine
from tests.support.evidence import PDF
from tests.support.published import PUBLIC

ROOT = Path(__file__).parents[2]
DAY = ("--as-of", "2023-07-20")
BY = ("--by", "Coordinación")
SPITE = ("--in-spite-of", "missing", "--reason", "El comité es mañana")


@pytest.fixture
def closed(cartagena: CommandLine) -> CommandLine:
    """The second quarter with a file and a link behind a line, closed."""
    (cartagena.home / "acta.pdf").write_bytes(PDF)
    cartagena("scan", "--as-of", "2023-07-05")
    its = ("--period", "2023-Q2", *BY, "--as-of", "2023-07-05")
    cartagena("evidence", "add", "18", "acta.pdf", "https://nube.example/acta", *its)
    assert cartagena("close", "--period", "2023-Q2", *BY, *SPITE, *DAY).code == 0
    return cartagena


@pytest.fixture
def public(closed: CommandLine) -> CommandLine:
    """The same, published."""
    (closed.home / "config" / "gdflow.toml").write_text(PUBLIC, "utf-8")
    return closed


def test_publishing_is_refused_until_it_is_switched_on(closed: CommandLine) -> None:
    ran = closed("publish", "sitio", *DAY)
    assert (ran.code, "public.enabled" in ran.err, (closed.home / "sitio").exists()) == (4, True, False)


def test_it_writes_what_is_missing_and_publishes_it(public: CommandLine) -> None:
    ran = public("publish", "sitio", *DAY)
    assert (ran.code, ran.err, "1 períodos cerrados" in ran.out) == (0, "", True)
    assert (public.home / "sitio" / "cartagena_2023" / "2023-Q2" / "cierre-1" / "informe.pdf").exists()
    assert "Escritos: 0; sin cambios: 19" in " ".join(public("publish", "sitio", *DAY).out.split())


def test_a_rehearsal_writes_nothing_and_says_what_is_lacking(public: CommandLine) -> None:
    ran = public("publish", "sitio", "--dry-run", *DAY)
    assert (ran.code, "Se escribirían: 15" in " ".join(ran.out.split())) == (0, True)
    assert ran.err.count("Sin escribir todavía") == 4
    assert not (public.home / "sitio").exists()


def test_what_is_published_no_more_is_removed_unless_somebody_changed_it(public: CommandLine) -> None:
    public("publish", "sitio", *DAY)
    (public.home / "sitio" / "cartagena_2023" / "index.html").write_text("otro")
    other = PUBLIC.replace("enabled = true", 'enabled = true\nplans = ["otro"]')
    (public.home / "config" / "gdflow.toml").write_text(other, "utf-8")
    ran = public("publish", "sitio", *DAY)
    assert "Quitado: cartagena_2023/2023-Q2/cierre-1/acta.pdf" in ran.out
    assert "alguien lo cambió y queda: cartagena_2023/index.html" in " ".join(ran.err.split())
    left = {each.name for each in (public.home / "sitio").rglob("*") if each.is_file()}
    assert left == {"index.html", "catalogo.jsonld", "MANIFIESTO.txt"}


def test_a_file_of_others_in_the_way_is_refused_in_a_sentence(public: CommandLine) -> None:
    (public.home / "sitio").mkdir()
    (public.home / "sitio" / "index.html").write_text("la portada")
    ran = public("publish", "sitio", *DAY)
    assert (ran.code, ran.out, "no lo escribió gdflow" in ran.err) == (4, "", True)


def test_reports_that_cannot_be_written_end_with_5(public: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_its: object) -> bytes:
        raise ValueError("no")

    monkeypatch.setattr(informe, "write_informe", broken)
    ran = public("publish", "sitio", *DAY)
    assert (ran.code, "Sin escribir todavía: Informe de seguimiento" in " ".join(ran.err.split())) == (5, True)


@pytest.mark.slow
@pytest.mark.parametrize("place", ["publish.file", "publish.file:3", "publish.swap", "publish.swapped"])
def test_whoever_is_killed_midway_publishes_all_or_nothing(public: CommandLine, place: str) -> None:
    public("publish", "sitio", *DAY)
    site = public.home / "sitio"
    before = files_in(site)
    changed = PUBLIC.replace("datos@", "preguntas@")
    (public.home / "config" / "gdflow.toml").write_text(changed, "utf-8")
    name, _, times = place.partition(":")
    environ = os.environ | {"GDFLOW_FAILPOINT": f"{name}:kill:{times or 1}"}
    program = "from gdflow.cli.main import run; run()"
    words = [sys.executable, "-c", program, "--home", str(public.home), "publish", str(site), *DAY]
    done = subprocess.run(words, cwd=ROOT, env=environ, capture_output=True, check=False)
    killed = files_in(site)
    assert public("publish", "sitio", *DAY).code == 0
    assert (done.returncode, killed in (before, files_in(site))) == (-9, True)
    assert before != files_in(site)


def files_in(folder: Path) -> dict[str, bytes]:
    """What stands in a folder."""
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_the_json_of_publishing_has_the_documented_keys(public: CommandLine) -> None:
    told = public("publish", "sitio", "--json", *DAY).json
    assert keys(told) == bullet("publish")
    assert len(told["written"]) == 19
    assert told["periods"] == [
        {"plan": "cartagena_2023", "period": "2023-Q2", "closing": 1, "path": "cartagena_2023/2023-Q2/"}
    ]


def test_a_calendar_is_given_listed_and_taken_back(cartagena: CommandLine) -> None:
    path = cartagena("feeds", "issue", "--team", GOBIERNO, *BY, *DAY).out.strip()
    assert re.fullmatch(r"/calendario/[\w-]{43}\.ics", path)
    assert cartagena("feeds", "issue", *BY, *DAY).code == 0
    told = cartagena("feeds", "list", "--json").json
    assert [(each["id"], each["team"], each["serves"]) for each in told["feeds"]] == [
        (1, GOBIERNO, True),
        (2, None, True),
    ]
    assert "Se retiraría" in cartagena("feeds", "revoke", "1", *BY, "--dry-run", *DAY).out
    assert f"Se retiró el calendario 1 de {GOBIERNO}" in cartagena("feeds", "revoke", "1", *BY, *DAY).out
    assert len(cartagena("feeds", "list", "--json").json["feeds"]) == 1
    assert "retirado por Coordinación" in " ".join(cartagena("feeds", "list", "--all").out.split())
    assert path not in cartagena("feeds", "list", "--all").out


def test_without_a_calendar_the_list_says_so(cartagena: CommandLine) -> None:
    assert "Ningún calendario" in cartagena("feeds", "list").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("feeds", "issue", "--team", "Nadie", *BY), 2, "No hay un equipo «Nadie»"),
        (("feeds", "issue", "--by", " "), 2, "--by"),
        (("feeds", "revoke", "9", *BY), 2, "No hay un calendario 9"),
    ],
)
def test_a_refusal_is_one_sentence(cartagena: CommandLine, words: tuple[str, ...], code: int, said: str) -> None:
    ran = cartagena(*words)
    assert (ran.code, said in ran.err, len(ran.err.splitlines())) == (code, True, 1)


def test_the_json_of_calendars_has_the_documented_keys(cartagena: CommandLine) -> None:
    cartagena("feeds", "issue", *BY, *DAY)
    assert keys(cartagena("feeds", "list", "--json").json) == bullet("feeds list")


def test_a_pack_is_written_to_the_file_that_was_named(closed: CommandLine) -> None:
    ran = closed("evidence", "pack", "--period", "2023-Q2", "--out", "furag/paquete.zip")
    assert (ran.code, ran.err) == (0, "")
    path = closed.home / "furag" / "paquete.zip"
    with ZipFile(path) as packed:
        assert {"index.xlsx", "index.html", "MANIFIESTO-SHA256.txt"} < set(packed.namelist())
    assert sha256(path.read_bytes()).hexdigest() in " ".join(ran.out.split())
    assert "Incluido: 1" in ran.out
    assert [each.name for each in path.parent.iterdir()] == ["paquete.zip"]
    assert path.stat().st_mode & 0o777 == 0o644


def test_what_a_pack_lacks_is_named_and_ends_with_3(closed: CommandLine) -> None:
    digest = sha256(PDF).hexdigest()
    (closed.home / "data" / "objects" / digest[:2] / digest).unlink()
    ran = closed("evidence", "pack", "--out", "paquete.zip")
    assert (ran.code, "A01 de 2023-Q2, fila 18: acta.pdf. Falta" in " ".join(ran.out.split())) == (3, True)
    told = closed("evidence", "pack", "--out", "paquete.zip", "--json").json
    assert [(each["annex"], each["row"], each["state"]) for each in told["missing"]] == [(1, 18, "absent")]


def test_the_json_of_a_pack_has_the_documented_keys(closed: CommandLine) -> None:
    digest = sha256(PDF).hexdigest()
    (closed.home / "data" / "objects" / digest[:2] / digest).unlink()
    told = closed("evidence", "pack", "--out", "paquete.zip", "--json").json
    assert keys(told) == bullet("evidence pack")
    assert told["sha256"] == sha256((closed.home / "paquete.zip").read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("words", "code"), [(("--closing", "2"), 2), (("--period", "2023-Q1"), 2), (("--plan", "otro"), 2)]
)
def test_a_pack_of_what_was_never_closed_is_refused(closed: CommandLine, words: tuple[str, ...], code: int) -> None:
    assert closed("evidence", "pack", "--out", "paquete.zip", *words).code == code
    assert not (closed.home / "paquete.zip").exists()


def test_a_pack_is_not_written_over_a_folder(closed: CommandLine) -> None:
    (closed.home / "paquete.zip").mkdir()
    ran = closed("evidence", "pack", "--out", "paquete.zip")
    assert (ran.code, "es una carpeta" in ran.err) == (4, True)


def test_half_a_pack_is_left_nowhere(closed: CommandLine) -> None:
    objects = closed.home / "data" / "objects"
    digest = sha256(PDF).hexdigest()
    (objects / digest[:2] / digest).unlink()
    (objects / digest[:2] / digest).mkdir()  # what is there cannot be read
    (closed.home / "paquete.zip").write_bytes(b"el de antes")
    assert closed("evidence", "pack", "--out", "paquete.zip").code == 1
    assert (closed.home / "paquete.zip").read_bytes() == b"el de antes"
    assert [each.name for each in Path(closed.home).glob(".paquete*")] == []
