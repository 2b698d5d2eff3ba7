package dev.parley.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * A tab of a browser, by the protocol that its developer tools speak: JSON over a web socket. It remembers whom it
 * called, and what went wrong in it.
 */
final class Tab implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Map<String, String> KEYS =
            Map.of("Enter", "\r", "Escape", "", "Tab", "", "/", "/", "j", "j", "k", "k", "g", "g", "?", "?");

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> called = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final WebSocket socket;

    Tab(int port) throws IOException, InterruptedException {
        JsonNode tabs = JSON.readTree(client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(tabs.get(0).get("webSocketDebuggerUrl").asText()), new Listener())
                .join();
        List.of("Page", "Runtime", "Network", "Log").forEach(domain -> send(domain + ".enable", Map.of()));
    }

    /** Whom it called since it was opened, or since {@link #forget()}. */
    List<String> called() {
        return List.copyOf(called);
    }

    /** Errors in its console, what was thrown and not caught, and dialogs that a script opened. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    void forget() {
        called.clear();
        wrong.clear();
    }

    void open(URI uri) {
        send("Page.navigate", Map.of("url", uri.toString()));
    }

    /** The value of an expression. */
    JsonNode evaluate(String expression) {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        assertThat(answer.path("exceptionDetails").toString()).as(expression).isEmpty();
        return answer.path("result").path("value");
    }

    /** Waits until the expression is true. */
    void await(String expression) {
        Awaitility.await(expression)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertThat(evaluate("Boolean(" + expression + ")").asBoolean())
                                .as(() -> evaluate("document.body.innerText").asText())
                                .isTrue());
    }

    /** Waits until the text is to be seen on the page. */
    void awaitText(String text) {
        await("document.body.innerText.includes(" + JSON.valueToTree(text) + ")");
    }

    /** Presses keys, one after the other. */
    void press(String... keys) {
        for (String key : keys) {
            String text = KEYS.getOrDefault(key, key);
            ObjectNode down = JSON.createObjectNode().put("type", "keyDown").put("key", key);
            if (!text.isEmpty()) {
                down.put("text", text);
            }
            int code = Map.of("Enter", 13, "Escape", 27, "Tab", 9).getOrDefault(key, 0);
            if (code > 0) {
                down.put("windowsVirtualKeyCode", code);
            }
            send("Input.dispatchKeyEvent", down);
            send("Input.dispatchKeyEvent", down.deepCopy().put("type", "keyUp").without("text"));
        }
    }

    /** Types into what has the focus. */
    void type(String text) {
        send("Input.insertText", Map.of("text", text));
    }

    @Override
    public void close() {
        socket.abort();
    }

    private JsonNode send(String method, Object parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        socket.sendText(message.toString(), true).join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void told(JsonNode message) {
        CompletableFuture<JsonNode> waiting = answers.remove(message.path("id").asInt());
        if (waiting != null) {
            waiting.complete(message.path("result"));
            return;
        }
        JsonNode said = message.path("params");
        switch (message.path("method").asText()) {
            case "Network.requestWillBeSent" ->
                called.add(said.path("request").path("url").asText());
            case "Runtime.exceptionThrown", "Page.javascriptDialogOpening" -> wrong.add(said.toString());
            case "Log.entryAdded" -> addIfError(said.path("entry"), "level");
            case "Runtime.consoleAPICalled" -> addIfError(said, "type");
            default -> {
                // of no interest
            }
        }
    }

    private void addIfError(JsonNode said, String member) {
        if (said.path(member).asText().equals("error")) {
            wrong.add(said.toString());
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    told(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    wrong.add(e.toString());
                }
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
