#!/usr/bin/env bash
# Looks, before WildFly is started, at all that Parley needs, and says what is wrong, each with what to do. See --help.
set -uo pipefail

cli=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

help() {
  cat <<EOF
Usage: preflight.sh WILDFLY EAR PROPERTIES [CONFIGURATION]

  WILDFLY        the directory of a WildFly that is not running
  EAR            parley.ear, with or without operations
  PROPERTIES     what the server is started with (--properties=...)
  CONFIGURATION  standalone-full.xml, unless it is another one in standalone/configuration

Ends with 0 if nothing is wrong, 1 if Parley could not work, 2 if it could not look. Needs Java 17, and unzip, jar or python3.
EOF
}

case ${1:-} in -h | --help) help && exit ;; esac
[ $# -ge 3 ] || { help >&2; exit 2; }
wildfly=$1 ear=$2 properties=$3
configuration=$wildfly/standalone/configuration/${4:-standalone-full.xml}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

for file in "$wildfly/jboss-modules.jar" "$ear" "$properties" "$configuration"; do
  [ -r "$file" ] || { echo "preflight: $file cannot be read" >&2; exit 2; }
done
command -v "$java" >/dev/null || { echo "preflight: there is no $java: install Java 17 or later, or set JAVA_HOME" >&2; exit 2; }

errors=0
wrong() { errors=$((errors + 1)); echo "WRONG    $*"; }
doubtful() { echo "CONSIDER $*"; }

property() { # name, default
  local value
  value=$(sed -n "s/^[[:space:]]*${1//./\\.}[[:space:]]*[=:][[:space:]]*//p" "$properties" | tail -n 1 | tr -d '\r')
  echo "${value:-$2}"
}

# --- Java, WildFly ---
version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = \(1\.\)\{0,1\}//p')
[ "${version:-0}" -ge 17 ] || wrong "$java is Java ${version:-unknown}: Parley needs 17 or later"
compgen -G "$wildfly/modules/system/layers/base/org/wildfly/extension/messaging-activemq/main/*-39.0.1.Final.jar" >/dev/null ||
  doubtful "$wildfly is not WildFly 39.0.1.Final, with which Parley was tried: take that"

heap=$(grep -ohE -- '-Xmx[0-9]+[mMgG]' <<<"${JBOSS_JAVA_SIZING:-} ${JAVA_OPTS:-} $(grep -v '^[[:space:]]*#' "$wildfly/bin/standalone.conf" 2>/dev/null)" | head -n 1 | sed 's/^-Xmx//')
case $heap in
  *[mM]) [ "${heap%?}" -ge 700 ] || doubtful "the heap has at most ${heap%?} MiB, too few under load: start WildFly with JBOSS_JAVA_SIZING='-Xms1g -Xmx1g'" ;;
  '') doubtful "nothing says how large the heap may be: start WildFly with JBOSS_JAVA_SIZING='-Xms1g -Xmx1g'" ;;
esac

# --- Properties ---
[ -z "$(find "$properties" -perm /077 2>/dev/null)" ] || doubtful "$properties has passwords and can be read by others: chmod 600 $properties"
for needed in parley.database.password parley.cluster.password; do
  [ -n "$(property $needed '')" ] || wrong "$needed is missing in $properties: add it"
done
node=$(property jboss.tx.node.id '')
[ ${#node} -le 23 ] || wrong "jboss.tx.node.id has ${#node} characters: give it at most 23"
[ -n "$node" ] || doubtful "jboss.tx.node.id is missing in $properties: give each node one of its own that stays"

# --- Configuration: as the configure.cli beside this script leaves it ---
is_configured() { grep -q -- "$1" "$configuration"; }
if ! is_configured 'java:jboss/datasources/ParleyDS'; then
  wrong "$configuration was not prepared for Parley: run configure.cli"
else
  missing=
  broker=here
  is_configured 'remote-connector name="parley-broker"' && broker=elsewhere
  if [ $broker = here ]; then
    while read -r queue; do
      is_configured "jms-queue name=\"$queue\"" || missing="$missing $queue"
    done < <(sed -n 's/.*jms-queue=\(parley[a-z.]*\):add.*/\1/p' "$cli/configure.cli")
    [ -z "$missing" ] || wrong "queues are missing in $configuration ($missing ): run configure.cli of this version again"
    ! is_configured '<role name="guest"' || wrong "the role guest may use the broker: run configure.cli of this version again"
  fi
  # What configure.cli of this version closes. Another application may need it, so it is no error.
  open=
  ! grep -E '<https?-listener name="(default|https)"' "$configuration" | grep -qv 'enable-http2="false"' || open="$open, HTTP/2 is on"
  ! is_configured '<location name="/" handler="welcome-content"' || open="$open, WildFly's welcome page is at /"
  ! is_configured '<http-invoker' || open="$open, EJBs, names and transactions are reached over HTTP"
  ! is_configured '<remote connectors=' || open="$open, EJBs are called from outside"
  ! is_configured 'http-connector name="http-remoting-connector"' || open="$open, remoting is at the HTTP port"
  ! is_configured 'urn:jboss:domain:iiop-openjdk' || open="$open, IIOP is on"
  is_configured 'ApplicationRealm.brute-force.enabled' || open="$open, wrong passwords keep out whose they are not"
  [ -z "$open" ] || doubtful "$configuration is not as configure.cli of this version leaves it (${open#, }): run it again, unless another application needs it so"
fi

# --- Database and broker are asked as the server would ask them ---
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
full_ear=$(cd "$(dirname "$ear")" && pwd)/$(basename "$ear")
(cd "$classes" && { unzip -qo "$full_ear" parley-ejb.jar || jar xf "$full_ear" parley-ejb.jar || python3 -m zipfile -e "$full_ear" . ; }) >/dev/null 2>&1
[ -r "$classes/parley-ejb.jar" ] || { echo "preflight: $ear cannot be unpacked: is it Parley's, and is there unzip, jar or python3?" >&2; exit 2; }

ask() { # class path, class, arguments ...
  local path=$1 class=$2
  shift 2
  "$java" -Djava.util.logging.SimpleFormatter.format='FOUND %5$s%n' -cp "$classes/parley-ejb.jar:$path" "$class" "$@" 2>&1 || true
}

findings() { # what was said, by lines
  local said=$1 line
  while IFS= read -r line; do
    case $line in
      'FOUND max_prepared_transactions of PostgreSQL is 0'*) wrong "${line#FOUND }" ;;
      'FOUND max_prepared'*) doubtful "${line#FOUND }" ;;
      'FOUND the '*) wrong "${line#FOUND }" ;;
      Exception* | Error:*) wrong "$line" ;;
    esac
  done <<<"$said"
}

if is_configured 'driver-name="postgresql"\|<driver>postgresql</driver>'; then
  driver=$(find "$wildfly/modules/org/postgresql" -name '*.jar' 2>/dev/null | head -n 1)
  if [ -z "$driver" ]; then
    wrong "WildFly has no module org.postgresql: bin/jboss-cli.sh --command=\"module add --name=org.postgresql --resources=postgresql-42.7.7.jar --dependencies=java.se,jakarta.transaction.api\""
  else
    url=$(property parley.database.url "jdbc:postgresql://$(property parley.database.server localhost):$(property parley.database.port 5432)/$(property parley.database.name parley)")
    findings "$(PARLEY_DATABASE_PASSWORD=$(property parley.database.password '') ask "$driver" dev.parley.engine.jdbc.DatabaseCommand \
      "$url" "$(property parley.database.user parley)" "$(property parley.delivery xa)")"
  fi
fi

if [ "${broker:-}" = elsewhere ]; then
  address=$(property parley.broker.address '')
  if [ -z "$address" ]; then
    wrong "parley.broker.address is missing in $properties: add where the broker is"
  else
    findings "$(PARLEY_BROKER_PASSWORD=$(property parley.broker.password '') ask "$wildfly/bin/client/jboss-client.jar" dev.parley.engine.gateway.BrokerCommand \
      "$address" "$(property parley.broker.port 5445)" "$(property parley.broker.user '')")"
  fi
fi

# --- Ports ---
offset=$(property jboss.socket.binding.port-offset 0)
for port in $(property jboss.http.port 8080) $(property jboss.https.port 8443) $(property jboss.management.http.port 9990) $([ "${broker:-here}" = here ] && property parley.messaging.port 5445); do
  if (: </dev/tcp/127.0.0.1/$((port + offset))) 2>/dev/null; then
    wrong "port $((port + offset)) is taken: stop what listens there, or set jboss.socket.binding.port-offset"
  fi
done

if [ $errors = 0 ]; then
  echo "Nothing is wrong that can be seen before the start."
else
  echo "Parley could not work here: $errors to mend."
  exit 1
fi
