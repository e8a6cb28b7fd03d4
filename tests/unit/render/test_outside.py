"""Text from outside is printed, never obeyed."""

import json

import pytest
from markdown_it import MarkdownIt

from curbside.render import outside

#   why                                       from outside                     as shown
VISIBLE = [
    ("colour codes are pictures", "\x1b[31mred", "␛[31mred"),
    ("title setting and bells", "\x1b]0;x\x07", "␛]0;x␇"),
    ("eight-bit escapes", "\x9b2J", "⟨U+009B⟩2J"),
    ("a null", "a\x00b", "a␀b"),
    ("delete and backspace", "a\x7f\x08", "a␡␈"),
    ("carriage return cannot overwrite", "safe\rdanger", "safe danger"),
    ("lines become one", "a\n\n b\tc\u2028d", "a b c d"),
    ("reading direction is not turned", "\u202egm 05\u202c", "⟨U+202E⟩gm 05⟨U+202C⟩"),
    ("isolates", "\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"),
    ("half a character can be written", "a\udc80", "a⟨U+DC80⟩"),
    ("hidden tags are seen", "a\U000e0041", "a⟨U+E0041⟩"),
    ("nothing hides between digits", "5\u200b0\u00ad mg\ufeff", "50 mg"),
    ("joiners of scripts stay", "می\u200cخواهم", "می\u200cخواهم"),
    ("ordinary signs stay", "≥5 µg/kg – 2,5 °C é", "≥5 µg/kg – 2,5 °C é"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "expected"), VISIBLE, ids=[row[0] for row in VISIBLE])
def test_visible(why: str, text: str, expected: str) -> None:
    assert outside.visible(text) == expected


HOSTILE = [
    "# heading", "- item", "+ item", "* item", "1. one", "2) two", "> quote", "---", "***", "===", "```", "~~~", "    code",
    "[a](http://x.example)", "![a](b)", "[a]: http://x.example", "[a][b]", "<b>x</b>", "<!-- x -->", "<http://x.example>", "</p>",
    "<?php ?>", "http://x.example/a_b_c", "https://x.example", "www.x.example", "WWW.x.example", "a | b", "| - |", "**b**", "_e_",
    "~~s~~", "`c`", "``c", "&amp;", "&#x3c;", "&lt;b&gt;", "\\", "\\*", "a\\", "$x$", "$$", "x < 5 and y > 3", "CrCl <30", "<30", "5*3*2",
    ": def", "- [ ] task", "a  \nb", "\\\nb", "[^1]", "{: .x}", "javascript:alert(1)", "x\x1b[0m", "--- | ---", ":-- | --:",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("starts", [True, False])
def test_markdown_renders_as_the_very_text(text: str, starts: bool) -> None:
    written = outside.markdown(text, starts_line=starts)
    source = f"- {written}\n" if starts else f"- **x** {written}\n"
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    assert [t.type for t in tokens if t.type.endswith("_open")] == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
    ]
    inline = next(t for t in tokens if t.type == "inline").children or []
    allowed = {"text", "text_special"} | (set() if starts else {"strong_open", "strong_close"})
    assert {t.type for t in inline} <= allowed
    assert "".join(t.content for t in inline) == ("" if starts else "x ") + outside.visible(text)


@pytest.mark.parametrize("text", ["http://x.example", "see https://x.example/a", "www.x.example", "Www.x.example"])
def test_no_bare_address_is_left_for_a_renderer_to_link(text: str) -> None:
    written = outside.markdown(text)
    assert "://" not in written
    assert "www." not in written.lower()


def test_json_obeyed_by_nothing_and_equal_in_value() -> None:
    value = {"a": "\x1b[31m \x9b \u202e \ud800 \U000e0041 µ é \n"}
    text = outside.json_safe(json.dumps(value, ensure_ascii=False, indent=2))
    assert text == '{\n  "a": "\\u001b[31m \\u009b \\u202e \\ud800 \\udb40\\udc41 µ é \\n"\n}'
    assert json.loads(text) == value
