"""A thousand attempts to write without the right to, over the wire; not one leaves anything.

First whoever may opens each door, with the very messages that are forged afterwards.
"""

import hashlib

import pytest

from data import store
from data.intake.publishing.history import history
from data.intake.received import saved_recipes
from tests.browser import provider
from tests.browser.caller import REFUSED, Caller, Guise, signed
from tests.browser.provider import COOKIE_SECRET, EDITOR
from tests.browser.test_foreign_sheet import schools

pytestmark = pytest.mark.browser

SHEET = "Территория,Кадры на конец 2022\nг. Азов,много\nАксайский район,91\n".encode()
MEGABYTE = 1024 * 1024
FORGED_NAME = "Министр"


@pytest.fixture(scope="module")
def site(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("attempts")
    (folder / "store").mkdir()
    for path in (built.version.path, built.folder / store.POINTER):
        (folder / "store" / path.name).write_bytes(path.read_bytes())
    with provider.site(folder, folder / "store", folder / "log.txt") as served:
        yield served


def state_of(folder):
    """Every file of a store by its digest, and when it was written."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in files
    }


def bring(caller, content, name):
    """Bring a file; the state that says so in a message."""
    caller.run("import_data")
    status, info = caller.put(content, name)
    assert status == 204
    return {caller.widgets["brought"]: info}


def try_to_publish(caller, known):
    """Send what a browser sends for the button that publishes; `known` identities fill in."""
    states = bring(caller, schools(), "школы.xlsx")
    caller.run("import_data", states)
    named = known | caller.widgets
    answers = {named["publish_who"]: FORGED_NAME, named["publish_why"]: "потому"}
    caller.run("import_data", states | answers | {named["publish"]: True})
    return named


def try_to_save_a_recipe(caller, known):
    """Answer all that is asked of a foreign sheet, and press the button that keeps the recipe."""
    states = bring(caller, SHEET, "кадры.csv")
    caller.run("import_data", states)
    key = f"{next(iter(states.values())).file_id}_"
    by_key = {
        f"given_{key}_1_1_indicator_value_indicator": "Укомплектованность",
        f"name_{key}": "Рецепт",
    }
    answers = {caller.widgets[name]: value for name, value in by_key.items()}
    caller.run("import_data", states | answers)
    assert f"apply_{key}" in caller.widgets
    caller.run("import_data", states | answers | {caller.widgets[f"apply_{key}"]: True})


def try_to_go_back(caller, known, **more):
    """Send what a browser sends for the button that goes back to an older version."""
    states = {known["version_ru"]: known["older"]} | more
    answers = {known["back_who"]: FORGED_NAME, known["back_why"]: "потому"}
    caller.run("versions", states | answers | {known["roll_back"]: True})


@pytest.fixture(scope="module")
def known(site):
    """The identities of the widgets, learned by whoever may: each door is shown to open."""
    with Caller(site.here) as local:
        before = state_of(site.store)
        try_to_save_a_recipe(local, {})
        (recipe,) = (site.store / saved_recipes.FOLDER).iterdir()
        recipe.unlink()  # or it would be used, and nothing asked
        known = try_to_publish(local, {})
        assert history(site.store)[0].account.published_by == FORGED_NAME
        local.run("versions")
        older = local.options["version_ru"][-1]
        local.run("versions", {local.widgets["version_ru"]: older})
        known |= local.widgets | {"older": older}
        try_to_go_back(local, known)
        assert history(site.store)[0].account.restores
        local.run("versions", {local.widgets["version_ru"]: local.options["version_ru"][-1]})
        known |= {"older": local.options["version_ru"][-1]}
        assert set(before) < set(state_of(site.store))
    return known


HOSTS = ("own", "localhost", "127.0.0.1", "evil.example", "localhost.evil.example", "monitor")
ORIGINS = ("own", None, "null", "http://evil.example", "http://localhost:1", "https://localhost")
HEADERS = [
    ((name, value),)
    for name in (
        *("X-Forwarded-For", "X-Real-IP", "X-Forwarded-Host", "X-Client-IP", "Via"),
        *("X-Original-Host", "CF-Connecting-IP", "X-Envoy-External-Address"),
    )
    for value in ("127.0.0.1", "::1", "localhost", "")
]
HEADERS += [
    (("Forwarded", "for=127.0.0.1;host=localhost;proto=http"),),
    (("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-For", "127.0.0.1")),
    (("X-Forwarded-User", EDITOR), ("X-Auth-Request-Email", EDITOR)),
    (("Authorization", "Basic ZWRpdG9yOg=="),),
]


def cookies(site):
    """What a stranger may put into the cookie of sign-in, to pass for an editor."""
    origin = site.outside.removesuffix(f"/{provider.BELOW}")
    who = {"email": EDITOR, "email_verified": True}
    true = signed(COOKIE_SECRET, origin, **who)
    body, time, signature = true.rsplit(".", 2)
    other = signed(COOKIE_SECRET, origin, email=provider.READER, email_verified=True)
    forged = {
        "unsigned": '{"is_logged_in":true,"email":"editor@example.org"}',
        "another secret": signed("another secret, long enough", origin, **who),
        "no secret": signed("", origin, **who),
        "another cookie's": signed(COOKIE_SECRET, origin, name="_streamlit_session", **who),
        "another site's": signed(COOKIE_SECRET, "http://localhost:1", **who),
        "cut": true[:-1],
        "without signature": f"{body}.{time}.",
        "body of one, signature of another": f"{body}.{'.'.join(other.rsplit('.', 2)[1:])}",
        # Its last sign is one of four, so another first one.
        "later": f"{body}.{'B' if time[0] != 'B' else 'C'}{time[1:]}.{signature}",
    }
    guises = {what: (("_streamlit_user", value),) for what, value in forged.items()}
    guises["chunks"] = (("_streamlit_user", "chunks-1"), ("_streamlit_user_1", forged["no secret"]))
    for address, verified in provider.USERS.items():
        editors = {True} if address in (EDITOR, provider.UNVERIFIED) else set()
        for claim in {verified, False, None} - editors:
            user = {"email": address} | ({} if claim is None else {"email_verified": claim})
            guises[f"{address} {claim}"] = (
                ("_streamlit_user", signed(COOKIE_SECRET, origin, **user)),
            )
    guises["a list of addresses"] = (
        ("_streamlit_user", signed(COOKIE_SECRET, origin, email=[EDITOR], email_verified=True)),
    )
    guises["verified in words"] = (
        ("_streamlit_user", signed(COOKIE_SECRET, origin, email=EDITOR, email_verified="true")),
    )
    return guises


def guises(site):
    """Every way to call that may write nothing, with the address that is called."""
    for headers in ((), *HEADERS):
        for origin in ORIGINS:
            yield site.outside, Guise(origin=origin, headers=headers)
            if headers in HEADERS[:-1] or origin != "own":
                yield site.here, Guise(origin=origin, headers=headers)
    for host in HOSTS:
        for origin in ORIGINS:
            yield site.outside, Guise(host=host, origin=origin)
            if host not in ("own", "localhost", "127.0.0.1"):
                yield site.here, Guise(host=host, origin=origin)
    for forged in cookies(site).values():
        for headers in ((), *HEADERS[::9]):
            for origin in ("own", None):
                yield site.outside, Guise(cookies=forged, headers=headers, origin=origin)


def attempt(address, guise, tries):
    """Try all of it in one guise; how many of the attempts were let in at all."""
    try:
        with Caller(address, guise) as caller:
            for one in tries:
                one(caller)
        return len(tries)
    except REFUSED:
        return 0


def test_of_a_thousand_attempts_none_writes(site, known):
    before, made, let_in = state_of(site.store), 0, 0

    def back(caller):
        try_to_go_back(caller, known)

    def publish(caller):
        try_to_publish(caller, known)

    def recipe(caller):
        try_to_save_a_recipe(caller, known)

    with Caller(site.here) as local, Caller(site.outside, editor(site)) as signed_in:
        for caller in (local, signed_in):
            caller.run("versions")
        others = [
            (address, Guise(session=caller.session, headers=headers))
            for caller in (local, signed_in)
            for address, headers in ((site.outside, ()), (site.outside, HEADERS[0]))
        ]
        for number, (address, guise) in enumerate([*guises(site), *others]):
            tries = [back, back] + ([publish, recipe] if number % 100 == 0 else [])
            made += len(tries)
            let_in += attempt(address, guise, tries)
    assert state_of(site.store) == before
    assert made >= 1000
    assert let_in >= 500


def editor(site):
    """The guise of an editor whom the server itself has signed in."""
    origin = site.outside.removesuffix(f"/{provider.BELOW}")
    true = signed(COOKIE_SECRET, origin, email=EDITOR, email_verified=True)
    return Guise(cookies=(("_streamlit_user", true),))


def test_an_editor_cannot_publish_under_another_name(site, known):
    with Caller(site.outside, editor(site)) as caller:
        caller.run("versions")
        older = {"older": caller.options["version_ru"][-1]}
        caller.run("versions", {caller.widgets["version_ru"]: older["older"]})
        # The field is his own, disabled and filled in: its identity differs from another's.
        try_to_go_back(caller, known | caller.widgets | older)
    account = history(site.store)[0].account
    assert (account.published_by, account.reason) == (EDITOR, "потому")


def test_a_reader_may_bring_little_and_is_broken_off_beyond_it(site, known):
    with Caller(site.outside) as caller:
        caller.run("import_data")
        assert caller.put(b"x" * 6 * MEGABYTE, "a.csv")[0] == 413
        assert caller.put(b"x" * 3 * MEGABYTE, "a.csv")[0] == 204
        assert caller.put(b"x" * 3 * MEGABYTE, "b.csv")[0] == 413
    with Caller(site.outside, editor(site)) as caller:
        caller.run("import_data")
        for name in ("a.csv", "b.csv"):
            assert caller.put(b"x" * 6 * MEGABYTE, name)[0] == 204
