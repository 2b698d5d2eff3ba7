package dev.parley.web.renewal;

import dev.parley.definition.DefinitionKind;
import dev.parley.message.Caller;
import dev.parley.renewal.PoolKind;
import dev.parley.renewal.PoolView;
import dev.parley.web.BoundedText;
import dev.parley.web.DefinitionShape;
import dev.parley.web.RecordJson;
import jakarta.json.JsonObject;

/** Pools over HTTP. */
final class PoolShape implements DefinitionShape<PoolView> {

    @Override
    public DefinitionKind<?, ?> kind() {
        return PoolKind.POOLS;
    }

    @Override
    public String path() {
        return "pools";
    }

    @Override
    public BoundedText text() {
        return new BoundedText(16 * 1024);
    }

    @Override
    public String name(PoolView shown) {
        return shown.pool().name();
    }

    @Override
    public Long version(PoolView shown) {
        return shown.pool().version();
    }

    @Override
    public JsonObject body(PoolView shown, Caller caller) {
        return RecordJson.of(PoolBody.of(shown, caller));
    }
}
