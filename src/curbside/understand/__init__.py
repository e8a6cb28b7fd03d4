"""Words become a query: type, concepts, abbreviations, spelling, scope."""
