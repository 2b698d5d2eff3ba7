package dev.parley.engine.config;

import dev.parley.conversation.RequestLimits;
import dev.parley.message.AddressPolicy;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The reader of the settings {@code parley.*}, which says of all that are wrong at once what to write instead. */
public final class SettingsReader {

    static final int LARGEST_MESSAGE = 1024 * 1024;

    private final Function<String, Optional<String>> values;
    private final boolean isBrokerHere;
    /** Each once, although two groups may read one key. */
    private final Set<String> errors = new LinkedHashSet<>();

    private final Settings settings;

    private SettingsReader(Function<String, Optional<String>> values, boolean isBrokerHere) {
        this.values = values;
        this.isBrokerHere = isBrokerHere;
        this.settings = read();
    }

    /**
     * Reads the settings.
     *
     * @param values the configured value of a key
     * @throws IllegalStateException with a line for each key that is wrong
     */
    public static Settings read(Function<String, Optional<String>> values) {
        return read(values, SettingsReader::settings);
    }

    /** Reads the settings of a group; otherwise as {@link #read(Function)}. */
    public static <T> T read(Function<String, Optional<String>> values, SettingsGroup<T> group) {
        return read(values, group, BrokerInServer.isHere());
    }

    static <T> T read(Function<String, Optional<String>> values, SettingsGroup<T> group, boolean isBrokerHere) {
        SettingsReader keys = new SettingsReader(values, isBrokerHere);
        T read = group.read(keys);
        keys.refuseIfWrong();
        return read;
    }

    /** The settings that are no pattern's own. */
    public Settings settings() {
        return settings;
    }

    private void refuseIfWrong() {
        if (!errors.isEmpty()) {
            throw new IllegalStateException("Parley is not configured: " + String.join("; ", errors));
        }
    }

    private Settings read() {
        Duration defaultDeadline = duration("parley.deadline.default", "PT1H", Duration.ofMillis(1));
        Duration maxDeadline = duration("parley.deadline.maximum", "P30D", defaultDeadline);
        RequestLimits limits = new RequestLimits(
                number("parley.message.max-size", LARGEST_MESSAGE, 1, LARGEST_MESSAGE),
                defaultDeadline,
                maxDeadline,
                new AddressPolicy(globs("parley.addresses", "reply.*")),
                number("parley.hops.maximum", 50, 1, 10_000),
                duration("parley.turn.timeout", "PT1H", Duration.ofMillis(1)));
        boolean trustsBroker = trustsBroker();
        return new Settings(
                limits,
                trustsBroker,
                trustsBroker && (isBrokerHere || stamps() == Stamps.ALL),
                trustsBroker && isBrokerHere,
                number("parley.batch.size", 50, 1, 1000),
                duration("parley.batch.time", "PT0.2S", Duration.ofMillis(1)),
                duration("parley.operation.slow", "PT0.25S", Duration.ofMillis(1)),
                number("parley.operation.attempts", 5, 1, 20),
                duration("parley.retention", "P7D", Duration.ofSeconds(1)),
                duration("parley.sweep.interval", "PT1M", Duration.ofMillis(100)),
                duration("parley.watch.interval", "PT0.5S", Duration.ofMillis(10)),
                number("parley.http.pending", 10_000, 1, 1_000_000),
                number("parley.http.committers", 2, 1, 16),
                duration("parley.provider.rest", "PT30S", Duration.ofMillis(1)),
                duration("parley.http.inline", "PT0.002S", Duration.ZERO),
                delivery());
    }

    /** A broker that Parley does not guard is believed if somebody says that it can be. */
    private boolean trustsBroker() {
        Stamps said = stamps();
        boolean stamps = isBrokerHere || said != Stamps.NONE;
        boolean trusts = flag("parley.sender.trusted", stamps);
        if (trusts && !stamps) {
            errors.add("parley.sender.trusted is 'true', but the broker is not in this server: write"
                    + " parley.broker.stamps=parley if it is that of another node with Parley, or"
                    + " parley.broker.stamps=true if it writes into each message who sent it, whatever its client"
                    + " says, or parley.sender.trusted=false");
        }
        return trusts;
    }

    private Stamps stamps() {
        String text = values.apply("parley.broker.stamps").orElse("false").strip();
        return Stamps.parse(text).orElseGet(() -> {
            errors.add("parley.broker.stamps is '" + text + "', write parley, true or false");
            return Stamps.NONE;
        });
    }

    /** A whole number of that range. */
    public int number(String key, int byDefault, int least, int most) {
        String text = values.apply(key).orElse(String.valueOf(byDefault)).strip();
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with the range
        }
        errors.add(key + " is '" + text + "', write a whole number from " + least + " to " + most);
        return byDefault;
    }

    /** A duration of at least so long. */
    public Duration duration(String key, String byDefault, Duration least) {
        String text = values.apply(key).orElse(byDefault).strip();
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(least) >= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // said below, with an example
        }
        errors.add(
                key + " is '" + text + "', write an ISO 8601 duration of at least " + least + ", such as " + byDefault);
        return Duration.parse(byDefault);
    }

    /** A duration of at most so long, or none. */
    public Duration durationUpTo(Duration most, String key, String byDefault) {
        Duration duration = duration(key, byDefault, Duration.ZERO);
        if (duration.compareTo(most) > 0) {
            errors.add(key + " is '" + duration + "', write an ISO 8601 duration of at most " + most);
        }
        return duration;
    }

    private Delivery delivery() {
        String text = values.apply("parley.delivery").orElse("xa").strip();
        if (!text.equals("xa") && !text.equals("outbox")) {
            errors.add("parley.delivery is '" + text + "', write xa or outbox");
        }
        return text.equals("outbox") ? Delivery.OUTBOX : Delivery.XA;
    }

    /** The value of a setting that is {@code true} or {@code false}. */
    public boolean flag(String key, boolean byDefault) {
        String text = values.apply(key).orElse(String.valueOf(byDefault)).strip();
        if (!text.equals("true") && !text.equals("false")) {
            errors.add(key + " is '" + text + "', write true or false");
        }
        return text.equals("true");
    }

    /**
     * The value of a setting that is made of a text, which is not repeated where it is wrong: it may be a secret.
     *
     * @param wanted what to write instead
     * @param reading throws an {@link IllegalArgumentException} that says what is wrong
     * @return empty if nothing is configured
     */
    public <T> Optional<T> secret(String key, String wanted, Function<String, T> reading) {
        try {
            return values.apply(key)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(reading);
        } catch (IllegalArgumentException e) {
            errors.add(key + " cannot be used (" + e.getMessage() + "), write " + wanted);
            return Optional.empty();
        }
    }

    /** Addresses that may be named; those by default if nothing is configured. */
    public AddressPolicy addresses(String key, AddressPolicy byDefault) {
        return values.apply(key).isPresent() ? new AddressPolicy(globs(key, "")) : byDefault;
    }

    /** Names with commas between them; none if nothing is configured. A name with a wildcard is nobody's. */
    public List<String> names(String key) {
        List<String> names = texts(values.apply(key).orElse(""));
        for (String name : names) {
            if (name.contains("*") || name.contains("?")) {
                errors.add(key + " has '" + name + "', write whole names with commas between them, such as olga,paul");
            }
        }
        return names;
    }

    private static List<String> texts(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /**
     * The value of a setting that is read by whoever knows what it may be.
     *
     * @param expected what to write instead of what cannot be read
     */
    public <T> T value(String key, T byDefault, Function<String, Optional<T>> read, String expected) {
        String text = values.apply(key).map(String::strip).orElse(null);
        return text == null ? byDefault : read(key, text, read, expected).orElse(byDefault);
    }

    /** The values of a setting that has several, separated by commas; none if nothing is configured. */
    public <T> List<T> list(String key, Function<String, Optional<T>> read, String expected) {
        return texts(values.apply(key).orElse("")).stream()
                .flatMap(part -> read(key, part, read, expected).stream())
                .toList();
    }

    private <T> Optional<T> read(String key, String text, Function<String, Optional<T>> read, String expected) {
        Optional<T> value = read.apply(text);
        if (value.isEmpty()) {
            errors.add(key + " is '" + text + "', write " + expected);
        }
        return value;
    }

    private List<String> globs(String key, String byDefault) {
        List<String> globs = texts(values.apply(key).orElse(byDefault));
        for (String glob : globs) {
            if (glob.equals("*") || glob.startsWith("parley.")) {
                errors.add(key + " has '" + glob + "', write queue names that are not Parley's own, such as reply.*");
            }
        }
        return globs;
    }
}
