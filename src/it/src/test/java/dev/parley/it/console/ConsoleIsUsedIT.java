package dev.parley.it.console;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.server.User;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console in a browser, by its keyboard alone: nothing in these tests clicks. */
@Tag(Once.TAG)
@OnSharedServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIsUsedIT {

    /** Does something wherever a text of a participant is taken for markup. */
    private static final String SCRIPT = "<img src=/stolen onerror=alert(1)><script>alert(2)</script>'\"`${alert(3)}";

    private final ParleyServer server;
    private final HttpParticipant alice;
    private final HttpParticipant olga;
    private Chromium chromium;
    private Tab tab;

    ConsoleIsUsedIT(ParleyServer server) {
        this.server = server;
        alice = new HttpParticipant(server, server.alice());
        olga = new HttpParticipant(server, server.olga());
    }

    @BeforeAll
    void startTheBrowser() throws Exception {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "There is no chromium on the path: the console is not tried in a browser");
        chromium = Chromium.start(program.get(), ServerNames.work().resolve(fresh("chromium")));
        tab = new Tab(chromium.port());
        login(server.olga());
    }

    @BeforeEach
    void openTheConsole() {
        tab.open(console(""));
        tab.await("document.querySelector('nav a[aria-current]')");
        tab.forget();
    }

    @AfterEach
    void nothingWentWrongAndNobodyElseWasCalled() {
        assertThat(tab.wrong()).isEmpty();
        assertThat(tab.called()).allMatch(uri -> uri.startsWith(server.http().toString()) || uri.startsWith("data:"));
        assertThat(tab.called()).noneMatch(uri -> uri.contains("stolen"));
    }

    @AfterAll
    void stopTheBrowser() {
        if (tab != null) {
            tab.close();
        }
        if (chromium != null) {
            chromium.close();
        }
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
        "t, Topics"
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

        tab.press("g", "c", "/");
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
    void aStuckStepIsSkippedWithAReason() {
        String id = stuck("4000000000000001");
        tab.open(console("#/conversations/" + id));
        tab.awaitText("Needs a person: pay is stuck with card-declined");

        focusOn("skip");
        tab.press("Enter");
        tab.await("document.querySelector('dialog[open]')");
        tab.press("Tab");
        tab.evaluate("document.querySelector('dialog [name=reason]').focus()");
        tab.type("seen in a browser");
        tab.press("Enter");

        tab.awaitText("Succeeded within");
        assertThat(olga.messages(id).send().body()).contains("seen in a browser");
    }

    @Test
    void stuckStepsAreSkippedTogetherAfterADryRun() {
        String process = fresh("process");
        define(process);
        String first = ask(process, "4000000000000001");
        String second = ask(process, "4000000000000001");
        tab.open(console("#/stuck?process=" + process));
        tab.awaitText(process + " · pay · card-declined");

        focusOn("skip 2 …");
        tab.press("Enter");
        tab.awaitText("2 of 2 can have it now.");
        tab.evaluate("document.querySelector('dialog [name=reason]').focus()");
        tab.type("both");
        tab.press("Enter");

        tab.awaitText("2 of 2: 2 done, 0 refused.");
        assertThat(status(first)).isEqualTo("SUCCEEDED");
        assertThat(status(second)).isEqualTo("SUCCEEDED");
    }

    @Test
    void whatAParticipantWritesIsShownAndNotRun() {
        String id = answered(alice.operation(PLACE_ORDER)
                .key("<b onmouseover=alert(4)>" + fresh("key"))
                .body("{\"customer\":" + quoted(SCRIPT) + ",\"item\":" + quoted(SCRIPT) + ",\"quantity\":1}")
                .prefer("wait=10"));

        tab.open(console("#/conversations/" + id + "?message=1"));
        tab.awaitText("<script>alert(2)</script>");

        assertThat(tab.evaluate("document.querySelectorAll('main img, main script').length")
                        .asInt())
                .isZero();
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

    @Test
    void everyFileSaysWhatABrowserMayDo() {
        HttpAnswer page = olga.call(console("")).send();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy").orElse("")).startsWith("default-src 'self';");
        assertThat(page.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(HttpParticipant.anonymous(server).call(console("")).send().status())
                .isEqualTo(401);
    }

    /** The browser keeps the login of the address for all that is called from then on. */
    private void login(User user) {
        URI root = server.http();
        tab.open(URI.create(root.getScheme() + "://" + encoded(user.name()) + ":" + encoded(user.password()) + "@"
                + root.getAuthority() + "/parley/console/icon.svg"));
        tab.await("location.pathname.endsWith('icon.svg') && document.readyState === 'complete'");
    }

    private void focusOn(String button) {
        tab.await("[...document.querySelectorAll('button')].some(b => b.innerText === '" + button + "')");
        tab.evaluate("[...document.querySelectorAll('button')].find(b => b.innerText === '" + button + "').focus()");
    }

    private String stuck(String card) {
        String process = fresh("process");
        define(process);
        return ask(process, card);
    }

    private void define(String process) {
        HttpAnswer answer = olga.process(process)
                .put("{\"steps\":[{\"name\":\"pay\",\"operation\":\"take-payment\",\"onFault\":\"stop\",\"input\":"
                        + "{\"orderId\":\"7\",\"amount\":12.5,\"card\":{\"$\":\"/request/card\"}}}]}")
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private String ask(String process, String card) {
        return answered(alice.operation(process).body("{\"card\":\"" + card + "\"}"));
    }

    private static String answered(HttpCall call) {
        HttpAnswer answer = call.send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.json().path("conversationId").asText();
    }

    private String status(String id) {
        return olga.awaitFinal(olga.conversationAt(id)).json().path("status").asText();
    }

    private URI console(String fragment) {
        return server.http().resolve("/parley/console/" + fragment);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
