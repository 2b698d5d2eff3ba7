import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.http.impl.HttpMessageWriter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Publishes and receives events with the SDK for Java of CloudEvents, whose jars are in a folder:
 * {@code java -cp 'cloudevents/*' CloudEvents.java publish http://localhost:8080 alice PASSWORD TOPIC ID} publishes one
 * in binary mode, and one in structured mode; {@code … CloudEvents.java receive 8888} is a webhook, and prints what comes.
 */
public final class CloudEvents {

    private static final String STRUCTURED = "application/cloudevents+json";

    private CloudEvents() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[0].equals("receive")) {
            receive(Integer.parseInt(args[1]));
        } else {
            URI events = URI.create(args[1] + "/parley/v1/topics/" + args[4] + "/events");
            publish(events, args[2], args[3], event(args[5] + "-binary"), false);
            publish(events, args[2], args[3], event(args[5] + "-structured"), true);
        }
    }

    private static CloudEvent event(String id) {
        return CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("/shop"))
                .withType("order.placed")
                .withSubject("4711")
                .withExtension("tenant", "eu")
                .withData("application/json", "{\"total\": 5}".getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static void publish(URI to, String user, String password, CloudEvent event, boolean structured)
            throws IOException, InterruptedException {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        HttpMessageWriter writer = HttpMessageFactory.createWriter(
                request::header, body -> request.POST(BodyPublishers.ofByteArray(body)));
        if (structured) {
            writer.writeStructured(event, STRUCTURED);
        } else {
            writer.writeBinary(event);
        }
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        System.out.println(answer.statusCode() + " " + answer.body());
    }

    /** Agrees to get events, and takes them. */
    private static void receive(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.createContext("/", exchange -> {
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                String origin = exchange.getRequestHeaders().getFirst("WebHook-Request-Origin");
                exchange.getResponseHeaders().set("WebHook-Allowed-Origin", origin);
            } else {
                print(exchange);
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    private static void print(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        CloudEvent event = HttpMessageFactory.createReaderFromMultimap(exchange.getRequestHeaders(), body)
                .toEvent();
        String data = event.getData() == null
                ? ""
                : new String(event.getData().toBytes(), StandardCharsets.UTF_8);
        System.out.println(event.getId() + " " + event.getSource() + " " + event.getType() + " " + event.getSubject()
                + " " + event.getExtension("tenant") + " " + data);
    }
}
