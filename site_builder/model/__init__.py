"""The nouns: frozen, typed records. Imports nothing of ours."""
