"""A report for people and for machines: text, JSON, SARIF, annotations on a pull request."""
