"""Plain functions on ``str``: normal form with an offset map, sentences, lines and columns.

- :mod:`site_builder.text.normal`: one spelling of everything that is only typography, with an exact way back
- :mod:`site_builder.text.sentences`: where sentences begin and end
- :mod:`site_builder.text.units`: the sentences of an article's blocks, with names made of their words
- :mod:`site_builder.text.lines`: offsets to lines and columns
"""
