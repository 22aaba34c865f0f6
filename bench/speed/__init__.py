"""How long a site takes, and against whom: `make bench`."""
