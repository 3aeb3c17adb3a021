"""The rooms between the written pages and the built site; `scripts/mkdocs_hooks.py` opens their doors."""
