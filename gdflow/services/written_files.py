"""The files of a closing's reports in a folder that people open, beside a manifest that anyone can check them by."""

from collections.abc import Sequence
from pathlib import Path

from gdflow.domain.closing import ClosingFacts
from gdflow.report.closing_set import CLOSING_SET
from gdflow.services.whole_file import put_whole
from gdflow.spanish.periods import of_period
from gdflow.storage.objects import ObjectStore
from gdflow.storage.reports import WrittenReport

MANIFEST = "MANIFIESTO.txt"


def report_folder(facts: ClosingFacts) -> tuple[str, ...]:
    """Where a closing's reports are laid out, from the installation's folder: its parts."""
    return "reports", facts.plan, facts.period, f"cierre-{facts.number}"


def lay_out(folder: Path, facts: ClosingFacts, written: Sequence[WrittenReport], objects: ObjectStore) -> bool:
    """Copy the reports of a closing into a folder, the manifest last; False when all was there.

    A file of another size than the one that was written is replaced; other files are left as they are.
    """
    pairs = [(each, report) for each in CLOSING_SET for report in written if report.name == each.name]
    files = {each.file_name(facts, report.media_type): report for each, report in pairs}
    missing = {name: report for name, report in files.items() if not _stands(folder / name, report.size)}
    manifest = _manifest(facts, files).encode()
    if not missing and _holds(folder / MANIFEST, manifest):
        return False
    folder.mkdir(parents=True, exist_ok=True)
    for name, report in missing.items():
        put_whole(folder / name, objects.get(report.sha256))
    put_whole(folder / MANIFEST, manifest)
    return True


def _manifest(facts: ClosingFacts, files: dict[str, WrittenReport]) -> str:
    """Lines that `sha256sum -c MANIFIESTO.txt` checks; those that begin with # it leaves out."""
    told = (
        f"# Cierre {facts.number} {of_period(facts.period)} · plan {facts.plan}",
        f"# Cifras congeladas (SHA-256): {facts.sha256}",
        f"# Registro de sucesos hasta el cierre: {facts.events} sucesos, último eslabón {facts.head}",
        "# Se comprueba en esta carpeta con: sha256sum -c MANIFIESTO.txt",
    )
    return "\n".join((*told, *(f"{report.sha256}  {name}" for name, report in files.items()), ""))


def _stands(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data
