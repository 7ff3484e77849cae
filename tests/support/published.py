"""An installation that publishes its closed periods, and short ways to look at what is published."""

from pathlib import Path

from gdflow.app import App
from gdflow.domain.publication import Publication
from gdflow.services.evidence import add_file, add_link
from gdflow.services.publication import Kept, addresses, find, publication_of
from gdflow.services.publish import Exported, publish
from gdflow.services.report_line import LineAnswer, report_line
from tests.support.cast import GOBIERNO, at
from tests.support.closings import closed_on, written_on
from tests.support.decisions import team
from tests.support.evidence import PDF
from tests.support.installation import SETTINGS, line, reopened, scanned

CONTACT, PRIVATE = "datos@cartagena.example", "juan@privado.example"
PUBLIC = f"""\
{SETTINGS}
[report]
office = "Oficina de Planeación"

[public]
enabled = true
contact = "{CONTACT}"
"""
SECRET, LINKED = "Acta secreta de Juan.pdf", "https://nube.example/actas/Lista%20de%20Juana.pdf"
PLACE = "cartagena_2023/2023-Q2/"
FIRST = "2023-07-18"


def publishing(installed: App, settings: str = PUBLIC) -> App:
    """The installation, which publishes from now on."""
    return reopened(installed, settings)


def closed_and_written(app: App) -> App:
    """The second quarter with an answer that holds an address, a file and a link; closed, its reports written."""
    scanned(app, "2023-07-04")
    said(app, 9, "1", f"El informe está listo; escriba a {PRIVATE}.")
    its = {"dated_on": None, "by": GOBIERNO, "now": at("2023-07-05")}
    with app.transaction() as session:
        add_file(session, app.rules, app.evidence, line(app, 9), "2023-Q2", name=SECRET, data=PDF, **its)  # type: ignore[arg-type]  # a day, a name and a moment
    with app.transaction() as session:
        add_link(session, app.rules, line(app, 10), "2023-Q2", link=LINKED, **its)  # type: ignore[arg-type]  # the same
    closed_on(app, FIRST)
    written_on(app, FIRST)
    return app


def said(app: App, row: int, value: str, narrative: str = "Se hizo.", day: str = "2023-07-05") -> None:
    """An answer of the team for the second quarter."""
    answer = LineAnswer(line(app, row).uid, value, narrative, None)
    its = (team(app, GOBIERNO).id, "2023-Q2", answer)
    with app.transaction() as session:
        report_line(session, app.rules, *its, by=GOBIERNO, now=at(day))


def shown(app: App) -> Publication:
    """What is published now."""
    with app.reading() as session:
        return publication_of(session, app.rules, app.objects)


def everything(app: App) -> dict[str, bytes]:
    """Every published file by its address."""
    kept, known = Kept(app.reading, app.objects), shown(app)
    return {each: find(known, each, kept).data() for each in addresses(known)}


def page(app: App, address: str = PLACE) -> str:
    """A page as it is published now."""
    return everything(app)[address].decode()


def exported(app: App, folder: Path, day: str = FIRST, *, dry_run: bool = False) -> Exported:
    """An export of a day."""
    return publish(app.reading, app.rules, app.objects, folder, now=at(day), dry_run=dry_run)
