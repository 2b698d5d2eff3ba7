package dev.parley.bench.byhand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a request was taken, or done. */
@Entity
@Table(name = "bench_handled_request")
public class HandledRequest {

    @Id
    @Column(length = 36)
    private String id;

    @Column(nullable = false)
    private String correlationId;

    @Column(nullable = false, length = 4000)
    private String body;

    @Column(nullable = false)
    private Instant at;

    protected HandledRequest() {}

    HandledRequest(String correlationId, String body) {
        this.id = UUID.randomUUID().toString();
        this.correlationId = correlationId;
        this.body = body;
        this.at = Instant.now();
    }

    String id() {
        return id;
    }
}
