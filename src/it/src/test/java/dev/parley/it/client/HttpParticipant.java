package dev.parley.it.client;

import static org.awaitility.Awaitility.await;

import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.server.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A participant, or an operator, over HTTP. */
public final class HttpParticipant {

    private static final Set<String> FINAL = Set.of("SUCCEEDED", "FAULTED", "COMPENSATED", "EXPIRED", "CANCELLED");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ParleyServer server;
    private final String authorization;

    /** Someone who says who they are. */
    public HttpParticipant(ParleyServer server, User user) {
        this(server, user.basic());
    }

    private HttpParticipant(ParleyServer server, String authorization) {
        this.server = server;
        this.authorization = authorization;
    }

    /** Someone who does not. */
    public static HttpParticipant anonymous(ParleyServer server) {
        return new HttpParticipant(server, "");
    }

    /** A request to an operation; it wants a body. */
    public HttpCall operation(String name) {
        return call(server.http().resolve(ServerNames.API + "/operations/" + name));
    }

    /** What is known of a conversation. */
    public HttpCall conversation(String id) {
        return call(conversationAt(id));
    }

    /** Where a conversation is. */
    public URI conversationAt(String id) {
        return server.http().resolve(ServerNames.API + "/conversations/" + id);
    }

    /** The journal of a conversation. */
    public HttpCall messages(String id) {
        return call(server.http().resolve(ServerNames.API + "/conversations/" + id + "/messages"));
    }

    /** A turn of a conversation; it wants a body. */
    public HttpCall turn(String id) {
        return call(server.http().resolve(ServerNames.API + "/conversations/" + id + "/turns"));
    }

    /** Dead letters; with a path, what is asked of one of them or done with it. */
    public HttpCall deadLetters(String path) {
        return call(server.http().resolve(ServerNames.API + "/dead-letters" + path));
    }

    /** A page of conversations. */
    public HttpCall conversations() {
        return call(server.http().resolve(ServerNames.API + "/conversations"));
    }

    /** Any call, a GET until it gets a body. */
    public HttpCall call(URI uri) {
        HttpCall call = new HttpCall(uri, this);
        return authorization.isEmpty() ? call : call.header("Authorization", authorization);
    }

    /** Polls until the conversation has ended. */
    public HttpAnswer awaitFinal(URI conversation) {
        return awaitFinal(conversation, Duration.ofSeconds(45));
    }

    /** Polls until the conversation has ended, for at most so long. */
    public HttpAnswer awaitFinal(URI conversation, Duration patience) {
        return await("the end of " + conversation)
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> call(conversation).send(), answer -> FINAL.contains(answer.conversationStatus()));
    }

    /** A mailbox, as this participant sees it. */
    public Mailbox mailbox(String name) {
        return new Mailbox(this, name, server.http().resolve(ServerNames.API + "/mailboxes/" + name));
    }

    /** The mailboxes that this participant sees. */
    public HttpCall mailboxes() {
        return call(server.http().resolve(ServerNames.API + "/mailboxes"));
    }

    /** A pool, as this participant sees it. */
    public Pool pool(String name) {
        return new Pool(this, name, server.http().resolve(ServerNames.API + "/pools/" + name));
    }

    /** All pools. */
    public HttpCall pools() {
        return call(server.http().resolve(ServerNames.API + "/pools"));
    }

    /** A topic, as this participant sees it. */
    public Topic topic(String name) {
        return new Topic(this, name, server.http().resolve(ServerNames.API + "/topics/" + name));
    }

    /** All topics. */
    public HttpCall topics() {
        return call(server.http().resolve(ServerNames.API + "/topics"));
    }

    /** A process, as it is defined. */
    public HttpCall process(String name) {
        return call(server.http().resolve(ServerNames.API + "/processes/" + name));
    }

    /** All processes. */
    public HttpCall processes() {
        return call(server.http().resolve(ServerNames.API + "/processes"));
    }

    /** Orders of slips. */
    public HttpCall slips() {
        return call(server.http().resolve(ServerNames.API + "/slips"));
    }

    /** A slip, or a command to one. */
    public HttpCall slip(String idAndCommand) {
        return call(server.http().resolve(ServerNames.API + "/slips/" + idAndCommand));
    }

    EventStream stream(HttpRequest request) {
        return new EventStream(client, request);
    }

    CompletableFuture<HttpAnswer> sendLater(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpAnswer::new);
    }

    HttpAnswer send(HttpRequest request) {
        try {
            return new HttpAnswer(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
