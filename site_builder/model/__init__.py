"""The nouns: frozen, typed records. Imports nothing of ours but what makes them so."""
