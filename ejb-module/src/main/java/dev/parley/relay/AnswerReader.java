package dev.parley.relay;

import dev.parley.message.Refusal;
import dev.parley.relay.BodyReader.Members;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The reader of the reply to a message. Which members it has is checked here; what they say, when it is sent. */
public final class AnswerReader {

    private static final List<String> MEMBERS = List.of("type", "body", "contentType", "messageId");

    private AnswerReader() {}

    /**
     * Reads the body of a request.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400
     */
    public static Answer read(String text) {
        return BodyReader.read(text, "a reply", body -> {
            AtomicBoolean fault = new AtomicBoolean();
            Members members = body.object("", MEMBERS, Map.of("fault", at -> fault.set(body.flag(at))));
            return new Answer(
                    members.text("messageId"),
                    members.text("type"),
                    body.body("", members),
                    members.text("contentType"),
                    fault.get());
        });
    }
}
