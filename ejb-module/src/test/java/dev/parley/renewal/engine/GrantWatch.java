package dev.parley.renewal.engine;

import dev.parley.engine.commit.Result;
import dev.parley.message.Problem;
import dev.parley.renewal.Grant;
import dev.parley.renewal.Grant.Ending;
import dev.parley.renewal.Grant.Status;
import dev.parley.renewal.GrantEvent;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.GrantStore.Stored;
import dev.parley.renewal.Ping;
import dev.parley.renewal.PoolDefinition;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sees what is decided, sent and committed, and what of it must not be. */
final class GrantWatch {

    /** For how long a resource may be free at most while somebody waits, once nothing goes wrong any more. */
    private static final long LATENESS = 35_000;

    private final World world;
    private final GrantTables tables;
    private final long quietAt;
    private final Set<String> requests = new HashSet<>();
    private final Map<String, List<Grant>> given = new TreeMap<>();
    private final Map<String, Long> freeSince = new TreeMap<>();
    private final Map<String, Set<Integer>> sent = new HashMap<>();
    private final Map<String, Long> firstSent = new HashMap<>();
    private final Set<String> confirmed = new HashSet<>();
    private final Set<String> skipped = new HashSet<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final Map<String, GrantHolder> holders = new HashMap<>();
    private Instant seen = World.BEGIN;

    /** The end of a pause: by the clock of the database, and really. */
    private record Pause(Instant end, long at) {}

    /** @param quietAt from which millisecond on nothing goes wrong any more, nor is anything left of it */
    GrantWatch(World world, GrantTables tables, long quietAt) {
        this.world = world;
        this.tables = tables;
        this.quietAt = quietAt;
        tables.grants.observe(this::changed);
        tables.pools.observe(this::changed);
    }

    void add(GrantHolder holder) {
        holders.put(holder.name(), holder);
    }

    private void violated(String invariant, Object what) {
        world.violated(new Violation(invariant, String.valueOf(what)));
    }

    /** A row was locked by another transaction, and left out. */
    void skipped(String grantId) {
        skipped.add(grantId);
    }

    /** A node is up. */
    void isUp(Instant now) {
        boolean isBack = now.isAfter(seen.plus(UptimeWindow.PAUSE));
        boolean isSetBack = now.isBefore(seen.minus(UptimeWindow.PAUSE));
        if (isBack) {
            pauses.add(new Pause(now, world.elapsed()));
        }
        if (isSetBack) {
            pauses.replaceAll(pause -> pause.end().isAfter(now) ? new Pause(now, pause.at()) : pause);
        }
        seen = isSetBack || now.isAfter(seen) ? now : seen;
    }

    /** The clock was set: forward it is as if nobody had been there meanwhile. */
    void jumped(Instant now, long millis) {
        if (millis > UptimeWindow.PAUSE.toMillis()) {
            pauses.add(new Pause(now, world.elapsed()));
            seen = now;
        }
    }

    /** A ping was sent. */
    void sent(String pingId, int attempt) {
        sent.computeIfAbsent(pingId, id -> new HashSet<>()).add(attempt);
        firstSent.putIfAbsent(pingId, world.elapsed());
    }

    /**
     * A transaction has carried out an order, and may still fail. What has ended stays as it is: whoever confirms it is
     * told.
     */
    void answered(GrantOrder order, Result<?> outcome) {
        if (order instanceof GrantOrder.Say say && say.event() instanceof GrantEvent.Confirmed) {
            Stored stored = tables.grants.committed(say.id());
            Problem refused = outcome.refusal();
            if (stored != null
                    && stored.grant().status().isFinal()
                    && (refused == null || !refused.name().equals("grant-ended"))) {
                violated("who confirms after the end is told", stored.grant() + ": " + outcome);
            }
        }
    }

    /** An order was carried out. */
    void committed(GrantOrder order, Result<?> outcome) {
        if (order instanceof GrantOrder.Say say
                && say.event() instanceof GrantEvent.Confirmed answer
                && outcome.refusal() == null) {
            confirmed.add(answer.pingId());
        }
    }

    /** A transaction that began then has decided. */
    void decided(Grant before, Grant after, long begun) {
        if (before.status() == Status.HELD && (after.ended() == Ending.SILENT || after.ended() == Ending.NOT_RENEWED)) {
            Instant at = after.dueAt().minus(GrantNode.RETENTION);
            PoolDefinition pool = tables.pools.committed(before.pool()).pool().definition();
            if (after.ended() == Ending.SILENT) {
                dropped(before, pool, at);
            }
            pauses.stream()
                    .filter(pause -> pause.at() < begun && !pause.end().isAfter(at))
                    .reduce((a, b) -> b)
                    .filter(pause -> before.dueAt().isBefore(pause.end().plus(pool.pingTimeout())))
                    .ifPresent(pause -> violated("nobody loses for a pause", pause + ": " + before));
            faithful(before, after.ended());
        }
    }

    private void dropped(Grant before, PoolDefinition pool, Instant at) {
        Ping ping = before.ping();
        if (ping == null || ping.attempt() < pool.pingAttempts() || at.isBefore(ping.answerBy())) {
            violated("nobody is dropped before all pings had their time", before);
        } else if (sent.getOrDefault(ping.id(), Set.of()).size() < pool.pingAttempts()) {
            violated("nobody is dropped who was not asked", before);
        } else if (confirmed.contains(ping.id())) {
            violated("nobody is dropped who has answered", before);
        }
    }

    /**
     * Messages that are lost, and rows that nobody can have while a transaction is in doubt, can cost a grant; nothing
     * else.
     */
    private void faithful(Grant before, Ending why) {
        GrantHolder holder = holders.get(before.holder());
        boolean isFair = world.weather().loss() == 0 && world.weather().doubt() == 0;
        Long asked = before.ping() == null ? null : firstSent.get(before.ping().id());
        if (why == Ending.SILENT) {
            boolean isHeard = isFair || (asked != null && asked > quietAt);
            if (isHeard && holder.answersAlways()) {
                violated("who always answers keeps what it has", before);
            }
        } else if (isFair && holder.renewsAlways(before.id())) {
            violated("who renews keeps what it has", before);
        }
    }

    private void changed(Stored before, Stored after) {
        Grant grant = after.grant();
        world.trace(
                "stored %s of %s: %s %s, due %s",
                grant.id(), grant.holder(), grant.status(), grant.ping(), grant.dueAt());
        if (before == null && after.key() != null && !requests.add(grant.pool() + grant.holder() + after.key())) {
            violated("one request gives one grant", after);
        }
        Status was = before == null ? Status.WAITING : before.grant().status();
        if (was.isFinal()
                && (grant.status() != was || grant.ended() != before.grant().ended())) {
            violated("what has ended stays as it is", before + " to " + after);
        }
        if (was == Status.HELD && grant.fencingToken() != before.grant().fencingToken()) {
            violated("a grant keeps its token", before + " to " + after);
        }
        if (was == Status.WAITING && grant.status() == Status.HELD) {
            given.computeIfAbsent(grant.pool(), name -> new ArrayList<>()).add(grant);
        }
    }

    private void changed(PoolUsage before, PoolUsage after) {
        String name = after.pool().name();
        int held = count(name, Status.HELD);
        int waiting = count(name, Status.WAITING);
        if (held != after.held() || waiting != after.waiting()) {
            violated("a pool knows how it stands", after + " with " + held + " held and " + waiting + " waiting");
        }
        if (before != null) {
            gave(before, after, held);
        }
        isFree(after);
    }

    private void gave(PoolUsage before, PoolUsage after, int held) {
        List<Grant> now = given.getOrDefault(after.pool().name(), List.of());
        Set<Long> tokens = new HashSet<>();
        for (Grant grant : now) {
            long token = grant.fencingToken();
            if (token <= before.token() || token > after.token() || !tokens.add(token)) {
                violated("tokens grow", grant + " after " + before.token());
            }
            tables.grants.committed().stream()
                    .map(Stored::grant)
                    .filter(other -> other.pool().equals(grant.pool())
                            && other.status() == Status.WAITING
                            && other.askedAt().isBefore(grant.askedAt())
                            && !skipped.contains(other.id()))
                    .findFirst()
                    .ifPresent(other -> violated("who waits longest comes first", grant + " before " + other));
        }
        if (!now.isEmpty() && held > after.pool().definition().capacity()) {
            violated("no more is given than there is", held + " of " + after);
        }
        given.remove(after.pool().name());
    }

    private int count(String pool, Status status) {
        return (int) tables.grants.committed().stream()
                .filter(stored ->
                        stored.grant().pool().equals(pool) && stored.grant().status() == status)
                .count();
    }

    private void isFree(PoolUsage pool) {
        String name = pool.pool().name();
        Long since = freeSince.get(name);
        if (since != null && world.elapsed() - Math.max(since, quietAt) > LATENESS) {
            violated("what is free goes to who waits", pool + " since " + since);
        }
        if (pool.waiting() > 0 && pool.held() < pool.pool().definition().capacity()) {
            freeSince.putIfAbsent(name, world.elapsed());
        } else {
            freeSince.remove(name);
        }
    }

    /** What does not hold at the end, when nobody holds anything any more. */
    List<Violation> judge() {
        List<Violation> violations = new ArrayList<>();
        tables.grants.committed().stream()
                .map(Stored::grant)
                .filter(grant -> !grant.status().isFinal())
                .forEach(grant ->
                        violations.add(new Violation("what nobody holds any more has ended", grant.toString())));
        tables.pools.committed().stream()
                .filter(pool -> pool.held() != count(pool.pool().name(), Status.HELD)
                        || pool.waiting() != count(pool.pool().name(), Status.WAITING))
                .forEach(pool -> violations.add(new Violation("a pool knows how it stands", pool.toString())));
        given.values().forEach(grants -> violations.add(new Violation("what is given is counted", grants.toString())));
        return violations;
    }
}
