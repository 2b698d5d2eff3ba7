package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Json;
import dev.parley.it.server.ParleyServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two processes that send each other messages at the same moment: neither waits for the other for ever. */
class ProcessesTellEachOtherIT extends ProcessTest {

    private static final int PAIRS = 20;

    private final String other = fresh("process");

    ProcessesTellEachOtherIT(ParleyServer server) {
        super(server);
    }

    /** It says hello to the one with the same key, and hears its hello. */
    private static String meeting(String with) {
        return "{\"attributes\":{\"pair\":{\"$\":\"/request/pair\"}},\"steps\":[{\"name\":\"meet\",\"parallel\":["
                + "[{\"name\":\"say\",\"operation\":\"" + with
                + ".hello\",\"input\":{\"pair\":{\"$\":\"/request/pair\"}}}],"
                + "[{\"name\":\"hear\",\"await\":\"hello\",\"timeout\":\"PT2M\","
                + "\"key\":{\"pair\":{\"$\":\"/message/pair\"}}}]]}]}";
    }

    @Test
    void andEachIsHeardOnce() {
        define(process, "{\"steps\":[{\"name\":\"hear\",\"await\":\"hello\"}]}");
        define(other, meeting(process));
        olga.process(process).put(meeting(other)).send();
        int deadlocks = deadlocks();
        List<CompletableFuture<HttpAnswer>> begun = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            for (String each : List.of(process, other)) {
                begun.add(alice.operation(each)
                        .body(Json.object("pair", "pair-" + i))
                        .sendLater());
            }
        }

        for (CompletableFuture<HttpAnswer> each : begun) {
            HttpAnswer accepted = each.join();
            HttpAnswer end = alice.awaitFinal(accepted.location());
            assertThat(end.conversationStatus()).as(end.toString()).isEqualTo("SUCCEEDED");
        }
        assertThat(deadlocks()).isEqualTo(deadlocks);
    }

    /** How many databases have told of one; each of them in its own words. */
    private int deadlocks() {
        return server.logged("eadlock").size();
    }
}
