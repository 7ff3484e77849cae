"""How a token is shown to a mail server."""

from gdflow.domain.tokens import bearer


def test_a_user_shows_a_token_in_the_words_of_xoauth2() -> None:
    assert bearer("avisos@entidad.example", "t-1") == "user=avisos@entidad.example\x01auth=Bearer t-1\x01\x01"
