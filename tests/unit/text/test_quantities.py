"""Figures in text: a table of what is read, a table of what must not be taken for support, and properties."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curbside.text.quantities import Quantity, missing, quantities, shown


def a_quantity(
    low: float | str | Decimal, high: float | str | None, unit: str, kind: str, *per: str, b: str = ""
) -> Quantity:
    return Quantity(Decimal(str(low)), Decimal(str(low if high is None else high)), unit, per, kind, b)


def mg(low: float | str, high: float | str | None = None, *per: str, b: str = "") -> Quantity:
    return a_quantity(low, high, "mg", "amount", *per, b=b)


def of(unit: str, low: float | str, high: float | str | None = None, *per: str, b: str = "") -> Quantity:
    return a_quantity(low, high, unit, "amount", *per, b=b)


def every(low: float | str | Decimal, high: float | str | None = None, unit: str = "hour", b: str = "") -> Quantity:
    return a_quantity(low, high, unit, "interval", b=b)


def times(low: float | str, high: float | str | None = None, unit: str = "day", b: str = "") -> Quantity:
    return a_quantity(low, high, unit, "frequency", b=b)


def lasts(unit: str, low: float | str, high: float | str | None = None, b: str = "") -> Quantity:
    return a_quantity(low, high, unit, "duration", b=b)


def age(low: float | str, high: float | str | None = None, unit: str = "year", b: str = "") -> Quantity:
    return a_quantity(low, high, unit, "age", b=b)


def pct(low: float | str, high: float | str | None = None, b: str = "") -> Quantity:
    return a_quantity(low, high, "%", "percent", b=b)


def number(low: float | str | Decimal, high: float | str | None = None, b: str = "") -> Quantity:
    return a_quantity(low, high, "", "number", b=b)


def ratio(low: float | str, unit: str = "ratio", b: str = "") -> Quantity:
    return a_quantity(low, None, unit, "ratio", b=b)


def p(low: float | str, b: str = "") -> Quantity:
    return a_quantity(low, None, "p", "p", b=b)


def label(unit: str, low: float | str, high: float | str | None = None, b: str = "") -> Quantity:
    return a_quantity(low, high, unit, "label", b=b)


def unread(token: str) -> Quantity:
    return a_quantity(0, None, token, "unread")


CI = a_quantity(95, None, "% CI level", "confidence")
DAILY = every(24)
WEEKLY = every(168)

#   why, text, what is read
READ: list[tuple[str, str, tuple[Quantity, ...]]] = [
    # numbers as they are written
    ("plain", "apixaban 5 mg", (mg(5),)),
    ("glued", "apixaban 5mg", (mg(5),)),
    ("hyphened", "a 5-mg tablet", (mg(5),)),
    ("thousands comma", "1,200 mg", (mg(1200),)),
    ("two thousands commas", "10,000,000 units", (of("units", 10000000),)),
    ("Indian grouping", "1,00,000 units", (of("units", 100000),)),
    ("decimal comma", "2,5 mg", (mg("2.5"),)),
    ("decimal comma after a lone 0 is never thousands", "0,125 mg", (mg("0.125"),)),
    ("thousands point with decimal comma", "1.200,5 mg", (mg("1200.5"),)),
    ("thousands and point", "1,200.50 mg", (mg("1200.5"),)),
    ("thin space thousands", "1\u2009200 mg", (mg(1200),)),
    ("no-break space thousands", "1\u00a0200 mg", (mg(1200),)),
    ("plain space thousands", "give 1 200 mg", (mg(1200),)),
    ("plain space thousands of people", "12 345 patients", (number(12345),)),
    ("no thousands after a label", "group 1 200 mg", (label("group", 1), mg(200))),
    ("no thousands after a day", "on day 1 200 mg", (lasts("day", 1), mg(200))),
    ("apostrophe thousands", "1'200 mg", (mg(1200),)),
    ("no leading zero", ".5 mg", (mg("0.5"),)),
    ("trailing zero", "5.0 mg", (mg(5),)),
    ("middle dot decimals", "HR 0·43", (ratio("0.43"),)),
    ("fullwidth digits", "５ mg", (mg(5),)),
    ("Arabic-Indic digits", "٥٠ mg", (mg(50),)),
    ("zero-width space inside a number", "1\u200b0 mg", (mg(10),)),
    ("vulgar fraction", "½ tablet", (of("tablet", "0.5"),)),
    ("number and vulgar fraction", "1½ tablets", (of("tablet", "1.5"),)),
    ("slashed fraction", "1/2 tablet", (of("tablet", "0.5"),)),
    ("number and slashed fraction", "1 1/2 tablets", (of("tablet", "1.5"),)),
    ("half in words", "half a tablet", (of("tablet", "0.5"),)),
    ("half of what", "give half the dose", (number("0.5"),)),
    ("number words", "one hundred and eighty six patients", (number(186),)),
    ("tens", "twenty-four hours", (lasts("hour", 24),)),
    ("thirds", "two-thirds of patients", (number(Decimal(2) / 3),)),
    ("a pronoun is no figure", "one of the patients and no one else", ()),
    ("power of ten, superscript", "150 × 10⁹/L", (of("", 150000000000, None, "L"),)),
    ("power of ten, caret", "150 x 10^9/L", (of("", 150000000000, None, "L"),)),
    ("power of ten, bracket", "150 ×10(9)/L", (of("", 150000000000, None, "L"),)),
    ("power of ten, lost superscript", "150 x109/L", (of("", 150000000000, None, "L"),)),
    ("negative power", "p = 3.2 × 10−5", (p("0.000032"),)),
    ("minus", "a change of −0.8 points", (number("-0.8"),)),
    ("a bullet is no minus", "-5 mg", (mg(5),)),
    ("a dash before a dose is no minus", "prednisone–40 mg", (mg(40),)),
    # what must not be guessed at
    ("letter O for zero", "1O mg", (unread("1omg"),)),
    ("letter l for one", "l0 mg", (unread("l0mg"),)),
    ("letter O before a point", "O.5 mg", (unread("5mg"),)),
    ("three points", "1.2.3 mg", (unread("1.2.3mg"),)),
    ("unit that runs on", "10 mgx3", (unread("10mgx3"),)),
    ("denominator that runs on", "5mg/kgq8h", (unread("5mg/kgq8h"),)),
    ("twice a week or every second week?", "biweekly", (unread("biweekly"),)),
    # units
    ("micrograms, mcg", "250 mcg", (mg("0.25"),)),
    ("micrograms, micro sign", "250 µg", (mg("0.25"),)),
    ("micrograms, Greek mu", "250 μg", (mg("0.25"),)),
    ("micrograms, ug", "250 ug", (mg("0.25"),)),
    ("micrograms, in full", "250 micrograms", (mg("0.25"),)),
    ("grams", "4.5 g", (mg(4500),)),
    ("a unit with a note on it", "5 mg² daily", (mg(5), DAILY)),
    ("body weight stays kg", "weighing 80 kg", (of("kg", 80),)),
    ("litres", "1.5 L", (of("mL", 1500),)),
    ("million units", "2.4 million units", (of("units", 2400000),)),
    ("mega units", "2.4 MU", (of("units", 2400000),)),
    ("megaunits", "2.4 megaunits", (of("units", 2400000),)),
    ("milliunits are not mega", "4 mU/L", (of("units", "0.004", None, "L"),)),
    ("IU are not units", "1000 IU", (of("IU", 1000),)),
    ("international units", "1000 international units", (of("IU", 1000),)),
    ("U", "10 U insulin", (of("units", 10),)),
    ("mEq", "20 mEq", (of("mEq", 20),)),
    ("micromoles", "88 µmol/L", (of("mmol", "0.088", None, "L"),)),
    ("umol", "88 umol/L", (of("mmol", "0.088", None, "L"),)),
    ("millimolar", "5 mM", (of("mmol", 5, None, "L"),)),
    ("Celsius", "38.5 °C", (of("°C", "38.5"),)),
    ("Celsius in full", "38.5 degrees Celsius", (of("°C", "38.5"),)),
    ("blood pressure", "120/80 mmHg", (of("mmHg", 120), of("mmHg", 80))),
    ("mm Hg", "90 mm Hg", (of("mmHg", 90),)),
    ("per cent", "36.5 per cent", (pct("36.5"),)),
    ("percent sign", "36.5%", (pct("36.5"),)),
    ("drops", "2 drops", (of("drop", 2),)),
    ("gauge is no gram", "22G needle", (of("gauge", 22),)),
    ("decades are no seconds", "in the 1990s", (number(1990),)),
    # per what
    ("per kg", "15 mg/kg", (mg(15, None, "kg"),)),
    ("per kg of body weight", "15 mg per kg of body weight", (mg(15, None, "kg"),)),
    ("grams per kg", "2 g/kg", (mg(2000, None, "kg"),)),
    ("per kg per day, slashes", "30 mg/kg/day", (mg(30, None, "kg"), DAILY)),
    ("per kg per day, words", "30 mg/kg per day", (mg(30, None, "kg"), DAILY)),
    ("per kg per day, d", "30 mg/kg/d", (mg(30, None, "kg"), DAILY)),
    ("per kg per day, powers", "30 mg·kg−1·day−1", (mg(30, None, "kg"), DAILY)),
    ("per kg per day, plain powers", "30 mg kg-1 day-1", (mg(30, None, "kg"), DAILY)),
    ("per day is daily", "40 mg/day", (mg(40), DAILY)),
    ("a day", "40 mg a day", (mg(40), DAILY)),
    ("per 24 hours", "40 mg/24 h", (mg(40), DAILY)),
    ("per week is weekly", "15 mg/week", (mg(15), WEEKLY)),
    ("a rate is no interval", "10 mg/h", (mg(10, None, "hour"),)),
    ("a rate by weight", "5 mcg/kg/min", (mg("0.005", None, "kg", "minute"),)),
    ("clearance", "30 mL/min/1.73 m2", (of("mL", 30, None, "minute", "1.73 m2"),)),
    ("clearance, superscript", "30 mL/min/1.73 m²", (of("mL", 30, None, "minute", "1.73 m2"),)),
    ("body surface", "375 mg/m2", (mg(375, None, "m2"),)),
    ("body surface, superscript", "375 mg/m²", (mg(375, None, "m2"),)),
    ("concentration", "120 mg/5 mL", (mg(120, None, "5 mL"),)),
    ("level", "1.2 mg/dL", (mg("1.2", None, "dL"),)),
    ("ng/mL", "5 ng/mL", (mg("0.000005", None, "mL"),)),
    ("U/L", "200 U/L", (of("units", 200, None, "L"),)),
    ("IU/L", "200 IU/L", (of("IU", 200, None, "L"),)),
    ("exposure", "400-600 mg.h/L", (of("mg.h", 400, 600, "L"),)),
    ("cells", "200 cells/µL", (of("cells", 200, None, "mcL"),)),
    ("bare per volume", "500/mm3", (of("", 500, None, "mcL"),)),
    ("heart rate", "110 bpm", (of("beats", 110, None, "minute"),)),
    # ranges
    ("hyphen", "5-10 mg", (mg(5, 10),)),
    ("en dash", "5–10 mg", (mg(5, 10),)),
    ("no-break hyphen", "5‑10 mg", (mg(5, 10),)),
    ("to", "5 to 10 mg", (mg(5, 10),)),
    ("-to-", "5-to-10 mg", (mg(5, 10),)),
    ("unit twice", "5 mg to 10 mg", (mg(5, 10),)),
    ("unit twice, glued", "5mg-10mg", (mg(5, 10),)),
    ("two units", "500 mg-1 g", (mg(500, 1000),)),
    ("between", "between 5 and 10 mg", (mg(5, 10),)),
    ("grams for both", "0.5 to 1 g", (mg(500, 1000),)),
    ("per kg for both", "5 mg to 10 mg/kg", (mg(5, 10, "kg"),)),
    ("per kg per day", "0.5-1 mg/kg/day", (mg("0.5", 1, "kg"), DAILY)),
    ("decimal commas", "0,5-1,5 mg", (mg("0.5", "1.5"),)),
    ("percent twice", "10%-20%", (pct(10, 20),)),
    ("minus signs", "−0.8 to −0.1", (number("-0.8", "-0.1"),)),
    ("a change is no range", "reduced from 60 mg to 40 mg", (mg(60), mg(40))),
    ("a rise is no range", "increased from 5 mg to 10 mg", (mg(5), mg(10))),
    ("a list is no range", "5 or 10 mg", (mg(5), mg(10))),
    ("a longer list", "5, 10 and 20 mg", (mg(5), mg(10), mg(20))),
    ("a year is not in the list", "in 2014 and 5 mg", (number(2014), mg(5))),
    ("with its deviation", "5 ± 2 mg", (mg(5), mg(2))),
    ("combination", "160/800 mg", (mg(160), mg(800))),
    # how often
    ("every 8 hours", "every 8 hours", (every(8),)),
    ("every 8 h", "every 8 h", (every(8),)),
    ("every eight hours", "every eight hours", (every(8),)),
    ("q8h", "q8h", (every(8),)),
    ("Q8H", "Q8H", (every(8),)),
    ("q 8 h", "q 8 h", (every(8),)),
    ("8-hourly", "8-hourly", (every(8),)),
    ("8 hourly", "500mg 8 hourly", (mg(500), every(8))),
    ("six-hourly", "six-hourly", (every(6),)),
    ("hourly", "hourly", (every(1),)),
    ("every 20 minutes", "every 20 minutes", (every(Decimal(1) / 60 * 20),)),
    ("q6-8h", "q6-8h", (every(6, 8),)),
    ("every 6 to 8 hours", "every 6 to 8 hours", (every(6, 8),)),
    ("every 4-6 h", "every 4-6 h", (every(4, 6),)),
    ("4 to 6 hourly", "4 to 6 hourly", (every(4, 6),)),
    ("every 24 hours", "every 24 hours", (DAILY,)),
    ("q24h", "q24h", (DAILY,)),
    ("daily", "daily", (DAILY,)),
    ("once daily", "once daily", (DAILY,)),
    ("once a day", "once a day", (DAILY,)),
    ("each day", "each day", (DAILY,)),
    ("one time a day", "1 time a day", (DAILY,)),
    ("not an interval", "activities of daily living", ()),
    ("every other day", "every other day", (every(48),)),
    ("alternate days", "on alternate days", (every(48),)),
    ("weekly", "15 mg weekly", (mg(15), WEEKLY)),
    ("once weekly", "once weekly", (WEEKLY,)),
    ("every week", "every week", (WEEKLY,)),
    ("every 168 h", "every 168 h", (WEEKLY,)),
    ("every 2 weeks", "every 2 weeks", (every(336),)),
    ("fortnightly", "fortnightly", (every(336),)),
    ("q2w", "q2w", (every(336),)),
    ("every 4 weeks", "every 4 weeks", (every(672),)),
    ("a month is not 4 weeks", "monthly", (every(1, unit="month"),)),
    ("3-monthly", "3-monthly", (every(3, unit="month"),)),
    ("yearly", "annually", (every(12, unit="month"),)),
    ("twice daily", "twice daily", (times(2),)),
    ("bd", "5 mg bd", (mg(5), times(2))),
    ("b.i.d.", "5 mg b.i.d.", (mg(5), times(2))),
    ("tds", "tds", (times(3),)),
    ("four times a day", "four times a day", (times(4),)),
    ("4x/day", "4x/day", (times(4),)),
    ("3 times weekly", "3 times weekly", (times(3, unit="week"),)),
    ("two to three times daily", "two to three times daily", (times(2, 3),)),
    ("2 or 3 times daily", "2 or 3 times daily", (times(2, 3),)),
    ("once or twice daily", "once or twice daily", (times(1, 2),)),
    ("up to 4 times daily", "up to 4 times daily", (times(4, b="at most"),)),
    ("divided", "in 2 divided doses", (of("dose", 2),)),
    ("doses each week", "2 weekly doses", (of("dose", 2), WEEKLY)),
    ("for so many doses", "weekly for 4 doses", (WEEKLY, of("dose", 4))),
    # how long, and when
    ("over days", "over 2-5 days", (lasts("day", 2, 5),)),
    ("for days", "for 3 days", (lasts("day", 3),)),
    ("times days", "x 3 d", (lasts("day", 3),)),
    ("weeks are days", "for two weeks", (lasts("day", 14),)),
    ("months stay months", "for 3 months", (lasts("month", 3),)),
    ("infusion", "over 30 minutes", (lasts("minute", 30),)),
    ("hours stay hours", "at 24-36 hours", (lasts("hour", 24, 36),)),
    ("within", "within 6 h", (lasts("hour", 6, b="at most"),)),
    ("an hour", "within an hour", (lasts("hour", 1, b="at most"),)),
    ("half an hour", "after half an hour", (lasts("minute", 30),)),
    ("hyphened", "a 7-day course", (lasts("day", 7),)),
    ("consecutive", "for 3 consecutive days", (lasts("day", 3),)),
    ("day named", "on day 15", (lasts("day", 15),)),
    ("days named", "days 1, 8 and 15", (lasts("day", 1), lasts("day", 8), lasts("day", 15))),
    ("a bound, no interval", "for more than 2 weeks", (lasts("day", 14, b="above"),)),
    ("half-life", "a half-life of 12 hours", (lasts("hour", 12),)),
    # bounds
    ("sign", "≥65 %", (pct(65, b="at least"),)),
    ("two signs", ">= 65%", (pct(65, b="at least"),)),
    ("sign or equal", "> or = 65%", (pct(65, b="at least"),)),
    ("at least", "at least 30 mL/kg", (of("mL", 30, None, "kg", b="at least"),)),
    ("no less than", "no less than 5 mg", (mg(5, b="at least"),)),
    ("greater than or equal to", "greater than or equal to 5 mg", (mg(5, b="at least"),)),
    ("up to", "up to 5 mg", (mg(5, b="at most"),)),
    ("no more than", "no more than 5 mg", (mg(5, b="at most"),)),
    ("do not exceed", "do not exceed 4 g", (mg(4000, b="at most"),)),
    ("not to exceed a total", "not to exceed a total of 4 g", (mg(4000, b="at most"),)),
    ("maximum", "maximum 4 g/day", (mg(4000, b="at most"), DAILY)),
    ("maximum daily dose", "maximum daily dose of 4 g", (DAILY, mg(4000, b="at most"))),
    ("maximum behind", "60 mg maximum", (mg(60, b="at most"),)),
    ("less than", "less than 30", (number(30, b="below"),)),
    ("or more", "5 mg or more", (mg(5, b="at least"),)),
    ("or more between", "3 or more doses", (of("dose", 3, b="at least"),)),
    ("from a bound to a bound", "≥5 to <10 mg", (mg(5, b="at least"), mg(10, b="below"))),
    ("normal limits", "CK >10x ULN", (ratio(10, "ULN", b="above"),)),
    ("normal limits, at least", "CK >=3x ULN", (ratio(3, "ULN", b="at least"),)),
    ("normal limits in words", "3 times the upper limit of normal", (ratio(3, "ULN"),)),
    ("twice the limit", "twice the upper limit of normal", (ratio(2, "ULN"),)),
    ("fold", "a 10-fold rise", (ratio(10, "fold"),)),
    ("tenfold", "a tenfold rise", (ratio(10, "fold"),)),
    # ages
    ("year-old", "a 6-year-old", (age(6),)),
    ("years old", "6 years old", (age(6),)),
    ("aged", "aged 65 years", (age(65),)),
    ("aged, no unit", "patients aged 18-45", (age(18, 45),)),
    ("between the ages of", "between the ages of 18 and 65 years", (age(18, 65),)),
    ("of age or older", "65 years of age or older", (age(65, b="at least"),)),
    ("or older, no unit", "65 or older", (age(65, b="at least"),)),
    ("older than", "older than 65", (age(65, b="above"),)),
    ("people and sign", "patients >=65 years", (age(65, b="at least"),)),
    ("years that can only be an age", "≥ 65 y", (age(65, b="at least"),)),
    ("adults over", "adults over 65", (age(65, b="above"),)),
    ("mixed units", "children 6 months to 5 years", (age(6, 60, "month"),)),
    ("follow-up is no age", "for over 20 years", (lasts("year", 20),)),
    ("gestation", "12 wk pregnant", (lasts("day", 84),)),
    # statistics
    ("confidence", "RR 0.5 (95% CI 0.4-0.6)", (ratio("0.5"), CI, number("0.4", "0.6"))),
    ("confidence in full", "95% confidence interval 0.26–0.70", (CI, number("0.26", "0.7"))),
    ("credible", "95 % CrI 0.2 to 0.3", (CI, number("0.2", "0.3"))),
    ("confidence, comma", "95% CI 0.4, 0.6", (CI, number("0.4", "0.6"))),
    ("confidence, semicolon", "95% CI [0.4; 0.6]", (CI, number("0.4", "0.6"))),
    ("confidence, minus", "95% CI, −1.2 to −0.4", (CI, number("-1.2", "-0.4"))),
    ("odds ratio", "odds ratio of 0.43", (ratio("0.43"),)),
    ("ratio further off", "the hazard ratio for death with the drug was 0.79", (ratio("0.79"),)),
    ("the word or is no ratio", "two or 3", (number(2), number(3))),
    ("p", "p=0.81", (p("0.81"),)),
    ("p below", "P < 0.001", (p("0.001", b="below"),)),
    ("p, no zero", "p<.05", (p("0.05", b="below"),)),
    ("p value of", "a p value of 0.03", (p("0.03"),)),
    ("n", "n=200", (number(200),)),
    ("so many of so many", "62 of 130", (number(62), number(130))),
    ("slashed counts", "1277/6051", (number(1277), number(6051))),
    ("one in", "1 in 1000", (ratio(1000, "1:"),)),
    ("dilution", "1:10,000", (ratio(10000, "1:"),)),
    ("year", "the 2022 guideline", (number(2022),)),
    # labels and names
    ("grade", "grade 3", (label("grade", 3),)),
    ("grade Roman", "grade III", (label("grade", 3),)),
    ("grades", "grades 3-4", (label("grade", 3, 4),)),
    ("grade list", "grade 3 or 4", (label("grade", 3), label("grade", 4))),
    ("grade bound", "grade ≥3", (label("grade", 3, b="at least"),)),
    ("type", "type 2 diabetes", (label("type", 2),)),
    ("stage with letter", "stage 3b", (label("stage b", 3),)),
    ("table", "Table 4", (label("table", 4),)),
    ("factors", "4-factor concentrate", (label("factor", 4),)),
    ("ordinal", "from the 5th day", (label("th", 5),)),
    ("year and a dash", "April 2002-December 2005", (number(2002), number(2005))),
    ("every so many seconds", "every 5 seconds", (lasts("second", 5),)),
    ("line of treatment", "second-line", (label("line", 2),)),
    ("enzyme", "CYP3A4 and CYP2C9/19", ()),
    ("virus", "COVID-19, SARS-CoV-2, H1N1", ()),
    ("laboratory", "HbA1c, B12, vitamin D3, CD20, anti-CD20", ()),
    ("cytokine and vaccine", "IL-6 and mRNA-1273", ()),
    ("registry", "NCT05523167", ()),
    ("number first", "5-HT3, 5-ASA, 6-MP, 18F-FDG, 25(OH)D", ()),
    ("chemical", "3-hydroxy-3-methylglutaryl", ()),
    ("grades glued", "G3-4", ()),
    ("note on a sentence", "It is effective.12 The drug", ()),
    ("note on a bracket", "(see above).12 The drug", ()),
    ("citation mark", "as shown [12] and [3-5, 7]", ()),
    ("interquartile range is no citation mark", "5 [3-7] days", (number(5), number(3, 7))),
    ("number of a list", "1. Give 5 mg\n2) Stop", (mg(5),)),
    ("nothing", "no figures here", ()),
    ("empty", "", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_quantities_are_read_as_written(text: str, expected: tuple[Quantity, ...]) -> None:
    assert quantities(text) == expected


#   why, source, claim, what the source does not say
UNSUPPORTED: list[tuple[str, str, str, tuple[str, ...]]] = [
    ("spacing does not matter", "apixaban 5 mg twice daily", "apixaban 5mg twice daily", ()),
    ("abbreviation does not matter", "apixaban 5 mg twice daily", "apixaban 5 mg bd", ()),
    ("micrograms are milligrams", "0.25 mg", "250 micrograms", ()),
    ("per day is daily", "40 mg/day", "40 mg once daily", ()),
    ("numerals do not matter", "grade III", "grade 3", ()),
    ("two weeks are 14 days", "for 14 days", "for two weeks", ()),
    ("notation of a range does not matter", "0.5–1 g", "500 mg to 1 g", ()),
    ("notation of an interval does not matter", "every six hours", "q6h", ()),
    ("words of a bound do not matter", "not exceeding 4 g", "up to 4 g", ()),
    ("another unit, another quantity", "apixaban 5 mg", "apixaban 5 g", ("5 g",)),
    ("decimal comma is not 5 mg", "apixaban 2,5 mg", "apixaban 5 mg", ("5 mg",)),
    ("decimal comma is not 25 mg", "apixaban 2,5 mg", "apixaban 25 mg", ("25 mg",)),
    ("thousands are not 200 mg", "1,200 mg daily", "200 mg daily", ("200 mg",)),
    ("spaced thousands are not 200 mg", "take 1 200 mg daily", "200 mg daily", ("200 mg",)),
    ("the 95 in 95% CI is no effect", "RR 0.5 (95% CI 0.4-0.6)", "reduced by 95%", ("95 %",)),
    ("one end of a range is not a dose", "5-10 mg", "give 5 mg", ("5 mg",)),
    ("the other end neither", "5-10 mg", "give 10 mg", ("10 mg",)),
    ("one end of an interval neither", "q6-8h", "every 6 hours", ("every 6 hours",)),
    ("per kg is not fixed", "15 mg/kg", "15 mg", ("15 mg",)),
    ("fixed is not per kg", "15 mg", "15 mg/kg", ("15 mg/kg",)),
    ("per m2 is not per kg", "375 mg/m2", "375 mg/kg", ("375 mg/kg",)),
    ("weekly is not daily", "methotrexate 15 mg weekly", "methotrexate 15 mg daily", ("daily",)),
    ("twice daily is not every 12 hours", "5 mg twice daily", "5 mg every 12 hours", ("every 12 hours",)),
    ("a month is not 4 weeks", "monthly", "every 4 weeks", ("every 4 weeks",)),
    ("a bound is not a value", "at most 4 g", "4 g", ("4 g",)),
    ("a bound has a direction", "at least 30 mL/kg", "at most 30 mL/kg", ("at most 30 mL/kg",)),
    ("p is no percentage", "p = 0.03", "0.03%", ("0.03 %",)),
    ("a ratio is no percentage", "HR 0.43", "43%", ("43 %",)),
    ("units are not IU", "5000 IU", "5000 units", ("5000 units",)),
    ("a million apart", "2.4 million units", "2.4 units", ("2.4 units",)),
    ("mega is not milli", "4 MU", "4 mU", ("0.004 units",)),
    ("an age is not a duration", "aged 18 years", "for 18 years", ("18 years",)),
    ("hours are not minutes", "over 30 minutes", "over 30 hours", ("30 hours",)),
    ("days are not weeks", "for 6 days", "for 6 weeks", ("6 weeks",)),
    ("a grade is no number", "3 patients", "grade 3", ("grade 3",)),
    ("another grade", "grade 3", "grade 30", ("grade 30",)),
    ("another factor count", "4-factor PCC", "3-factor PCC", ("factor 3",)),
    ("another line", "first-line treatment", "second-line treatment", ("line 2",)),
    ("another place of the point", "0.5 mg", ".05 mg", ("50 mcg",)),
    ("another power", "150 × 10⁹/L", "150 × 10¹²/L", ("150000 × 10⁹/L",)),
    ("a sign lost", "a change of −0.8", "a change of 0.8", ("0.8",)),
    ("what cannot be read is not supported", "10 mg", "1O mg", ("“1omg”, which cannot be read",)),
    ("a concentration is not an amount", "120 mg/5 mL", "120 mg", ("120 mg",)),
    ("unit of a clearance", "30 mL/min", "30 mL/min/1.73 m2", ("30 mL/minute/1.73 m2",)),
    ("identifiers support nothing", "CYP3A4, IL-6, COVID-19", "19 mg", ("19 mg",)),
    ("notes support nothing", "It works.12 The drug", "12 patients", ("12",)),
    ("in the claim's order", "", "20 mg after 5 mg", ("20 mg", "5 mg")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "claim", "expected"), [row[1:] for row in UNSUPPORTED], ids=[row[0] for row in UNSUPPORTED]
)
def test_what_the_source_does_not_say_is_missing(source: str, claim: str, expected: tuple[str, ...]) -> None:
    assert tuple(shown(quantity) for quantity in missing(claim, source)) == expected


SHOWN = [
    ("0.05 mg", "50 mcg"),
    ("5 ng/mL", "5 ng/mL"),
    ("1.5 g", "1.5 g"),
    ("1,200 mg", "1200 mg"),
    ("13 g/dL", "13 g/dL"),
    ("2,400,000 units", "2.4 million units"),
    ("q8h", "every 8 hours"),
    ("q2w", "every 2 weeks"),
    ("every 3 days", "every 3 days"),
    ("every 15 minutes", "every 15 minutes"),
    ("every 20 minutes", "every 20 minutes"),
    ("once a month", "monthly"),
    ("every 2 years", "every 2 years"),
    ("yearly", "yearly"),
    ("hourly", "hourly"),
    ("q6-8h", "every 6 to 8 hours"),
    ("tid", "three times daily"),
    ("5 times a week", "5 times a week"),
    ("36.5%", "36.5 %"),
    ("P<.05", "p < 0.05"),
    ("95% CI", "95 % confidence"),
    ("HR 1.67", "ratio 1.67"),
    ("3-fold", "3-fold"),
    (">3 x ULN", "more than 3 x ULN"),
    ("1 in 200", "1:200"),
    ("grade ≥3", "grade ≥3"),
    ("aged 6 weeks", "age 6 weeks"),
    ("for 1 day", "1 day"),
    ("two doses", "2 doses"),
    ("one patch", None),
    ("3 patches", "3 patches"),
    ("2 L", "2 L"),
    ("88 µmol/L", "88 μmol/L"),
]


@pytest.mark.parametrize(("text", "expected"), [row for row in SHOWN if row[1]])
def test_a_quantity_is_said_in_words(text: str, expected: str) -> None:
    assert [shown(quantity) for quantity in quantities(text)] == [expected]


def test_number_words_without_end_are_read() -> None:
    assert len(quantities("one hundred and " * 3_000)) == 1_500


def test_spans_are_in_the_text_as_given() -> None:
    text = "Give\u200b 1\u200b0 mg every 8 hours, at least 5–７ mL/kg/day."
    found = [text[quantity.start : quantity.end] for quantity in quantities(text)]
    assert found == ["1\u200b0 mg", "every 8 hours", "5–７ mL/kg/day", "5–７ mL/kg/day"]


TOKENS = """5 10 0.5 1,200 2,5 - – to mg g/kg /day per every q8h twice daily or and ( ) [ ] . , % 95% CI p < ≥ = at least more
than not aged years old grade III 1O ½ 10⁹ × x ^ half a one two hundred between from Ⅳ ٣ ² µg İ"""
WORDS = st.sampled_from([*TOKENS.split(), "\n", "\u200b"])


@given(
    st.one_of(
        st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=25).map("".join)
    )
)
def test_any_text_is_read_and_spans_are_in_range_and_order(text: str) -> None:
    found = quantities(text)
    assert all(0 <= quantity.start < quantity.end <= len(text) for quantity in found)
    assert [quantity.start for quantity in found] == sorted(quantity.start for quantity in found)
    assert all(quantity.low <= quantity.high for quantity in found)
    assert all(shown(quantity) for quantity in found)


FRAMES = st.sampled_from(
    ["give {} mg daily", "{} mg/kg", "{}% of patients", "every {} hours", "for {} days", "HR {} (95% CI 1 to 2)", "{}-{} mL",
     "n={}", "grade {}", "aged {} years", "at most {} g/day", "{} times daily", "p={}", "1:{}", "{} × 10⁹/L"]
)  # fmt: skip


@given(FRAMES, st.decimals(min_value=2, max_value=9999, places=1))
def test_ten_times_a_figure_is_another_figure(frame: str, figure: Decimal) -> None:
    plain = f"{figure.normalize():f}"
    ten = f"{(figure * 10).normalize():f}"
    once, more = frame.replace("{}", plain, 1), frame.replace("{}", ten, 1)
    assert quantities(once.format("99999")) != quantities(more.format("99999"))
    assert missing(more.format("99999"), once.format("99999")) != ()
