"""A report for people and for machines: text, JSON, annotations on a pull request."""
