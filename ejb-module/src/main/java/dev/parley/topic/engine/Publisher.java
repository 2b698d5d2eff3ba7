package dev.parley.topic.engine;

import dev.parley.engine.commit.Ids;
import dev.parley.engine.commit.Result;
import dev.parley.engine.config.Settings;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.engine.jdbc.Patience;
import dev.parley.message.Refusal;
import dev.parley.topic.Topic;
import dev.parley.topic.TopicProblems;
import dev.parley.topic.event.Asked;
import dev.parley.topic.event.EventCheck;
import dev.parley.topic.event.NewEvent;
import dev.parley.topic.event.Published;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The publisher: it appends events to their topics, those of different participants in one transaction. */
@ApplicationScoped
class Publisher {

    private static final int MOST_KNOWN = 20_000;

    @Inject
    TopicTransactions transactions;

    @Inject
    Publications publications;

    @Inject
    Settings settings;

    private final ConcurrentMap<String, EventCheck> checks = new ConcurrentHashMap<>();

    /**
     * Publishes in a transaction of its own, which different publishers share; the results are in the order of the
     * events.
     *
     * @throws dev.parley.engine.commit.Locked if another transaction is publishing one of them: nobody waits for it
     */
    List<Result<Published>> shared(List<Publication> publications) {
        return transactions.inNew(
                connection -> Patience.limited(connection, Patience.SHORTEST, () -> publish(publications, connection)));
    }

    /** Publishes in the current transaction. */
    List<Result<Published>> here(List<Publication> publications) {
        return transactions.here(connection -> publish(publications, connection));
    }

    /** Publishes in the current transaction what a conversation asks for that is there; who gets it. */
    Result<List<String>> solicit(Publication publication, Asked asked) {
        return transactions.here(connection -> {
            EventCheck check = checks(List.of(publication), connection).get(publication.topic());
            try {
                Topic topic = allowed(publication, check);
                NewEvent event = checked(publication, check);
                Instant now = DatabaseClock.now(connection);
                new EventTable(connection)
                        .insert(
                                event,
                                asked,
                                publication.hops(),
                                now,
                                topic.definition().retention());
                transactions.publishes(Set.of(topic.name()));
                return Result.of(publications.expected(event.stored(now, publication.hops()), connection));
            } catch (Refusal refusal) {
                return Result.refused(refusal.problem());
            }
        });
    }

    private List<Result<Published>> publish(List<Publication> publications, Connection connection) throws SQLException {
        Map<String, EventCheck> known = checks(publications, connection);
        Instant now = DatabaseClock.now(connection);
        List<Result<Published>> results = new ArrayList<>();
        Set<String> changed = new TreeSet<>();
        for (Publication publication : publications) {
            Result<Published> result = publish(publication, known.get(publication.topic()), now, connection);
            results.add(result);
            if (result instanceof Result.Done<Published> done && !done.value().repeated()) {
                changed.add(publication.topic());
            }
        }
        if (!changed.isEmpty()) {
            transactions.publishes(changed);
        }
        return results;
    }

    private Map<String, EventCheck> checks(List<Publication> publications, Connection connection) throws SQLException {
        if (checks.size() > MOST_KNOWN) {
            checks.clear();
        }
        Set<String> names =
                publications.stream().map(Publication::topic).collect(Collectors.toCollection(TreeSet::new));
        Map<String, EventCheck> found = new HashMap<>();
        for (TopicTable.Row row :
                TopicTable.rows(connection, transactions.topics()).find(names)) {
            Topic topic = row.topic();
            found.put(
                    topic.name(),
                    checks.compute(
                            topic.name(),
                            (name, there) -> there != null && there.version() == topic.version()
                                    ? there
                                    : new EventCheck(topic, settings.limits().maxBodySize())));
        }
        return found;
    }

    private Result<Published> publish(
            Publication publication, @Nullable EventCheck check, Instant now, Connection connection)
            throws SQLException {
        try {
            Topic topic = allowed(publication, check);
            return append(publication, checked(publication, check), now, connection, topic);
        } catch (Refusal refusal) {
            return Result.refused(refusal.problem());
        }
    }

    private static Topic allowed(Publication publication, @Nullable EventCheck check) {
        if (check == null) {
            throw new Refusal(TopicProblems.topicUnknown(publication.topic()));
        }
        if (!check.topic().takesFrom(publication.caller())) {
            throw new Refusal(TopicProblems.publisherRefused(check.topic()));
        }
        return check.topic();
    }

    private static NewEvent checked(Publication publication, @Nullable EventCheck check) {
        return Objects.requireNonNull(check).check(publication.event(), publication.sender(), Ids::next);
    }

    private Result<Published> append(
            Publication publication, NewEvent event, Instant now, Connection connection, Topic topic)
            throws SQLException {
        EventTable events = new EventTable(connection);
        Gathered gathered = publications.planned(publication, topic, now);
        Asked asked = gathered == null ? null : gathered.asked();
        Duration retention = topic.definition().retention();
        if (events.insert(event, asked, publication.hops(), now, retention)) {
            if (gathered != null) {
                publications.begin(gathered, publication, event, topic, connection);
            }
            return Result.of(published(event, false, asked == null ? null : asked.conversationId()));
        }
        return events.known(event)
                .filter(known -> event.isAgain(known.hash(), known.body()))
                .map(known -> Result.of(published(event, true, known.conversationId())))
                .orElseGet(() -> Result.refused(
                        publication.keyed()
                                ? TopicProblems.keyReused(event.messageId())
                                : TopicProblems.messageIdReused(event.messageId())));
    }

    private static Published published(NewEvent event, boolean repeated, @Nullable String conversationId) {
        return new Published(event.topic(), event.messageId(), repeated, conversationId);
    }
}
