"""Tests for journalism: check every claim against the article it quotes, and publish what holds and why."""

__version__ = "0.1.0"
