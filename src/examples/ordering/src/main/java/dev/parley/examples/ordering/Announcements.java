package dev.parley.examples.ordering;

import dev.parley.Exchange;
import dev.parley.Operation;
import dev.parley.Requester;
import dev.parley.Subscribe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;

/**
 * Publishes announcements, and pins them to a board, once each. The topic {@code announcements} has to be defined for
 * it; what is announced before is refused.
 */
@ApplicationScoped
public class Announcements {

    @Inject
    Requester requester;

    @Inject
    Effects effects;

    /** What is to be announced. */
    public record Announce(@NotBlank @Size(max = 500) String text) {}

    /** The event that it became. */
    public record Announced(String event) {}

    /** Publishes an announcement, if the transaction commits. */
    @Operation("announce")
    public Announced announce(Announce announcement) {
        return new Announced(requester.publish("announcements", announcement));
    }

    /** Pins what was announced to the board. */
    @Subscribe(topic = "announcements", name = "board")
    public void pin(Announce announcement, Exchange exchange) throws SQLException {
        effects.add(exchange, announcement.text());
    }
}
