package dev.parley.engine.outbox;

import dev.parley.engine.commit.AfterCommit;
import dev.parley.engine.commit.Ids;
import dev.parley.engine.wire.WireMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.Session;

/** The outbox in the database, within the current transaction. */
@ApplicationScoped
public class DatabaseOutbox implements Outbox {

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Clock clock;

    @Override
    public void write(List<WireMessage> messages) {
        List<String> ids = messages.stream().map(m -> Ids.next()).toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        session().doWork(connection -> new OutboxTable(connection).insert(messages, ids, now));
        afterCommit.wroteMessages();
    }

    @Override
    public List<OutboxRow> claim(Instant now, int most) {
        return session().doReturningWork(connection -> new OutboxTable(connection).claim(now, most));
    }

    @Override
    public void remove(List<OutboxRow> sent) {
        session().doWork(connection -> new OutboxTable(connection).delete(sent));
    }

    @Override
    public void putOff(OutboxRow row, Instant until) {
        session().doWork(connection -> new OutboxTable(connection).putOff(row, until));
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
