#!/usr/bin/env bash
# Runs the JMH benchmarks whose names match, with any options of JMH: run.sh NumericKernels -f 3
set -euo pipefail
cd "$(dirname "$0")/../.."
classpath=src/benchmarks/target/classpath.txt
./mvnw -q -B -Dquick -Dassembly.skipAssembly=true -pl src/benchmarks -am package \
    dependency:build-classpath -Dmdep.outputFile="$PWD/$classpath" -Dmdep.includeScope=runtime
exec java -cp "src/benchmarks/target/classes:$(cat "$classpath")" org.openjdk.jmh.Main "$@"
