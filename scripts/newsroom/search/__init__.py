"""The words of a search: how they are written, how they end, and which query finds which of them."""
