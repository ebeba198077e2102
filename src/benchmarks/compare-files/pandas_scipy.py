"""The same metrics as `streamgauge compare` in compare-files/run.sh, by pandas and SciPy. Prints one line per column.

usage: pandas_scipy.py REFERENCE CURRENT
"""
import sys

import numpy as np
import pandas as pd
from scipy import stats
from scipy.spatial.distance import jensenshannon

reference = pd.read_csv(sys.argv[1])
current = pd.read_csv(sys.argv[2])
for column in reference.columns:
    r, c = reference[column], current[column]
    if r.dtype.kind == "f":
        r, c = r.dropna().to_numpy(), c.dropna().to_numpy()
        edges = np.unique(np.quantile(r, np.linspace(0, 1, 11)))
        edges[0], edges[-1] = -np.inf, np.inf
        p, q = np.histogram(r, edges)[0] / len(r), np.histogram(c, edges)[0] / len(c)
        ks = stats.ks_2samp(r, c, method="asymp")
        print(column, jensenshannon(p, q, base=2), ks.statistic, ks.pvalue, stats.wasserstein_distance(r, c))
    else:
        counts = pd.concat([r.value_counts(), c.value_counts()], axis=1).fillna(0).to_numpy()
        p, q = counts[:, 0] / counts[:, 0].sum(), counts[:, 1] / counts[:, 1].sum()
        print(column, jensenshannon(p, q, base=2))
