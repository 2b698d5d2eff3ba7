package dev.parley.web.renewal;

import dev.parley.message.Page;
import dev.parley.renewal.Pool;
import dev.parley.renewal.PoolView;
import dev.parley.web.JsonValues;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Pools as JSON. */
final class PoolJson {

    private PoolJson() {}

    /** A pool, and how much of it is in use. */
    static JsonObject shown(PoolView view) {
        Pool pool = view.pool();
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("name", pool.name()).add("owner", pool.owner());
        JsonValues.json(pool.definition().toJson()).asJsonObject().forEach(json::add);
        return json.add("updatedAt", JsonValues.time(pool.updatedAt()))
                .add("updatedBy", pool.updatedBy())
                .add("held", view.held())
                .add("free", view.free())
                .add("waiting", view.waiting())
                .add("underPressure", view.underPressure())
                .build();
    }

    /** A page of them. */
    static JsonObject page(Page<PoolView> page) {
        JsonArrayBuilder pools = Json.createArrayBuilder();
        page.items().forEach(pool -> pools.add(shown(pool)));
        JsonObjectBuilder json = Json.createObjectBuilder().add("pools", pools);
        if (page.next() != null) {
            json.add("next", page.next());
        }
        return json.build();
    }
}
