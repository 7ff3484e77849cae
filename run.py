#!/usr/bin/env python3
"""Sets gdflow up once and runs it: `python3 run.py demo`. Needs Python 3.11 or later and pip, nothing else.

run.py test [pytest options]   the tests (without options: all of them, with coverage)
run.py check                   format, lint, types and imports
run.py bench                   the benchmark
run.py ANYTHING ELSE           the gdflow command, in the folder where you stand

The environment goes to .venv beside this file: exactly requirements.lock, every file checked against its hash. It is
made once, and again only when requirements.lock or pyproject.toml changes. The machine's pip settings (indexes,
certificate, proxy) are respected. The syntax is Python 3.6's, so that an older Python can still say what is missing.
"""

import ast
import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NoReturn

if sys.version_info < (3, 11):  # noqa: UP036 -- an older Python may well run this file: that is why it asks
    sys.stderr.write(
        "gdflow necesita Python 3.11 o posterior y este es Python %d.%d: instale uno más nuevo "  # noqa: UP031 -- as above
        "(https://www.python.org/downloads/) y repita la orden con él.\n" % sys.version_info[:2]
    )
    sys.exit(2)

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "gdflow-stamp"
TURN = ROOT / ".venv.lock"
SUFFIX = ".exe" if os.name == "nt" else ""
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / f"python{SUFFIX}"
# The Python outside any environment: .venv can not be made anew by the Python that lives in it.
BASE_PYTHON = getattr(sys, "_base_executable", None) or sys.executable
OFFLINE = "¿Hay conexión con el índice de paquetes? Sin internet: vea «Instalar sin internet» en docs/operations.md."
WHOLE_SUITE = ("-n", "2", "--dist", "loadgroup", "--cov", "--cov-report=term-missing:skip-covered")
CHECKS = (("ruff", "format", "--check", "."), ("ruff", "check", "."), ("mypy",), ("lint-imports",))
PIP_TO_UV = {  # pip's option: the variable by which uv takes the same, and what stands between several values
    "index-url": ("UV_DEFAULT_INDEX", " "),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
    "no-index": ("UV_NO_INDEX", " "),
    "trusted-host": ("UV_INSECURE_HOST", " "),
    "cert": ("SSL_CERT_FILE", " "),
    "proxy": ("ALL_PROXY", " "),
}


class SetupError(Exception):
    """The environment could not be made; the text says why and what to do, in Spanish."""


def say(text: str) -> None:
    """Tells one line on the error stream: standard output belongs to the command."""
    sys.stderr.write(f"gdflow: {text}\n")


def fingerprint() -> str:
    """What a finished set-up leaves in the stamp: the declared packages, and the place, for a venv can not move."""
    declared = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return f"{declared}\n{ROOT}\n"


def stamped() -> str:
    """What the last set-up left, or nothing."""
    return STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""


def is_ready() -> bool:
    """Whether the environment is what the lock says and its Python still exists."""
    return PYTHON.exists() and stamped() == fingerprint()


def is_beyond_repair() -> bool:
    """Whether a set-up was interrupted, the folder was moved, or the environment's Python no longer runs."""
    stamp = stamped() or fingerprint()
    runs = works(PYTHON, "-c", "import sys; sys.exit(sys.version_info < (3, 11))")
    return not runs or stamp.partition("\n")[2] != f"{ROOT}\n"


@contextlib.contextmanager
def our_turn() -> Iterator[None]:
    """Lets one set-up work at a time; the system frees the file even when its holder is killed."""
    with TURN.open("a") as handle:
        if not hold(handle):
            say("otra orden está preparando el entorno; espero a que termine…")
            while not hold(handle):
                time.sleep(0.2)
        yield


def hold(handle: IO[str]) -> bool:
    """Tries to hold the file for this process."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def prepare() -> None:
    """Leaves .venv as the lock says, whatever was there before."""
    if is_ready():
        return
    try:
        with our_turn():
            if not is_ready():
                build()
    except PermissionError as error:
        place = error.filename or ROOT
        raise SetupError(f"no puedo escribir en «{place}»: copie gdflow a una carpeta suya o pida permiso.") from error
    except OSError as error:
        raise SetupError(f"no pude preparar el entorno en «{VENV}»: {error.strerror or error}.") from error


def build() -> None:
    """Makes the environment and fills it, telling the steps."""
    started = time.monotonic()
    say(f"preparo el entorno en «{VENV}» (solo esta vez)…")
    if VENV.exists() and is_beyond_repair():
        shutil.rmtree(VENV)
    if not VENV.exists():
        quietly(BASE_PYTHON, "-m", "venv", "--without-pip", VENV)
    STAMP.write_text("preparing", encoding="utf-8")
    try:
        fill()
    except SetupError:
        STAMP.unlink()  # nothing was cut short: the next attempt may go on from here
        raise
    STAMP.write_text(fingerprint(), encoding="utf-8")
    say(f"entorno listo en {time.monotonic() - started:.0f} s.")


def fill() -> None:
    """Installs with uv, which takes seconds; with pip, which takes minutes, where uv fails."""
    pip = find_pip()
    say("instalo las bibliotecas de requirements.lock…")
    try:
        fill_with_uv(fetch_uv(pip) if pip else machine_uv())
    except SetupError as problem:
        if not pip:
            raise
        say(f"uv no pudo ({str(problem).splitlines()[-2].strip()}); sigo con pip, que tarda unos minutos…")
        fill_with_pip(pip)


def fill_with_uv(uv: str) -> None:
    """Makes .venv hold the locked packages and no other, and links gdflow itself."""
    settings = uv_settings()
    quietly(uv, "pip", "sync", "--python", PYTHON, "--require-hashes", LOCK, **settings)
    link = ("--offline", "--no-deps", "--no-build-isolation", "--editable", ROOT)
    quietly(uv, "pip", "install", "--python", PYTHON, *link, **settings)


def fill_with_pip(pip: list[str]) -> None:
    """Installs the locked packages and links gdflow, with pip alone."""
    quietly(*pip, "install", "--require-hashes", "--no-deps", "-r", LOCK)
    quietly(*pip, "install", "--no-deps", "--no-build-isolation", "--editable", ROOT)


def find_pip() -> list[str]:
    """The command that installs into .venv, or nothing; Debian may lack ensurepip, and any machine may lack pip."""
    for python in (sys.executable, BASE_PYTHON):
        if works(python, "-m", "pip", "--version"):
            return [python, "-m", "pip", "--python", str(PYTHON)]
    return [str(PYTHON), "-m", "pip"] if works(PYTHON, "-m", "ensurepip") else []


def fetch_uv(pip: list[str]) -> str:
    """uv inside .venv, at its locked version."""
    entries = LOCK.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    locked = VENV / "uv.txt"
    locked.write_text(next(entry for entry in entries if entry.startswith("uv==")), encoding="utf-8")
    quietly(*pip, "install", "--require-hashes", "--no-deps", "-r", locked)
    return str(command("uv"))


def machine_uv() -> str:
    """The machine's own uv, the last resort where there is no pip."""
    uv = shutil.which("uv")
    if uv is None:
        raise SetupError(
            "falta pip para instalar las bibliotecas: en Debian o Ubuntu, «sudo apt install python3-pip»; "
            "en Fedora, «sudo dnf install python3-pip»; después repita la orden."
        )
    return uv


def uv_settings() -> dict[str, str]:
    """The machine's pip settings in uv's terms; what the user has set for uv itself wins."""
    settings = {"UV_PYTHON_DOWNLOADS": "never", "UV_INDEX_STRATEGY": "unsafe-best-match"}  # pip looks in all indexes
    for option, value in pip_settings().items():
        variable, separator = PIP_TO_UV[option]
        settings[variable] = separator.join(value.split())
    return {name: value for name, value in settings.items() if name not in os.environ}


def pip_settings() -> dict[str, str]:
    """pip's options in force on this machine, from its files and the environment: {"index-url": "https://…"}."""
    answer = attempt(sys.executable, "-m", "pip", "config", "list")
    settings = {}
    for wanted in ("global", "install", ":env:"):  # the later overrides the earlier, as in pip
        for line in answer.stdout.splitlines() if answer.returncode == 0 else ():
            name, _, value = line.partition("=")
            scope, _, option = name.rpartition(".")
            if scope == wanted and option in PIP_TO_UV:
                settings[option] = str(ast.literal_eval(value))
    return settings


def command(name: str) -> Path:
    """A command installed in .venv."""
    return BIN / f"{name}{SUFFIX}"


def attempt(*words: object, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs without a word, whatever comes of it; the user's habit of `pip --user` must not reach .venv."""
    return subprocess.run(
        [str(word) for word in words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        cwd=ROOT,
        env={**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1", **variables},
        check=False,
    )


def works(*words: object) -> bool:
    """Whether a command can be run and succeeds."""
    try:
        return attempt(*words).returncode == 0
    except OSError:
        return False


def quietly(*words: object, **variables: str) -> None:
    """Runs a step of the set-up; what it wrote is told only when it fails."""
    done = attempt(*words, **variables)
    if done.returncode != 0:
        told = (done.stderr.strip() or done.stdout.strip()).splitlines()[-12:]
        raise SetupError("\n".join([f"falló «{' '.join(str(word) for word in words)}»:", *told, OFFLINE]))


def become(*words: object) -> NoReturn:
    """Ends as that command, with its exit code."""
    parts = [str(word) for word in words]
    if sys.platform == "win32":  # there execv returns to the prompt before the command has ended
        sys.exit(subprocess.call(parts))
    os.execv(parts[0], parts)


def check() -> int:
    """Runs every check, also after one has failed; 0 when all pass."""
    failed = []
    for name, *options in CHECKS:
        say(" ".join([name, *options]))
        if subprocess.call([command(name), *options]) != 0:
            failed.append(name)
    say(f"no pasó: {', '.join(failed)}." if failed else "todo pasó.")
    return 1 if failed else 0


def main(arguments: list[str]) -> NoReturn:
    """Prepares what is missing and hands over."""
    prepare()
    os.environ.setdefault("PYTHONUTF8", "1")
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name not in ("test", "check", "bench"):
        become(command("gdflow"), *arguments)
    os.chdir(ROOT)
    if name == "check":
        sys.exit(check())
    become(PYTHON, "-m", *(["pytest", *(rest or WHOLE_SUITE)] if name == "test" else ["tests.bench", *rest]))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except SetupError as problem:
        say(str(problem))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
