"""Writing the files that editors write: drafts, safe mends, and what a changed article means for its claims.

Text in, text out: nothing here touches the disk, and nothing is dumped from data, so that comments and layout of an
existing file stay as they are.
"""
