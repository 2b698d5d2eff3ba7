# shellcheck shell=bash
# The PostgreSQL of ear/run, which sources this: binaries from Maven Central, one cluster in the base directory. It writes to the disk (fsync) as it does by default.
# shellcheck disable=SC2154 # root, base, server, java, database, mvn: of ear/run

cluster=$base/postgresql
version=$(sed -n 's:.*<version.postgresql.binaries>\(.*\)</version.postgresql.binaries>.*:\1:p' "$root/pom.xml")
binaries=$root/ear/target/postgresql-$version

platform() {
  local machine
  machine=$(uname -m)
  case $(uname -s)-$machine in
    Linux-x86_64) echo linux-amd64 ;;
    Linux-aarch64) echo linux-arm64v8 ;;
    Darwin-x86_64) echo darwin-amd64 ;;
    Darwin-arm64) echo darwin-arm64v8 ;;
    *) fail "there is no PostgreSQL for $(uname -s) on $machine at Maven Central: configure a WildFly for one of your own (src/docs/operations.md)" ;;
  esac
}

# PostgreSQL does not run as root; as nobody in particular it does, and the files stay root's.
as_somebody() {
  if [ "$(id -u)" = 0 ] && command -v unshare >/dev/null; then
    unshare -U "$@"
  else
    "$@"
  fi
}

postgresql_tool() {
  local tool=$1
  shift
  as_somebody "$binaries/bin/$tool" "$@"
}

bring_binaries() {
  local mvn archive
  [ ! -x "$binaries/bin/postgres" ] || return 0
  mvn=$(command -v mvn || echo "$root/mvnw")
  echo "Bringing PostgreSQL $version from Maven Central ..."
  rm -rf "$binaries.new"
  mkdir -p "$binaries.new"
  "$mvn" --quiet --batch-mode --file "$root/pom.xml" --non-recursive dependency:copy \
    -Dartifact="io.zonky.test.postgres:embedded-postgres-binaries-$(platform):$version" -DoutputDirectory="$binaries.new" || fail "PostgreSQL cannot be had"
  (cd "$binaries.new" && "${java%java}jar" xf ./*.jar) || fail "PostgreSQL cannot be unpacked: is there a jar beside $java?"
  archive=$(find "$binaries.new" -name '*.txz' | head -n 1)
  tar -xJf "$archive" -C "$binaries.new" || fail "PostgreSQL cannot be unpacked: tar and xz are needed"
  rm -f "$archive" "$binaries.new"/*.jar
  mv "$binaries.new" "$binaries"
}

# The configuration of the server that uses it, made once for each build.
configure_for_postgresql() {
  local made=$server/standalone/configuration/$config script=$base/configure.cli
  [ "$made" -nt "$server/.prepared" ] && return 0
  echo "Configuring WildFly for PostgreSQL ..."
  cp "$server/standalone/configuration/standalone-full.xml.pristine" "$made"
  (
    echo "embed-server --server-config=$config --std-out=discard"
    cat "$root/src/main/cli/configure.cli"
    echo
    echo stop-embedded-server
  ) >"$script"
  if ! JBOSS_HOME=$server "$java" -Djboss.cli.config="$server/bin/jboss-cli.xml" -Dparley.database=postgresql -jar "$server/jboss-modules.jar" \
    -mp "$server/modules" org.jboss.as.cli --file="$script" >"$base/log/configure.log" 2>&1; then
    rm -f "$made"
    fail "WildFly cannot be configured; see $base/log/configure.log"
  fi
  touch "$made"
}

prepare_postgresql() {
  bring_binaries
  configure_for_postgresql
  [ ! -f "$cluster/PG_VERSION" ] || return 0
  echo "Making a database ..."
  sed -n 's/^parley.database.password=//p' "$base/parley.properties" >"$base/password"
  rm -rf "$cluster"
  {
    postgresql_tool initdb -D "$cluster" -U parley --auth=scram-sha-256 --pwfile="$base/password" --encoding=UTF8 --locale=C &&
      echo "create database parley" | postgresql_tool postgres --single -D "$cluster" postgres
  } >"$base/log/postgresql.log" 2>&1 || {
    rm -rf "$cluster"
    fail "no database can be made; see $base/log/postgresql.log"
  }
  rm -f "$base/password"
}

start_postgresql() {
  echo "Starting PostgreSQL ..."
  postgresql_tool pg_ctl start -w -s -D "$cluster" -l "$base/log/postgresql.log" \
    -o "-c listen_addresses=127.0.0.1 -c port=$database -c unix_socket_directories='' -c max_connections=100 -c max_prepared_transactions=100" </dev/null >/dev/null 2>&1 ||
    fail "PostgreSQL does not start; see $base/log/postgresql.log"
}

# shellcheck disable=SC2317 # called by a trap of ear/run
stop_postgresql() {
  postgresql_tool pg_ctl stop -s -m fast -D "$cluster" >/dev/null 2>&1 || true
}
