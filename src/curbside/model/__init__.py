"""The nouns: frozen values that know nothing of storage, screens or time."""
