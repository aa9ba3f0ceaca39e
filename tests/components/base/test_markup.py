"""Texts inside our own HTML: nothing of a text becomes a tag, and addresses become links."""

from components.base.markup import escaped, linked

NAME = "страница из документа «Исполнение мероприятий»"


def test_a_text_is_shown_as_it_is():
    assert escaped('<b title="x">') == "&lt;b title=&quot;x&quot;&gt;"


def test_a_long_address_is_a_link_by_its_name_and_is_told_in_full_by_its_hint():
    address = "https://ipk74.ru/schools-s-niz-rez/doc/kontseptsii-i-regionalnye-programmy/"
    made = linked(f"ссылка на слайд целиком: {address}; дата", NAME)
    assert made.startswith("ссылка на слайд целиком: <a ")
    assert f'href="{address}" title="{address}"' in made
    assert made.endswith(f">{NAME}</a>; дата")


def test_several_addresses_are_told_apart_by_their_numbers():
    made = linked("https://vk.com/sch.leaders; https://vk.com/sch.prof", NAME)
    assert f">{NAME}</a>; <a " in made
    assert made.endswith(f">{NAME} (2)</a>")


def test_punctuation_belongs_to_an_address_inside_it_and_to_the_sentence_after_it():
    made = linked("(https://a.ru/a,b;c) и https://a.ru/x.", NAME)
    assert 'href="https://a.ru/a,b;c"' in made and 'href="https://a.ru/x"' in made
    assert made.startswith("(<a ") and "</a>) и <a " in made and made.endswith("</a>.")


def test_a_text_without_addresses_is_only_escaped():
    text = "Письмо от 19.11.2021 № 12639 <b>"
    assert linked(text, NAME) == escaped(text)


def test_an_address_cannot_leave_its_attribute():
    made = linked('https://a.ru/"onclick="x', NAME)
    assert made.startswith('<a href="https://a.ru/" title="https://a.ru/" target')
    assert made.count('"') == 8


def test_other_schemes_are_no_links():
    assert "<a " not in linked("javascript:alert(1) ftp://a.ru", NAME)
