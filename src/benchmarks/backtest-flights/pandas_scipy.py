"""A drift report of each day against a reference month, by pandas and SciPy. Prints one line per day and column.

Numbers: Kolmogorov-Smirnov and Wasserstein; categories: chi-square and Jensen-Shannon. Columns and period are those of
`streamgauge backtest` with conf/flights.yaml.

usage: pandas_scipy.py FLIGHTS.parquet
"""
import sys

import numpy as np
import pandas as pd
from scipy import stats
from scipy.spatial.distance import jensenshannon

flights = pd.read_parquet(sys.argv[1])
end = pd.Timestamp("2001-02-01")
reference = flights[flights["date"] < end]
for day, current in flights[flights["date"] >= end].groupby(flights["date"].dt.floor("D")):
    for column in ("distance", "delay"):
        r, c = reference[column], current[column]
        ks = stats.ks_2samp(r, c, method="asymp")
        print(day.date(), column, ks.statistic, ks.pvalue, stats.wasserstein_distance(r, c))
    for column in ("origin", "destination"):
        counts = pd.concat([reference[column].value_counts(), current[column].value_counts()], axis=1).fillna(0).to_numpy()
        p, q = counts[:, 0] / counts[:, 0].sum(), counts[:, 1] / counts[:, 1].sum()
        chi = stats.chi2_contingency(counts)
        print(day.date(), column, chi.statistic, chi.pvalue, jensenshannon(p, q, base=2))
