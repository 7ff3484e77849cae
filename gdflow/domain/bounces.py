"""What a mail server reports about a mail that was handed over before (RFC 3464)."""

from dataclasses import dataclass

from gdflow.domain.labels import LabelledEnum


class BounceAction(LabelledEnum):
    """What became of the mail; from the gravest to the best."""

    FAILED = "failed", "No se pudo entregar"
    DELAYED = "delayed", "Aún no se ha podido entregar"
    EXPANDED = "expanded", "Repartido entre los miembros de una lista"
    RELAYED = "relayed", "Pasó a un servidor que no informa"
    DELIVERED = "delivered", "Entregado"


@dataclass(frozen=True, slots=True)
class Bounce:
    """A report about one recipient. Anybody can write one: it counts for a notice only when ids and address agree.

    envelope_id: the left side of the notice's Message-ID, where the servers kept it. message_id: of the returned
    mail, with its angle brackets. recipient: the address that was written to, else the one it led to. status: like
    "5.1.1" (RFC 3463). diagnostic: the other server's own words.
    """

    envelope_id: str | None
    message_id: str | None
    recipient: str
    action: BounceAction
    status: str
    diagnostic: str

    @property
    def permanent(self) -> bool:
        """Whether trying again cannot help. A delay, or a failure for want of time (4.4.7), is not."""
        return self.action is BounceAction.FAILED and self.status.startswith("5")
