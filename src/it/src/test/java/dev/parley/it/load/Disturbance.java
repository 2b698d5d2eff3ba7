package dev.parley.it.load;

import dev.parley.it.probe.Probe;
import dev.parley.it.server.ParleyServer;
import java.time.Duration;

/** What happens to a server while it is asked. */
enum Disturbance {
    /** SIGKILL, and a new start on what is there. */
    KILL {
        @Override
        void happen(ParleyServer server, Probe probe) {
            server.kill();
            server.start();
        }
    },
    /** SIGSTOP for a while, then SIGCONT. */
    FREEZE {
        @Override
        void happen(ParleyServer server, Probe probe) {
            server.freeze();
            KillsUnderLoadIT.goOn(Duration.ofSeconds(10));
            server.thaw();
        }
    },
    /** The database ends all connections of the server; only for PostgreSQL. */
    DISCONNECT {
        @Override
        void happen(ParleyServer server, Probe probe) {
            probe.sql("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    };

    abstract void happen(ParleyServer server, Probe probe);
}
