package dev.parley.it.nodes;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A gathering is one, whichever node is asked for it and whichever takes the answers, also if one of them is killed.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@InShares(on = Configuration.H2, seconds = 110)
class GatheringsOnTwoNodesIT extends NodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int NAMES = 3;

    private final List<String> quotes = new ArrayList<>();
    private final List<JmsProvider> providers = new ArrayList<>();

    GatheringsOnTwoNodesIT(Nodes nodes) {
        super(nodes);
    }

    @Test
    void endWithTwoAnswersAndWhatIsNotTakenIsUndoneOnce() {
        String undo = fresh("undo");
        JmsProvider undoing = provider("undo");
        try {
            enter(nodes.first(), undo, servedBy(undoing));
            for (int i = 0; i < NAMES; i++) {
                JmsProvider provider = provider("quote" + i);
                providers.add(provider);
                quotes.add(fresh("quote"));
                enter(
                        nodes.first(),
                        quotes.get(i),
                        "{\"provider\":{\"queue\":\"" + provider.queue() + "\"},\"compensation\":\"" + undo + "\","
                                + PATIENT + "}");
            }
            List<CompletableFuture<HttpAnswer>> asked = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                asked.add(gather(i % 2 == 0 ? nodes.first() : nodes.second()));
            }
            int replies = answerAll(MANY / 2);
            nodes.second().kill();
            nodes.second().start();
            List<URI> accepted = asked.stream()
                    .map(GatheringsOnTwoNodesIT::accepted)
                    .flatMap(Optional::stream)
                    .toList();
            assertThat(accepted).hasSizeGreaterThan(MANY / 2 - 1);
            replies += answerAll(Integer.MAX_VALUE);

            for (URI gathering : accepted) {
                assertThatItHasTwo(gathering);
            }
            assertThatEachIsUndoneOnce(undoing, replies);
        } finally {
            undoing.close();
            providers.forEach(JmsProvider::close);
            nodes.all().stream().filter(node -> !node.isRunning()).forEach(ParleyServer::start);
        }
    }

    private CompletableFuture<HttpAnswer> gather(ParleyServer node) {
        String order = "{\"to\":{\"operations\":[\"" + String.join("\",\"", quotes)
                + "\"]},\"request\":{\"item\":\"lamp\"},\"complete\":\"quorum:2\",\"take\":\"least:/price\","
                + "\"losers\":\"compensate\"}";
        return alice(node)
                .call(node.http().resolve(ServerNames.API + "/gatherings"))
                .body(order)
                .sendLater();
    }

    /** Who was killed before it answered may have accepted it, or not. */
    private static Optional<URI> accepted(CompletableFuture<HttpAnswer> asked) {
        try {
            HttpAnswer answer = asked.join();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
            return Optional.of(answer.location());
        } catch (CompletionException killed) {
            return Optional.empty();
        }
    }

    /** So many requests at most of each, until none comes any more; how many there were. */
    private int answerAll(int most) {
        int replies = 0;
        for (int i = 0; i < NAMES; i++) {
            JmsProvider provider = providers.get(i);
            Optional<Asked> request = provider.poll(QUIET);
            for (int count = 1; request.isPresent(); count++) {
                provider.reply(request.get(), "{\"price\":" + (i + 1) + "}");
                replies++;
                request = count < most ? provider.poll(QUIET) : Optional.empty();
            }
        }
        return replies;
    }

    private void assertThatItHasTwo(URI gathering) {
        URI here = nodes.first().http().resolve(gathering.getPath());
        JsonNode end = alice(nodes.first()).awaitFinal(here, PATIENCE).json();
        assertThat(end.path("status").asText()).as(end.toString()).isEqualTo("SUCCEEDED");
        JsonNode reply = end.path("reply");
        assertThat(reply.path("answers").findValuesAsText("from")).hasSize(2).doesNotHaveDuplicates();
        assertThat(reply.path("taken").path("from").asText()).isIn(quotes);
    }

    /** Of each gathering one reply is taken, also of those whose asker was told nothing. */
    private static void assertThatEachIsUndoneOnce(JmsProvider undoing, int replies) {
        List<String> undone = new ArrayList<>();
        Optional<Asked> request = undoing.poll(PATIENCE);
        while (request.isPresent()) {
            undone.add(request.get().property("Compensates"));
            undoing.reply(request.get(), "{}");
            request = undoing.poll(QUIET);
        }
        assertThat(undone).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(replies - undone.size())
                .as("%s replies, %s undone", replies, undone.size())
                .isBetween(MANY / 2, MANY);
    }
}
