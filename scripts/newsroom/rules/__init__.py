"""The rules by which a text is taken apart, in the tables that `take_apart` runs in order."""
