package dev.parley.web.slip;

import dev.parley.slip.Slip;
import dev.parley.slip.SlipView;
import dev.parley.web.JsonValues;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Slips as JSON: as they travel, without their signature, and where one that is kept stands. */
final class SlipJson {

    private SlipJson() {}

    static JsonObject of(Slip slip) {
        return JsonValues.json(slip.text()).asJsonObject();
    }

    static JsonObject of(SlipView view) {
        JsonObjectBuilder json = Json.createObjectBuilder(of(view.slip()))
                .add("status", view.conversation().status().name());
        return view.waitsFor() == null
                ? json.build()
                : json.add("waitsFor", view.waitsFor()).build();
    }
}
