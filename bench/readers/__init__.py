"""What a large site costs its readers, measured in Chromium: `make bench-readers`."""
