package dev.parley.relay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.Dialect;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailVacuumTest {

    private final MailVacuum vacuum = new MailVacuum();
    private final List<Runnable> planned = new ArrayList<>();
    private final List<Long> pauses = new ArrayList<>();
    private Dialect dialect = Dialect.POSTGRESQL;
    private boolean fails;
    private int done;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    void begin() {
        vacuum.enough = 100;
        vacuum.scheduler = (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, arguments) -> {
                    planned.add((Runnable) arguments[0]);
                    pauses.add(((TimeUnit) arguments[3]).toMillis((Long) arguments[1]));
                    return null;
                });
        vacuum.transactions = new MailTransactions() {
            @Override
            Dialect dialect() {
                return dialect;
            }

            @Override
            @SuppressWarnings("NullAway") // nobody looks at it
            <T> T here(Connections.Work<T> work) {
                if (fails) {
                    throw new Connections.Failed(new SQLException("gone"));
                }
                done++;
                return null;
            }
        };
    }

    private void areGone(int messages) {
        vacuum.committed(new MailWork.Changes(Map.of(), Instant.MAX, messages));
    }

    private void runPlanned() {
        planned.remove(0).run();
    }

    @Test
    void waitsUntilManyAreGone() {
        areGone(99);
        assertThat(planned).isEmpty();
        areGone(1);
        runPlanned();
        assertThat(done).isEqualTo(1);
        areGone(99);
        assertThat(planned).isEmpty();
    }

    @Test
    void isPlannedOnce() {
        areGone(100);
        areGone(100);
        assertThat(planned).hasSize(1);
    }

    @Test
    void leavesTimeForOthersAfterAFailure() {
        fails = true;
        areGone(100);
        runPlanned();
        areGone(100);
        assertThat(pauses.get(1)).isBetween(50_000L, 60_000L);
    }

    @Test
    void leavesH2Alone() {
        dialect = Dialect.H2;
        areGone(1000);
        assertThat(planned).isEmpty();
    }
}
