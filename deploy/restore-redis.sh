#!/bin/sh
# Puts a point-in-time file of Redis, read from standard input, where Redis with an append-only file finds
# it. Redis itself must not run. docs/operate.md says how to call it with Compose.
set -eu
umask 077
data=${1:-/data}
socket=$(mktemp -d)/redis.sock

if [ -e "$data/appendonlydir" ]; then
  echo "There is data in $data already. Move $data/appendonlydir away first; nothing was changed." >&2
  exit 1
fi
cat > "$data/dump.rdb"

# Without a port and without a password: only this script reaches it. It loads the file and writes the journal.
redis-server --dir "$data" --port 0 --unixsocket "$socket" --appendonly no --save '' \
  --daemonize yes --logfile "$data/restore.log" > /dev/null
ask() { redis-cli -s "$socket" "$@"; }
tries=0
until [ "$(ask ping 2> /dev/null)" = PONG ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 600 ] || grep -q -E 'exiting|aborting' "$data/restore.log" 2> /dev/null; then
    echo "Redis cannot read this file:" >&2
    tail -n 3 "$data/restore.log" >&2
    rm -f "$data/dump.rdb" "$data/restore.log"
    exit 1
  fi
  sleep 0.2
done
ask config set appendonly yes > /dev/null
while ask info persistence | grep -Eq '^aof_rewrite_(in_progress|scheduled):1'; do sleep 0.2; done
ask info persistence | grep -q '^aof_last_bgrewrite_status:ok'
echo "$(ask dbsize) keys are restored."
ask shutdown nosave || true
rm -f "$data/dump.rdb" "$data/restore.log"
