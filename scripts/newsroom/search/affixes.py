"""Take the endings off a word of a language that joins them one behind the other, by a table of slots.

A slot holds endings of which a word may have one, in the order of the table. Each is written with the letters behind
which it stands, and agrees with the stem in the sort of its vowels, unless it is one that never changes. All stems that
the table allows are returned: which of them is a word the text alone does not say.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newsroom.search.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsroom.languages import Affixes, Search

VOWEL = "V"
"""Stands for every vowel in a list of letters."""


@dataclass(frozen=True)
class Pattern:
    """One sort of word, with its slots."""

    affixes: Affixes
    """The slots."""
    search: Search
    """What the language says of its vowels."""

    @cached_property
    def written(self) -> str:
        """The regular expression of the endings that a query may have, behind any stem, in the language's letters."""
        return self._chains(self.search.back, self.search.front, lambda letters: letters)

    @cached_property
    def folded(self) -> str:
        """The same in folded letters, which tell `a` from `e` and no other vowels of the two sorts apart."""
        return self._chains("a", "e", fold)

    def _chains(self, back: str, front: str, made: Callable[[str], str]) -> str:
        """Return the expression of all slots: a chain of endings has vowels of the one sort, or of the other."""
        slots = [self.affixes.slots[at] for at in self.affixes.asked]
        return "|".join("".join(self._slot(slot, without, made) for slot in slots) for without in (front, back))

    def _slot(self, slot: dict[str, str], without: str, made: Callable[[str], str]) -> str:
        """Return the expression of one slot, of the endings without any vowel of `without`."""
        parts = []
        for listed, letters in slot.items():
            forms = {form: made(form) for form in listed.split() if form not in self.affixes.unasked}
            fitting = {
                form for own, form in forms.items() if own in self.search.steady or not set(form) & set(without)
            } - {""}
            if fitting:
                ordered = sorted(fitting, key=lambda one: (-len(one), one))
                parts.append(f"{self._behind(letters, made)}(?:{'|'.join(ordered)})")
        return f"(?:{'|'.join(parts)})?"

    def _behind(self, letters: str, made: Callable[[str], str]) -> str:
        """Return the expression for what stands before an ending."""
        behind = letters.replace(VOWEL, " ".join(self.search.vowels)).split()
        before = {made(letter)[-1:] for letter in behind} - {""}
        return f"(?<=[{''.join(sorted(before))}])" if before else ""

    def stems(self, word: str) -> Iterator[str]:
        """Yield every stem that the word may have, the word itself first; one that only looks so has no other."""
        if word in self._whole:
            yield word
            return
        seen = set()
        for stem in self._stripped(word, len(self.affixes.slots)):
            if stem not in seen and len(stem) >= self.affixes.shortest and self._has_vowel(stem):
                seen.add(stem)
                yield from dict.fromkeys((self._alone(stem, word), stem))

    def _stripped(self, word: str, slots: int) -> Iterator[str]:
        """Yield the word, and what is left of it without endings of the first `slots` slots."""
        yield word
        for slot in range(slots - 1, -1, -1):
            for ending, behind in self._endings[slot].get(word[-1], ()):
                stem = word[: -len(ending)]
                if word.endswith(ending) and len(stem) >= self.affixes.shortest and self._fits(stem, ending, behind):
                    yield from self._stripped(stem, slot)

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(self.search.whole.split())

    @cached_property
    def _endings(self) -> list[dict[str, list[tuple[str, frozenset[str]]]]]:
        """For each slot, by their last letter: the endings, and the letters behind which each stands; none are any."""
        slots: list[dict[str, list[tuple[str, frozenset[str]]]]] = []
        for slot in self.affixes.slots:
            slots.append({})
            for listed, letters in slot.items():
                behind = frozenset(letters.replace(VOWEL, " ".join(self.search.vowels)).split())
                for ending in listed.split():
                    slots[-1].setdefault(ending[-1], []).append((ending, behind))
        return slots

    def _fits(self, stem: str, ending: str, behind: frozenset[str]) -> bool:
        """Say whether an ending may stand behind a stem: by the letter before it, and by its vowels."""
        if behind and stem[-1] not in behind:
            return False
        return ending in self.search.steady or stem.endswith(tuple(self.search.loose)) or self._agree(stem, ending)

    def _agree(self, stem: str, ending: str) -> bool:
        mine = next((self._sort(letter) for letter in reversed(stem) if letter in self.search.vowels), None)
        its = next((sort for letter in ending if (sort := self._sort(letter))), None)
        return mine is None or its is None or mine == its

    def _sort(self, letter: str) -> str | None:
        if letter in self.search.back:
            return "back"
        return "front" if letter in self.search.front else None

    def _has_vowel(self, stem: str) -> bool:
        return any(letter in self.search.vowels for letter in stem)

    def _alone(self, stem: str, word: str) -> str:
        """Return the stem as it is without an ending that begins with a vowel: кітаб-ы is of кітап, орн-ы of орын."""
        ending = word[len(stem) :]
        if not ending or ending[0] not in self.search.vowels:
            return stem
        if stem in self.search.contracted:
            return self.search.contracted[stem]
        return stem[:-1] + self.search.voiced.get(stem[-1], stem[-1])
