"""Text in XML: the same as the standard library writes, of what XML allows."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from hypothesis import given
from hypothesis import strategies as st

from fixdocs.markup import attribute, content


@given(st.text(alphabet="a中😀&<>\"'\n\t;#"))
def test_text_is_written_as_the_standard_library_does(text: str) -> None:
    assert (content(text), attribute(text)) == (escape(text), quoteattr(text))


def test_breaks_are_line_feeds() -> None:
    assert (content("a\r\nb\rc"), attribute("a\rb")) == ("a\nb\nc", '"a&#10;b"')


def test_characters_that_xml_forbids_are_left_out() -> None:
    forbidden = "a\x00\x1b\ud800\ufffeb"
    assert (content(forbidden), attribute(forbidden)) == ("ab", '"ab"')
