package dev.parley.it.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Pool;
import java.time.Duration;

/** What the database has of a pool and its grants, for servers with a probe. */
public final class PoolRows {

    private final Probe probe;
    private final Pool pool;

    public PoolRows(Probe probe, Pool pool) {
        this.probe = probe;
        this.pool = pool;
    }

    /** How many grants are held. */
    public int held() {
        return count("state in ('HELD', 'ASKED')");
    }

    /** How many wait. */
    public int waiting() {
        return count("state = 'WAITING'");
    }

    /** How many there are, ended or not, that satisfy a condition. */
    public int count(String condition) {
        return probe.number("select count(*) from parley_grant where pool = '" + pool.name() + "' and " + condition);
    }

    /**
     * The counters are what the rows are, nobody has more than there is, and no token was given twice; once nothing is
     * in doubt any more.
     */
    public void assertThatTheyAgree() {
        await("nothing is in doubt").atMost(Duration.ofSeconds(60)).until(probe::inDoubt, InDoubt::isNothing);
        assertThat(number("held")).as("counted as held").isEqualTo(held());
        assertThat(number("waiting")).as("counted as waiting").isEqualTo(waiting());
        assertThat(held()).as("held").isLessThanOrEqualTo(number("capacity"));
        assertThat(count("token > (select token from parley_pool where name = '" + pool.name() + "')"))
                .as("tokens greater than the last")
                .isZero();
        assertThat(probe.number("select count(*) - count(distinct token) from parley_grant where token > 0 and pool = '"
                        + pool.name() + "'"))
                .as("tokens given twice")
                .isZero();
    }

    private int number(String column) {
        return probe.number("select " + column + " from parley_pool where name = '" + pool.name() + "'");
    }
}
