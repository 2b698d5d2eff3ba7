package dev.parley.web.process;

import dev.parley.definition.DefinitionKind;
import dev.parley.message.Caller;
import dev.parley.process.ProcessKind;
import dev.parley.process.ProcessView;
import dev.parley.web.BoundedText;
import dev.parley.web.DefinitionShape;
import jakarta.json.JsonObject;

/** Processes over HTTP. */
final class ProcessShape implements DefinitionShape<ProcessView> {

    @Override
    public DefinitionKind<?, ?> kind() {
        return ProcessKind.STORED;
    }

    @Override
    public String path() {
        return "processes";
    }

    @Override
    public BoundedText text() {
        return new BoundedText(256 * 1024);
    }

    @Override
    public String name(ProcessView shown) {
        return shown.entry().name();
    }

    @Override
    public Long version(ProcessView shown) {
        return shown.entry().version();
    }

    @Override
    public JsonObject body(ProcessView shown, Caller caller) {
        return ProcessJson.of(shown);
    }
}
