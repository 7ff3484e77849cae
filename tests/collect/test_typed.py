"""Numbers as people type them and as spreadsheets keep them."""

from decimal import Decimal

import pytest

from gdflow.collect.typed import fits_storage, is_unclear, read_typed, spreadsheet_number


@pytest.mark.parametrize(
    ("stored", "typed"),
    [("7.0000000000000007E-2", "0.07"), ("0.30000000000000004", "0.3"), ("0.29999999999999999", "0.3"), ("1E2", "100")],
)
def test_the_noise_of_binary_arithmetic_is_taken_off_a_stored_number(stored: str, typed: str) -> None:
    assert str(spreadsheet_number(Decimal(stored))) == typed


@pytest.mark.parametrize("text", ["", "siete", "7 de 21", "1,2,3", "1.23,4", "12.34.567", "1e5", "٣", "5%%", "NaN"])
def test_any_other_shape_is_no_number(text: str) -> None:
    assert read_typed(text) is None


def test_three_digits_behind_a_mark_can_be_read_in_two_ways() -> None:
    assert is_unclear("1.234")
    assert is_unclear("1,234 %")
    assert not is_unclear("0,125")
    assert not is_unclear("1.234,5")


def test_storage_holds_six_decimals() -> None:
    assert fits_storage(Decimal("123456789.123456"))
    assert not fits_storage(Decimal("0.1234567"))
