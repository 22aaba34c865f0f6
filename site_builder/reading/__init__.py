"""The only door for YAML and article files: what an editor wrote becomes typed records with their places."""
