#!/bin/bash
# usage: run.sh ROUNDS OUT.jsonl [name-filter-regex]
# All variants in turn, round after round, so that what else the machine does hits each alike. See README.md.
set -u
cd "$(dirname "$0")"
ROUNDS=${1:-5}; OUT=$(realpath -m "${2:-results.jsonl}"); FILTER=${3:-.}
WARM=${WARM:-60}; DUR=${DUR:-8}; SOLO=${SOLO:-3}; CONC=${CONC:-64}; BOTCPUS=${BOTCPUS:-0}; DRVCPUS=${DRVCPUS:-1}
PORT=${PORT:-3978}; CONNECTOR=${CONNECTOR:-3979}
ROOT=$PWD
for _ in $(seq "$ROUNDS"); do
  while IFS='|' read -r name scenario cwd command extra; do
    [[ -z $name || $name == \#* ]] && continue
    [[ "$name-$scenario" =~ $FILTER ]] || continue
    # shellcheck disable=SC2086 # extra holds several arguments
    taskset -c "$DRVCPUS" dotnet "$ROOT/out/driver/botbench.dll" --name "$name" --scenario "$scenario" --cwd "$ROOT/$cwd" --exec "$command" \
      --bot-cpus "$BOTCPUS" --port "$PORT" --connector-port "$CONNECTOR" \
      --warmup "$WARM" --duration "$DUR" --solo "$SOLO" --concurrency "$CONC" --out "$OUT" ${MODE:-} $extra </dev/null
  done < variants.txt
done
