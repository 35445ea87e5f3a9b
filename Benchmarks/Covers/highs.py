# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves the covers of a folder with HiGHS (SciPy): `python3 highs.py FOLDER [SECONDS]` writes proved.csv."""

import math
import pathlib
import sys
import time

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix


def number(text):
    return {"inf": math.inf, "-inf": -math.inf}.get(text) if "inf" in text else float(text)


def solve(path, seconds):
    lines = path.read_text().splitlines()
    name, columns, rows = lines[0].split()
    columns, rows = int(columns), int(rows)
    cost, low, high, whole = (numpy.array(each) for each in zip(
        *([number(word) for word in line.split()] for line in lines[1:1 + columns])))
    least, most, data, place, start = [], [], [], [], [0]
    for line in lines[1 + columns:1 + columns + rows]:
        words = line.split()
        least.append(number(words[0]))
        most.append(number(words[1]))
        for word in words[2:]:
            column, factor = word.split(":")
            place.append(int(column))
            data.append(float(factor))
        start.append(len(data))
    matrix = csr_matrix((data, place, start), shape=(rows, columns))
    begin = time.perf_counter()
    found = milp(
        cost, integrality=whole, bounds=Bounds(low, high), constraints=LinearConstraint(matrix, least, most),
        options={"time_limit": seconds, "mip_rel_gap": 0})
    return name, found.fun, found.mip_dual_bound, time.perf_counter() - begin


def main(folder, seconds=300.0):
    folder = pathlib.Path(folder)
    with open(folder / "proved.csv", "w") as out:
        print("week,cost,bound,seconds", file=out)
        for path in sorted(folder.glob("*.txt")):
            name, cost, bound, took = solve(path, float(seconds))
            print(f"{name},{cost},{bound},{took:.2f}", file=out)
            print(f"{name}: {cost:.2f}, bound {bound:.2f}, {took:.1f} s", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
