import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Asks for a quote, or gives them, over two mailboxes. Neither side listens anywhere: both make outbound HTTP requests only. One file that needs nothing but the JDK:
 *
 * <pre>
 * java src/examples/ordering/src/client/QuotesByMail.java answer bob PASSWORD [http://localhost:8080]
 * java src/examples/ordering/src/client/QuotesByMail.java ask alice PASSWORD [http://localhost:8080]
 * </pre>
 *
 * <p>It may be ended at any moment: whatever was accepted is in its mailbox until somebody has acknowledged it.
 */
public class QuotesByMail {

    private static final String REQUESTS = "quotes";
    private static final String ANSWERS = "quotes.answers";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String mailboxes;
    private final String authorization;

    private QuotesByMail(String user, String password, String server) {
        mailboxes = server + "/parley/v1/mailboxes/";
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String server = arguments.length > 3 ? arguments[3] : "http://localhost:8080";
        QuotesByMail participant = new QuotesByMail(arguments[1], arguments[2], server);
        if (arguments[0].equals("ask")) {
            participant.ask();
        } else {
            participant.answer();
        }
    }

    /** Sends a request that names the mailbox for its answer, and polls that. */
    private void ask() throws IOException, InterruptedException {
        define(ANSWERS, "{\"senders\": [\"bob\"]}");
        String id = UUID.randomUUID().toString();
        send("POST", REQUESTS + "/messages", id, """
                {"type": "quote", "messageId": "%s", "correlationId": "%s", "replyTo": "mailbox:%s", "timeToLive": "PT10M",
                 "body": {"item": "tea"}}""".formatted(id, id, ANSWERS));
        System.out.println("asked     " + id);
        String answer = "";
        while (!field(answer, "correlationId").equals(id)) {
            answer = next(ANSWERS);
            System.out.println("answered  " + answer);
            // Answers to what was asked before this run are taken out, too.
            send("DELETE", ANSWERS + "/locks/" + field(answer, "lock"), "", "");
        }
    }

    /** Polls for requests and answers them, until it is stopped. */
    private void answer() throws IOException, InterruptedException {
        define(REQUESTS, "{\"senders\": [\"alice\"], \"lock\": \"PT30S\"}");
        System.out.println("waiting for requests in the mailbox " + REQUESTS);
        while (true) {
            String request = next(REQUESTS);
            System.out.println("asked     " + request);
            // Reply and acknowledgment are one: what is not answered comes again when its lock has run out.
            send("POST", REQUESTS + "/locks/" + field(request, "lock") + "/reply", "", "{\"body\": {\"price\": 12}}");
        }
    }

    private void define(String mailbox, String definition) throws IOException, InterruptedException {
        send("PUT", mailbox, "", definition);
    }

    /** Waits at the server for as long as there is nothing. */
    private String next(String mailbox) throws IOException, InterruptedException {
        HttpResponse<String> response;
        do {
            response = send("POST", mailbox + "/receive?wait=60", UUID.randomUUID().toString(), "");
        } while (response.statusCode() == 204);
        return response.body();
    }

    /** Sends it until it is answered: again with the same key, so that it has its effect once. */
    private HttpResponse<String> send(String method, String path, String key, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(mailboxes + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", '"' + key + '"');
        }
        while (true) {
            try {
                HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
                if (response.statusCode() < 300 || response.statusCode() == 410) {
                    return response;
                }
                System.out.println("told      " + response.statusCode() + " " + response.body());
            } catch (IOException e) {
                System.out.println("no answer " + e);
            }
            Thread.sleep(2_000);
        }
    }

    /** Enough JSON for this example: the last text of that name, since the body of a message comes before what is looked for here. */
    private static String field(String json, String name) {
        return Pattern.compile('"' + name + "\"\\s*:\\s*\"([^\"]*)\"")
                .matcher(json)
                .results()
                .reduce((one, later) -> later)
                .map(match -> match.group(1))
                .orElse("");
    }
}
