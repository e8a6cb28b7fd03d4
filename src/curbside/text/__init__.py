"""Pure functions on text: normalise, analyse, sentences, quantities, abbreviations, negation, population."""
