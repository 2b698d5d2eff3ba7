package dev.parley.web.relay;

import dev.parley.definition.DefinitionKind;
import dev.parley.message.Caller;
import dev.parley.relay.mailbox.MailboxKind;
import dev.parley.relay.mailbox.MailboxView;
import dev.parley.web.BoundedText;
import dev.parley.web.DefinitionShape;
import dev.parley.web.RecordJson;
import jakarta.json.JsonObject;

/** Mailboxes over HTTP. */
final class MailboxShape implements DefinitionShape<MailboxView> {

    @Override
    public DefinitionKind<?, ?> kind() {
        return MailboxKind.MAILBOXES;
    }

    @Override
    public String path() {
        return "mailboxes";
    }

    /** A thousand senders. */
    @Override
    public BoundedText text() {
        return new BoundedText(512 * 1024);
    }

    @Override
    public String name(MailboxView shown) {
        return shown.mailbox().name();
    }

    @Override
    public Long version(MailboxView shown) {
        return shown.mailbox().version();
    }

    @Override
    public JsonObject body(MailboxView shown, Caller caller) {
        return RecordJson.of(MailboxBody.of(shown.mailbox(), shown.statistics(), caller));
    }
}
