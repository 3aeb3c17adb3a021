"""Make `.venv` hold what a lock file says, and do nothing where it already does.

    python3 scripts/prepare.py requirements.txt

It runs before anything is installed, so it uses the standard library only, and it is written so that a Python too old
for the project still reads it far enough to say so in a sentence.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
"""The oldest Python that the project runs on, as in `pyproject.toml`."""

NEWEST_TRIED = 14
"""The newest Python 3 that is looked for where `python3` itself is too old."""


class PrepareError(Exception):
    """The environment can't be made; the message says what was missing and what to do."""


def prepare(lock: Path, *, venv: Path, python: str) -> bool:
    """Make `venv`, with the interpreter `python`, hold what `lock` says; return whether anything had to be installed.

    A copy of the lock file is kept inside `venv` once its libraries are in: where the two are alike, all is done.
    Raises `PrepareError` where it can't be made.
    """
    copy = venv / lock.name
    usable = _runs(interpreter(venv))
    if usable and copy.is_file() and copy.read_bytes() == lock.read_bytes():
        return False
    if not usable:
        _create(venv, python=python)
    copy.unlink(missing_ok=True)
    _install(lock, venv=venv)
    shutil.copyfile(lock, copy)
    return True


def interpreter(venv: Path) -> Path:
    """Return where the Python of `venv` is."""
    return venv / "bin" / "python"


def find_python(*, running: tuple[int, ...] = sys.version_info[:3], executable: str = sys.executable) -> str:
    """Return an interpreter that is new enough: the `running` one, or else the newest that the machine has by name.

    Raises `PrepareError` where there is none.
    """
    if running >= OLDEST:
        return executable
    names = [f"python3.{minor}" for minor in range(NEWEST_TRIED, OLDEST[1] - 1, -1)]
    found = next((path for path in map(shutil.which, names) if path), None)
    if found:
        return found
    message = (
        f"Python {_dotted(OLDEST)} or newer is needed, and {executable} is {_dotted(running)}. "
        "Install a newer Python (Debian, Ubuntu: 'apt-get install python3'; macOS: 'brew install python3'), "
        "or name one: 'make PYTHON=/path/to/python3 site'."
    )
    raise PrepareError(message)


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


def _runs(python: Path) -> bool:
    """Say whether `python` is there and starts: an upgrade of the system can leave a dead link, a killed run half."""
    if not python.exists():
        return False
    return subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode == 0


def _create(venv: Path, *, python: str) -> None:
    """Make an empty environment at `venv`, in place of whatever is there."""
    if subprocess.run([python, "-c", "import ensurepip, venv"], capture_output=True, check=False).returncode:
        _install_venv_package(python)
    _run([python, "-m", "venv", "--clear", str(venv)], otherwise=f"{python} could not make a virtual environment")


def _install_venv_package(python: str) -> None:
    """Install the system's package without which Debian's and Ubuntu's Python can't make environments."""
    version = subprocess.run(
        [python, "-c", "import sys; print('python{}.{}-venv'.format(*sys.version_info))"],
        capture_output=True,
        check=True,
        text=True,
    )
    package = version.stdout.strip()
    commands = [["apt-get", "-qq", "update"], ["apt-get", "-qq", "--no-install-recommends", "install", package]]
    if not shutil.which("apt-get") or os.geteuid() != 0:
        message = (
            f"{python} can't make virtual environments: the system's package for that is missing. "
            f"On Debian and Ubuntu run 'sudo apt-get install {package}', then the same make command again."
        )
        raise PrepareError(message)
    print(f"Installing {package}, without which this Python can't make virtual environments …", flush=True)
    for command in commands:
        _run(command, otherwise=f"The system's package {package} could not be installed")


def _install(lock: Path, *, venv: Path) -> None:
    """Install what `lock` says into `venv`, refusing every file whose hash is not in it and every build from source."""
    print(f"Installing the libraries of {lock.name} into {venv.name}; this is done once …", flush=True)
    pip = [str(interpreter(venv)), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    _run(
        [*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)],
        otherwise=f"The libraries of {lock.name} could not be installed (is this machine on line?)",
    )


def _run(command: list[str], *, otherwise: str) -> None:
    """Run `command`; raise `PrepareError` with the sentence `otherwise` where it fails."""
    if subprocess.run(command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False).returncode:
        message = f"{otherwise}. The lines above say why; the command was: {shlex.join(command)}"
        raise PrepareError(message)


def main(arguments: list[str]) -> int:
    """Prepare `.venv` for the lock file named in `arguments`; return the exit status."""
    parser = argparse.ArgumentParser(description="Make .venv hold what a lock file says.")
    parser.add_argument("lock", type=Path, help="the lock file: requirements.txt or requirements-dev.txt")
    parser.add_argument("--venv", type=Path, default=Path(".venv"), help="where the environment is (default: .venv)")
    options = parser.parse_args(arguments)
    try:
        prepare(options.lock, venv=options.venv, python=find_python())
    except PrepareError as problem:
        print(f"prepare: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
