from gdflow.domain.errors import DeliveryError, InputError


def test_an_error_carries_a_code_and_facts() -> None:
    error = InputError("unreadable_value", cell="L9", found="#REF!")
    assert (error.code, error.facts) == ("unreadable_value", {"cell": "L9", "found": "#REF!"})
    assert str(error) == "unreadable_value {'cell': 'L9', 'found': '#REF!'}"
    assert str(InputError("empty_file")) == "empty_file"


def test_a_delivery_error_says_whether_trying_again_can_help() -> None:
    passing = DeliveryError("greylisted", retry_after=300, host="mx.alcaldia.example")
    assert (passing.permanent, passing.retry_after, passing.in_doubt) == (False, 300, False)
    assert passing.facts == {"host": "mx.alcaldia.example"}
