"""Units as they are written, and what each counts as."""

import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple


class Unit(NamedTuple):
    """`name` is what amounts are compared in, after multiplying by `factor`; `symbol` is the unit itself, as a
    denominator ("per L" stays per L). `family`: mass, volume, units, time, percent, count, fold or other."""

    name: str
    factor: Decimal
    family: str
    symbol: str


# family, name, factor, symbol, spellings (lower case)
_TABLE = """
mass     mg       1          mg       mg mgs milligram milligrams milligramme milligrammes
mass     mg       0.001      mcg      mcg mcgs ug μg microgram micrograms microgramme microgrammes
mass     mg       1000       g        g gm gms gram grams gramme grammes
mass     mg       0.000001   ng       ng nanogram nanograms
mass     mg       0.000000001 pg      pg picogram picograms
other    kg       1          kg       kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
other    lb       1          lb       lb lbs pound pounds
volume   mL       1          mL       ml mls cc millilitre millilitres milliliter milliliters cm3
volume   mL       1000       L        l litre litres liter liters
volume   mL       100        dL       dl decilitre decilitres deciliter deciliters
volume   mL       0.001      mcL      ul μl mcl microlitre microlitres microliter microliters mm3
volume   mL       0.000000000001 fL   fl
units    units    1          unit     u unit units
units    units    1000000    MU       megaunit megaunits
units    units    0.001      mU       milliunit milliunits
units    units    0.000001   mcU      μu uu microunits
units    IU       1          IU       iu iu's
units    IU       1000000    MIU      mega-iu
units    IU       0.001      mIU      miu
units    IU       0.000001   mcIU     μiu uiu
other    mmol     1          mmol     mmol mmols millimole millimoles
other    mmol     0.001      mcmol    umol μmol mcmol micromol micromole micromoles
other    mmol     0.000001   nmol     nmol nanomole nanomoles
other    mmol     0.000000001 pmol    pmol picomole picomoles
other    mmol     1000       mol      mol mole moles
other    mEq      1          mEq      meq meqs milliequivalent milliequivalents
other    mOsm     1          mOsm     mosm mosmol mosmole mosmoles
other    mmHg     1          mmHg     mmhg
other    kPa      1          kPa      kpa
other    cmH2O    1          cmH2O    cmh2o
other    kcal     1          kcal     kcal kilocalorie kilocalories
other    kJ       1          kJ       kj
other    Gy       1          Gy       gy gray
other    Gy       0.01       cGy      cgy
other    mSv      1          mSv      msv
other    MBq      1          MBq      mbq
other    Hz       1          Hz       hz
other    kHz      1          kHz      khz
other    dB       1          dB       db
other    mV       1          mV       mv
other    °C       1          °C       °c ℃
other    °F       1          °F       °f ℉
other    °        1          °        ° degree degrees
other    mm       1          mm       mm millimetre millimetres millimeter millimeters
other    mm       10         cm       cm centimetre centimetres centimeter centimeters
other    mm       1000       m        m metre metres meter meters
other    mm       0.001      mcm      μm micron microns
other    nm       1          nm       nm
other    km       1          km       km kilometre kilometres kilometer kilometers
other    m2       1          m2       m2 sqm
other    cm2      1          cm2      cm2
other    beats    1          beat     beat beats
other    breaths  1          breath   breath breaths
other    cells    1          cell     cell cells
other    copies   1          copy     copies
other    CFU      1          CFU      cfu cfus
other    pack-years 1        pack-year packyear packyears
other    ppm      1          ppm      ppm
time     second   1          second   s sec secs second seconds
time     minute   1          minute   min mins minute minutes
time     hour     1          hour     h hr hrs hour hours
time     day      1          day      d day days night nights
time     day      7          week     w wk wks week weeks
time     day      14         fortnight fortnight fortnights
time     month    1          month    mo mos mth mths month months
time     year     1          year     y yr yrs year years
percent  %        1          %        % percent pct
percent  %        0.1        ‰        ‰
other    percentile 1        percentile percentile
count    dose     1          dose     dose doses
count    tablet   1          tablet   tablet tablets tab tabs
count    capsule  1          capsule  capsule capsules cap caps
count    drop     1          drop     drop drops gtt gtts
count    puff     1          puff     puff puffs inhalation inhalations actuation actuations
count    spray    1          spray    spray sprays
count    ampoule  1          ampoule  ampoule ampoules amp amps ampule ampules
count    vial     1          vial     vial vials
count    sachet   1          sachet   sachet sachets
count    patch    1          patch    patch patches
count    suppository 1       suppository suppository suppositories
count    teaspoon 1          teaspoon tsp teaspoon teaspoons teaspoonful teaspoonfuls
count    tablespoon 1        tablespoon tbsp tablespoon tablespoons
count    application 1       application application applications
count    bolus    1          bolus    bolus boluses
count    cycle    1          cycle    cycle cycles
count    course   1          course   course courses
count    injection 1         injection injection injections
count    infusion 1          infusion infusion infusions
count    session  1          session  session sessions
fold     fold     1          fold     fold times time x × folds
fold     ULN      1          ULN      uln
fold     LLN      1          LLN      lln
"""

_SPELLED: dict[str, Unit] = {}
for _line in _TABLE.strip().splitlines():
    _family, _name, _factor, _symbol, *_spellings = _line.split()
    for _spelling in _spellings:
        _SPELLED[_spelling] = Unit(_name, Decimal(_factor), _family, _symbol)

# Where the case of a letter decides: mega or milli, metre or molar, gram or gauge, hour or hazard ratio.
_EXACT: dict[str, Unit | None] = {
    "MU": _SPELLED["megaunits"],
    "mU": _SPELLED["milliunits"],
    "MIU": _SPELLED["mega-iu"],
    "mIU": _SPELLED["miu"],
    "G": Unit("gauge", Decimal(1), "other", "gauge"),
    **dict.fromkeys(("M", "D", "S", "W", "X", "HR", "Gram", "CAP", "FL", "DB", "AMP", "Min", "MIN"), None),
}

_PAIRS = {
    ("mm", "hg"): _SPELLED["mmhg"],
    ("cm", "h2o"): _SPELLED["cmh2o"],
    ("per", "cent"): _SPELLED["%"],
    ("percentage", "points"): Unit("percentage points", Decimal(1), "percent", "percentage points"),
    ("percentage", "point"): Unit("percentage points", Decimal(1), "percent", "percentage points"),
    ("international", "units"): _SPELLED["iu"],
    ("international", "unit"): _SPELLED["iu"],
    ("mega", "units"): _SPELLED["megaunits"],
    ("mega", "unit"): _SPELLED["megaunits"],
    ("degrees", "celsius"): _SPELLED["°c"],
    ("degree", "celsius"): _SPELLED["°c"],
    ("degrees", "c"): _SPELLED["°c"],
    ("°", "c"): _SPELLED["°c"],
    ("degrees", "fahrenheit"): _SPELLED["°f"],
    ("degrees", "f"): _SPELLED["°f"],
    ("°", "f"): _SPELLED["°f"],
    ("square", "metre"): _SPELLED["m2"],
    ("square", "meter"): _SPELLED["m2"],
    ("metre", "squared"): _SPELLED["m2"],
    ("meter", "squared"): _SPELLED["m2"],
    ("pack", "years"): _SPELLED["packyears"],
}


@lru_cache(maxsize=10_000)
def unit(raw: str) -> Unit | None:
    """The unit of that spelling; None when it is not one. A superscript that is no part of it (a note) is ignored."""
    if raw in _EXACT:
        return _EXACT[raw]
    plain = unicodedata.normalize("NFKC", raw).replace("µ", "μ").lower()
    return _SPELLED.get(plain) or _SPELLED.get(unicodedata.normalize("NFKC", raw.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹")).lower())


def unit_of_two(first: str, second: str) -> Unit | None:
    """A unit written as two words, lower case ("mm hg", "per cent")."""
    return _PAIRS.get((first, second))


YEAR = _SPELLED["year"]
MILLIMOLE = _SPELLED["mmol"]
LITRE = _SPELLED["l"]
_HOURS = {"minute": Decimal(1) / 60, "hour": Decimal(1), "day": Decimal(24)}
_MONTHS = {"month": Decimal(1), "year": Decimal(12)}
_MINUTES = {"minute": Decimal(1), "hour": Decimal(60), "day": Decimal(1440)}


def period(name: str) -> tuple[Decimal, str] | None:
    """An interval of one minute, hour or day in hours, of one month or year in months; None for a second."""
    if name in _HOURS:
        return _HOURS[name], "hour"
    return (_MONTHS[name], "month") if name in _MONTHS else None


def alike(left: str, right: str) -> tuple[str, Decimal, Decimal] | None:
    """The finer of two names of time with the factors that bring both to it; None when they do not convert."""
    for table in (_MINUTES, _MONTHS):
        if left in table and right in table:
            fine = min(left, right, key=lambda name: table[name])
            return fine, table[left] / table[fine], table[right] / table[fine]
    return (left, Decimal(1), Decimal(1)) if left == right else None
