package dev.parley.directory.schema;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;

/** The JSON binding of requests and replies. */
public final class JsonBinding {

    private JsonBinding() {}

    /** The binding: it omits nulls and writes dates in ISO 8601, which are the defaults; requesters rely on them. */
    public static Jsonb create() {
        return JsonbBuilder.create(new JsonbConfig().withNullValues(false));
    }
}
