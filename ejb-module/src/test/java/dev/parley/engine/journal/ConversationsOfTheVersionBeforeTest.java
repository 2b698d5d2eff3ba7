package dev.parley.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.RequestLimits;
import dev.parley.conversation.Status;
import dev.parley.engine.jdbc.PatternStateMigration;
import dev.parley.exchange.ExchangePattern;
import dev.parley.exchange.ProviderCall;
import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.turn.TurnPattern;
import dev.parley.turn.Turns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations that were stored with a column for each thing that a pattern keeps, read as they are stored now. */
class ConversationsOfTheVersionBeforeTest {

    private static final String URL =
            "jdbc:h2:mem:before;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant STEP = Instant.parse("2026-01-02T03:04:15.123Z");
    private static final String KEPT = "{\"n\": 1.0, \"a\":\"\\\"\\u00e9\\n☃\",\n \"b\" :null}";
    private static final String LONGEST = "\"" + "\\\\".repeat(500_000) + "\"";

    private final JdbcDataSource database = new JdbcDataSource();
    private final Patterns patterns = new Patterns(List.of(
            new ExchangePattern(),
            new TurnPattern(new RequestLimits(
                    1000, Duration.ofHours(1), Duration.ofDays(30), new AddressPolicy(List.of("reply.*")), 10))));

    @BeforeEach
    void createTheTablesOfTheVersionBefore() {
        database.setURL(URL);
        flyway().target("10").load().migrate();
    }

    @AfterEach
    void drop() throws SQLException {
        execute("shutdown");
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/h2")
                .javaMigrations(new PatternStateMigration(false));
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private void insert(String id, Status status) throws SQLException {
        execute(
                "insert into parley_conversation (id, version, status, operation, exchange, sender, owner, message_id,"
                        + " correlation_id, reply_to, fault_to, acknowledge, state, attempts, last_failure, journal_length,"
                        + " created_at, updated_at, expires_at, ended, due_at, hops) values (?, 3, ?, 'place-order', 'in-out',"
                        + " 'user:ann', 'ann', ?, 'k', 'queue:reply.a', 'mailbox:faults', true, 'opaque', 2, 'it broke', 5,"
                        + " ?, ?, ?, ?, ?, 4)",
                id,
                status.name(),
                "m-" + id,
                THEN,
                THEN.plusSeconds(1),
                THEN.plusSeconds(60),
                status.isFinal(),
                THEN.plusSeconds(60));
    }

    private void asked(
            String id, String ticket, String provider, int asked, boolean pausing, Instant stepAt, String group)
            throws SQLException {
        execute(
                "update parley_conversation set ticket = ?, provider = ?, asked = ?, pausing = ?, step_at = ?,"
                        + " message_group = ? where id = ?",
                ticket,
                provider,
                asked,
                pausing,
                stepAt,
                group,
                id);
    }

    private void turns(String id, int turn, boolean awaiting, String kept, int requestAt) throws SQLException {
        execute(
                "update parley_conversation set turn = ?, awaiting = ?, kept_state = ?, request_at = ? where id = ?",
                turn,
                awaiting,
                kept,
                requestAt,
                id);
    }

    private Conversation read(String id) {
        try (SessionFactory factory = new Configuration()
                        .addAnnotatedClass(ConversationRow.class)
                        .setProperty("hibernate.connection.url", URL)
                        .setProperty("hibernate.jdbc.time_zone", "UTC")
                        .buildSessionFactory();
                Session session = factory.openSession()) {
            return session.find(ConversationRow.class, id).toConversation(patterns);
        }
    }

    @Test
    void keepWhatEveryConversationHas() throws SQLException {
        insert("plain", Status.RUNNING);
        flyway().load().migrate();
        Conversation plain = read("plain");
        assertThat(plain.pattern()).isEqualTo("exchange");
        assertThat(plain.patternState()).isNull();
        assertThat(plain.request().at()).isEqualTo(1);
        assertThat(plain.messageId()).isEqualTo("m-plain");
        assertThat(plain.replyTo()).isEqualTo(Address.queue("reply.a"));
        assertThat(plain.faultTo()).isEqualTo(Address.mailbox("faults"));
        assertThat(plain.acknowledge()).isTrue();
        assertThat(plain.state()).isEqualTo("opaque");
        assertThat(plain.attempts()).isEqualTo(2);
        assertThat(plain.lastFailure()).isEqualTo("it broke");
        assertThat(plain.sequence()).isEqualTo(5);
        assertThat(plain.version()).isEqualTo(3);
        assertThat(plain.hops()).isEqualTo(4);
        assertThat(plain.expiresAt()).isEqualTo(THEN.plusSeconds(60));
    }

    @Test
    void goOnAskingTheirProviders() throws SQLException {
        insert("asked", Status.RUNNING);
        asked("asked", "t1", "queue:p1", 2, false, STEP, null);
        insert("pausing", Status.RUNNING);
        asked("pausing", "t2", "mailbox:p2", 3, true, STEP, "g \"1\"");
        insert("nobody", Status.RUNNING);
        asked("nobody", "t3", null, 1, true, STEP, null);
        insert("over", Status.SUCCEEDED);
        asked("over", "t4", "queue:p1", 1, false, STEP, null);
        flyway().load().migrate();
        assertThat(read("asked").patternState())
                .isEqualTo(new ProviderCall("t1", Address.queue("p1"), 2, false, STEP, null));
        assertThat(read("asked").dueAt()).isEqualTo(STEP);
        assertThat(read("pausing").patternState())
                .isEqualTo(new ProviderCall("t2", Address.mailbox("p2"), 3, true, STEP, "g \"1\""));
        assertThat(read("nobody").patternState()).isEqualTo(new ProviderCall("t3", null, 1, true, STEP, null));
        assertThat(read("over").patternState())
                .isEqualTo(new ProviderCall("t4", Address.queue("p1"), 1, false, STEP, null));
    }

    @Test
    void goOnInTurns() throws SQLException {
        insert("awaiting", Status.RUNNING);
        turns("awaiting", 2, true, KEPT, 4);
        insert("working", Status.RUNNING);
        turns("working", 3, false, LONGEST, 7);
        insert("early", Status.ACCEPTED);
        turns("early", 0, true, null, 0);
        insert("over", Status.EXPIRED);
        turns("over", 1, true, null, 1);
        flyway().load().migrate();
        assertThat(read("awaiting").pattern()).isEqualTo("turn");
        assertThat(read("awaiting").patternState()).isEqualTo(new Turns(2, true, KEPT));
        assertThat(read("awaiting").request().at()).isEqualTo(4);
        assertThat(read("working").patternState()).isEqualTo(new Turns(3, false, LONGEST));
        assertThat(read("early").patternState()).isEqualTo(new Turns(0, true, null));
        assertThat(read("early").request().at()).isZero();
        assertThat(read("over").patternState()).isEqualTo(new Turns(1, true, null));
    }

    @Test
    void areFilledOnceWhenTheirMigrationWasCutShort() throws SQLException {
        insert("asked", Status.RUNNING);
        asked("asked", "t1", "queue:p1", 2, false, STEP, null);
        flyway().target("11").load().migrate();
        execute("delete from \"flyway_schema_history\" where \"version\" = '11'");
        flyway().load().migrate();
        assertThat(read("asked").patternState())
                .isEqualTo(new ProviderCall("t1", Address.queue("p1"), 2, false, STEP, null));
    }

    @Test
    void areWrittenBackAsTheyWereRead() throws SQLException {
        insert("working", Status.RUNNING);
        turns("working", 3, false, LONGEST, 7);
        flyway().load().migrate();
        Conversation working = read("working");
        String encoded = patterns.encode(working);
        assertThat(patterns.decode("turn", encoded)).isEqualTo(working.patternState());
        assertThat(encoded.length()).isGreaterThan(1_048_576);
        try (SessionFactory factory = new Configuration()
                        .addAnnotatedClass(ConversationRow.class)
                        .setProperty("hibernate.connection.url", URL)
                        .setProperty("hibernate.jdbc.time_zone", "UTC")
                        .buildSessionFactory();
                Session session = factory.openSession()) {
            session.beginTransaction();
            session.find(ConversationRow.class, "working")
                    .become(working.attempted(THEN), encoded, Duration.ofHours(1));
            session.getTransaction().commit();
        }
        assertThat(read("working").patternState()).isEqualTo(working.patternState());
    }

    @Test
    void areLeftAsTheyAreIfTheirPatternIsNotKnown() throws SQLException {
        insert("later", Status.RUNNING);
        flyway().load().migrate();
        execute("update parley_conversation set pattern = 'foo', pattern_state = '{\"x\":1}' where id = 'later'");
        Conversation later = read("later");
        assertThat(patterns.know(later)).isFalse();
        assertThat(patterns.encode(later)).isEqualTo("{\"x\":1}");
    }
}
