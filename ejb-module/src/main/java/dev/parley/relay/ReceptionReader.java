package dev.parley.relay;

import dev.parley.message.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The reader of what comes with a reception, {@code {"acknowledge": […]}}. */
public final class ReceptionReader {

    static final String WANTED = "what comes with a reception";

    private ReceptionReader() {}

    /**
     * Reads the body of a request.
     *
     * @param text empty if there is none
     * @return the locks to be acknowledged; null if nothing is said of any
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400
     */
    public static @Nullable List<String> read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return BodyReader.<AtomicReference<@Nullable List<String>>>read(text, WANTED, body -> {
                    var acknowledged = new AtomicReference<@Nullable List<String>>();
                    BodyReader.Special list = at -> {
                        List<String> locks = new ArrayList<>();
                        body.array(at, "an array of locks", each -> locks.add(body.text(each)));
                        acknowledged.set(locks);
                    };
                    body.object("", List.of(), Map.of("acknowledge", list));
                    return acknowledged;
                })
                .get();
    }
}
