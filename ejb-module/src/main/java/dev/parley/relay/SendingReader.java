package dev.parley.relay;

import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import dev.parley.relay.BodyReader.Members;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reader of what is to be sent: one message, or {@code {"messages": […]}}. Which members a message has and which of
 * them are texts is checked here; what they say, when it is sent.
 */
public final class SendingReader {

    private static final List<String> MEMBERS = List.of(
            "type",
            "body",
            "contentType",
            "messageId",
            "correlationId",
            "conversationId",
            "replyTo",
            "faultTo",
            "group",
            "delay",
            "timeToLive");

    private final BodyReader body;
    private final List<MailDraft> messages = new ArrayList<>();
    private boolean list;

    private SendingReader(BodyReader body) {
        this.body = body;
    }

    /**
     * Reads the body of a request.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400
     */
    public static Sending read(Caller caller, String mailbox, String text, @Nullable String idempotencyKey) {
        return BodyReader.read(text, "a message, or a list of messages", body -> {
            SendingReader reader = new SendingReader(body);
            reader.read();
            return new Sending(caller, mailbox, reader.messages, reader.list, idempotencyKey);
        });
    }

    private void read() throws IOException {
        Members members = body.object("", MEMBERS, Map.of("messages", this::list));
        if (!list) {
            messages.add(mail("", members));
        } else if (!members.isEmpty()) {
            body.refuse("", "one message, or messages and nothing else");
        }
    }

    private void list(String at) throws IOException {
        list = true;
        body.array(at, "an array of messages", each -> messages.add(mail(each, body.object(each, MEMBERS, Map.of()))));
    }

    private MailDraft mail(String at, Members members) {
        return new MailDraft(
                members.text("messageId"),
                members.text("type"),
                body.body(at, members),
                members.text("contentType"),
                members.text("correlationId"),
                members.text("conversationId"),
                members.text("replyTo"),
                members.text("faultTo"),
                members.text("group"),
                members.text("delay"),
                members.text("timeToLive"));
    }
}
