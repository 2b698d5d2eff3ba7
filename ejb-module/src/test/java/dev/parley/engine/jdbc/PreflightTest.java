package dev.parley.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.config.Delivery;
import org.junit.jupiter.api.Test;

class PreflightTest {

    private static final long GIB = 1024L * 1024 * 1024;

    @Test
    void withoutPreparedTransactionsThereIsNoXa() {
        assertThatThrownBy(() -> postgreSql(Delivery.XA, 0).check())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("max_prepared_transactions")
                .hasMessageContaining("set it to 100")
                .hasMessageContaining("outbox.cli");
        assertThatCode(() -> postgreSql(Delivery.OUTBOX, 0).check()).doesNotThrowAnyException();
        assertThatCode(() -> postgreSql(Delivery.XA, -1).check())
                .as("not known")
                .doesNotThrowAnyException();
    }

    @Test
    void tooFewAreAWarning() {
        assertThat(postgreSql(Delivery.XA, 99).warnings()).hasSize(1);
        assertThat(postgreSql(Delivery.XA, 100).warnings()).isEmpty();
        assertThat(postgreSql(Delivery.OUTBOX, 1).warnings()).isEmpty();
    }

    @Test
    void soIsASmallHeap() {
        assertThat(new Preflight(Dialect.H2, Delivery.XA, -1, 0, GIB / 2).warnings())
                .singleElement()
                .asString()
                .contains("512 MiB", "-Xmx1g");
    }

    private static Preflight postgreSql(Delivery delivery, int preparedTransactions) {
        return new Preflight(Dialect.POSTGRESQL, delivery, preparedTransactions, 100, GIB);
    }
}
