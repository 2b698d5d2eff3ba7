package dev.parley.it.console;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Topic;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

/** A browser follows a topic: told by its own EventSource that something has come into the mailbox that subscribes. */
class TopicIsFollowedIT extends ConsoleTest {

    private static final String FOLLOW =
            """
            window.heard = [];
            window.turn = Promise.resolve();
            const mailbox = '/parley/v1/mailboxes/%s';
            const take = async () => {
              for (;;) {
                const answer = await fetch(mailbox + '/receive?max=10', {method: 'POST'});
                if (answer.status !== 200) return;
                for (const mail of (await answer.json()).messages) {
                  window.heard.push(mail.body.n);
                  await fetch(mailbox + '/locks/' + encodeURIComponent(mail.lock), {method: 'DELETE'});
                }
              }
            };
            window.source = new EventSource(mailbox + '/stream');
            window.source.addEventListener('arrival', () => { window.turn = window.turn.then(take); });
            """;

    TopicIsFollowedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void byTheStreamOfAMailbox() {
        Mailbox mailbox = olga.mailbox(fresh("browser")).define();
        Topic topic = olga.topic(fresh("news")).define("key", "/about");
        topic.publish("about", "tea", "n", 1);
        topic.subscribe("browser", "to", "mailbox:" + mailbox.name(), "from", "beginning");
        tab.evaluate("(() => {" + FOLLOW.formatted(mailbox.name()) + "return true; })()");
        tab.await("window.source.readyState === EventSource.OPEN");

        topic.publish("about", "tea", "n", 2);
        topic.publish("about", "tea", "n", 3);

        tab.await("window.heard.length >= 3");
        assertThat(tab.evaluate("window.heard.join()").asText()).isEqualTo("1,2,3");
        topic.await("browser", view -> view.path("lag").asInt() == 0);
        tab.evaluate("window.source.close()");
    }
}
