"""Proof that green means checked: spoil the newsroom's own claims, one thing at a time, and expect red each time."""

from site_builder.selftest.mutants import Mutant, mutants
from site_builder.selftest.trial import Outcome, run

__all__ = ["Mutant", "Outcome", "mutants", "run"]
