package dev.parley.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Samples;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsAreCollectedIT extends HttpTest {

    private static final Pattern NAME = Pattern.compile("\\bparley_[a-z_]+");
    private static final Path MONITORING = Path.of("..", "main", "monitoring");

    MetricsAreCollectedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void conversationsAreCountedAsTheyEnd() {
        double before = value("parley_conversations_total", "place-order", "SUCCEEDED");
        order();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> value("parley_conversations_total", "place-order", "SUCCEEDED") > before);
        assertThat(metrics()).contains("parley_duration_seconds_count{");
    }

    @Test
    void whatIsLookedUpFollowsWhatIsThere() {
        String pool = Samples.fresh("metered");
        define("/pools/" + pool, "{\"capacity\":1}");
        await().atMost(Duration.ofSeconds(60)).until(() -> value("parley_grants", pool, "free") == 1);

        define("/pools/" + pool, "{\"capacity\":3}");
        await().atMost(Duration.ofSeconds(60)).until(() -> value("parley_grants", pool, "free") == 3);
    }

    @Test
    void howLateItIsAndWhatIsInDoubtIsShown() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(names(metrics())).contains("parley_due_oldest", "parley_in_doubt"));
    }

    /** What nobody collects has a name that nothing is called by: then an alert is never raised. */
    @Test
    void whatAlertsAndPicturesAreMadeOfIsThere() throws IOException {
        order();
        Set<String> wanted = new TreeSet<>();
        for (String file : Set.of("parley.rules.yml", "parley-dashboard.json")) {
            Matcher matcher = NAME.matcher(Files.readString(MONITORING.resolve(file)));
            while (matcher.find()) {
                wanted.add(matcher.group());
            }
        }
        define("/topics/metered", "{}");
        define("/topics/metered/subscriptions/all", "{\"to\":\"queue:reply.metered\"}");
        define("/pools/metered", "{\"capacity\":1}");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(names(metrics())).containsAll(wanted));
    }

    private void order() {
        HttpAnswer answer = alice.operation("place-order")
                .prefer("wait=20")
                .body(Samples.order())
                .send();
        assertThat(answer.conversationStatus()).as(answer.text()).isEqualTo("SUCCEEDED");
    }

    private void define(String path, String definition) {
        HttpAnswer answer = olga.call(server.http().resolve(ServerNames.API + path))
                .put(definition)
                .send();
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    /** The sum of those with both values of tags. */
    private double value(String name, String one, String other) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + "{")
                        && line.contains("=\"" + one + "\"")
                        && line.contains("=\"" + other + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String metrics() {
        HttpAnswer answer =
                alice.call(server.management().resolve(ServerNames.METRICS)).send();
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }
}
