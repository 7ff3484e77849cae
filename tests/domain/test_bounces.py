"""When a report says that trying again cannot help."""

import pytest

from gdflow.domain.bounces import Bounce, BounceAction


@pytest.mark.parametrize(
    ("action", "status", "permanent"),
    [
        (BounceAction.FAILED, "5.1.1", True),
        (BounceAction.FAILED, "4.4.7", False),
        (BounceAction.DELAYED, "5.1.1", False),
        (BounceAction.DELIVERED, "2.0.0", False),
    ],
)
def test_only_a_lasting_failure_is_permanent(action: BounceAction, status: str, permanent: bool) -> None:
    assert Bounce(None, None, "equipo@entidad.example", action, status, "").permanent is permanent
