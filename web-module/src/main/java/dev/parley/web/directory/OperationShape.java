package dev.parley.web.directory;

import dev.parley.definition.DefinitionKind;
import dev.parley.directory.OperationKind;
import dev.parley.directory.OperationView;
import dev.parley.message.Caller;
import dev.parley.web.BoundedText;
import dev.parley.web.DefinitionShape;
import dev.parley.web.PathName;
import dev.parley.web.RecordJson;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Operations over HTTP. */
final class OperationShape implements DefinitionShape<OperationView> {

    @Override
    public DefinitionKind<?, ?> kind() {
        return OperationKind.STORED;
    }

    @Override
    public String path() {
        return "operations";
    }

    /** A schema, and a hundred providers. */
    @Override
    public BoundedText text() {
        return new BoundedText(128 * 1024);
    }

    @Override
    public String there(String name) {
        return PathName.operation(name);
    }

    @Override
    public String made(String name) {
        return PathName.operation(name);
    }

    @Override
    public String name(OperationView shown) {
        return shown.name();
    }

    @Override
    public @Nullable Long version(OperationView shown) {
        return shown.entry() == null ? null : shown.entry().version();
    }

    @Override
    public JsonObject body(OperationView shown, Caller caller) {
        return RecordJson.of(OperationBody.of(shown, caller.operator()));
    }
}
