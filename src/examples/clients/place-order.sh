#!/usr/bin/env bash
# Places an order over HTTP, with curl and sed:
#
#   bash place-order.sh http://localhost:8080 alice PASSWORD order-1
#
# The key is the order's: run again with the same one, also after a crash, and there is still one order.
set -euo pipefail
server=$1 user=$2 password=$3 key=$4

# Asks until there is an answer: with its key, a request that may have been accepted can be sent again. curl waits for
# as long as Retry-After says.
ask() {
  curl --silent --show-error --fail-with-body --retry 10 --retry-connrefused --max-time 60 \
    -K <(echo "user = $user:$password") -H 'Prefer: wait=20' "$@"
}

head=$(mktemp)
trap 'rm -f "$head"' EXIT
conversation=$(ask -D "$head" -H 'Content-Type: application/json' -H "Idempotency-Key: \"$key\"" \
  -d '{"customer": "ada", "item": "tea", "quantity": 2}' "$server/parley/v1/operations/place-order")
location=$(sed -n 's/^[Ll]ocation: \([^\r]*\).*/\1/p' "$head")
while ! grep -qE '"status":"(SUCCEEDED|FAULTED|COMPENSATED|EXPIRED|CANCELLED)"' <<<"$conversation"; do
  conversation=$(ask "$location")
done
grep -q '"status":"SUCCEEDED"' <<<"$conversation" || {
  echo "$conversation" >&2
  exit 1
}
sed -n 's/.*"orderId":"\([^"]*\)".*/\1/p' <<<"$conversation"
