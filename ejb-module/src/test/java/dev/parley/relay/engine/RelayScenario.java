package dev.parley.relay.engine;

import dev.parley.engine.run.SimulatedEngine;
import dev.parley.message.Caller;
import dev.parley.relay.MailRow;
import dev.parley.relay.MailStore.Size;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.relay.mailbox.MailboxDefinition;
import dev.parley.relay.mailbox.MailboxDefinitionReader;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Scenario;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One to three nodes, two mailboxes, senders and receivers who repeat what is not answered, and whatever the weather
 * brings.
 */
final class RelayScenario implements Scenario {

    static final Caller OWNER = new Caller("alice", false);
    static final List<String> NAMES = List.of("first", "second");

    private final World world;
    private final MailTables tables = new MailTables();
    private final List<RelayNode> nodes = new ArrayList<>();
    private final List<RelaySender> senders = new ArrayList<>();
    private final List<RelayReceiver> receivers = new ArrayList<>();
    private final Map<String, Integer> inserted = new TreeMap<>();
    private final Map<Long, MailRow> seen = new HashMap<>();

    RelayScenario(World world, RelayDefect defect) {
        this.world = world;
        Map<String, Mailbox> mailboxes = new TreeMap<>();
        for (String name : NAMES) {
            mailboxes.put(name, mailbox(name));
        }
        Broker broker = SimulatedEngine.broker(world);
        for (int i = world.random(3); i >= 0; i--) {
            nodes.add(new RelayNode(world, broker, tables, mailboxes, defect));
        }
        for (int i = world.random(3); i >= 0; i--) {
            senders.add(new RelaySender(world, nodes, world.name("user:s")));
        }
        for (String name : NAMES) {
            for (int i = world.random(2); i >= 0; i--) {
                receivers.add(
                        new RelayReceiver(world, nodes, name, position -> tables.mails.committed(position) != null));
            }
        }
        tables.mails.observe(this::look);
    }

    private Mailbox mailbox(String name) {
        String json = "{\"senders\": [\"*\"], \"lock\": \"PT10S\", \"maxDeliveries\": " + (world.chance(0.3) ? 3 : 1000)
                + "}";
        MailboxDefinition definition = MailboxDefinitionReader.read(name, json, OWNER.name());
        return new Mailbox(name, 1, definition, World.BEGIN, "alice");
    }

    /** Every committed change of a message. */
    private void look(MailRow before, MailRow after) {
        long position = after.mail().position();
        seen.put(position, after);
        if (before == null) {
            inserted.merge(after.mail().sender() + " " + after.mail().body(), 1, Integer::sum);
            return;
        }
        String secret = after.standing().lockSecret();
        if (secret == null || secret.equals(before.standing().lockSecret())) {
            return;
        }
        Instant lockedAt = after.standing().lockedUntil().minus(Duration.ofSeconds(10));
        if (before.standing().isLocked(lockedAt)) {
            violated("nobody gets what somebody holds", position + " of " + before.standing() + ", then " + after);
        }
        if (!lockedAt.isBefore(after.mail().expiresAt())) {
            violated("what has expired is not delivered", after.toString());
        }
        if (after.group() != null) {
            tables.mails.committed().stream()
                    .filter(other ->
                            after.group().equals(other.group()) && other.mail().position() < position)
                    .findFirst()
                    .ifPresent(other -> violated("a group is delivered in order", after + " before " + other));
        }
    }

    private void violated(String invariant, String what) {
        world.violated(new Violation(invariant, what));
    }

    @Override
    public void begin() {
        nodes.forEach(RelayNode::start);
        senders.forEach(RelaySender::begin);
        receivers.forEach(RelayReceiver::begin);
    }

    @Override
    public Duration length() {
        return Duration.ofMinutes(6);
    }

    @Override
    public List<Violation> judge() {
        List<Violation> violations = new ArrayList<>();
        inserted.forEach((what, times) -> {
            if (times > 1) {
                violations.add(new Violation("what is sent again is there once", times + " times " + what));
            }
        });
        for (RelaySender sender : senders) {
            for (String accepted : sender.accepted()) {
                if (!inserted.containsKey(sender.name() + " " + accepted)) {
                    violations.add(new Violation("what was accepted is there", accepted));
                }
            }
        }
        for (MailRow mail : seen.values()) {
            judge(mail, violations);
        }
        Map<Long, Size> sizes = new TreeMap<>();
        tables.mails.committed().forEach(mail -> sizes.merge(mail.mailbox(), new Size(1, mail.size()), Size::plus));
        for (long mailbox = 1; mailbox <= NAMES.size(); mailbox++) {
            Size kept = tables.sizes.committed(mailbox);
            Size real = sizes.getOrDefault(mailbox, new Size(0, 0));
            if (kept != null && !kept.equals(real)) {
                violations.add(new Violation("a mailbox knows how full it is", kept + " instead of " + real));
            }
        }
        return violations;
    }

    /**
     * At the end everybody has had time: what is there still was not delivered, what is gone was acknowledged, or had a
     * reason to go.
     */
    private void judge(MailRow last, List<Violation> violations) {
        long position = last.mail().position();
        boolean isDead = tables.dead.committed(position) != null;
        if (tables.mails.committed(position) != null) {
            violations.add(new Violation("what was accepted is delivered until it is acknowledged", last.toString()));
        } else if (isDead && last.mail().deliveries() < 3) {
            violations.add(new Violation("only what was delivered often is dead", last.toString()));
        } else if (!isDead
                && receivers.stream().noneMatch(receiver -> receiver.hasAcknowledged(position))
                && last.mail().expiresAt().isAfter(world.now())) {
            violations.add(new Violation("nothing is removed that nobody acknowledged", last.toString()));
        }
    }
}
