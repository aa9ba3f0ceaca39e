"""What of [auth] keeps a reader from signing in is found before he is sent to the provider."""

import pytest

from components.shell.sign_in_settings import address_fault, keys_fault

SOUND = {
    "redirect_uri": "https://monitor.example.org/oauth2callback",
    "cookie_secret": "0123456789abcdef",
    "client_id": "monitor",
    "client_secret": "secret",
    "server_metadata_url": "https://id.example.org/.well-known/openid-configuration",
}


def test_a_sound_section_has_no_fault():
    assert keys_fault(SOUND) is None


@pytest.mark.parametrize("key", SOUND)
@pytest.mark.parametrize("value", [None, "", 5, ["x"], {}])
def test_a_key_that_lacks_is_named(key, value):
    found = keys_fault({**SOUND, key: value})
    assert (found.code, found.details) == ("missing", {"keys": key})


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"cookie_secret": "short"}, "short_secret"),
        ({"redirect_uri": "monitor.example.org/oauth2callback"}, "no_address"),
        ({"redirect_uri": "https://monitor.example.org:port/oauth2callback"}, "no_address"),
        ({"redirect_uri": "https://[::1/oauth2callback"}, "no_address"),
        ({"server_metadata_url": "id.example.org"}, "no_address"),
        ({"server_metadata_url": "file:///etc/passwd"}, "no_address"),
    ],
)
def test_a_key_that_cannot_be_right_is_told(changed, code):
    assert keys_fault({**SOUND, **changed}).code == code


@pytest.mark.parametrize("section", ["yes", 1, [], True])
def test_a_section_that_is_none_is_told(section):
    assert keys_fault(section).code == "no_section"


HERE = "https://monitor.example.org"


@pytest.mark.parametrize(
    ("redirect", "asked", "page", "sub_path"),
    [
        (f"{HERE}/oauth2callback", HERE, "", ""),
        (f"{HERE}/oauth2callback", f"{HERE}/heatmap", "heatmap", ""),
        (f"{HERE}:443/oauth2callback", f"{HERE}/heatmap/", "heatmap", ""),
        (f"{HERE}/m/oauth2callback", f"{HERE}/m", "", "m"),
        (f"{HERE}/m/n/oauth2callback", f"{HERE}/m/n/events", "events", "/m/n/"),
        ("http://LOCALHOST:8501/oauth2callback", "http://localhost:8501/", "", ""),
        ("http://[::1]:8501/oauth2callback", "http://[::1]:8501/", "", ""),
    ],
)
def test_a_redirect_of_the_address_asked_for_is_sound(redirect, asked, page, sub_path):
    assert address_fault(redirect, asked, page, sub_path) is None


@pytest.mark.parametrize(
    "redirect",
    [
        "http://monitor.example.org/m/oauth2callback",
        "https://monitor.example.org:8501/m/oauth2callback",
        "https://example.org/m/oauth2callback",
        "https://monitor.example.org.evil.example/m/oauth2callback",
        "https://monitor.example.org/oauth2callback",
        "https://monitor.example.org/m/oauth2callback/",
        "https://monitor.example.org/m/oauth2callback?a=b",
        "https://monitor.example.org/m",
        "https://monitor.example.org/n/oauth2callback",
    ],
)
def test_a_redirect_elsewhere_is_told_with_what_it_should_be(redirect):
    found = address_fault(redirect, f"{HERE}/m/events", "events", "m")
    wanted = "https://monitor.example.org/m/oauth2callback"
    assert (found.code, found.details) == ("redirect", {"given": redirect, "wanted": wanted})


@pytest.mark.parametrize(("sub_path", "served"), [("", "m"), ("other", "m"), ("m", "")])
def test_a_sub_path_that_the_program_was_not_started_for_is_told(sub_path, served):
    asked = f"{HERE}/{served}/events" if served else f"{HERE}/events"
    found = address_fault(f"{HERE}/oauth2callback", asked, "events", sub_path)
    assert (found.code, found.details) == ("sub_path", {"served": served, "given": sub_path})
