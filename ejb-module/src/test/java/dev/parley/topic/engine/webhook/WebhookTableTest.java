package dev.parley.topic.engine.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.jdbc.MigratedH2;
import dev.parley.topic.webhook.SigningSecrets;
import dev.parley.topic.webhook.WebhookSecret;
import dev.parley.topic.webhook.WebhookUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table of webhooks, in a database in memory. */
class WebhookTableTest {

    private static final String HOOK = "orders/hook";
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final WebhookSecret FIRST = WebhookSecret.of(new byte[WebhookSecret.LENGTH]);
    private static final WebhookSecret SECOND = WebhookSecret.of(new byte[24]);

    private Connection connection;
    private WebhookTable table;

    @BeforeEach
    void prepare() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(
                "jdbc:h2:mem:webhooks;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        MigratedH2.prepare(database);
        connection = database.getConnection();
        table = new WebhookTable(connection);
        execute(
                "insert into parley_subscription (name, version, owner, definition, topic, done, replay_done, replay_to,"
                        + " paused, delivered, parked, dropped, missed, served_at, due_at, retry_at, updated_at, updated_by)"
                        + " values ('orders/hook', 1, 'bob', '{}', 'orders', 0, 0, 0, false, 0, 0, 0, 0, current_timestamp,"
                        + " current_timestamp, current_timestamp, current_timestamp, 'bob')");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private WebhookRow row() throws SQLException {
        return Objects.requireNonNull(table.find(HOOK));
    }

    @Test
    void aSecretIsThereAndReplacedBesideTheOneBefore() throws SQLException {
        assertThat(table.find(HOOK)).isNull();
        table.lock(HOOK);
        table.insert(HOOK, FIRST);
        assertThat(row().secrets().current().text()).isEqualTo(FIRST.text());
        assertThat(row().secrets().before()).isNull();

        table.change(HOOK, SigningSecrets.of(FIRST).replacedBy(SECOND, NOW, Duration.ofHours(1)));

        SigningSecrets stored = row().secrets();
        assertThat(stored.current().text()).isEqualTo(SECOND.text());
        assertThat(Objects.requireNonNull(stored.before()).text()).isEqualTo(FIRST.text());
        assertThat(stored.beforeUntil()).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void whoHasAgreedHasDoneSoForOneUrl() throws SQLException {
        WebhookUrl url = WebhookUrl.parse("https://hooks.example.org/").orElseThrow();
        table.insert(HOOK, FIRST);
        assertThat(row().isProved(url)).isFalse();

        table.prove(HOOK, url.toString());

        assertThat(row().isProved(url)).isTrue();
        assertThat(row().isProved(WebhookUrl.parse("https://hooks.example.org/other")
                        .orElseThrow()))
                .isFalse();
    }

    /** Whoever subscribes under the same name later gets no secret of somebody else's. */
    @Test
    void whatBelongsToASubscriptionEndsWithIt() throws SQLException {
        table.insert(HOOK, FIRST);

        execute("delete from parley_subscription");

        assertThat(table.find(HOOK)).isNull();
    }
}
