"""The build script as an editor meets it: arguments, messages, exit codes, files."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "scripts" / "build_articles.py"
CASES = Path(__file__).parent / "cases" / "articles"


def _run(*arguments: str | Path, seed: str = "0") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    environment = {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8", "TZ": "Asia/Almaty" if seed == "1" else "UTC"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, encoding="utf-8")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder with the cases' articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for path in CASES.glob("*.txt"):
        shutil.copy(path, folder)
    return folder


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_articles_become_pages_and_a_report(articles: Path, tmp_path: Path) -> None:
    """Every article has a page with front matter where the report says, and the script ends with 0."""
    done = _run("--articles", articles, "--docs", tmp_path / "docs", "--report", tmp_path / "report.json")
    assert (0, "") == (done.returncode, re.sub(r".*(warning|note):.*\n.*\n", "", done.stderr))
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert sorted(path.name for path in articles.iterdir()) == [one["source"] for one in report["articles"]]
    for one in report["articles"]:
        text = (tmp_path / "docs" / one["page"]).read_text("utf-8")
        head = yaml.safe_load(text.split("---\n")[1])
        assert (one["source"], one["headline"], one["language"]) == (head["source"], head["title"], head["lang"])


def test_the_same_input_gives_the_same_bytes(articles: Path, tmp_path: Path) -> None:
    """Neither the order of files on disk, nor the hash seed, nor the time zone, nor the processes change a byte."""
    for path in list(articles.iterdir()):
        for number in range(12):
            text = path.read_text("utf-8") + f"\nParagraph {number} of {path.stem} stands alone here.\n"
            path.with_stem(f"{path.stem}_{number}").write_text(text, "utf-8")
    other = tmp_path / "other"
    other.mkdir()
    paths = list(articles.iterdir())
    paths.reverse()
    for path in paths:
        shutil.copy(path, other)
    _run("--articles", articles, "--docs", tmp_path / "a", "--report", tmp_path / "a.json", "--jobs", "1")
    _run("--articles", other, "--docs", tmp_path / "b", "--report", tmp_path / "b.json", "--jobs", "2", seed="1")
    assert _tree(tmp_path / "a") == _tree(tmp_path / "b")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_check_writes_no_page(articles: Path, tmp_path: Path) -> None:
    """With --check nothing appears but the report that was asked for."""
    done = _run("--articles", articles, "--docs", tmp_path / "docs", "--check")
    assert (0, False) == (done.returncode, (tmp_path / "docs").exists())


def test_check_reads_the_cache_and_leaves_it_as_it_is(articles: Path, tmp_path: Path) -> None:
    """With --check no cache appears, and one that is there keeps its bytes, whatever has changed in the folder."""
    cache = tmp_path / "cache"
    here = ("--articles", articles, "--docs", tmp_path / "docs", "--cache", cache)
    done = _run(*here, "--check")
    assert (0, False) == (done.returncode, cache.exists())
    _run(*here)
    before = _tree(cache)
    (articles / "wire_en.txt").unlink()
    done = _run(*here, "--check")
    assert (0, ["stories.sqlite"], before) == (done.returncode, list(before), _tree(cache))
    _run(*here)
    assert before != _tree(cache)


BAD = {
    "empty.txt": b"",
    "blank.txt": " \u200b\n\t\u00a0\n".encode(),
    "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "french.txt": (
        "Le recteur a ouvert le nouveau laboratoire et remercié les étudiants qui l’avaient peint.".encode()
    ),
    "header.txt": " date 2026-05-30 Фото: пресс-служба университета\n".encode(),
    "crawled_ru.yml": b"title: 'open\n",
    "portal_en.yml": b"slug: same\npublished: soon\n",
    "portal_kk.yml": b"slug: same\n",
    "wire_en.yml": b"slug: same\n",
    "wrapped_ru.yml": b"language: xx\n",
    "nobody.yml": b"title: X\n",
}
"""Everything that can be wrong with a delivery, at once."""


def test_all_problems_are_shown_at_once_and_nothing_is_written(articles: Path, tmp_path: Path) -> None:
    """Each bad file is named with path, line and remedy in one run, the status is 1, the old pages are untouched."""
    docs = tmp_path / "docs"
    _run("--articles", articles, "--docs", docs)
    before = _tree(docs)
    for name, data in BAD.items():
        (articles / name).write_bytes(data)
    done = _run("--articles", articles, "--docs", docs, "--report", tmp_path / "report.json")
    assert (1, before) == (done.returncode, _tree(docs))
    problems = json.loads((tmp_path / "report.json").read_text("utf-8"))["problems"]
    errors = {problem["path"] for problem in problems if problem["severity"] == "error"}
    assert set(BAD) == errors
    for problem in problems:
        place = f"{articles / problem['path']}:{problem['line']}: {problem['severity']}: "
        assert place + problem["message"] in done.stderr
        assert problem["remedy"].endswith(".")
        assert problem["remedy"] in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--articles", "nowhere"], "--articles: expected a folder, received nowhere"),
        (["--config", "nowhere.yml"], "--config: "),
        (["--jobs", "0"], "expected 1 or more, received 0"),
        (["--jobs", "many"], "invalid _count value"),
        (["--unknown"], "unrecognized arguments: --unknown"),
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], message: str) -> None:
    """An argument that cannot be used is named, and nothing is done."""
    done = _run(*arguments)
    assert (2, True) == (done.returncode, message in done.stderr)


def test_a_sidecar_has_the_last_word(articles: Path, tmp_path: Path) -> None:
    """Whatever the editor says stands on the page and in the report, with the sidecar's line as evidence."""
    said = "# mine\ntitle: My headline\npublished: 2024-02-29\nauthors: []\nsection:\n"
    (articles / "portal_en.yml").write_text(said, "utf-8")
    _run("--articles", articles, "--docs", tmp_path / "docs", "--report", tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    one = next(one for one in report["articles"] if one["source"] == "portal_en.txt")
    assert ("My headline", "2024-02-29", [], None) == (one["title"], one["published"], one["authors"], one["section"])
    assert {"line": 2, "rule": "sidecar", "certainty": 1.0, "inferred": False} == one["evidence"]["title"]
    assert one["page"].startswith("en/news/2024/")


def test_front_matter_in_the_source_does_as_a_sidecar(articles: Path, tmp_path: Path) -> None:
    """YAML at the head of a source corrects it too, and a mistake in it has its line in that file."""
    path = articles / "wire_en.txt"
    path.write_text("---\ntitle: Mine\npublished: 2024-02-29\n---\n" + path.read_text("utf-8"), "utf-8")
    _run("--articles", articles, "--docs", tmp_path / "docs", "--report", tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    one = next(one for one in report["articles"] if one["source"] == "wire_en.txt")
    assert ("Mine", "2024-02-29", 2) == (one["title"], one["published"], one["evidence"]["title"]["line"])
    path.write_text("---\ntitle: Mine\nslug: A B\n---\nText.\n", "utf-8")
    done = _run("--articles", articles, "--docs", tmp_path / "docs")
    assert f"{path}:3: error: slug: " in done.stderr


def test_a_correction_takes_the_place_of_the_earlier_text(articles: Path, tmp_path: Path) -> None:
    """The later text is shown with its day and says what it corrects; the earlier one keeps its story in the report."""
    text = (articles / "wire_en.txt").read_text("utf-8")
    for name, day, title, said in (
        ("y_older", "2026-03-01", "Rector met envoy", text),
        ("z_newer", "2026-03-05", "Rector meets envoy", text + "\nOne more sentence was lost and stands here again.\n"),
    ):
        (articles / f"{name}.txt").write_text(f"---\ntitle: {title}\npublished: {day}\n---\n{said}", "utf-8")
    (articles / "wire_en.txt").unlink()
    done = _run("--articles", articles, "--docs", tmp_path / "docs", "--report", tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    older, newer = report["articles"][-2:]
    assert (0, "superseded", "published") == (done.returncode, older["status"], newer["status"])
    assert (None, "z_newer.txt", newer["story_id"]) == (older["page"], older["replaced_by"], older["story_id"])
    (story,) = (story for story in report["stories"] if story["story_id"] == newer["story_id"])
    assert ["y_older.txt"] == story["replaced"]
    head = yaml.safe_load((tmp_path / "docs" / newer["page"]).read_text("utf-8").split("---\n")[1])
    days = (head["corrected"].isoformat(), head["first_published"].isoformat())
    assert (["y_older.txt"], "2026-03-05", "2026-03-01") == (head["corrects"], *days)
    assert "taken for a correction of y_older.txt" in done.stderr
    (articles / "z_newer.yml").write_text("corrects: nowhere.txt\n", "utf-8")
    done = _run("--articles", articles, "--docs", tmp_path / "docs")
    assert (1, True) == (done.returncode, f"{articles / 'z_newer.yml'}:1: error: corrects: " in done.stderr)


def test_a_duplicate_is_published_once(articles: Path, tmp_path: Path) -> None:
    """The same words under another name are reported, and have no page of their own."""
    shutil.copy(articles / "wire_en.txt", articles / "z_again.txt")
    done = _run("--articles", articles, "--docs", tmp_path / "docs", "--report", tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    one = report["articles"][-1]
    assert (0, "z_again.txt", "duplicate", None) == (done.returncode, one["source"], one["status"], one["page"])
    assert "received the words of wire_en.txt again" in done.stderr


BELL = {
    "bell_en.txt": (
        "Brussels bakers ring a bell\n\nTranslated from Russian by Anna Kim\n\n"
        "Bakers in Brussels will ring a brass bell at four in the morning, the council of the city decided.\n"
    ),
    "bell_kk.txt": (
        "Брюссель наубайшылары қоңырау соғады\n\n"
        "Брюссель наубайшылары таңғы сағат төртте жез қоңырау соғады, деп шешті қалалық кеңес дүйсенбіде.\n\n"
        "Аударған: Айгүл Сейтова\n"
    ),
    "bell_ru.txt": (
        "Пекари Брюсселя звонят в колокол\n\n"
        "Пекари Брюсселя будут звонить в медный колокол в четыре часа утра, решил городской совет в понедельник.\n"
    ),
}
"""One story in three languages: two of the texts say that they are translations, one of them from which."""


def _bells(folder: Path, **said: str) -> tuple[subprocess.CompletedProcess[str], dict[str, Any], dict[str, Any]]:
    """Build the story with what sidecars say beside the pin; return what was printed, the report, the front matter."""
    articles = folder / "bells"
    articles.mkdir(exist_ok=True)
    for name, text in BELL.items():
        (articles / name).write_text(text, "utf-8")
        (articles / name).with_suffix(".yml").write_text(f"story: bell\n{said.get(name[5:7], '')}", "utf-8")
    done = _run("--articles", articles, "--docs", folder / "docs", "--report", folder / "bells.json")
    report = json.loads((folder / "bells.json").read_text("utf-8"))
    pages = {one["language"]: folder / "docs" / one["page"] for one in report["articles"]}
    heads = {code: page.read_text("utf-8").split("---\n")[1] for code, page in pages.items() if page.exists()}
    return done, report, {code: yaml.safe_load(head) for code, head in heads.items()}


def test_texts_say_which_version_came_first(tmp_path: Path) -> None:
    """Translator and language are fields with evidence, and every page knows original and translations of its story."""
    done, report, heads = _bells(tmp_path)
    english = report["articles"][0]
    assert (0, "Anna Kim", "ru") == (done.returncode, english["translator"], english["translated_from"])
    evidence = {"line": 3, "rule": "translation", "certainty": 0.9, "inferred": False}
    assert [evidence, evidence] == [english["evidence"][name] for name in ("translator", "translated_from")]
    (story,) = report["stories"]
    assert ("ru", ["en", "kk"]) == (story["original"], story["translations"])
    keys = ("original", "translator", "translated_from")
    said = {code: [head.get(key) for key in keys] for code, head in heads.items()}
    expected = {"en": [None, "Anna Kim", "ru"], "kk": [None, "Айгүл Сейтова", None], "ru": [True, None, None]}
    assert expected == said
    for head in heads.values():
        told = {one["lang"]: one["translation"] for one in head["versions"]}
        assert {"en": "translation", "kk": "translation", "ru": "original"} == told


def test_an_editor_says_which_version_came_first(tmp_path: Path) -> None:
    """What the texts say is corrected by sidecars; what contradicts itself or names no language of the site is told."""
    _, report, heads = _bells(tmp_path, en="translated_from: kk\ntranslator: Ann\n", kk="translator:\n")
    assert ("kk", ["en"]) == (report["stories"][0]["original"], report["stories"][0]["translations"])
    said = [(head.get("translator"), head.get("translated_from")) for head in heads.values()]
    assert [("Ann", "kk"), (None, None), (None, None)] == said
    done, report, _ = _bells(tmp_path, en="original: true\n")
    assert (0, "en") == (done.returncode, report["stories"][0]["original"])
    assert "bell_en.yml:2: warning: original: the editor says that this is the original, bell_en.txt:3" in done.stderr
    for code in ("fr", "ru"):
        done, _, _ = _bells(tmp_path, ru=f"translated_from: {code}\n")
        problem = f"bell_ru.yml:2: error: translated_from: expected one of en, kk, received {code!r}"
        assert (1, True) == (done.returncode, problem in done.stderr)
