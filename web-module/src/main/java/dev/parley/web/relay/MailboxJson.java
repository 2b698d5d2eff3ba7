package dev.parley.web.relay;

import dev.parley.message.Page;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.relay.mailbox.MailboxStatistics;
import dev.parley.relay.mailbox.MailboxView;
import dev.parley.web.JsonValues;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Mailboxes as JSON. */
final class MailboxJson {

    private MailboxJson() {}

    /** A mailbox with what is in it. */
    static JsonObject shown(MailboxView view) {
        MailboxStatistics statistics = view.statistics();
        JsonObjectBuilder json = defined(view.mailbox())
                .add("ready", statistics.ready())
                .add("locked", statistics.locked())
                .add("delayed", statistics.delayed())
                .add("waiting", statistics.waiting())
                .add("dead", statistics.dead())
                .add("size", statistics.bytes());
        if (statistics.oldest() != null) {
            json.add("oldest", JsonValues.time(statistics.oldest()));
        }
        return json.build();
    }

    /** A page, without what is in them. */
    static JsonObject page(Page<Mailbox> page) {
        JsonArrayBuilder mailboxes = Json.createArrayBuilder();
        page.items().forEach(mailbox -> mailboxes.add(defined(mailbox)));
        JsonObjectBuilder json = Json.createObjectBuilder().add("mailboxes", mailboxes);
        if (page.next() != null) {
            json.add("next", page.next());
        }
        return json.build();
    }

    private static JsonObjectBuilder defined(Mailbox mailbox) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", mailbox.name());
        JsonValues.json(mailbox.definition().toJson()).asJsonObject().forEach(json::add);
        return json.add("updatedAt", JsonValues.time(mailbox.updatedAt())).add("updatedBy", mailbox.updatedBy());
    }
}
