#!/usr/bin/env bash
# Times `streamgauge backtest` of all flights, with its report, against a day-by-day report by pandas + SciPy, one after the other.
# usage: run.sh FLIGHTS.parquet [TIMES]   (needs python3 with pandas, scipy and pyarrow)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
streamgauge=$here/../../../streamgauge
flights=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$here/../../../monitor-app/src/main/conf/flights.yaml" "$folder/"
"$streamgauge" baseline build --input "$flights" --model flights --version 2001-01 --event-time date --label delay \
    --to 2001-02-01 --output "$folder/flights-2001-01.avro" 2> /dev/null
for _ in $(seq "${2:-1}"); do
    time JAVA_OPTS=-Xmx768m "$streamgauge" backtest --config "$folder/flights.yaml" \
        --input "features=$flights,labels=$flights" --from 2001-02-01 --report "$folder/flights.html" > "$folder/alerts.txt"
    time "${PYTHON:-python3}" "$here/pandas_scipy.py" "$flights" > "$folder/scipy.txt"
done
