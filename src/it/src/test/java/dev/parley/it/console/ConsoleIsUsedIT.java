package dev.parley.it.console;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.server.ParleyServer;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console in a browser, by its keyboard alone: nothing in these tests clicks. */
class ConsoleIsUsedIT extends ConsoleTest {

    ConsoleIsUsedIT(ParleyServer server) {
        super(server);
    }

    @ParameterizedTest
    @CsvSource({
        "n, Now",
        "c, Conversations",
        "s, Stuck",
        "d, Dead letters",
        "p, Processes",
        "o, Directory",
        "m, Mailboxes",
        "r, Pools",
        "t, Topics",
        "l, Slips"
    })
    void pagesAreReachedByTwoKeys(String key, String title) {
        tab.press("g", key);

        tab.await("document.querySelector('h1')?.innerText.startsWith('" + title + "')");
        tab.await("!document.querySelector('[aria-busy]')");
        assertThat(tab.evaluate("document.querySelectorAll('.failure').length").asInt())
                .isZero();
    }

    @Test
    void aConversationIsFoundByItsIdAndSaysWhatBecameOfIt() {
        String id = answered(alice.operation(PLACE_ORDER).body(order()).prefer("wait=10"));

        tab.press("g", "c");
        tab.await("document.querySelector('h1')?.innerText === 'Conversations'");
        tab.press("/");
        tab.await("document.activeElement.matches('[data-search]')");
        tab.type(id);
        tab.press("Enter");

        tab.awaitText("Succeeded within");
        tab.await("document.querySelectorAll('.sequence .arrow').length >= 2");
    }

    @Test
    void rowsAreGoneThroughAndOpened() {
        answered(alice.operation(PLACE_ORDER).body(order()).prefer("wait=10"));

        tab.press("g", "c");
        tab.await("document.querySelectorAll('[data-row]').length > 0");
        tab.press("j", "j", "k", "Enter");

        tab.await("location.hash.startsWith('#/conversations/')");
        tab.await("document.querySelector('.sentence')");
    }

    @Test
    void whatIsSeenIsCopiedForAShellAndForMermaid() {
        String id = answered(alice.operation(PLACE_ORDER).body(order()).prefer("wait=10"));
        tab.open(console("#/conversations/" + id));
        tab.awaitText("Succeeded within");
        tab.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }");

        focusOn("Copy as curl", "body");
        tab.press("Enter");
        tab.await("window.copied");
        assertThat(tab.evaluate("window.copied").asText())
                .isEqualTo("curl -u \"$USER\" '" + olga.conversationAt(id) + "'");
        focusOn("Copy as Mermaid", "body");
        tab.press("Enter");
        tab.await("window.copied.startsWith('sequenceDiagram')");
        assertThat(tab.evaluate("window.copied").asText())
                .contains("participant p0 as user:alice", "p0->>p1: Request place-order", "p1-->>p0: Reply");
    }

    @Test
    void aParticipantSeesNothingOfOthers() {
        String id = answered(alice.operation(PLACE_ORDER).body(order()).prefer("wait=10"));
        try {
            login(server.bob());
            tab.forget();
            tab.open(console("#/conversations/" + id));

            tab.awaitText("You have no conversation of this id.");
            assertThat(tab.evaluate("document.body.innerText").asText()).doesNotContain(PLACE_ORDER);
            assertThat(tab.wrong()).allMatch(w -> w.contains("\"network\""));
        } finally {
            tab.forget();
            login(server.olga());
        }
    }

    @Test
    void aParticipantSeesItsOwnAndNoErrors() {
        try {
            login(server.bob());
            tab.forget();
            tab.open(console("#/conversations"));
            tab.await("document.querySelector('h1')?.innerText === 'Conversations'");
            tab.press("g", "d");
            tab.awaitText("Dead letters are for operators.");
            tab.press("g", "n");
            tab.await("document.querySelector('.card')");
        } finally {
            login(server.olga());
        }
    }

    /** All files have the time of the build, which is the same in each version. */
    @Test
    void aNewVersionIsNotTakenForTheOneBefore() {
        URI file = console("main.js");
        String tag = olga.call(file).send().header("ETag").orElseThrow();

        assertThat(olga.call(file).header("If-None-Match", tag).send().status()).isEqualTo(304);
        assertThat(olga.call(file)
                        .header("If-None-Match", "\"another\"")
                        .header("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void everyFileSaysWhatABrowserMayDo() {
        HttpAnswer page = olga.call(console("")).send();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy").orElse("")).startsWith("default-src 'self';");
        assertThat(page.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(HttpParticipant.anonymous(server).call(console("")).send().status())
                .isEqualTo(401);
    }
}
