"""`platform/` holds our project package and must never hide the standard library's module."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STANDARD = str(Path(sysconfig.get_path("stdlib")) / "platform.py")
SHOW = "import platform; print(platform.__file__)"


def printed(*argv: str, **given: str) -> str:
    answer = subprocess.run(
        [sys.executable, *argv],
        cwd=ROOT,
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        check=True,
    )
    return answer.stdout


def test_platform_is_a_plain_folder() -> None:
    assert (ROOT / "platform" / "silah" / "__init__.py").exists()
    assert not (ROOT / "platform" / "__init__.py").exists()


@pytest.mark.parametrize("path", ["", str(ROOT), f"{ROOT}/platform", f"{ROOT}/platform:{ROOT}"])
def test_standard_platform_wins_from_the_root(path: str) -> None:
    assert printed("-c", SHOW, PYTHONPATH=path).strip() == STANDARD


def test_standard_platform_wins_in_manage_py() -> None:
    program = "import manage; " + SHOW
    assert printed("-c", program, PYTHONPATH=str(ROOT)).strip() == STANDARD


def test_standard_platform_wins_in_pytest(tmp_path: Path) -> None:
    test = tmp_path / "test_which.py"
    test.write_text(f"def test_which():\n    {SHOW}\n")
    options = ["-s", "-q", "-p", "no:cacheprovider", "-p", "no:django", f"--rootdir={ROOT}"]

    said = printed("-m", "pytest", *options, "-c", str(ROOT / "pyproject.toml"), str(test))

    assert STANDARD in said


def test_help_starts_no_servers(tmp_path: Path) -> None:
    given = {
        "DATABASE_URL": "",
        "REDIS_URL": "",
        "SECRET_KEY": "",
        "SILAH_STATE_ROOT": str(tmp_path),
    }

    assert "migrate" in printed("manage.py", "help", **given)
    assert list(tmp_path.iterdir()) == []
