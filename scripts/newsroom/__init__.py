"""The rooms of the newsroom: from raw article texts to the pages of a site.

`pipeline.build` reads in the order in which an article travels; every other module is one step of that way.
"""
