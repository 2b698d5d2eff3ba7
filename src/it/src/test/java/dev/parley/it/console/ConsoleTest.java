package dev.parley.it.console;

import static dev.parley.it.client.Samples.fresh;
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
import org.junit.jupiter.api.TestInstance;

/** What the tests of the console share: a browser in which olga has logged in, and an eye on what goes wrong in it. */
@Tag(Once.TAG)
@OnSharedServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsoleTest {

    final ParleyServer server;
    final HttpParticipant alice;
    final HttpParticipant bob;
    final HttpParticipant olga;
    private Chromium chromium;
    Tab tab;

    ConsoleTest(ParleyServer server) {
        this.server = server;
        alice = new HttpParticipant(server, server.alice());
        bob = new HttpParticipant(server, server.bob());
        olga = new HttpParticipant(server, server.olga());
    }

    @BeforeAll
    void startTheBrowser() throws Exception {
        Optional<Path> program = Chromium.installed();
        assumeTrue(
                program.isPresent(),
                "There is no chromium on the path: the console is not tried in a browser. On Debian: apt install"
                        + " chromium");
        chromium = Chromium.start(program.get(), ServerNames.work().resolve(fresh("chromium")));
        tab = new Tab(chromium.port());
        login(server.olga());
    }

    /** At a page that asks for little. */
    @BeforeEach
    void openTheConsole() {
        tab.open(console("#/directory"));
        tab.await("document.querySelector('nav a[aria-current]')");
        tab.forget();
    }

    @AfterEach
    void nothingWentWrongAndNobodyElseWasCalled() {
        assertThat(tab.wrong()).isEmpty();
        assertThat(tab.called())
                .allMatch(uri -> uri.startsWith("data:")
                        || anonymous(uri).startsWith(server.http().toString()))
                .noneMatch(uri -> uri.endsWith("/stolen"));
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

    /** The browser keeps the login of the address for all that is called from then on. */
    void login(User user) {
        URI root = server.http();
        tab.open(URI.create(root.getScheme() + "://" + encoded(user.name()) + ":" + encoded(user.password()) + "@"
                + root.getAuthority() + "/parley/console/icon.svg"));
        tab.await("location.pathname.endsWith('icon.svg') && document.readyState === 'complete'");
    }

    /** Waits for a button within the last element that is so, and gives it the focus. */
    void focusOn(String button, String within) {
        String found = "[...[...document.querySelectorAll('" + within
                + "')].pop()?.querySelectorAll('button') ?? []].find(b => b.innerText === '" + button + "')";
        tab.await(found);
        tab.evaluate(found + ".focus()");
    }

    /** Says why in the dialog that is open, and sends it. */
    void giveReason(String reason) {
        tab.await("document.querySelector('dialog[open] [name=reason]')");
        tab.evaluate("[...document.querySelectorAll('dialog[open] [name=reason]')].pop().focus()");
        tab.type(reason);
        tab.press("Enter");
    }

    URI console(String fragment) {
        return server.http().resolve("/parley/console/" + fragment);
    }

    static String answered(HttpCall call) {
        HttpAnswer answer = call.send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.json().path("conversationId").asText();
    }

    /** Without the user who logs in. */
    private static String anonymous(String uri) {
        return uri.replaceFirst("//[^/@]*@", "//");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
