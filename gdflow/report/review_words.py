"""How far the figures of a report have come, in the words that stand on its sheets."""

from collections.abc import Sequence

from gdflow.domain.consolidated import Consolidated, Review, Reviewed

MIXED = "reportadas por los equipos; unos planes se revisan y otros no"


def figures_said(reports: Sequence[Consolidated]) -> str:
    """ "Cifras reportadas por los equipos, sin revisión"; where there is a review, also how far it has come."""
    known = [report.reviewed for report in reports if report.reviewed is not None]
    if not known:
        return f"Cifras {reports[0].review.label}"
    together = Reviewed(
        accepted=sum(each.accepted for each in known),
        waiting=sum(each.waiting for each in known),
        returned=sum(each.returned for each in known),
    )
    counted = f"avaladas {together.accepted}, por revisar {together.waiting}, devueltas {together.returned}"
    return f"Cifras {_label(reports)} ({counted})"


def _label(reports: Sequence[Consolidated]) -> str:
    if any(report.reviewed is None for report in reports):
        return MIXED
    stages = {report.review for report in reports}
    return stages.pop().label if len(stages) == 1 else Review.IN_REVIEW.label
