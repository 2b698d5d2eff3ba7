package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.definition.Fields;
import dev.parley.directory.schema.SchemaRules;
import dev.parley.message.CommonProblem;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import dev.parley.value.Findings;
import dev.parley.value.Value;
import dev.parley.value.ValueReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads definitions of processes, and says of all that is wrong with one at once what was expected. */
public final class ProcessReader {

    private static final List<String> KNOWN =
            List.of("input", "deadline", "compensateWithin", "compensable", "attributes", "steps", "reply");
    /** What only an answer has: what was read can be changed and written. */
    private static final List<String> SHOWN = List.of("name", "version", "updatedAt", "updatedBy", "warnings");

    private static final Duration COMPENSABLE = Duration.ofDays(7);
    private static final int MOST_ATTRIBUTES = 20;
    private static final int MOST_ERRORS = 100;

    /** What Parley itself finds instances by has a dollar sign first. */
    private static final Pattern ATTRIBUTE = Pattern.compile("(?!\\$)[^\\p{Cntrl}]{1,100}");

    private static final String ATTRIBUTE_NAME =
            "an attribute with a name of 1 to 100 characters without control characters, which does not begin with '$'";

    private final DefinitionLimits limits;
    private final Offers offers;
    private final boolean code;

    /**
     * The reader of what operators write.
     *
     * @param offers the operations that there are
     */
    public ProcessReader(DefinitionLimits limits, Offers offers) {
        this(limits, offers, false);
    }

    private ProcessReader(DefinitionLimits limits, Offers offers, boolean code) {
        this.limits = limits;
        this.offers = offers;
        this.code = code;
    }

    /** The reader of what applications define in code. What it asks may come to be there later. */
    public static ProcessReader ofCode(DefinitionLimits limits, Offers offers) {
        return new ProcessReader(limits, offers, true);
    }

    /**
     * What is in the text.
     *
     * @throws Refusal {@code message-too-large}, {@code body-not-json} or {@code body-invalid}
     */
    public ReadProcess read(String name, String body) {
        if (body.getBytes(StandardCharsets.UTF_8).length > limits.maxSize()) {
            throw new Refusal(CommonProblem.MESSAGE_TOO_LARGE.because(
                    "A definition of a process has at most " + limits.maxSize() + " bytes."));
        }
        Findings findings = new Findings();
        JsonText.Cut text = JsonText.cut(body);
        ProcessDefinition definition = definition(name, limits, written(text.json()), findings);
        String deeper = text.deeper();
        if (deeper != null && findings.violations().isEmpty()) {
            findings.refuse(deeper, "JSON that is at most " + JsonText.MAX_DEPTH + " deep");
        }
        if (!code && definition.needsCode()) {
            findings.refuse("", "no pointer to /code: only an application in the EAR has any");
        }
        definition.attributes().keySet().stream()
                .filter(attribute -> !ATTRIBUTE.matcher(attribute).matches())
                .forEach(attribute -> findings.refuse(Fields.pointer("/attributes", attribute), ATTRIBUTE_NAME));
        new EmptyCheck(definition, findings).check();
        OfferCheck check = new OfferCheck(definition, offers);
        List<Violation> errors = new ArrayList<>(findings.violations());
        if (!code) {
            check.errors().stream().filter(e -> !isSaidOf(e.field(), findings)).forEach(errors::add);
        }
        InvalidBody.refuseIfAny(errors.stream().limit(MOST_ERRORS).toList(), "a definition of process '" + name + "'");
        return new ReadProcess(definition, code ? check.all() : check.warnings());
    }

    /** Whether something is wrong with that place itself, or in it: then it could not be read as it was meant. */
    private static boolean isSaidOf(String place, Findings findings) {
        return findings.violations().stream()
                .map(Violation::field)
                .anyMatch(said -> said.equals(place) || said.startsWith(place + "/") || place.startsWith(said + "/"));
    }

    /**
     * What was stored, which was read before; which operations there are now is not looked at.
     *
     * @throws IllegalStateException if this version cannot read it
     */
    public ProcessDefinition stored(String name, String definition) {
        Findings findings = new Findings();
        ProcessDefinition read = definition(name, limits.ofStored(), JsonText.parseExactly(definition), findings);
        if (!findings.violations().isEmpty()) {
            throw new IllegalStateException("Process '" + name + "' cannot be read: " + findings.violations());
        }
        return read;
    }

    private static JsonNode written(JsonNode json) {
        return json instanceof ObjectNode object ? object.remove(SHOWN) : json;
    }

    private static ProcessDefinition definition(
            String name, DefinitionLimits limits, JsonNode json, Findings findings) {
        Part part = new Part(json, "", findings);
        if (!json.isObject()) {
            findings.refuse("", "an object with steps");
        }
        part.only(KNOWN, List.of());
        if (part.has("input")) {
            findings.refuseAll(SchemaRules.violations(part.get("input"), "/input"));
        }
        ProcessDefinition definition = new ProcessDefinition(
                name,
                Canonical.of(json),
                part.has("input") ? part.get("input") : null,
                part.duration("deadline", limits.deadline()),
                part.duration("compensateWithin", limits.compensateWithin()),
                part.duration("compensable", COMPENSABLE),
                attributes(part),
                new StepsReader(limits, findings).list(part.get("steps"), "/steps"),
                part.valueOrNull("reply"));
        new NameCheck(definition, findings).check();
        new PointerCheck(definition, findings).check();
        new PivotCheck(definition, findings).check();
        new MessageCheck(definition, findings).check();
        return definition;
    }

    private static Map<String, Value> attributes(Part part) {
        Part attributes = part.part("attributes");
        if (!part.has("attributes")) {
            return Map.of();
        }
        if (!attributes.json().isObject() || attributes.json().size() > MOST_ATTRIBUTES) {
            part.refuse("attributes", "an object with at most " + MOST_ATTRIBUTES + " members");
            return Map.of();
        }
        ValueReader reader = new ValueReader(part.findings());
        return attributes.json().properties().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, m -> reader.read(m.getValue(), attributes.pointer(m.getKey()))));
    }
}
