package dev.parley.web.process;

import dev.parley.definition.WrittenDefinition;
import dev.parley.message.Page;
import dev.parley.message.Violation;
import dev.parley.process.ProcessVersion;
import dev.parley.process.ProcessView;
import dev.parley.process.definition.DefinitionDiff;
import dev.parley.process.definition.OfferCheck;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.ReadProcess;
import dev.parley.web.JsonValues;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.Function;

/** Processes as JSON: what was written, with the number of its version. */
final class ProcessJson {

    private ProcessJson() {}

    /** A process as it is now. What was read can be changed and written. */
    static JsonObject of(ProcessView view) {
        WrittenDefinition<ReadProcess> entry = view.entry();
        JsonObjectBuilder json = definition(entry.definition().definition(), view.version())
                .add("updatedAt", JsonValues.time(entry.updatedAt()))
                .add("updatedBy", entry.updatedBy());
        List<Violation> warnings = entry.definition().warnings();
        return warnings.isEmpty()
                ? json.build()
                : json.add("warnings", violations(warnings)).build();
    }

    private static JsonObjectBuilder definition(ProcessDefinition definition, int version) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("name", definition.name()).add("version", version);
        JsonValues.json(definition.toJson()).asJsonObject().forEach(json::add);
        return json;
    }

    private static JsonArrayBuilder violations(List<Violation> violations) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        violations.forEach(
                v -> list.add(Json.createObjectBuilder().add("field", v.field()).add("expected", v.expected())));
        return list;
    }

    /** A page of processes, without what they do. */
    static JsonObject list(Page<ProcessView> page) {
        return page("processes", page, view -> Json.createObjectBuilder()
                .add("name", view.entry().name())
                .add("version", view.version())
                .add("updatedAt", JsonValues.time(view.entry().updatedAt()))
                .add("updatedBy", view.entry().updatedBy()));
    }

    /** A page of versions, without what they do. */
    static JsonObject versions(Page<ProcessVersion> page) {
        return page(
                "versions",
                page,
                version -> times(Json.createObjectBuilder().add("version", version.number()), version));
    }

    private static JsonObjectBuilder times(JsonObjectBuilder json, ProcessVersion version) {
        return json.add("createdAt", JsonValues.time(version.createdAt())).add("createdBy", version.createdBy());
    }

    private static <T> JsonObject page(String member, Page<T> page, Function<T, JsonObjectBuilder> item) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        page.items().forEach(each -> list.add(item.apply(each)));
        JsonObjectBuilder json = Json.createObjectBuilder().add(member, list);
        String next = page.next();
        return next == null ? json.build() : json.add("next", next).build();
    }

    /** A version. */
    static JsonObject of(ProcessVersion version) {
        return times(definition(version.definition(), version.number()), version)
                .build();
    }

    /** What differs between two versions. */
    static JsonObject diff(ProcessVersion one, ProcessVersion other) {
        JsonArrayBuilder changes = Json.createArrayBuilder();
        DefinitionDiff.between(one.definition(), other.definition())
                .forEach(change -> changes.add(JsonValues.json(change.toJson())));
        return Json.createObjectBuilder()
                .add("from", one.number())
                .add("to", other.number())
                .add("changes", changes)
                .build();
    }

    /** What is wrong with a process by now. */
    static JsonObject problems(OfferCheck check) {
        return Json.createObjectBuilder()
                .add("problems", violations(check.errors()))
                .add("warnings", violations(check.warnings()))
                .build();
    }
}
