# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds or installs the engines, and runs one of them once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
import venv
from dataclasses import dataclass
from pathlib import Path

from cells import FLAGSHIP, PATIENCE

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RESULTS = ROOT / "Benchmarks" / "results"


@dataclass
class Round:
    """One run of an engine."""

    rows: list[dict]
    seconds: float  # of user CPU time; of `w6-compare`, which uses two threads, of wall time

    @property
    def units(self) -> int:
        """What speed counts: chats, or of `w6-compare`, which prints none, the run itself."""
        return sum(row["chats"] for row in self.rows) if self.rows else 1


# A program worked on for speed may use every instruction of this machine.
TUNED_FLAGS = ["-O3", "-march=native"]


def build_cpp(name: str) -> Path:
    binary = RESULTS / "build" / name
    binary.parent.mkdir(parents=True, exist_ok=True)
    source = HERE / name / "main.cpp"
    compiler = os.environ.get("CXX", "g++")
    flags = ["-O2"] if name == "cpp-plain" else TUNED_FLAGS
    subprocess.run(
        [compiler, *flags, "-std=c++20", "-Wall", "-Wextra", "-o", binary, source], check=True
    )
    return binary


def python_with_peers() -> Path:
    """The interpreter of a private environment that holds the requirements."""
    home = RESULTS / "python"
    interpreter = home / "bin" / "python"
    wanted = (HERE / "python" / "requirements.txt").read_text()
    stamp = home / "installed.txt"
    if not stamp.exists() or stamp.read_text() != wanted:
        venv.create(home, with_pip=True, clear=True)
        requirements = HERE / "python" / "requirements.txt"
        subprocess.run([interpreter, "-m", "pip", "install", "-q", "-r", requirements], check=True)
        stamp.write_text(wanted)
    return interpreter


def install(engine: str, products: dict[str, Path]) -> Path:
    """The program that runs the engine: a build of the product, a C++ program or an interpreter."""
    if engine in products:
        return products[engine]
    return build_cpp(engine) if engine.startswith("cpp-") else python_with_peers()


def product_command(binary: Path, workload: str, replications: int, seed: int) -> list[str]:
    """The product itself, through its public scenario path."""
    common = ["--replications", str(replications), "--seed", str(seed)]
    if workload in FLAGSHIP:
        scenario = ROOT / "Scenarios" / "flagship-year.yaml"
    else:
        scenario = ROOT / "Benchmarks" / "workloads" / f"{workload.split('-')[0]}.yaml"
    if workload == "w6-compare":
        return [str(binary), "compare", str(scenario), *common, "--threads", "2"]
    law = PATIENCE.get(workload, [])
    settings = [f"--set=inquiry_types.chat.patience.{setting}" for setting in law]
    return [
        str(binary), "simulate", str(scenario), *common, "--threads", "1", "--format", "json",
        *settings,
    ]


def command(engine: str, tool: Path, workload: str, replications: int, seed: int) -> list[str]:
    if engine in ("inquiry", "before"):
        return product_command(tool, workload, replications, seed)
    if engine.startswith("cpp-"):
        return [str(tool), workload, str(replications), str(seed)]
    script = HERE / "python" / f"{engine}_peer.py"
    return [str(tool), str(script), workload, str(replications), str(seed)]


def run(
    engine: str, tool: Path, workload: str, replications: int, seed: int, core: int
) -> Round:
    """One run on one core; `w6-compare` on two."""
    arguments = command(engine, tool, workload, replications, seed)
    is_comparison = workload == "w6-compare"
    if shutil.which("taskset") and not is_comparison:
        arguments = ["taskset", "-c", str(core), *arguments]
    start = time.monotonic()
    with subprocess.Popen(arguments, stdout=subprocess.PIPE) as process:
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    elapsed = time.monotonic() - start
    if process.returncode != 0:
        raise SystemExit(f"failed with status {process.returncode}: {' '.join(arguments)}")
    if is_comparison:
        return Round([], elapsed)
    return Round(json.loads(output)["replications"], usage.ru_utime)
