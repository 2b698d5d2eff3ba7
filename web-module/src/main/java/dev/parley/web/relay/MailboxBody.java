package dev.parley.web.relay;

import dev.parley.message.Caller;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.relay.mailbox.MailboxDefinition;
import dev.parley.relay.mailbox.MailboxStatistics;
import dev.parley.web.ActionBody;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mailbox, and how much is in it. */
@Schema(name = "Mailbox")
public record MailboxBody(
        @Schema(required = true) String name,
        @Schema(required = true) String owner,
        @Schema(required = true) List<String> senders,
        @Schema(required = true) String lock,
        @Schema(required = true) String timeToLive,
        @Schema(required = true) Integer maxDeliveries,
        @Schema(required = true, description = "How many messages it holds at most.") Long messages,
        @Schema(required = true, description = "How many bytes their bodies have at most.") Long bytes,
        @Schema(required = true) Instant updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(description = "Messages that can be received now. This and what follows is not in lists.") @Nullable
                Long ready,
        @Schema(description = "Messages that somebody has received.") @Nullable Long locked,
        @Schema(description = "Messages whose time has not come.") @Nullable Long delayed,
        @Schema(description = "Messages behind another one of their group.") @Nullable Long waiting,
        @Schema(description = "Dead letters.") @Nullable Long dead,
        @Schema(description = "Bytes of all bodies but those of dead letters.") @Nullable Long size,
        @Schema(description = "When the oldest message was sent; absent if there is none.") @Nullable Instant oldest,
        @Schema(description = "What the caller may have done with it now.") @Nullable List<ActionBody> actions) {

    private static final JsonObject SENDING = ActionBody.schemaOf(SendingBody.class);
    private static final JsonObject RECEPTION = ActionBody.schemaOf(ReceptionBody.class);

    /**
     * A mailbox.
     *
     * @param in what is in it; null if that is not to be shown
     * @param caller who may have something done with it; null if that is not to be shown
     */
    static MailboxBody of(Mailbox mailbox, @Nullable MailboxStatistics in, @Nullable Caller caller) {
        MailboxDefinition definition = mailbox.definition();
        return new MailboxBody(
                mailbox.name(),
                definition.owner(),
                definition.senders(),
                definition.lock().toString(),
                definition.timeToLive().toString(),
                definition.maxDeliveries(),
                definition.messages(),
                definition.bytes(),
                mailbox.updatedAt(),
                mailbox.updatedBy(),
                in == null ? null : in.ready(),
                in == null ? null : in.locked(),
                in == null ? null : in.delayed(),
                in == null ? null : in.waiting(),
                in == null ? null : in.dead(),
                in == null ? null : in.bytes(),
                in == null ? null : in.oldest(),
                caller == null ? null : actions(mailbox, caller));
    }

    private static List<ActionBody> actions(Mailbox mailbox, Caller caller) {
        String path = "mailboxes/" + mailbox.name();
        List<ActionBody> actions = new ArrayList<>();
        if (mailbox.maySend(caller)) {
            actions.add(ActionBody.of("send", "POST", path + "/messages", SENDING));
        }
        if (mailbox.mayReceive(caller)) {
            actions.add(ActionBody.of("receive", "POST", path + "/receive", RECEPTION));
            actions.add(ActionBody.of("delete", "DELETE", path));
        }
        return actions;
    }
}
