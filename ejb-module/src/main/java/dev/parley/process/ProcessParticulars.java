package dev.parley.process;

import dev.parley.conversation.Particulars;
import dev.parley.conversation.request.Problems;
import dev.parley.message.Headers;
import dev.parley.message.Refusal;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The particulars of requests to processes: which version they follow, and what their requesters are told. */
public final class ProcessParticulars {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Set<String> NOTICES = Set.of("stuck", "overdue");

    private ProcessParticulars() {}

    /**
     * The particulars, which are in order.
     *
     * @throws Refusal {@code header-invalid}
     */
    public static Particulars checked(Particulars given) {
        if (given.version() != null && !NUMBER.matcher(given.version()).matches()) {
            throw new Refusal(
                    Problems.headerInvalid(Headers.VERSION, "the number of a version, a whole number from 1"));
        }
        if (!NOTICES.containsAll(notices(given))) {
            throw new Refusal(Problems.headerInvalid(Headers.NOTIFY, "stuck, overdue, or both with a comma"));
        }
        return given;
    }

    /** The number of the version that is to be followed; null for the current one. */
    public static @Nullable Integer version(Particulars checked) {
        return checked.version() == null ? null : Integer.valueOf(checked.version());
    }

    static Set<String> notices(Particulars given) {
        return given.notices() == null
                ? Set.of()
                : Stream.of(given.notices().split(",", -1)).map(String::strip).collect(Collectors.toSet());
    }
}
