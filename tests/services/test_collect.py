"""Forms left in a shared folder."""

from decimal import Decimal

from gdflow.app import App
from gdflow.services.collect import RECEIVED, collect_folder
from gdflow.services.received import Received
from tests.support.cast import USO, at
from tests.support.installation import Said, filled, form_of, readers, rows_by_uid


def collected(app: App) -> dict[str, Received]:
    folder = app.home / "buzon"
    found = collect_folder(app.transaction, app.rules, app.objects, readers(), folder, now=at("2023-07-05"))
    return dict(found)


def test_a_folder_that_is_not_there_is_made(installed: App) -> None:
    assert collected(installed) == {}
    assert (installed.home / "buzon" / RECEIVED).is_dir()


def test_a_form_is_taken_and_put_away_under_its_number(installed: App) -> None:
    collected(installed)
    form = filled(
        form_of(installed, USO, "2023-Q2", "2023-07-05").data, {18: Said(Decimal("0.3"))}, rows_by_uid(installed)
    )
    (installed.home / "buzon" / "uso.xlsx").write_bytes(form)
    result = collected(installed)["uso.xlsx"]
    assert len(result.taken) == 1
    kept = installed.home / "buzon" / RECEIVED / f"{result.number} uso.xlsx"
    assert kept.read_bytes() == form
    assert collected(installed) == {}


def test_what_cannot_be_taken_stays_for_whoever_put_it_there(installed: App) -> None:
    collected(installed)
    file = installed.home / "buzon" / "carta.xlsx"
    file.write_bytes(b"no es un libro")
    assert collected(installed)["carta.xlsx"].refused
    assert (file.exists(), collected(installed)["carta.xlsx"].known) == (True, True)


def test_what_office_programs_leave_while_they_work_is_passed_over(installed: App) -> None:
    collected(installed)
    for name in ("~$uso.xlsx", ".uso.xlsx.swp"):
        (installed.home / "buzon" / name).write_bytes(b"x")
    assert collected(installed) == {}
