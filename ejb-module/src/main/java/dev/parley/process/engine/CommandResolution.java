package dev.parley.process.engine;

import dev.parley.conversation.Particulars;
import dev.parley.conversation.Provision;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.process.command.CommandReader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operation by which operators give commands to instances, as the directory has it. */
record CommandResolution() implements OperationResolution {

    /** Its name. */
    static final String NAME = "parley.command";

    /** The role of those who may. */
    static final String OPERATOR = "operator";

    private static final String NOBODY = "";

    private record Unread() implements ServedOperation.Request {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable ServedOperation method() {
        return null;
    }

    @Override
    public @Nullable Provision provision() {
        return null;
    }

    @Override
    public boolean namesAnother() {
        return true;
    }

    @Override
    public Set<String> roles() {
        return Set.of(OPERATOR);
    }

    @Override
    public Particulars particulars(Particulars given) {
        return Particulars.NONE.of(given.roles());
    }

    @Override
    public ServedOperation.Request read(String body) {
        CommandReader.named(NOBODY, body);
        return new Unread();
    }
}
