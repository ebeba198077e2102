"""Writes reference.csv.gz and current.csv.gz (1,000,000 rows, 16 numeric and 4 categorical columns) into a folder.

usage: generate.py FOLDER [ROWS]
"""
import pathlib
import sys

import numpy as np
import pandas as pd

folder = pathlib.Path(sys.argv[1])
rows = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
for seed, name in enumerate(["reference", "current"]):
    random = np.random.default_rng(seed)
    table = {f"x{i}": random.normal(i + 0.01 * seed * (i % 4), 1 + i % 3, rows).round(4) for i in range(16)}
    for i, size in enumerate([2, 10, 100, 500]):
        table[f"c{i}"] = np.char.add("v", (random.pareto(1.2, rows) * 3).astype(int).clip(0, size - 1).astype(str))
    compression = {"method": "gzip", "compresslevel": 3}
    pd.DataFrame(table).to_csv(folder / f"{name}.csv.gz", index=False, compression=compression)
