package dev.parley.bench.byhand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Where a saga stands: the one table of who writes them by hand. */
@Entity
@Table(name = "bench_saga")
public class Saga {

    @Id
    @Column(length = 36)
    private String id;

    @Column(nullable = false)
    private String correlationId;

    @Column(nullable = false)
    private String replyTo;

    @Column(nullable = false, length = 4000)
    private String body;

    private int done;
    private boolean undoing;

    protected Saga() {}

    Saga(String correlationId, String replyTo, String body) {
        this.id = UUID.randomUUID().toString();
        this.correlationId = correlationId;
        this.replyTo = replyTo;
        this.body = body;
    }

    String id() {
        return id;
    }

    String correlationId() {
        return correlationId;
    }

    String replyTo() {
        return replyTo;
    }

    String body() {
        return body;
    }

    /** How many steps are done, and not undone. */
    int done() {
        return done;
    }

    boolean isUndoing() {
        return undoing;
    }

    void stepDone() {
        done++;
    }

    void stepUndone() {
        done--;
    }

    void goBack() {
        undoing = true;
    }
}
