"""What a line looks like: prose, a label, a name; the questions that several rules ask."""

from __future__ import annotations

import re

PROSE_LENGTH = 160
"""So many characters make a line prose even without a full stop."""
PROSE_WORDS = 8
"""So many words at least make a line prose that ends like a sentence."""

SENTENCE_END = re.compile(r"[.…][\"'”’»)\]]*$|[!?][\"'”’»)\]]+$")
SENTENCE_BREAK = re.compile(r"(?<=[^\W\d_]{3}[.!?…])[\"'”’»)]*\s+(?=[\"'“‘«(]?[^\W\d_a-zа-яёәғқңөұүһі])")
SEPARATORS = re.compile(r"[\s/|•·,;:()\[\]–—-]+")
PARTICLES = frozenset(
    {
        "van",
        "de",
        "der",
        "den",
        "von",
        "ter",
        "la",
        "le",
        "du",
        "da",
        "di",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "ұлы",
        "қызы",
        "улы",
        "кызы",
        "оглы",
        "заде",
    }
)
"""Words inside a person's name that are not capitalised."""
WORD = re.compile(r"\w+")
PERSON = re.compile(r"(?:[^\W\d_]\.\s?){0,2}[^\W\d_][\w’'ʼ-]*(?:\s(?:[^\W\d_][\w’'ʼ-]*|[^\W\d_]\.)){0,4}")


def is_prose(text: str) -> bool:
    """Say whether `text` reads as a paragraph of the body and not as a headline, a label or a caption."""
    if len(text) >= PROSE_LENGTH:
        return True
    return len(WORD.findall(text)) >= PROSE_WORDS and bool(SENTENCE_END.search(text))


def is_capital(word: str) -> bool:
    """Say whether `word` begins with a capital letter."""
    return word[:1].isupper()


def is_person(text: str) -> bool:
    """Say whether `text` can be the name of a person or of an office: one to five words, capitalised or particles."""
    return bool(PERSON.fullmatch(text)) and all(is_capital(word) or word in PARTICLES for word in text.split())


def first_sentence(text: str) -> str:
    """Return the first sentence of `text`; an initial or an abbreviation of one or two letters does not end one."""
    found = SENTENCE_BREAK.search(text)
    return text[: found.start()].rstrip() if found else text
