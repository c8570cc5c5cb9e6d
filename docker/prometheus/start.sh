#!/bin/sh
# Prometheus reads tokens from files only; this one lives in memory.
set -eu
printf '%s' "${METRICS_TOKEN:?set METRICS_TOKEN in docker/.env}" > /run/roundtable/token
exec /bin/prometheus --config.file=/etc/prometheus/prometheus.yml --storage.tsdb.path=/prometheus --storage.tsdb.retention.time=30d
