package dev.parley.it.load;

import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;

/** What happens to a server while it is asked. */
enum Disturbance {
    /** SIGKILL, and a new start on what is there. */
    KILL(Duration.ZERO) {
        @Override
        void begin(ParleyServer server, Probe probe) {
            server.kill();
        }

        @Override
        void end(ParleyServer server, Probe probe) {
            server.start();
        }
    },
    /** SIGSTOP for a while, then SIGCONT. */
    FREEZE(Duration.ofSeconds(10)) {
        @Override
        void begin(ParleyServer server, Probe probe) {
            server.freeze();
        }

        @Override
        void end(ParleyServer server, Probe probe) {
            server.thaw();
        }
    },
    /**
     * The broker cannot be reached for a while, not even from within the server, and all connections to it are gone.
     */
    BROKER(Duration.ofSeconds(5)) {
        @Override
        void begin(ParleyServer server, Probe probe) {
            probe.stopBroker();
        }

        @Override
        void end(ParleyServer server, Probe probe) {
            probe.startBroker();
        }
    },
    /** SIGKILL for the database, and a new start on its files; only for PostgreSQL. */
    DATABASE(Duration.ofSeconds(5)) {
        @Override
        void begin(ParleyServer server, Probe probe) {
            server.killDatabase();
        }

        @Override
        void end(ParleyServer server, Probe probe) {
            server.startDatabase();
        }
    },
    /** The database ends all connections of the server; only for PostgreSQL. */
    DISCONNECT(Duration.ZERO) {
        @Override
        void begin(ParleyServer server, Probe probe) {
            probe.sql("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }

        @Override
        void end(ParleyServer server, Probe probe) {
            // they are made again
        }
    };

    private final Duration lasts;

    Disturbance(Duration lasts) {
        this.lasts = lasts;
    }

    abstract void begin(ParleyServer server, Probe probe);

    abstract void end(ParleyServer server, Probe probe);

    /** All of it. */
    void happen(ParleyServer server, Probe probe) {
        begin(server, probe);
        Load.goOn(lasts);
        end(server, probe);
    }
}
