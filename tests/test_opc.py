"""Packages: read within limits, whatever they say of themselves; related; written the same every time."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest
from lxml import etree

from fixdocs.opc import (
    CONTENT_TYPES,
    RELATIONSHIPS,
    Limits,
    PackageProblem,
    entry,
    opened,
    pack,
    parse,
    read_parts,
    read_relations,
    relations_name,
    write_parts,
)
from tests.support.zips import zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def test_bombs_stop_at_the_limit_whatever_size_they_declare() -> None:
    bomb = zipped({"word/document.xml": b"\0" * (8 << 20)})
    assert len(bomb) < 20_000
    with pytest.raises(PackageProblem) as caught:
        read_parts(bomb, Limits(part_size=1 << 20))
    assert (caught.value.reason, caught.value.part) == ("part_too_large", "word/document.xml")
    lying = bytearray(bomb)
    for at in (lying.find(b"PK\x03\x04") + 22, lying.find(b"PK\x01\x02") + 24):
        lying[at : at + 4] = (1000).to_bytes(4, "little")
    with pytest.raises(PackageProblem):
        read_parts(bytes(lying), Limits(part_size=1 << 20))


def test_many_small_bombs_stop_at_the_sum() -> None:
    bomb = zipped({f"p{n}": b"\0" * (1 << 20) for n in range(8)})
    with pytest.raises(PackageProblem) as caught:
        read_parts(bomb, Limits(total_size=4 << 20))
    assert caught.value.reason == "too_large"
    with pytest.raises(PackageProblem) as caught:
        read_parts(bomb, Limits(parts=7))
    assert caught.value.reason == "too_many_parts"


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.raises(PackageProblem) as caught:
        read_parts(zipped({"a": b"x"}, twice=True))
    assert caught.value.reason == "doubled_part"


def test_damage_inside_is_told() -> None:
    content = bytearray(zipped({"a": zlib.compress(b"x" * 999) * 9}))
    content[40] ^= 0xFF
    with pytest.raises(PackageProblem) as caught:
        read_parts(bytes(content))
    assert caught.value.reason == "damaged"


def test_a_file_is_read_part_by_part_within_the_limits(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"x/": b"", "a": b"one", "b": b"0" * 99}))
    with opened(path, Limits(part_size=50)) as package:
        assert (list(package), "a" in package, "x/" in package) == (["a", "b"], True, False)
        assert (package.size("b"), package.declared_size) == (99, 102)
        with package.open("a") as stream:
            assert stream.read() == b"one"
        for part, reason in (("b", "part_too_large"), ("c", "missing_part")):
            with pytest.raises(PackageProblem) as caught:
                package.open(part)
            assert (caught.value.reason, caught.value.part) == (reason, part)


@pytest.mark.parametrize(
    ("content", "reason"), [(b"hello", "not_a_package"), (b"", "not_a_package"), (b"PK\x03\x04rest", "damaged")]
)
def test_what_is_no_package_is_told_from_a_damaged_one(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    for source in (content, path):
        with pytest.raises(PackageProblem) as caught, opened(source):
            pass
        assert caught.value.reason == reason


def test_a_file_that_is_not_there_is_no_damaged_package(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), opened(tmp_path / "a.xlsx"):
        pass


def test_damage_that_shows_while_a_part_is_read_is_damage() -> None:
    content = bytearray(zipped({"a": zlib.compress(b"x" * 999) * 9}))
    content[40] ^= 0xFF
    with pytest.raises(PackageProblem) as caught, opened(bytes(content)) as package, package.open("a") as stream:
        stream.read()
    assert caught.value.reason == "damaged"


def test_an_encrypted_part_is_named() -> None:
    content = bytearray(zipped({"a": b"x"}))
    for at in (content.find(b"PK\x03\x04") + 6, content.find(b"PK\x01\x02") + 8):
        content[at] |= 1
    with pytest.raises(PackageProblem) as caught:
        read_parts(bytes(content))
    assert (caught.value.reason, caught.value.part) == ("encrypted", "a")
    with pytest.raises(PackageProblem) as caught, opened(bytes(content)) as package:
        package.open("a")
    assert caught.value.reason == "encrypted"


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("", "_rels/.rels"),
        ("a.xml", "_rels/a.xml.rels"),
        ("xl/worksheets/s.xml", "xl/worksheets/_rels/s.xml.rels"),
    ],
)
def test_where_the_relationships_of_a_part_stand(part: str, name: str) -> None:
    assert relations_name(part) == name


def test_relationships_lead_to_parts_or_outside() -> None:
    content = f"""<Relationships xmlns="{RELATIONSHIPS}"><!-- by hand -->
        <Relationship Id="r1" Type="{OFFICE}/worksheet" Target="../sheets/s1.xml"/>
        <Relationship Id="r2" Type="{STRICT}/styles" Target="/xl/styles.xml"/>
        <Relationship Id="r3" Type="{OFFICE}/hyperlink" Target="http://example.org/a" TargetMode="External"/>
        <Relationship Id="r4" Type="urn:x/odd"/></Relationships>""".encode()
    found = read_relations(content, "xl/deep/book.xml")
    assert [(r.id, r.kind, r.part, r.external) for r in found] == [
        ("r1", "worksheet", "xl/sheets/s1.xml", False),
        ("r2", "styles", "xl/styles.xml", False),
        ("r3", "hyperlink", "", True),
        ("r4", "odd", "xl/deep", False),
    ]
    assert [r.target for r in found] == ["../sheets/s1.xml", "/xl/styles.xml", "http://example.org/a", ""]
    with opened(zipped({"xl/deep/_rels/book.xml.rels": content})) as package:
        assert package.relations("xl/deep/book.xml") == found
        with pytest.raises(PackageProblem):
            package.relations("")


def test_a_part_is_parsed_without_its_entities(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    root = parse(f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><x>&e;</x>'.encode())
    assert b"secret<" not in etree.tostring(root)


def test_the_same_parts_give_the_same_bytes() -> None:
    parts = {"b": b"2", "a": b"1", CONTENT_TYPES: b"0"}
    made = write_parts(parts)
    assert made == write_parts(dict(reversed(parts.items())))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        infos = archive.infolist()
        assert [info.filename for info in infos] == [CONTENT_TYPES, "a", "b"]
        assert {(info.date_time, info.create_system, info.compress_type) for info in infos} == {
            ((1980, 1, 1, 0, 0, 0), 0, zipfile.ZIP_DEFLATED)
        }
    assert read_parts(made) == parts


def test_a_part_that_is_packed_again_keeps_what_the_zip_said_of_it() -> None:
    old = zipfile.ZipInfo("a", (2024, 5, 6, 7, 8, 10))
    old.create_system, old.external_attr = 3, 0o644 << 16
    with zipfile.ZipFile(io.BytesIO(pack([(entry("a", like=old), b"x")]))) as archive:
        (made,) = archive.infolist()
    assert (made.date_time, made.create_system, made.external_attr) == (old.date_time, 3, old.external_attr)
