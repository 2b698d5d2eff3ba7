package dev.parley.bench.byhand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a step of a saga did: both sides insert one row. */
@Entity
@Table(name = "bench_effect")
public class Effect {

    @Id
    @Column(length = 36)
    private String id;

    @Column(nullable = false)
    private String saga;

    @Column(nullable = false, length = 40)
    private String deed;

    protected Effect() {}

    Effect(String saga, String deed) {
        this.id = UUID.randomUUID().toString();
        this.saga = saga;
        this.deed = deed;
    }

    String id() {
        return id;
    }
}
