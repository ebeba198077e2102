#!/usr/bin/env bash
# How often do calibrated thresholds, and the default limits of other tools, fire when nothing changes? The tables of calibration.md.
# run.sh FOLDER [DATA]: lines, as they come in, and tables go to FOLDER; DATA holds chicago_taxi/ and flights/, and is optional.
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)
data=${2:+$(cd "$2" && pwd)}
cd "$(dirname "$0")/../../.."
classpath=src/benchmarks/target/classpath.txt
./mvnw -q -B -Dquick -Dassembly.skipAssembly=true -pl src/benchmarks -am package \
    dependency:build-classpath -Dmdep.outputFile="$PWD/$classpath" -Dmdep.includeScope=runtime
program() {
    java -Xmx6g -cp "src/benchmarks/target/classes:$(cat "$classpath")" "io.streamgauge.benchmarks.calibration.$@"
}
numbers=NORMAL,LOGNORMAL,AUTOREGRESSIVE_5,AUTOREGRESSIVE_9
streams=$numbers,CATEGORIES_5,CATEGORIES_500

program FalseAlarms $streams 100,300,1000,10000,100000 100 0-30 600 > "$folder/simulated.tsv"
program OtherTools $streams 100,300,1000 100 0-5 200 > "$folder/others.tsv"
program OtherTools $streams 10000 100 0-3 60 >> "$folder/others.tsv"
program OtherTools $streams 100000 100 0-1 40 >> "$folder/others.tsv"
if [ -n "$data" ]; then
    program ShuffledRows "$data/chicago_taxi/taxi_trips.csv.gz" 50 100 0-20 > "$folder/taxi.tsv"
    program ShuffledRows "$data/flights/flights-3m.parquet" 300 100 0-20 date 2001-01-01T00:00:00Z > "$folder/flights.tsv"
fi
program CalibrationCosts 1000 100 5 > "$folder/costs.txt"
for lines in simulated taxi flights; do
    if [ -s "$folder/$lines.tsv" ]; then
        program RateTable levels "$folder/$lines.tsv" > "$folder/$lines.md"
    fi
done
program RateTable percent "$folder/others.tsv" > "$folder/others.md"
