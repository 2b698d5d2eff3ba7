package dev.parley.bench.byhand;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** A small order. */
public record Order(String orderId, String customer, int quantity, String note) {

    private static final Jsonb JSON = JsonbBuilder.create();

    static Order read(String json) {
        return JSON.fromJson(json, Order.class);
    }

    /** The same, as it goes to a saga. */
    public record OfSaga(String orderId, String customer, int quantity, String note, boolean fails) {}

    static OfSaga readSaga(String json) {
        return JSON.fromJson(json, OfSaga.class);
    }

    String json() {
        return JSON.toJson(this);
    }
}
