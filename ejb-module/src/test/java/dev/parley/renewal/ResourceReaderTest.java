package dev.parley.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.Arrival;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Address REPLY = Address.queue("reply.alice");
    private static final Address FORBIDDEN = Address.queue("parley.resources");
    private static final Problem PROBLEM = CommonProblem.MESSAGE_TOO_LARGE.because("problem");

    private static final AddressPolicy REPLIES = new AddressPolicy(List.of("reply.*"));

    private final ResourceReader reader = new ResourceReader(REPLIES, REPLIES);

    private static Arrival message(String type, String correlationId, Address replyTo, Map<String, String> properties) {
        return message(type, correlationId, replyTo, properties, null, "");
    }

    private static Arrival message(
            String type,
            String correlationId,
            Address replyTo,
            Map<String, String> properties,
            String user,
            String body) {
        return new Arrival(type, "ID:1", correlationId, replyTo, properties, null, false, null, user, body, null);
    }

    private void refuses(Arrival arrival, String name) {
        assertThatThrownBy(() -> reader.read(arrival)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problem().name())
                .isEqualTo(name));
    }

    @Test
    void readsARequest() {
        var read = reader.read(message(
                "request",
                null,
                REPLY,
                Map.of(Headers.POOL, "seats", Headers.MESSAGE_ID, "m1"),
                "alice",
                "{\"wait\": \"PT1M\"}"));

        assertThat(read.messageId()).isEqualTo("m1");
        assertThat(read.sender()).isEqualTo("user:alice");
        assertThat(read.caller()).isEqualTo(new Caller("alice", false));
        assertThat(read.pool()).isEqualTo("seats");
        assertThat(read.wish()).isEqualTo(new GrantWish(REPLY, Duration.ofMinutes(1)));
    }

    /** A database need not be able to look for it: PostgreSQL has no text with a NUL. */
    @Test
    void looksForNothingThatCannotBeAName() {
        refuses(message("request", null, REPLY, Map.of(Headers.POOL, "seats\0")), "pool-unknown");
        refuses(message("request", null, REPLY, Map.of(Headers.POOL, "s".repeat(101))), "pool-unknown");
        refuses(message("release", null, REPLY, Map.of(Headers.GRANT_ID, "g\0")), "grant-unknown");
        refuses(message("confirm", "g\0.1", REPLY, Map.of()), "grant-unknown");
        refuses(message("renew", null, REPLY, Map.of(Headers.GRANT_ID, "g1", Headers.POOL, "\0")), "pool-unknown");
    }

    @Test
    void refusesARequestThatSaysNobodys() {
        var arrival = message("request", null, null, Map.of(Headers.POOL, "seats"));
        assertThatThrownBy(() -> reader.read(arrival)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problem().name())
                .isEqualTo("reply-address-missing"));
    }

    @Test
    void knowsARequestAndItsSenderByWhatTheBrokerSays() {
        var read = reader.read(message("request", null, REPLY, Map.of(Headers.POOL, "seats")));

        assertThat(read.messageId()).isEqualTo("ID:1");
        assertThat(read.sender()).isEqualTo("queue:reply.alice");
        assertThat(read.caller()).isNull();
        assertThat(reader.read(message("release", null, null, Map.of(Headers.GRANT_ID, "g1")))
                        .sender())
                .isEqualTo("anonymous");
    }

    @Test
    void readsWhatIsSaidOfAGrant() {
        Map<String, String> grant = Map.of(Headers.GRANT_ID, "g1", Headers.POOL, "seats");

        var release = reader.read(message("release", null, null, grant));
        assertThat(release.event()).isEqualTo(new GrantEvent.Released());
        assertThat(release.grantId()).isEqualTo("g1");
        assertThat(release.pool()).isEqualTo("seats");
        assertThat(release.wish()).isNull();
        assertThat(reader.read(message("renew", null, null, grant)).event()).isEqualTo(new GrantEvent.Renewed());
    }

    /** The ping says which grant it asks about. */
    @ParameterizedTest
    @CsvSource({"confirm,", "ping,", "ping,Reply"})
    void readsYes(String type, String kind) {
        Map<String, String> properties = kind == null ? Map.of() : Map.of(Headers.KIND, kind);
        var read = reader.read(message(type, "g1.secret", null, properties));

        assertThat(read.event()).isEqualTo(new GrantEvent.Confirmed("g1.secret"));
        assertThat(read.grantId()).isEqualTo("g1");
    }

    @ParameterizedTest
    @CsvSource({"decline,", "ping,Fault", ",Fault"})
    void readsNo(String type, String kind) {
        Map<String, String> properties = kind == null ? Map.of() : Map.of(Headers.KIND, kind);
        var read = reader.read(message(type, "g1.secret", null, properties));

        assertThat(read.event()).isEqualTo(new GrantEvent.Declined("g1.secret"));
        assertThat(read.grantId()).isEqualTo("g1");
    }

    @Test
    void refusesWhatItCannotRead() {
        Map<String, String> grant = Map.of(Headers.GRANT_ID, "g1");

        refuses(message("request", null, REPLY, Map.of()), "pool-missing");
        refuses(message("request", null, REPLY, Map.of(Headers.POOL, "p"), null, "[]"), "body-invalid");
        refuses(message("request", null, FORBIDDEN, Map.of(Headers.POOL, "p")), "address-refused");
        refuses(message("release", null, FORBIDDEN, grant), "address-refused");
        refuses(message("release", null, REPLY, Map.of(Headers.FAULT_TO, "elsewhere")), "address-refused");
        refuses(message("confirm", null, null, grant), "ping-missing");
        refuses(message("decline", " ", null, grant), "ping-missing");
        refuses(message("release", null, null, Map.of()), "grant-missing");
        refuses(message("confirm", "no ping", null, Map.of()), "ping-missing");
        refuses(message("dance", null, null, grant), "type-unknown");
        refuses(message(null, null, null, grant), "type-unknown");
        String longest = "x".repeat(255);
        assertThat(reader.read(message(
                                "release", null, null, Map.of(Headers.GRANT_ID, "g", Headers.MESSAGE_ID, longest)))
                        .messageId())
                .isEqualTo(longest);
        refuses(
                message("release", null, null, Map.of(Headers.GRANT_ID, "g", Headers.MESSAGE_ID, longest + "x")),
                "header-invalid");
        refuses(
                message("release", null, null, Map.of(Headers.GRANT_ID, "g", Headers.MESSAGE_ID, "a\u0007")),
                "header-invalid");
        Map<String, String> pool = Map.of(Headers.POOL, "p");
        refuses(
                new Arrival("request", "ID:1", null, REPLY, pool, null, false, null, null, "", PROBLEM),
                "message-too-large");
    }

    @Test
    void answersWhereAnAnswerIsWanted() {
        Grant grant = Grant.waiting("g1", "seats", "user:alice", null, NOW, NOW.plusSeconds(60));
        Arrival asked = message("request", null, REPLY, Map.of(Headers.POOL, "seats", Headers.MESSAGE_ID, "m1"));

        Outgoing reply = reader.reply(asked, grant, NOW);

        assertThat(reply.to()).isEqualTo(REPLY);
        assertThat(reply.kind()).isEqualTo(MessageKind.REPLY);
        assertThat(reply.type()).isEqualTo("request");
        assertThat(reply.correlationId()).isEqualTo("m1");
        assertThat(reply.messageId()).startsWith("m1.");
        assertThat(reply.body()).contains("\"grantId\":\"g1\"");
        assertThat(reply.properties()).containsEntry(Headers.POOL, "seats").containsEntry(Headers.GRANT_ID, "g1");
        assertThat(reader.reply(message("confirm", "g1.s", REPLY, Map.of()), grant, NOW)
                        .correlationId())
                .isEqualTo("g1.s");
        assertThat(reader.reply(message("confirm", "g1.s", null, Map.of()), grant, NOW))
                .isNull();
    }

    @Test
    void answersInAMailboxWhereThereIsNoQueue() {
        Arrival asked = message(
                "request", null, null, Map.of(Headers.POOL, "seats", Headers.REPLY_TO, "mailbox:mine"), "alice", "");
        Grant grant = Grant.waiting("g1", "seats", "user:alice", null, NOW, NOW.plusSeconds(60));

        assertThat(reader.read(asked).wish().pingTo()).isEqualTo(Address.mailbox("mine"));
        assertThat(reader.reply(asked, grant, NOW).to()).isEqualTo(Address.mailbox("mine"));
    }

    @ParameterizedTest
    @CsvSource({"reply.desk, queue:reply.desk", "queue:reply.desk, queue:reply.desk", "mailbox:desk, mailbox:desk"})
    void readsWhereFaultsGo(String given, String address) {
        Arrival named = message("release", null, REPLY, Map.of(Headers.FAULT_TO, given, Headers.GRANT_ID, "g1"));

        assertThat(reader.read(named).grantId()).isEqualTo("g1");
        assertThat(reader.fault(named, PROBLEM, null, null, to -> true).to()).hasToString(address);
    }

    /** The holder's address was looked at when it was given. */
    @Test
    void tellsNoFaultInAForeignMailbox() {
        Address holder = Address.mailbox("holder");
        Arrival foreign = message("release", null, REPLY, Map.of(Headers.FAULT_TO, "mailbox:desk"));
        Arrival nowhere = message("release", null, null, Map.of(Headers.FAULT_TO, "mailbox:desk"));

        assertThat(reader.fault(foreign, PROBLEM, null, holder, REPLY::equals).to())
                .isEqualTo(REPLY);
        assertThat(reader.fault(nowhere, PROBLEM, null, holder, REPLY::equals).to())
                .isEqualTo(holder);
    }

    @Test
    void tellsAFaultWhereItIsWantedOrTheHolderIsTold() {
        Address holder = Address.queue("reply.holder");
        Arrival named = message("release", null, REPLY, Map.of(Headers.FAULT_TO, "reply.faults"));
        Arrival forbidden = message("release", null, REPLY, Map.of(Headers.FAULT_TO, "secret"));
        Arrival nowhere = message("confirm", "g1.s", null, Map.of());

        assertThat(reader.fault(named, PROBLEM, null, holder, to -> true).to())
                .isEqualTo(Address.queue("reply.faults"));
        assertThat(reader.fault(forbidden, PROBLEM, null, holder, to -> true).to())
                .isEqualTo(REPLY);
        assertThat(reader.fault(message("release", null, FORBIDDEN, Map.of()), PROBLEM, null, null, to -> true))
                .isNull();
        assertThat(reader.fault(nowhere, PROBLEM, null, null, to -> true)).isNull();
        Outgoing told = reader.fault(nowhere, PROBLEM, reader.read(nowhere), holder, to -> true);
        assertThat(told.to()).isEqualTo(holder);
        assertThat(told.kind()).isEqualTo(MessageKind.FAULT);
        assertThat(told.correlationId()).isEqualTo("g1.s");
        assertThat(told.properties()).containsEntry(Headers.GRANT_ID, "g1");
        assertThat(told.body()).contains("message-too-large");
    }
}
