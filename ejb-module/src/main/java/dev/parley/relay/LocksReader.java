package dev.parley.relay;

import dev.parley.message.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The reader of locks that are acknowledged together, {@code {"locks": […]}}. */
public final class LocksReader {

    private LocksReader() {}

    /**
     * Reads the body of a request.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400
     */
    public static List<String> read(String text) {
        return BodyReader.read(text, "a list of locks", body -> {
            List<String> locks = new ArrayList<>();
            AtomicBoolean given = new AtomicBoolean();
            BodyReader.Special list = at -> {
                given.set(true);
                body.array(at, "an array of locks", each -> locks.add(body.text(each)));
            };
            body.object("", List.of(), Map.of("locks", list));
            if (!given.get()) {
                body.refuse("/locks", "an array of 1 to " + Mails.MOST_LOCKS + " locks, which is required");
            }
            return locks;
        });
    }
}
