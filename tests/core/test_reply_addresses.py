"""Reply addresses: made once, found again however they come back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.reply_addresses import ALPHABET, LENGTH, domain_of, new_token, reply_address, token_in

PATTERN = "foi@replies.example.org"
TOKENS = st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH)


def test_a_token_has_eight_signs_none_of_which_looks_like_another():
    token = new_token()
    assert len(token) == 8
    assert not set(token) & set("0o1liu")
    assert new_token() != token


def test_the_address_of_a_request_is_made_from_the_pattern():
    assert reply_address(PATTERN, "2abc3def") == "foi+2abc3def@replies.example.org"


@pytest.mark.parametrize("pattern", ["", "foi", "@example.org"])
def test_without_a_pattern_there_is_no_address_and_no_token(pattern):
    assert reply_address(pattern, "2abc3def") == ""
    assert token_in("foi+2abc3def@example.org", "") == ""


@pytest.mark.parametrize(
    "address",
    [
        "foi+2abc3def@replies.example.org",
        "FOI+2ABC3DEF@REPLIES.EXAMPLE.ORG",
        '"Alex Morgan" <foi+2abc3def@replies.example.org>',
        "F0l+2abc3def@replies.example.org",
        "fo1+2abc3def@replies.example.org",
        "someone@example.com, foi+2abc3def@replies.example.org",
        "foi%2B2abc3def@replies.example.org",
        "SRS0=Xy=T5=replies.example.org=foi+2abc3def@forwarder.example.net",
        "foi+2abc3def@old-name.example.org",
    ],
)
def test_a_token_is_found_however_the_address_was_written(address):
    assert token_in(address, PATTERN) == "2abc3def"


@pytest.mark.parametrize(
    "address",
    [
        "foi@replies.example.org",
        "info+2abc3def@replies.example.org",
        "my-foi+2abc3def@replies.example.org",
        "foi+2abc3defgh@replies.example.org",
        "foi+2abc@replies.example.org",
        "",
    ],
)
def test_other_addresses_hold_no_token(address):
    assert token_in(address, PATTERN) == ""


@given(TOKENS, st.sampled_from(["foi@example.org", "records.uk@example.org", "FOI-Team1@mail.example.org"]))
def test_every_token_comes_back_from_its_address_in_any_case(token, pattern):
    address = reply_address(pattern, token)
    assert token_in(address, pattern) == token
    assert token_in(address.upper(), pattern) == token


def test_the_domain_of_an_address_is_in_lower_case():
    assert domain_of("Foi@Example.ORG") == "example.org"
    assert domain_of("<foi@example.org>") == "example.org"
    assert domain_of("nobody") == ""
