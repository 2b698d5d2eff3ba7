package dev.parley.bench.byhand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a provider was asked, for whom, and what it replied. Its id is the correlation id between the beans and the
 * provider.
 */
@Entity
@Table(name = "bench_forwarded_request")
public class ForwardedRequest {

    @Id
    @Column(length = 36)
    private String id;

    @Column(nullable = false)
    private String correlationId;

    @Column(nullable = false)
    private String replyTo;

    @Column(nullable = false, length = 4000)
    private String body;

    @Column(nullable = false)
    private Instant at;

    @Column(length = 4000)
    private @Nullable String reply;

    private @Nullable Instant repliedAt;

    protected ForwardedRequest() {}

    ForwardedRequest(String correlationId, String replyTo, String body) {
        this.id = UUID.randomUUID().toString();
        this.correlationId = correlationId;
        this.replyTo = replyTo;
        this.body = body;
        this.at = Instant.now();
    }

    String id() {
        return id;
    }

    /** The requester's. */
    String correlationId() {
        return correlationId;
    }

    /** The name of the requester's queue. */
    String replyTo() {
        return replyTo;
    }

    boolean isReplied() {
        return repliedAt != null;
    }

    void replied(String body) {
        reply = body;
        repliedAt = Instant.now();
    }
}
