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

    private static final int BOARD = 400;

    @Inject
    Requester requester;

    @Inject
    Effects effects;

    /** What is to be announced. */
    public record Announce(@NotBlank @Size(max = 500) String text) {}

    /** The event that it became. */
    public record Announced(String event) {}

    /** Publishes an announcement, if the transaction commits: one that does not fit on the board is not published. */
    @Operation("announce")
    public Announced announce(Announce announcement) {
        String event = requester.publish("announcements", announcement);
        if (announcement.text().length() > BOARD) {
            throw new IllegalStateException("It does not fit on the board");
        }
        return new Announced(event);
    }

    /** Pins what was announced to the board. */
    @Subscribe(topic = "announcements", name = "board")
    public void pin(Announce announcement, Exchange exchange) throws SQLException {
        effects.add(exchange, announcement.text());
    }
}
