"""Marked-up text as a reader sees it; a figure never changes by losing its markup."""

import pytest

from curbside.sources.flat import flat
from curbside.sources.xml import parse

CITATION = '<xref ref-type="bibr" rid="b3">3</xref>'
MML = 'xmlns:m="http://www.w3.org/1998/Math/MathML"'

#   why, markup, text
CASES = [
    ("a raised citation is no part of the dose", f"12 mg<sup>{CITATION}</sup> daily", "12 mg daily"),
    ("nor is the sup inside the reference", '12 mg<xref ref-type="bibr"><sup>3</sup></xref> daily', "12 mg daily"),
    ("a raised list of citations goes as a whole", f"5 mg<sup>{CITATION},{CITATION}</sup>.", "5 mg."),
    ("a raised bracket goes with its citation", f"5 mg<sup>[{CITATION}]</sup>.", "5 mg."),
    ("a number beside a raised citation is one too", f"5 mg<sup>2,{CITATION}</sup>.", "5 mg."),
    ("but an exponent beside one stays", f"10<sup>9{CITATION}</sup>/L", "10^9/L"),
    ("a printed citation stays", f"12 mg [{CITATION},4] daily", "12 mg [3,4] daily"),
    ("brackets that a dropped mark leaves empty go", '12 mg (<xref ref-type="bibr"><sup>3</sup></xref>).', "12 mg."),
    ("empty brackets that the author wrote stay", "call f() now", "call f() now"),
    ("ten to the ninth is not 109", "10<sup>9</sup>/L", "10^9/L"),
    ("nor is its inverse", "10<sup>−3</sup>", "10^−3"),
    ("square metres stay as they are written", "60 mg/m<sup>2</sup> and kg/m<sup>2</sup>", "60 mg/m2 and kg/m2"),
    ("an unlinked raised number never joins a unit", "12 mg<sup>4</sup> daily", "12 mg⁴ daily"),
    ("after a full stop it can only be a mark", "5 mg.<sup>12</sup> Then", "5 mg. Then"),
    ("after a comma too: 5,3 is another dose", "5,<sup>3</sup> then", "5, then"),
    ("a footnote letter is no unit", "12<sup>g</sup> and 5<sup>h</sup>", "12^g and 5^h"),
    ("nor part of one", "5 mg<sup>a</sup>", "5 mg^a"),
    ("two footnote letters", "12.3<sup>a,b</sup>", "12.3^a,b"),
    ("an ordinal is read on", "the 4<sup>th</sup> day", "the 4th day"),
    ("a charge is read on", "Ca<sup>2+</sup> and Cl<sup>−</sup>", "Ca2+ and Cl−"),
    ("a mass number is read on", "<sup>131</sup>I", "131I"),
    ("a trade mark is read on", "Drugol<sup>®</sup> 5 mg", "Drugol® 5 mg"),
    ("a table footnote mark goes", '12.3<xref ref-type="table-fn">a</xref>', "12.3"),
    ("a lowered figure is read on", "CO<sub>2</sub> and PaO<sub>2</sub>", "CO2 and PaO2"),
    ("but not into another figure", "5<sub>2</sub>", "5_2"),
    ("letters lowered after a figure are read on", "5<sub>max</sub>", "5max"),
    ("italic is only italic", "<italic>P</italic> &lt; 0.<bold>05</bold>", "P < 0.05"),
    ("white space is not content", "a\n\t\t b<break/>c", "a b c"),
    ("decomposed letters are composed", "Sjo\u0308gren", "Sjögren"),
    ("half is not 12", f"<m:math {MML}><m:mfrac><m:mn>1</m:mn><m:mn>2</m:mn></m:mfrac></m:math> dose", "1/2 dose"),
    ("a sum is divided as a whole", f"<m:math {MML}><m:mfrac><m:mrow><m:mi>a</m:mi><m:mo>+</m:mo><m:mi>b</m:mi></m:mrow><m:mn>2</m:mn></m:mfrac></m:math>", "(a+b)/2"),
    ("a power in MathML", f"<m:math {MML}><m:msup><m:mn>10</m:mn><m:mn>9</m:mn></m:msup></m:math>", "10^9"),
    ("MathML rather than its TeX", f"<inline-formula><alternatives><tex-math>\\pm</tex-math><m:math {MML}><m:mo>±</m:mo></m:math></alternatives></inline-formula>", "±"),
    ("TeX when there is nothing else", "<inline-formula><tex-math>\\documentclass{x}\\begin{document}$$\\pm$$\\end{document}</tex-math></inline-formula>", "\\pm"),
    ("a formula that is a picture is said to be there", '5 <inline-formula><inline-graphic/></inline-formula> mg', "5 [formula] mg"),
    ("a sign that is a picture is said to be there", "<inline-graphic/>5 mg", "[image]5 mg"),
    ("a float is not part of the sentence", "See<fig><label>1</label></fig> below", "See below"),
    ("a hidden index term is not read", "a<index-term><term>x</term></index-term>b", "ab"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "markup", "text"), CASES, ids=[case[0] for case in CASES])
def test_flat_text_is_what_a_reader_sees(why: str, markup: str, text: str) -> None:
    assert flat(parse(f"<p>{markup}</p>".encode())) == text


def test_no_element_is_no_text() -> None:
    assert flat(None) == ""


def test_floats_and_footnotes_are_handed_over_in_order() -> None:
    aside: list[object] = []
    flat(parse(b"<p>a<fig id='f1'/>b<fn id='n1'><p>note</p></fn>c</p>"), aside)  # type: ignore[arg-type]  # a wider list
    assert [element.get("id") for element in aside] == ["f1", "n1"]  # type: ignore[attr-defined]  # they are elements
