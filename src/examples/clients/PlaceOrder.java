import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places an order over HTTP, with nothing but Java 17: {@code java PlaceOrder.java http://localhost:8080 alice PASSWORD
 * order-1}. The key is the order's: run again with the same one, also after a crash, and there is still one order.
 */
public final class PlaceOrder {

    private static final Pattern FINAL =
            Pattern.compile("\"status\":\"(SUCCEEDED|FAULTED|COMPENSATED|EXPIRED|CANCELLED)\"");
    private static final Pattern ORDER = Pattern.compile("\"orderId\":\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String authorization;

    private PlaceOrder(String user, String password) {
        authorization = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(new PlaceOrder(args[1], args[2]).place(args[0], args[3]));
    }

    private String place(String server, String key) throws InterruptedException {
        HttpResponse<String> answer = call(request(URI.create(server + "/parley/v1/operations/place-order"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", '"' + key + '"')
                .POST(BodyPublishers.ofString("{\"customer\": \"ada\", \"item\": \"tea\", \"quantity\": 2}"))
                .build());
        URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        String conversation = answer.body();
        while (!FINAL.matcher(conversation).find()) {
            conversation = call(request(location).build()).body();
        }
        Matcher order = ORDER.matcher(conversation);
        if (!conversation.contains("\"status\":\"SUCCEEDED\"") || !order.find()) {
            throw new IllegalStateException(conversation);
        }
        return order.group(1);
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization)
                .header("Prefer", "wait=20");
    }

    /** Asks until there is an answer: with its key, a request that may have been accepted can be sent again. */
    private HttpResponse<String> call(HttpRequest request) throws InterruptedException {
        for (int attempt = 0; attempt < 10; attempt++) {
            try {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return answer;
                }
                if (answer.statusCode() != 503) { // a problem object says what is wrong
                    throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
                }
                Thread.sleep(1000L * answer.headers().firstValueAsLong("Retry-After").orElse(1));
            } catch (IOException e) {
                Thread.sleep(1000L * Math.min(1L << attempt, 30));
            }
        }
        throw new IllegalStateException("no answer from " + request.uri());
    }
}
