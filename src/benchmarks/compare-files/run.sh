#!/usr/bin/env bash
# Times `streamgauge compare` against pandas + SciPy on the same two files, in turn.
# usage: run.sh FOLDER [REPETITIONS]   (with the files of generate.py; needs python3 with pandas and scipy)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
python=${PYTHON:-python3}
TIMEFORMAT='%R s, processor %U + %S s'
for _ in $(seq "${2:-3}"); do
    printf 'pandas + SciPy  '
    time "$python" "$here/pandas_scipy.py" "$folder/reference.csv.gz" "$folder/current.csv.gz" > "$folder/scipy.txt"
    printf 'streamgauge     '
    time "$here/../../../streamgauge" compare --reference "$folder/reference.csv.gz" --current "$folder/current.csv.gz" \
        --metric js-distance:binning=reference-quantile,bins=10 --metric ks:p-value=asymptotic --metric wasserstein \
        --format json --fail-on never > "$folder/streamgauge.jsonl"
done
