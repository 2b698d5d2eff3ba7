package dev.parley.relay.mailbox;

import dev.parley.definition.DefinitionKind;
import dev.parley.message.Caller;
import dev.parley.message.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Mailboxes, as a kind of definitions: others than its owner and operators see nothing of one; an operator may make it
 * somebody else's.
 */
public final class MailboxKind implements DefinitionKind<MailboxDefinition, Mailbox> {

    /** The one instance. */
    public static final MailboxKind MAILBOXES = new MailboxKind();

    private MailboxKind() {}

    @Override
    public String noun() {
        return "mailbox";
    }

    @Override
    public MailboxDefinition read(String name, String text) {
        return MailboxDefinitionReader.read(name, text, "");
    }

    @Override
    public String text(MailboxDefinition definition) {
        return definition.toJson();
    }

    @Override
    public Mailbox defined(
            String name,
            long version,
            String owner,
            MailboxDefinition definition,
            Instant updatedAt,
            String updatedBy) {
        return new Mailbox(name, version, definition.ownedBy(owner), updatedAt, updatedBy);
    }

    @Override
    public Problem unknown(String name) {
        return RelayProblems.mailboxUnknown(name);
    }

    @Override
    public boolean isHidden() {
        return true;
    }

    @Override
    public String owner(MailboxDefinition given, @Nullable Mailbox there, Caller writer) {
        return given.owner().isEmpty() ? DefinitionKind.super.owner(given, there, writer) : given.owner();
    }

    @Override
    public String reference(String name) {
        return noun() + ":" + name;
    }

    @Override
    public Problem tooMany(int most) {
        return RelayProblems.mailboxesTooMany(most);
    }
}
