package dev.parley.simulation.exchange;

import dev.parley.conversation.Provider;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Retry;
import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.message.Address;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Network;
import dev.parley.simulation.Table;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The directory, with one operation that one to three providers outside of the EAR serve; now and then it is taken out.
 */
final class ScriptedProviders implements Directory {

    static final String OPERATION = "provided";

    final List<ScriptedProvider> all = new ArrayList<>();
    final Duration timeout;
    final Retry retry;
    private final Deque<Transaction> transactions;
    private final Table<String, Instant> passedOver = new Table<>("passed over");
    private final Set<ScriptedProvider> unregistered = new HashSet<>();
    private final boolean registering;
    private boolean isGone;

    private record Body(String text) implements ServedOperation.Request {}

    private record Provided(String name, Provision provision) implements OperationResolution {

        @Override
        public ServedOperation method() {
            return null;
        }

        @Override
        public ServedOperation.Request read(String body) {
            return new Body(body);
        }
    }

    ScriptedProviders(World world, Broker broker, Network network, Deque<Transaction> transactions) {
        this.transactions = transactions;
        for (int i = world.random(3); i >= 0; i--) {
            all.add(new ScriptedProvider(world, broker, network));
        }
        timeout = Duration.ofMillis(world.millis(50, 20_000));
        retry = new Retry(
                1 + world.random(5),
                Duration.ofMillis(world.millis(0, 5000)),
                1 + world.random(3),
                Duration.ofMillis(world.millis(1000, 20_000)),
                world.random(11) / 10.0);
        if (world.chance(0.05)) {
            world.after(world.millis(0, 60_000), () -> isGone = true);
        }
        registering = world.chance(0.25);
        if (registering) {
            unregistered.addAll(all);
            all.forEach(p -> comeOrGoLater(world, p));
        }
    }

    private void comeOrGoLater(World world, ScriptedProvider provider) {
        world.after(world.millis(0, 30_000), () -> {
            world.trace("%s comes or goes", provider.address);
            if (!unregistered.remove(provider)) {
                unregistered.add(provider);
            }
            if (world.elapsed() < world.weather().calmAt()) {
                comeOrGoLater(world, provider);
            }
        });
    }

    /** Whether they come and go, so that there may be nobody to ask. */
    boolean registerThemselves() {
        return registering;
    }

    /** Whether the operation was taken out. */
    boolean isGone() {
        return isGone;
    }

    /** Whether each of them answers every request at once. */
    boolean arePrompt() {
        return !isGone && !registering && all.stream().allMatch(ScriptedProvider::isPrompt);
    }

    @Override
    public Map<String, OperationResolution> find(Collection<String> names) {
        return isGone || !names.contains(OPERATION)
                ? Map.of()
                : Map.of(OPERATION, new Provided(OPERATION, provision()));
    }

    private Provision provision() {
        List<Provider> providers = all.stream()
                .filter(p -> !unregistered.contains(p))
                .map(p -> new Provider(p.address, passedOver.committed(p.address.toString())))
                .toList();
        return new Provision(providers, timeout, retry);
    }

    @Override
    public void passOver(Set<Address> providers, Instant until) {
        Map<String, Instant> sorted = new TreeMap<>();
        providers.forEach(p -> sorted.put(p.toString(), until));
        sorted.forEach((p, u) -> transactions.element().database().overwrite(passedOver, p, u));
    }
}
