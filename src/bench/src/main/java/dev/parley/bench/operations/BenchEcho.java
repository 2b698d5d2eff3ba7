package dev.parley.bench.operations;

import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers with what it was asked. */
@ApplicationScoped
public class BenchEcho {

    /** A small order. */
    public record Order(String orderId, String customer, int quantity, String note) {}

    @Operation("bench-echo")
    public Order echo(Order order) {
        return order;
    }
}
