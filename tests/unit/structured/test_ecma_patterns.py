"""Patterns of JSON Schemas mean what ECMA-262 says."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vllm_sdk._structured import from_json, schema_of
from vllm_sdk._structured.schema.ecma_patterns import UnsupportedPattern, translate
from vllm_sdk._structured.schema.text_formats import CHECKS
from vllm_sdk.errors import OutputInvalid, RequestInvalid


@pytest.mark.parametrize(
    ("pattern", "right", "wrong"),
    [
        (r"^\d$", "4", "\u09eaa"), (r"^\D$", "\u09eaa", "4"),
        (r"^\w+$", "aZ_9", "é"), (r"^\W$", "é", "a"),
        (r"^\s$", "\ufeff\xa0\v\u2029", "a"), (r"^\S$", "a", "\ufeff"), (r"^\cC$", "\x03", "C"),
        (r"^\cc$", "\x03", "c"), (r"^\0$", "\0", "0"), (r"^\t\x41\u0042$", None, "t"),
        (r"^\p{L}$", "éк", "1"), (r"^\P{L}$", "1", "é"), (r"^\p{Letter}$", "é", "1"),
        (r"^\p{digit}$", "4\u09ea", "a"), (r"^\p{gc=Lu}$", "É", "é"), (r"^\p{LC}$", "aA", "ª1"),
        (r"^\p{General_Category=Decimal_Number}$", "\u09ea", "a"), (r"^\p{ASCII}$", "a", "é"),
        (r"^\p{Any}$", "a", ""), (r"^\p{White_Space}$", " \u2029", "\ufeff"),
        (r"^[\p{L}\d-]$", "é4-", "!"), (r"^[^\p{L}]$", "4", "é"), (r"^[\w-z]$", "a-", "!"),
        (r"^[a-\d]$", "a-4", "b"), (r"^[\b]$", "\x08", "b"), (r"^[^]$", "\na", ""), ("[]", "", "a"),
        (r"^[[&&a]$", "[&a", "b"), (r"^[a-]$", "a-", "b"), (r"^[\]\-]$", "]-", "a"),
        (r"^\u{1F432}$", "🐲", "a"), (r"^\uD83D\uDC32$", "🐲", "a"), ("^🐲$", "🐲", "a"),
        (r"^a$", "a", "b"), (r"^.$", "aé", "\r\u2028"), (r"^\/\-$", None, "a"),
        (r"^a{1,2}?$", "a", "b"), (r"^(a|b)*$", "ab", "c"), ("^}]$", None, "a"),
        (r"(?i)^a$", "aA", "b"), (r"^(?i:a)$", "aA", "b"), (r"\Aa\z", "a", "b"),
    ],
)  # fmt: skip
def test_a_pattern_matches_what_ecma_says(pattern: str, right: str | None, wrong: str) -> None:
    search = re.compile(translate(pattern)).search
    for character in right or "":
        assert search(character), character
    for character in wrong:
        assert not search(character), character


def test_longer_texts() -> None:
    for pattern, right, wrong in (
        (r"^abc$", "abc", "abc\n"), (r"^(?<y>a|b)\k<y>$", "aa", "ab"), (r"^(a|b)\1$", "bb", "ab"),
        (r"^(?P<y>a)(?P=y)$", "aa", "a"), (r"a\b", "a b", "ab"), (r"a\B", "ab", "a b"),
        (r"\bé", "aé", "é"), ("^a{,3}$", "a{,3}", "aaa"), (r"(?<!a)b", "cb", "ab"),
        (r"^\t\x41\u0042$", "\tAB", "tAB"), (r"^\/\-$", "/-", "/"), ("^}]$", "}]", "]"),
    ):  # fmt: skip
        search = re.compile(translate(pattern)).search
        assert search(right), pattern
        assert not search(wrong), pattern


@pytest.mark.parametrize(
    "pattern",
    [
        r"\a", r"\y", "a++", "[a", r"[\d", "a\\", "[z-a]", r"\p{Script=Greek}", r"\p{Greek}",
        r"\u{110000}", "(?<=a+)b", "(", "a{99999999999999999999}", r"\2",
    ],
)  # fmt: skip
def test_another_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(UnsupportedPattern):
        translate(pattern)
    with pytest.raises(RequestInvalid, match=r"invalid at \$\.properties\.a\.pattern: the pattern"):
        schema_of({"properties": {"a": {"pattern": pattern}}})


@pytest.mark.parametrize("pattern", ["(?i)a", r"\Aa", r"a\Z", "(?P<a>b)", "(?P<a>b)(?P=a)"])
def test_other_dialects_are_refused_only_as_a_format(pattern: str) -> None:
    translate(pattern)
    with pytest.raises(UnsupportedPattern, match="not a"):
        translate(pattern, strict=True)


@pytest.mark.parametrize("pattern", ["(?<=a+)b", "(?<!a|bc)d", "(?<a>b)(?:c)(?=d)"])
def test_a_lookbehind_of_any_length_has_the_format(pattern: str) -> None:
    schema = {"format": "regex"}
    assert from_json(schema, json.dumps(pattern)) == pattern
    with pytest.raises(OutputInvalid):
        from_json(schema, json.dumps(f"{pattern}("))


CHARACTERS = st.sampled_from(["a", "Z", "0", "-", ".", "_", "~", "!", "$", "&", "'", "(", ")", "*",
                              "+", ",", ";", "=", "%2f"])  # fmt: skip
SEGMENTS = st.lists(CHARACTERS | st.sampled_from(":@")).map("".join)
USERS = st.lists(CHARACTERS | st.just(":")).map("".join)
HOSTS = st.one_of(
    st.lists(CHARACTERS).map("".join),
    st.ip_addresses(v=6).map("[{}]".format),
    st.ip_addresses(v=4).map("[::ffff:{}]".format),
    st.just("[v1.a:b]"),
)
AUTHORITIES = st.builds(
    "//{}{}{}".format,
    USERS.map("{}@".format) | st.just(""),
    HOSTS,
    st.sampled_from(["", ":", ":80"]),
)
PATHS = st.lists(SEGMENTS.map("/{}".format), max_size=3).map("".join)
ENDS = st.builds(
    "{}{}".format,
    st.just("") | SEGMENTS.map("?/{}?".format),
    st.just("") | SEGMENTS.map("#/{}?".format),
)
URIS = st.builds("{}{}{}{}".format, st.sampled_from(["http:", "a+b-1.:"]), AUTHORITIES, PATHS, ENDS)
LOCAL_URIS = st.builds(
    "urn:{}{}{}".format, SEGMENTS, PATHS.filter(lambda path: path[:2] != "//"), ENDS
)


@given((URIS | LOCAL_URIS).filter(lambda uri: "urn://" not in uri), st.data())
def test_a_uri_has_the_parts_of_its_grammar(uri: str, data: st.DataObject) -> None:
    rest = uri.partition(":")[2]
    relative = rest if rest.startswith("//") else f"./{rest}"
    for name, text in (("uri", uri), ("uri-reference", uri), ("uri-reference", relative)):
        assert CHECKS[name](text)
        place = data.draw(st.integers(0, len(text)))
        wrong = data.draw(st.sampled_from(["[", "\\", '"', " ", "<", "^", "é", "%zz", "\n"]))
        assert not CHECKS[name](text[:place] + wrong + text[place:])


@pytest.mark.parametrize(
    "rest",
    [
        "//a:b/",
        "//a@b@c/",
        "//[::ffff:01.2.3.4]",
        "//[@a/",
        "/[::1]",
        "//[::1]a",
        "//[v.a]",
        "//[1]",
    ],
)
def test_an_authority_of_another_form_is_refused(rest: str) -> None:
    assert not CHECKS["uri"](f"http:{rest}")
    assert not CHECKS["uri-reference"](rest)


SCHEMA: dict[str, Any] = {
    "$defs": {"word": {"pattern": r"^\w+$"}},
    "properties": {"pattern": {"$ref": "#/$defs/word"}, "const": {"const": {"pattern": r"\p"}}},
    "patternProperties": {r"^\p{Lu}\d$": {"type": "integer"}, "^[0-9]$": {"minimum": 5},
                          r"^\d$": {"type": "integer"}},
    "additionalProperties": False,
}  # fmt: skip


def test_patterns_anywhere_in_a_schema_are_translated_and_shown_as_they_are() -> None:
    assert schema_of(SCHEMA) == SCHEMA
    found = from_json(SCHEMA, '{"pattern": "a", "É4": 1, "7": 7, "const": {"pattern": "\\\\p"}}')
    assert found["É4"] == 1
    for wrong, shown in (
        ('{"pattern": "é"}', r"'^\\w+$'"),
        ('{"É\u09ea": 1}', r"'^\\p{Lu}\\d$'"),
        ('{"7": 1}', "minimum"),
        ('{"7": 7.5}', "integer"),
    ):
        with pytest.raises(OutputInvalid) as caught:
            from_json(SCHEMA, wrong)
        assert shown in str(caught.value)


ANY, NEVER = True, False


def test_a_boolean_is_a_schema() -> None:
    assert schema_of(ANY) == schema_of(Annotated[Any, True]) == {}
    assert (
        from_json(ANY, '{"a": [1]}') == from_json(Annotated[Any, True], '{"a": [1]}') == {"a": [1]}
    )
    for never in (NEVER, Annotated[Any, False]):
        with pytest.raises(RequestInvalid, match="no value satisfies"):
            schema_of(never)
    nested = {"properties": {"a": True, "b": False}, "items": False}
    assert from_json(nested, '{"a": 1}') == {"a": 1}
    for wrong in ('{"b": 1}', "[1]"):
        with pytest.raises(OutputInvalid):
            from_json(nested, wrong)


FORMATS: dict[str, tuple[list[str], list[str]]] = {
    "date": (["2024-02-29"], ["2023-02-29", "2024-2-9", "20240229", "\u09e8024-02-29"]),
    "time": (["08:30:06Z", "08:30:06.28+01:00", "23:59:60Z", "15:59:60-08:00"],
             ["08:30:06", "24:00:00Z", "22:59:60Z", "08:60:00Z", "01:01:01+24:00", "23:59:61Z"]),
    "date-time": (["2024-02-29T08:30:06Z", "2024-02-29t08:30:06z"],
                  ["2023-02-29T08:30:06Z", "2024-02-29 08:30:06Z", "2024-02-29T08:30:06"]),
    "duration": (["P4DT12H30M5S", "P4Y", "PT0S", "P1M", "PT36H", "P2W"],
                 ["P", "PT", "P1", "P2D1Y", "P1Y2W", "PT1D", "P1Y2D", "4D"]),
    "uuid": (["2EB8AA08-aa98-11EA-B4Aa-73B441D16380"], ["2eb8aa08aa9811eab4aa73b441d16380"]),
    "ipv4": (["192.168.0.1"], ["256.1.1.1", "127.0.0.01", "1.2.3"]),
    "ipv6": (["::1", "::ffff:192.168.0.1"], ["12345::", "fe80::a%eth1", "1::2::3"]),
    "hostname": (["www.example.com", "a", "xn--4gbwdl.xn--wgbh1c"],
                 ["-bad", "bad-", "not_valid", "", "a" * 64, ".com", "a." * 127 + "com"]),
    "email": (["joe.bloggs@example.com", '"joe bloggs"@example.com', "te~st@example.com",
               "joe@[127.0.0.1]", "joe@[IPv6:::1]"],
              ["2962", ".test@example.com", "te..st@example.com", "a@b_c", "joe@[300.0.0.1]"]),
    "uri": (["http://foo.bar/?baz=qux#quux", "urn:a:b", "http://[::1]/%20"],
            ["//foo", "abc", "http:// a", "http://a/%zz", "bar,\\x"]),
    "uri-reference": (["/abc", "abc", "#a", "//foo.bar/", "urn:a"], ["\\\\WINDOWS", "1:a"]),
    "json-pointer": (["", "/foo/~0~1", "/"], ["a", "/foo/~", "/~2"]),
    "relative-json-pointer": (["1", "0/foo", "2#"], ["/foo", "-1/foo", "01", ""]),
    "regex": (["([abc])+\\s+$"], ["^(abc]", "\\a", "^\\S(|(.|\\n)*\\S)\\Z"]),
    "unknown": (["anything"], []),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_formats_are_checked(name: str) -> None:
    schema = {"properties": {"a": {"format": name}}}
    right, wrong = FORMATS[name]
    for text in right:
        assert from_json(schema, f'{{"a": {_quote(text)}}}') == {"a": text}
    for text in wrong:
        with pytest.raises(OutputInvalid, match=rf"is not a '{name}'") as caught:
            from_json(schema, f'{{"a": {_quote(text)}}}')
        assert caught.value.path == "$.a"
    assert from_json(schema, '{"a": 1}') == {"a": 1}


def _quote(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
