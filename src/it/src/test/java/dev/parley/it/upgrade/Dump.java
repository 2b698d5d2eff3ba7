package dev.parley.it.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A database as SQL, in which each time says how long before or after the dump it was: {@code @{PT-3S}} for SQL,
 * {@code @{PT-3S Z}} within JSON. What lies years away, such as the end of time, stays as it is.
 */
final class Dump {

    private static final Duration LONG = Duration.ofDays(400);
    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS]");
    private static final Pattern SQL_TIME =
            Pattern.compile("'(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)\\+00(?::00)?'");
    private static final Pattern JSON_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");
    private static final Pattern RELATIVE = Pattern.compile("@\\{(\\S+?)( Z)?}");

    private Dump() {}

    /** Makes times relative to when the dump was made. */
    static String relative(String sql, Instant made) {
        String times = SQL_TIME.matcher(sql)
                .replaceAll(time -> quoted(time, Instant.parse(time.group(1) + "T" + time.group(2) + "Z"), made));
        return JSON_TIME.matcher(times).replaceAll(time -> inJson(time, made));
    }

    private static String quoted(MatchResult time, Instant instant, Instant made) {
        return isFar(instant, made) ? time.group() : "'@{" + Duration.between(made, instant) + "}'";
    }

    private static String inJson(MatchResult time, Instant made) {
        Instant instant = Instant.parse(time.group());
        return isFar(instant, made) ? time.group() : "@{" + Duration.between(made, instant) + " Z}";
    }

    private static boolean isFar(Instant instant, Instant made) {
        return Duration.between(made, instant).abs().compareTo(LONG) > 0;
    }

    /** The dump of that name, as if it had been made then. */
    static String load(String name, Instant made) {
        try (InputStream in = Dump.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not there");
            }
            return absolute(new String(in.readAllBytes(), StandardCharsets.UTF_8), made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String absolute(String sql, Instant made) {
        Function<MatchResult, String> time = found -> {
            Instant instant = made.plus(Duration.parse(found.group(1)));
            return found.group(2) == null
                    ? SQL.format(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC)) + "+00"
                    : instant.toString();
        };
        return RELATIVE.matcher(sql).replaceAll(time);
    }
}
