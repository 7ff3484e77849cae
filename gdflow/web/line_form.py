"""What stands in the form of one line: what a person typed, and everything that is to be mended in it, all at once."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from gdflow.domain.canonical import decimal_text
from gdflow.domain.lines import Line
from gdflow.domain.plan import TargetUnit
from gdflow.domain.team_page import PageLine

AMOUNT, NARRATIVE, REASON, HANDOVER = "cantidad", "que", "motivo", "razon"
FILES, LINK, DATE = "archivos", "enlace", "fecha"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to mend: the field in which it stands, and the sentence."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class LineForm:
    """The fields of a line as they are shown. remarks: what to know of the evidence that was kept.

    kept: files that came with it are saved whatever else is wrong. sent: the line has just been taken.
    """

    amount: str = ""
    narrative: str = ""
    reason: str = ""
    handover: str = ""
    link: str = ""
    dated_on: str = ""
    faults: tuple[Fault, ...] = ()
    remarks: tuple[str, ...] = ()
    kept: bool = False
    sent: bool = False

    def has(self, field: str) -> bool:
        """Whether a field is to be mended."""
        return any(fault.field == field for fault in self.faults)

    def told(self, field: str, uid: str, hint: str = "") -> Markup:
        """The attributes that tell every eye and ear what is asked in a field, and that it is to be mended.

        hint: the id of the sentence that explains the field, if it has one.
        """
        faulty = self.has(field)
        about = " ".join(filter(None, [hint, f"falla-{field}-{uid}" if faulty else ""]))
        described = Markup(' aria-describedby="{}"').format(about) if about else Markup("")
        return described + Markup(' aria-invalid="true"') if faulty else described


BLANK = LineForm()


def form_of(line: PageLine) -> LineForm:
    """The form of a line as it opens: with what was reported before, to be corrected."""
    result = line.result
    if result is None:
        return BLANK
    return LineForm(
        amount=typed(result.value, line.line), narrative=result.narrative or "", reason=result.zero_reason or ""
    )


def typed(value: Decimal, line: Line) -> str:
    """An amount as a person would type it, and as it can be read again: "1234,5", "30 %"."""
    percent = line.target_unit is TargetUnit.PERCENT
    text = decimal_text(value * 100 if percent else value).replace(".", ",")
    return f"{text} %" if percent else text
