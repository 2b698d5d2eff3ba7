package dev.parley.it.renewal;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Answer;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Its sender is told at once, or an operator finds it; it never goes round in circles. */
class ResourceMessageIsMalformedIT extends RenewalTest {

    private final JmsParticipant hers;
    private final String correlation = fresh("correlation");

    ResourceMessageIsMalformedIT(ParleyServer server) {
        super(server);
        hers = JmsParticipant.core(server, server.alice());
    }

    @BeforeEach
    void define() {
        quiet(10);
    }

    @AfterEach
    void disconnect() {
        hers.close();
    }

    @Test
    void doesNotSayWhatItIs() {
        hers.sayOfResources(
                JmsRequest.withoutType().property("Pool", pool.name()).correlationId(correlation));

        assertThatItIsRefused("type-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"steal", "REQUEST", "", "relinquished", "parley.request"})
    void isSomethingElse(String type) {
        hers.sayOfResources(JmsRequest.to(type).property("Pool", pool.name()).correlationId(correlation));

        assertThatItIsRefused("type-unknown");
    }

    @Test
    void namesNoPool() {
        hers.sayOfResources(JmsRequest.to("request").correlationId(correlation));
        assertThatItIsRefused("pool-missing");

        hers.sayOfResources(JmsRequest.to("request").property("Pool", "").correlationId(correlation));
        assertThatItIsRefused("pool-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none-of-that-name", "a b", "ä", "'"})
    void namesAPoolThatIsNotThere(String name) {
        hers.sayOfResources(JmsRequest.to("request").property("Pool", name).correlationId(correlation));

        assertThatItIsRefused("pool-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "renew"})
    void namesNoGrant(String type) {
        hers.sayOfResources(JmsRequest.to(type).correlationId(correlation));

        assertThatItIsRefused("grant-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "decline"})
    void answersWhatIsNoPing(String type) {
        hers.sayOfResources(JmsRequest.to(type).correlationId(correlation));

        assertThatItIsRefused("ping-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "renew", "confirm", "decline"})
    void namesAGrantThatIsNotThere(String type) {
        String id = UUID.randomUUID().toString();
        hers.sayOfResources(JmsRequest.to(type).property("GrantId", id).correlationId(correlation));

        assertThat(assertThatItIsRefused("grant-unknown").property("GrantId")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "ä", "a'b"})
    void namesAnOddGrant(String id) {
        hers.sayOfResources(JmsRequest.to("release").property("GrantId", id).correlationId(correlation));

        Answer fault = hers.replies().next();

        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.problem()).isIn("urn:parley:fault:grant-unknown", "urn:parley:fault:grant-missing");
    }

    @Test
    void namesAnEndlessGrant() {
        hers.sayOfResources(
                JmsRequest.to("release").property("GrantId", "x".repeat(5_000)).correlationId(correlation));

        assertThatItIsRefused("grant-unknown");
    }

    @Test
    void namesAnotherPoolThanThatOfTheGrant() {
        hers.sayOfResources(request());
        String id = hers.replies().next().property("GrantId");
        String other = alice.pool(fresh("other")).define("capacity", 1).name();

        hers.sayOfResources(JmsRequest.to("release")
                .property("GrantId", id)
                .property("Pool", other)
                .correlationId(correlation));

        Answer fault = hers.replies().next();
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:grant-unknown");
        assertThatCounts(1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "decline"})
    void answersNoPing(String type) {
        hers.sayOfResources(JmsRequest.to(type)
                .property("GrantId", UUID.randomUUID().toString())
                .messageId(correlation));

        Answer fault = hers.replies().next();
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:ping-missing");
        assertThat(fault.correlationId()).isEqualTo(correlation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | body-not-json",
                "wait | body-not-json",
                "[] | body-invalid",
                "{\"wait\":\"-PT1S\"} | body-invalid",
                "{\"wait\":\"P99999999999D\"} | body-invalid",
                "{\"color\":1} | body-invalid",
                "{\"pingTo\":\"nowhere\"} | body-invalid",
                "{\"pingTo\":\"queue:parley.work\"} | address-refused",
            })
    void hasABodyThatIsNoRequest(String body, String problem) {
        hers.sayOfResources(request().text(body));

        assertThatItIsRefused(problem);
    }

    /** Parley may send to every mailbox, and nobody may make it do what they may not. */
    @Test
    void wantsToBeAskedInSomebodyElsesMailbox() {
        Mailbox bobs = bob.mailbox(fresh("mail")).define();
        JmsRequest request = request().text(Json.object("pingTo", "mailbox:" + bobs.name()));

        hers.sayOfResources(request);
        assertThatItIsRefused("address-refused");
        hers.sayOfResources(request().text(Json.object("pingTo", "mailbox:" + fresh("none"))));
        assertThatItIsRefused("address-refused");

        bobs.define("senders", new String[] {"*"});
        hers.sayOfResources(request);
        assertThat(hers.replies().next().kind()).isEqualTo("Reply");
        assertThatCounts(1, 0);
    }

    @Test
    void hasABodyThatIsNoText() {
        hers.sayOfResources(request().body(context -> {
            var map = context.createMapMessage();
            map.setString("no", "JSON");
            return map;
        }));

        Answer fault = hers.replies().next();
        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.correlationId()).isEqualTo(correlation);
        assertThatCounts(0, 0);
    }

    @Test
    void hasBytesInAnotherEncoding() {
        hers.sayOfResources(request().bytes("{\"wait\":\"ä\"}".getBytes(StandardCharsets.UTF_16)));

        assertThat(hers.replies().next().kind()).isEqualTo("Fault");
        assertThatCounts(0, 0);
    }

    @Test
    void hasAnEndlessId() {
        hers.sayOfResources(request().messageId("m".repeat(256)));

        assertThatItIsRefused("header-invalid");
    }

    @Test
    void wantsAnswersWhereTheyMayNotGo() {
        hers.sayOfResources(request().replyTo("parley.work"));

        assertThat(DeadMessages.awaitReason(server, correlation)).startsWith("address-refused");
        assertThatCounts(0, 0);
    }

    @Test
    void isParkedIfNobodyCanBeTold() {
        hers.sayOfResources(JmsRequest.to("request")
                .property("Pool", fresh("none"))
                .correlationId(correlation)
                .withoutReplyAddress());

        assertThat(DeadMessages.awaitReason(server, correlation)).startsWith("pool-unknown");
    }

    @Test
    void isToldInAMailboxThatItsSenderMaySendTo() {
        Mailbox desk = bob.mailbox(fresh("desk")).define("senders", new String[] {"*"});
        hers.sayOfResources(JmsRequest.to("request")
                .correlationId(correlation)
                .withoutReplyAddress()
                .property("FaultTo", "mailbox:" + desk.name()));

        assertThat(desk.next().text("correlationId")).isEqualTo(correlation);
    }

    @Test
    void isNotToldInAForeignMailbox() {
        Mailbox desk = bob.mailbox(fresh("desk")).define();
        hers.sayOfResources(JmsRequest.to("request")
                .correlationId(correlation)
                .withoutReplyAddress()
                .property("FaultTo", "mailbox:" + desk.name()));

        assertThat(DeadMessages.awaitReason(server, correlation)).startsWith("pool-missing");
        assertThat(desk.receive(10)).isEmpty();
    }

    /** What is good and comes at the same time is done. */
    @Test
    void doesNotHoldUpOthers() {
        for (int i = 0; i < 10; i++) {
            hers.sayOfResources(request().messageId("good-" + i).correlationId("good"));
            hers.sayOfResources(
                    JmsRequest.to("steal").property("Pool", pool.name()).correlationId("bad"));
        }

        for (int i = 0; i < 20; i++) {
            Answer answer = hers.replies().next();
            assertThat(answer.kind()).isEqualTo("good".equals(answer.correlationId()) ? "Reply" : "Fault");
        }
        assertThatCounts(10, 0);
    }

    private JmsRequest request() {
        return JmsRequest.to("request")
                .property("Pool", pool.name())
                .correlationId(correlation)
                .text(Json.object());
    }

    private Answer assertThatItIsRefused(String problem) {
        Answer fault = hers.replies().next();
        assertThat(fault.kind()).isEqualTo("Fault");
        assertThat(fault.correlationId()).isEqualTo(correlation);
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:" + problem);
        assertThatCounts(0, 0);
        return fault;
    }
}
