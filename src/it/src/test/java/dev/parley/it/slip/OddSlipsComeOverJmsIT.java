package dev.parley.it.slip;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.DeadMessages;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.server.ParleyServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is wrong with an order is told; what is wrong with a slip that travels is told to nobody but operators. */
class OddSlipsComeOverJmsIT extends SlipTest {

    private static final String CHECK = "{\"operation\":\"check-document\",\"arguments\":{\"document\":\"d-1\"}}";

    OddSlipsComeOverJmsIT(ParleyServer server) {
        super(server);
    }

    @Test
    void whoOrdersWronglyIsToldWhere() {
        Map<String, String> wrong = new TreeMap<>();
        wrong.put("/itinerary/0/operation", order(false, "{\"operation\":\"" + fresh("nobody") + "\"}"));
        wrong.put("/itinerary", "{\"itinerary\":[" + (CHECK + ",").repeat(64) + CHECK + "]}");
        wrong.put("/variables", "{\"variables\":\"none\",\"itinerary\":[" + CHECK + "]}");
        wrong.put("/events/to", "{\"events\":{\"to\":\"queue:parley.work\"},\"itinerary\":[" + CHECK + "]}");
        wrong.forEach((field, order) -> {
            JsonNode fault = refused(order);
            assertThat(type(fault)).as(order).isEqualTo("body-invalid");
            assertThat(fault.path("errors").findValuesAsText("field")).containsExactly(field);
        });
        assertThat(type(refused("{\"itinerary\":[" + CHECK + "],\"variables\":{\"a\":b}}")))
                .isEqualTo("body-not-json");
        assertThat(type(refused(
                        "{\"itinerary\":[" + CHECK + "],\"variables\":{\"a\":\"" + "x".repeat(256 * 1024) + "\"}}")))
                .isEqualTo("slip-too-large");
    }

    private JsonNode refused(String order) {
        String id = fresh("wrong");
        jms.sendSlip(JmsRequest.withoutType().text(order).correlationId(id));
        Answer fault = jms.replies().next();
        assertThat(fault.kind()).as(fault.text()).isEqualTo("Fault");
        assertThat(fault.correlationId()).isEqualTo(id);
        return fault.json();
    }

    @Test
    void twoOrdersOfOneIdAreOneSlip() {
        String id = fresh("order");
        for (String order : List.of(order(false, CHECK), order(false, CHECK), order(false, CHECK, CHECK))) {
            jms.sendSlip(JmsRequest.withoutType().text(order).messageId(id));
        }

        List<Answer> answers = List.of(jms.replies().next(), jms.replies().next());
        assertThat(answers).extracting(Answer::kind).containsExactlyInAnyOrder("Notice", "Fault");
        Answer fault = answers.stream()
                .filter(a -> a.kind().equals("Fault"))
                .findFirst()
                .orElseThrow();
        assertThat(type(fault.json())).isEqualTo("message-id-reused");
    }

    /** With the provider's answer the step was done: it stands in the log, and what was before it is undone. */
    @Test
    void whoMayNotDoesNotChangeTheRoute() {
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("slips"))) {
            String quote = quotedBy(paul);
            String id = start(STOCK, "{\"operation\":\"" + quote + "\"}", CHECK);
            Asked asked = paul.next();
            paul.reply(asked, "{\"itinerary\":[" + FLIGHT + "]}");

            JsonNode slip = await(id, "COMPENSATED");

            assertThat(type(slip.path("fault"))).isEqualTo("slip-revision-refused");
            assertThat(log(slip)).containsExactly("done reserve-stock", "done " + quote, "undone release-stock");
        }
    }

    @Test
    void whoMayChangesIt() {
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("slips"))) {
            String quote = quotedBy(paul);
            String id = start("{\"operation\":\"" + quote + "\",\"mayRevise\":true}", UNICORN);
            Asked asked = paul.next();
            paul.reply(asked, "{\"itinerary\":[" + CHECK + "]}");

            assertThat(log(await(id, "SUCCEEDED"))).containsExactly("done " + quote, "done check-document");
        }
    }

    private String quotedBy(JmsProvider paul) {
        String quote = fresh("quote");
        HttpAnswer entered = olga.operation(quote)
                .put("{\"provider\":{\"queue\":\"" + paul.queue() + "\"},\"timeout\":\"PT10M\"}")
                .send();
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        return quote;
    }

    /** A process whose step sends a slip to the process again. */
    @Test
    void aLoopComesToAnEnd() {
        String circle = fresh("circle");
        assertThat(olga.process(circle)
                        .put("{\"steps\":[{\"name\":\"a\",\"wait\":\"PT0.001S\"}]}")
                        .send()
                        .status())
                .isEqualTo(201);
        HttpAnswer closed = olga.process(circle)
                .put("{\"steps\":[{\"name\":\"again\",\"slip\":{\"itinerary\":[{\"operation\":\"" + circle + "\"}]}}]}")
                .send();
        assertThat(closed.status()).as(closed.toString()).isEqualTo(201);

        JsonNode slip = await(start("{\"operation\":\"" + circle + "\"}"), "FAULTED");

        assertThat(slip.path("log")).isEmpty();
        assertThat(slip.path("fault").toString()).contains("hop-limit");
    }

    /** Its text is what is parked of a slip that is stuck: it is of the right key, but for nobody to send. */
    @Test
    void whatWasChangedOrSentAgainIsParkedAndRunsNothing() throws GeneralSecurityException {
        String id = start(STOCK, FLIGHT, UNICORN);
        await(id, "STUCK");
        String text = parked(id);

        assertThatItIsInvalid("replayed", text);
        assertThatItIsInvalid("route", changed(text, "reserve-stock", "book-flight"));
        assertThatItIsInvalid("log", changed(text, "\"act\":\"done\"", "\"act\":\"undone\""));
        assertThatItIsInvalid("variables", changed(text, "\"item\":\"lamp\"", "\"item\":\"tea\""));
        assertThatItIsInvalid("time", text.replaceAll("\"expiresAt\":\"20", "\"expiresAt\":\"21"));
        assertThatItIsInvalid(
                "truncated", text.replaceAll("\"log\":\\[.*?\\],\"variables\"", "\"log\":[],\"variables\""));
        assertThatItIsInvalid("unsigned", text.replaceAll(",\"signature\":\"[^\"]*\"", ""));
        assertThatItIsInvalid("foreign", signedByMallory(text));

        assertThat(log(await(id, "STUCK"))).containsExactly("done reserve-stock", "done book-flight");
    }

    private static String changed(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    private void assertThatItIsInvalid(String what, String text) {
        String id = fresh(what);
        jms.sendSlip(JmsRequest.withoutType().text(text).correlationId(id));
        assertThat(DeadMessages.awaitReason(server, id)).as(what).startsWith("slip-invalid");
    }

    /** It may come there a moment after the slip is seen to be stuck: its database commits first. */
    private String parked(String slip) {
        return Awaitility.await("slip " + slip + " among the dead letters")
                .atMost(Duration.ofSeconds(20))
                .until(() -> amongDeadLetters(slip), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> amongDeadLetters(String slip) {
        JsonNode letters = olga.deadLetters("")
                .query("reason", "slip-stuck")
                .query("limit", "200")
                .send()
                .json()
                .path("deadLetters");
        for (JsonNode letter : letters) {
            JsonNode shown =
                    olga.deadLetters("/" + letter.path("id").asText()).send().json();
            if (shown.path("body").path("slip").asText().equals(slip)) {
                return Optional.of(shown.path("body").toString());
            }
        }
        return Optional.empty();
    }

    /** By a key of the same name. */
    private static String signedByMallory(String text) throws GeneralSecurityException {
        String head = base64("{\"alg\":\"HS256\",\"kid\":\"parley\"}".getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("mallory's secret of thirty-two by".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String content = text.replaceAll(",\"signature\":\"[^\"]*\"", "");
        byte[] seal = mac.doFinal((head + "." + base64(("[" + content + "]").getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.US_ASCII));
        return content.substring(0, content.length() - 1) + ",\"signature\":\"" + head + ".." + base64(seal) + "\"}";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
