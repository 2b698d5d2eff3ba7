package dev.parley.it.topic;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Replies;
import dev.parley.it.client.Samples;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Scatter-Gather: to operations, to all providers of one, to a topic, and as a step of a process. */
class ManyAreAskedIT extends TopicTest {

    ManyAreAskedIT(ParleyServer server) {
        super(server);
    }

    private HttpCall gathering(HttpParticipant who, String order) {
        return who.call(server.http().resolve(ServerNames.API + "/gatherings")).body(order);
    }

    private HttpAnswer gather(String order) {
        HttpAnswer answer = gathering(alice, order).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer;
    }

    private static String order(String to, String request, String more) {
        return "{\"to\":" + to + ",\"request\":" + request + more + "}";
    }

    private void enterUndoneBy(String operation, String compensation, JmsProvider... providers) {
        String queues = Stream.of(providers)
                .map(provider -> "{\"queue\":\"" + provider.queue() + "\"}")
                .collect(Collectors.joining(","));
        HttpAnswer answer = olga.operation(operation)
                .put("{\"provider\":[" + queues + "],\"compensation\":\"" + compensation + "\"}")
                .send();
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
    }

    private void enter(String operation, String... queues) {
        String providers = queues.length == 1
                ? "\"provider\":{\"queue\":\"" + queues[0] + "\"}"
                : "\"provider\":[{\"queue\":\"" + String.join("\"},{\"queue\":\"", queues) + "\"}]";
        HttpAnswer answer = olga.operation(operation).put("{" + providers + "}").send();
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
    }

    private static List<String> from(JsonNode answers) {
        return answers.findValuesAsText("from");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void severalOperationsAndTheCheapestIsTaken() {
        String dear = fresh("dear");
        String cheap = fresh("cheap");
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("dear"));
                JmsProvider petra = new JmsProvider(server, freshProviderQueue("cheap"))) {
            enter(dear, paul.queue());
            enter(cheap, petra.queue());
            HttpAnswer gathered = gather(order(
                    "{\"operations\":[\"" + dear + "\",\"" + cheap + "\",\"" + Samples.TAKE_PAYMENT + "\"]}",
                    Samples.payment(Samples.declinedCard()),
                    ",\"take\":\"least:/price\""));

            paul.reply(paul.next(), "{\"price\":9}");
            petra.reply(petra.next(), "{\"price\":7.5}");

            JsonNode end = alice.awaitFinal(gathered.location()).json();
            JsonNode reply = end.path("reply");
            assertThat(from(reply.path("answers"))).containsExactlyInAnyOrder(dear, cheap, Samples.TAKE_PAYMENT);
            assertThat(reply.path("taken").path("from").asText()).isEqualTo(cheap);
            assertThat(reply.path("complete").asText()).isEqualTo("all");
            assertThat(end.path("operation").asText()).isEqualTo("parley.gather");
            assertThat(end.path("gathering").path("exchange").asText()).isEqualTo("scatter-gather");
        }
    }

    @Test
    void allProvidersOfOneUntilThereAreEnough() {
        String quote = fresh("quote");
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("p1"));
                JmsProvider petra = new JmsProvider(server, freshProviderQueue("p2"));
                JmsProvider third = new JmsProvider(server, freshProviderQueue("p3"))) {
            enter(quote, paul.queue(), petra.queue(), third.queue());
            HttpAnswer gathered = gather(order(
                    "{\"operation\":\"" + quote + "\",\"providers\":\"all\"}",
                    "{\"item\":\"lamp\"}",
                    ",\"complete\":\"quorum:2\""));

            Asked asked = paul.next();
            assertThat(asked.operation()).isEqualTo(quote);
            assertThat(Json.parse(asked.text()).path("item").asText()).isEqualTo("lamp");
            paul.reply(asked, "{\"price\":1}");
            paul.reply(asked, "{\"price\":2}");
            third.next();
            petra.reply(petra.next(), "{\"price\":3}");

            JsonNode reply = alice.awaitFinal(gathered.location()).json().path("reply");
            assertThat(from(reply.path("answers"))).containsExactly("queue:" + paul.queue(), "queue:" + petra.queue());
            assertThat(texts(reply.path("missing"))).containsExactly("queue:" + third.queue());
        }
    }

    @Test
    void allWhoSubscribeToATopicWhateverComesBackOtherwise() {
        open();
        String queue = freshReplyQueue("bob");
        try (JmsParticipant bobs = JmsParticipant.core(server, server.bob())) {
            Replies received = bobs.listen(queue);
            topic.seenBy(bob).subscribe("couriers", "to", "queue:" + queue);
            topic.seenBy(bob).subscribe("payments", "to", "operation:" + Samples.TAKE_PAYMENT);

            HttpAnswer gathered = gather(order(
                    "{\"topic\":\"" + topic.name() + "\"}",
                    Samples.payment(Samples.goodCard()),
                    ",\"deadline\":\"PT30S\""));
            Answer event = received.next();
            bobs.answer(
                    event,
                    JmsRequest.to("offer")
                            .correlationId(String.valueOf(event.correlationId()))
                            .withoutReplyAddress());

            JsonNode end = alice.awaitFinal(gathered.location()).json();
            assertThat(end.path("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(from(end.path("reply").path("answers"))).containsExactlyInAnyOrder("couriers", "payments");
        }
    }

    @Test
    void whoIsNotTakenUndoesWhatWasDone() {
        String dear = fresh("dear");
        String cheap = fresh("cheap");
        String undo = fresh("undo");
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("dear"));
                JmsProvider petra = new JmsProvider(server, freshProviderQueue("cheap"));
                JmsProvider undoing = new JmsProvider(server, freshProviderQueue("undo"))) {
            enter(undo, undoing.queue());
            enterUndoneBy(dear, undo, paul);
            enterUndoneBy(cheap, undo, petra);
            HttpAnswer gathered = gather(order(
                    "{\"operations\":[\"" + dear + "\",\"" + cheap + "\"]}",
                    "{\"item\":\"lamp\"}",
                    ",\"take\":\"least:/price\",\"losers\":\"compensate\""));
            Asked asked = paul.next();
            paul.reply(asked, "{\"price\":9}");
            petra.reply(petra.next(), "{\"price\":7}");

            JsonNode end = alice.awaitFinal(gathered.location()).json();
            assertThat(end.path("reply").path("taken").path("from").asText()).isEqualTo(cheap);
            Asked undone = undoing.next();
            assertThat(Json.parse(undone.text()).path("reply").path("price").asInt())
                    .isEqualTo(9);
            assertThat(undone.property("Compensates")).isEqualTo(asked.messageId());
            assertThat(undone.property("Outcome")).isEqualTo("done");
            undoing.reply(undone, "{}");
            assertThat(texts(end.path("gathering").path("undone"))).containsExactly(dear);
        }
    }

    /** Who is silent is asked again, until it is done; nobody has to see to it. */
    @Test
    void whatUndoesItIsAskedAgainWhileItIsSilent() {
        String dear = fresh("dear");
        String cheap = fresh("cheap");
        String undo = fresh("undo");
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("dear"));
                JmsProvider petra = new JmsProvider(server, freshProviderQueue("cheap"));
                JmsProvider undoing = new JmsProvider(server, freshProviderQueue("undo"))) {
            HttpAnswer entered = olga.operation(undo)
                    .put("{\"provider\":{\"queue\":\"" + undoing.queue()
                            + "\"},\"timeout\":\"PT1S\",\"retry\":{\"attempts\":1}}")
                    .send();
            assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
            enterUndoneBy(dear, undo, paul);
            enterUndoneBy(cheap, undo, petra);
            HttpAnswer gathered = gather(order(
                    "{\"operations\":[\"" + dear + "\",\"" + cheap + "\"]}",
                    "{}",
                    ",\"take\":\"least:/price\",\"losers\":\"compensate\""));
            paul.reply(paul.next(), "{\"price\":9}");
            petra.reply(petra.next(), "{\"price\":7}");
            alice.awaitFinal(gathered.location());
            Asked first = undoing.next();

            Asked again = undoing.next();

            assertThat(again.messageId()).isEqualTo(first.messageId());
            undoing.reply(again, "{}");
            await("it is undone").atMost(Duration.ofSeconds(60)).until(() -> alice.call(gathered.location())
                    .send()
                    .json()
                    .path("gathering")
                    .path("undoing")
                    .path(0)
                    .path("status")
                    .asText()
                    .equals("COMPENSATED"));
        }
    }

    @Test
    void aProcessThatIsNotTakenUndoesItself() {
        String dear = fresh("dear");
        String cheap = fresh("cheap");
        String hold = fresh("hold");
        String drop = fresh("drop");
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("hold"));
                JmsProvider petra = new JmsProvider(server, freshProviderQueue("cheap"));
                JmsProvider undoing = new JmsProvider(server, freshProviderQueue("drop"))) {
            enter(hold, paul.queue());
            enter(cheap, petra.queue());
            enter(drop, undoing.queue());
            HttpAnswer defined = olga.process(dear)
                    .put("{\"steps\":[{\"name\":\"hold\",\"operation\":\"" + hold + "\",\"compensation\":\"" + drop
                            + "\"}],\"reply\":{\"price\":9}}")
                    .send();
            assertThat(defined.status()).as(defined.toString()).isEqualTo(201);
            HttpAnswer gathered = gather(order(
                    "{\"operations\":[\"" + dear + "\",\"" + cheap + "\"]}",
                    "{}",
                    ",\"take\":\"least:/price\",\"losers\":\"compensate\""));
            paul.reply(paul.next(), "{\"held\":1}");
            petra.reply(petra.next(), "{\"price\":7}");

            JsonNode end = alice.awaitFinal(gathered.location()).json();
            assertThat(end.path("reply").path("taken").path("from").asText()).isEqualTo(cheap);
            Asked undone = undoing.next();
            assertThat(Json.parse(undone.text()).path("reply").path("held").asInt())
                    .isEqualTo(1);
            assertThat(undone.property("Outcome")).isEqualTo("done");
            undoing.reply(undone, "{}");
        }
    }

    @Test
    void oneOfAllProvidersUndoesWhatItDidTooLate() {
        String hold = fresh("hold");
        String drop = fresh("drop");
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("h1"));
                JmsProvider petra = new JmsProvider(server, freshProviderQueue("h2"))) {
            enter(drop, paul.queue(), petra.queue());
            enterUndoneBy(hold, drop, paul, petra);
            HttpAnswer gathered = gather(order(
                    "{\"operation\":\"" + hold + "\",\"providers\":\"all\"}",
                    "{\"seat\":7}",
                    ",\"complete\":\"first\",\"losers\":\"compensate\""));
            Asked late = petra.next();
            paul.reply(paul.next(), "{\"held\":1}");
            alice.awaitFinal(gathered.location());

            petra.reply(late, "{\"held\":2}");

            Asked undone = petra.next();
            assertThat(undone.operation()).isEqualTo(drop);
            assertThat(Json.parse(undone.text()))
                    .isEqualTo(Json.parse("{\"request\":{\"seat\":7},\"reply\":{\"held\":2},\"outcome\":\"done\"}"));
            assertThat(undone.property("Compensates")).isEqualTo(late.messageId());
            petra.reply(undone, "{}");
        }
    }

    @Test
    void whoIsNotNeededIsWithdrawnAndAnOperationChooses() {
        String slow = fresh("slow");
        String quick = fresh("quick");
        String choose = fresh("choose");
        String mailbox = fresh("slow-box");
        olga.mailbox(mailbox).define();
        try (JmsProvider petra = new JmsProvider(server, freshProviderQueue("quick"));
                JmsProvider chooser = new JmsProvider(server, freshProviderQueue("choose"))) {
            enter(quick, petra.queue());
            enter(choose, chooser.queue());
            HttpAnswer entered = olga.operation(slow)
                    .put("{\"provider\":{\"mailbox\":\"" + mailbox + "\"}}")
                    .send();
            assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
            HttpAnswer gathered = gather(order(
                    "{\"operations\":[\"" + slow + "\",\"" + quick + "\"]}",
                    "{}",
                    ",\"complete\":\"first\",\"losers\":\"cancel\",\"take\":{\"operation\":\"" + choose + "\"}"));
            petra.reply(petra.next(), "{\"price\":7}");
            Asked choice = chooser.next();
            assertThat(from(Json.parse(choice.text()).path("answers"))).containsExactly(quick);
            chooser.reply(choice, "{\"taken\":\"" + quick + "\"}");

            JsonNode end = alice.awaitFinal(gathered.location()).json();
            assertThat(end.path("reply").path("taken").path("from").asText()).isEqualTo(quick);
            assertThat(olga.mailbox(mailbox).view().path("ready").asInt())
                    .as("the request was taken out of the mailbox")
                    .isZero();
        }
    }

    @Test
    void nobodyWhoCannotBe() {
        assertThatItIsRefused(400, "body-invalid", gathering(alice, "{}"));
        assertThatItIsRefused(
                400, "body-invalid", gathering(alice, order("{\"topic\":\"t\",\"operations\":[\"a\"]}", "{}", "")));
        assertThatItIsRefused(400, "body-invalid", gathering(alice, order("{\"operations\":[\"a\",\"a\"]}", "{}", "")));
        assertThatItIsRefused(
                400, "body-invalid", gathering(alice, order("{\"topic\":\"t\"}", "{}", ",\"take\":\"best\"")));
        assertThatItIsRefused(
                400,
                "body-invalid",
                gathering(alice, order("{\"topic\":\"t\"}", "{}", ",\"complete\":\"first\",\"atLeast\":2")));
        assertThatItIsRefused(
                400, "body-invalid", gathering(alice, order("{\"topic\":\"t\"}", "{}", ",\"losers\":\"cancel\"")));

        JsonNode unknown = alice.awaitFinal(gather(order("{\"topic\":\"" + fresh("nothing") + "\"}", "{}", ""))
                        .location())
                .json();
        assertThat(unknown.path("fault").path("type").asText()).isEqualTo("urn:parley:fault:topic-unknown");
        topic.define();
        JsonNode foreign = bob.awaitFinal(gathering(bob, order("{\"topic\":\"" + topic.name() + "\"}", "{}", ""))
                        .send()
                        .location())
                .json();
        assertThat(foreign.path("fault").path("type").asText()).isEqualTo("urn:parley:fault:publisher-refused");
        JsonNode bean = alice.awaitFinal(gather(order(
                                "{\"operation\":\"" + Samples.TAKE_PAYMENT + "\",\"providers\":\"all\"}", "{}", ""))
                        .location())
                .json();
        assertThat(bean.path("fault").path("type").asText()).isEqualTo("urn:parley:fault:operation-unknown");
        JsonNode nothing = alice.awaitFinal(
                        gather(order("{\"operations\":[\"" + fresh("no") + "\"]}", "{}", ",\"complete\":\"first\""))
                                .location())
                .json();
        assertThat(nothing.path("fault").path("type").asText()).isEqualTo("urn:parley:fault:too-few");
    }

    @Test
    void onceForOneKeyAndOverJms() {
        String order = order("{\"operations\":[\"" + Samples.RESERVE_STOCK + "\"]}", Samples.reservation(1), "");
        HttpAnswer first = gathering(alice, order).key("g-1").send();
        HttpAnswer again = gathering(alice, order).key("g-1").send();
        assertThat(again.location()).isEqualTo(first.location());
        try (JmsParticipant alices = JmsParticipant.core(server, server.alice())) {
            Answer answer = alices.ask(JmsRequest.to("parley.gather").text(order));
            assertThat(answer.kind()).isEqualTo("Reply");
            assertThat(from(answer.json().path("answers"))).containsExactly(Samples.RESERVE_STOCK);
        }
    }

    @Test
    void byAProcessThatIsCancelledAndSoIsTheGathering() {
        String process = fresh("process");
        String quote = fresh("quote");
        try (JmsProvider paul = new JmsProvider(server, freshProviderQueue("silent"))) {
            enter(quote, paul.queue());
            HttpAnswer defined = olga.process(process)
                    .put("{\"steps\":[{\"name\":\"offers\",\"gather\":{\"to\":{\"operation\":\"" + quote
                            + "\",\"providers\":\"all\"},\"losers\":\"cancel\"}}]}")
                    .send();
            assertThat(defined.status()).as(defined.toString()).isEqualTo(201);
            HttpAnswer accepted = alice.operation(process).body("{}").send();
            String gathering = String.valueOf(paul.next().conversationId());

            HttpAnswer cancelled = alice.conversation(accepted.conversationId() + "/cancel")
                    .body("{}")
                    .send();
            assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(202);

            JsonNode end = alice.awaitFinal(accepted.location()).json();
            assertThat(end.path("status").asText()).as(end.toString()).isEqualTo("CANCELLED");
            JsonNode asked = olga.awaitFinal(olga.conversationAt(gathering)).json();
            assertThat(asked.path("operation").asText()).isEqualTo("parley.gather");
            assertThat(asked.path("status").asText()).as(asked.toString()).isEqualTo("CANCELLED");
            assertThat(asked.path("gathering").path("missing").path(0).asText()).isEqualTo("queue:" + paul.queue());
        }
    }

    @Test
    void byAProcessWhichSaysWhatItHasTaken() {
        topic.define("publishers", new String[] {}, "subscribers", ANYBODY);
        String queue = freshReplyQueue("bob");
        String process = fresh("process");
        String quote = fresh("quote");
        try (JmsParticipant bobs = JmsParticipant.core(server, server.bob());
                JmsProvider paul = new JmsProvider(server, freshProviderQueue("q1"));
                JmsProvider petra = new JmsProvider(server, freshProviderQueue("q2"))) {
            enter(quote, paul.queue(), petra.queue());
            Replies received = bobs.listen(queue);
            topic.seenBy(bob).subscribe("all", "to", "queue:" + queue);
            HttpAnswer defined = olga.process(process)
                    .put("{\"steps\":[{\"name\":\"offers\",\"gather\":{\"to\":{\"operation\":\"" + quote
                            + "\",\"providers\":\"all\"},\"request\":{\"item\":{\"$\":\"/request/item\"}},\"take\":\"most:/price\"}},"
                            + "{\"name\":\"tell\",\"publish\":{\"topic\":\"" + topic.name()
                            + "\",\"type\":\"offer.taken\",\"event\":{\"price\":{\"$\":\"/steps/offers/reply/taken/reply/price\"}}}}],"
                            + "\"reply\":{\"best\":{\"$\":\"/steps/offers/reply/taken/from\"}}}")
                    .send();
            assertThat(defined.status()).as(defined.toString()).isEqualTo(201);
            assertThat(defined.json().path("warnings")).as(defined.toString()).isEmpty();

            HttpAnswer accepted =
                    alice.operation(process).body("{\"item\":\"lamp\"}").send();
            paul.reply(paul.next(), "{\"price\":3}");
            petra.reply(petra.next(), "{\"price\":4}");

            JsonNode end = alice.awaitFinal(accepted.location()).json();
            assertThat(end.path("status").asText()).as(end.toString()).isEqualTo("SUCCEEDED");
            assertThat(end.path("reply").path("best").asText()).isEqualTo("queue:" + petra.queue());
            Answer event = received.next();
            assertThat(event.type()).isEqualTo("offer.taken");
            assertThat(event.json().path("price").asInt()).isEqualTo(4);
        }
    }
}
