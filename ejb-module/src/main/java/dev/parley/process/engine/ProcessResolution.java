package dev.parley.process.engine;

import dev.parley.conversation.Particulars;
import dev.parley.conversation.Provision;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import dev.parley.process.KnownProcess;
import dev.parley.process.ProcessKind;
import dev.parley.process.ProcessParticulars;
import dev.parley.process.Versions;
import org.jspecify.annotations.Nullable;

/**
 * A process, as the directory has it: a request to it begins an instance.
 *
 * @param process the version that a request follows
 * @param versions knows the others
 */
record ProcessResolution(KnownProcess process, Versions versions) implements OperationResolution {

    private record Unread() implements ServedOperation.Request {}

    @Override
    public String name() {
        return process.definition().name();
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
    public boolean beginsProcess() {
        return true;
    }

    @Override
    public Particulars particulars(Particulars given) {
        return ProcessParticulars.checked(given);
    }

    @Override
    public OperationResolution asked(Particulars particulars) {
        Integer number = ProcessParticulars.version(particulars);
        if (number == null) {
            return this;
        }
        KnownProcess asked = versions.find(name(), number)
                .orElseThrow(() -> new Refusal(ProcessKind.STORED.versionUnknown(name(), number)));
        return new ProcessResolution(asked, versions);
    }

    @Override
    public ServedOperation.Request read(String body) {
        InvalidBody.refuseIfAny(process.violations(JsonText.parseExactly(body)), "what process '" + name() + "' takes");
        return new Unread();
    }
}
