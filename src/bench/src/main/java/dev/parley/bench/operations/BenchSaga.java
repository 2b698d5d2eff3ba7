package dev.parley.bench.operations;

import dev.parley.CompensatedBy;
import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import dev.parley.Process;
import dev.parley.Steps;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** A process of three methods that insert a row each, two of which can be undone; and one of three providers. */
@ApplicationScoped
public class BenchSaga {

    private static final String INSERT = "insert into bench_effect (id, saga, deed) values (?, ?, ?)";

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    /** A small order, of which the third step may say no. */
    public record Order(String orderId, String customer, int quantity, String note, boolean fails) {}

    /** What was done. */
    public record Done(String id) {}

    /** What a provider says. */
    public record Status(String status) {}

    @Operation("bench-first")
    @CompensatedBy("bench-undo-first")
    public Done first(Order order, Exchange exchange) throws SQLException {
        return done(exchange);
    }

    @Operation("bench-undo-first")
    public void undoFirst(Done done, Exchange exchange) throws SQLException {
        done(exchange);
    }

    @Operation("bench-second")
    @CompensatedBy("bench-undo-second")
    public Done second(Order order, Exchange exchange) throws SQLException {
        return done(exchange);
    }

    @Operation("bench-undo-second")
    public void undoSecond(Done done, Exchange exchange) throws SQLException {
        done(exchange);
    }

    @Operation("bench-third")
    public Done third(Order order, Exchange exchange) throws SQLException, Fault {
        if (order.fails()) {
            throw new Fault("sold-out", "There is nothing left.");
        }
        return done(exchange);
    }

    @Process("bench-saga")
    public Steps saga(Steps.Of<Order> order) {
        var third = order.step("third", "bench-third", Done.class);
        return order.then(order.step("first", "bench-first", Done.class))
                .then(order.step("second", "bench-second", Done.class))
                .then(third)
                .reply(o -> new Done(o.reply(third).id()));
    }

    @Process("bench-saga-provided")
    public Steps provided(Steps.Of<Order> order) {
        return order.then(asked(order, "first"))
                .then(asked(order, "second"))
                .then(asked(order, "third"))
                .reply(o -> new Status("done"));
    }

    private static Steps.Step<Order, Status> asked(Steps.Of<Order> order, String step) {
        return order.step(step, "bench-provided", Status.class).onUnknown("stop");
    }

    private Done done(Exchange exchange) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, id);
            insert.setString(2, exchange.correlationId());
            insert.setString(3, exchange.operation());
            insert.executeUpdate();
        }
        return new Done(id);
    }
}
