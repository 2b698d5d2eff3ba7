package dev.parley.testing;

import dev.parley.directory.Directory;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import dev.parley.process.KnownProcess;
import dev.parley.process.Versions;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.definition.OfferCheck;
import dev.parley.process.definition.Offers;
import dev.parley.process.definition.ProcessReader;
import dev.parley.process.engine.ObjectProcesses;
import dev.parley.process.engine.OffersIn;
import dev.parley.value.Mappings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The processes of a test: what its objects define in code, and what it has written. Each has one version. */
final class StagedProcesses implements Versions {

    private final ObjectProcesses code;
    private final Map<String, KnownProcess> known = new TreeMap<>();

    StagedProcesses(List<Object> objects) {
        code = new ObjectProcesses(objects);
    }

    Mappings code() {
        return code;
    }

    Set<String> names() {
        return known.keySet();
    }

    /**
     * Defines them all. What they ask has to be there: nothing comes later.
     *
     * @throws IllegalArgumentException with what is wrong with one of them
     */
    void define(Map<String, String> written, Directory directory) {
        Map<String, String> all = new TreeMap<>(code.definitions());
        written.forEach((name, text) -> {
            if (all.put(name, text) != null) {
                throw new IllegalArgumentException("Process '" + name + "' is defined in code, too");
            }
        });
        all.forEach((name, text) -> known.put(name, known(name, text)));
        Offers offers = new OffersIn(directory);
        known.values().forEach(process -> check(process, offers));
        written.forEach((name, text) -> read(new ProcessReader(DefinitionLimits.DEFAULT, offers), name, text));
    }

    private static KnownProcess known(String name, String text) {
        return read(ProcessReader.ofCode(DefinitionLimits.DEFAULT, operation -> null), name, text);
    }

    private static KnownProcess read(ProcessReader reader, String name, String text) {
        try {
            return KnownProcess.of(1, reader.read(name, text).definition());
        } catch (Refusal refused) {
            throw new IllegalArgumentException(
                    "Process '" + name + "': " + refused.problem().toJson(), refused);
        }
    }

    private static void check(KnownProcess process, Offers offers) {
        List<Violation> errors = new OfferCheck(process.definition(), offers).errors();
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(errors.stream()
                    .map(e -> "Process '" + process.definition().name() + "': " + e.field() + " has to be "
                            + e.expected())
                    .collect(Collectors.joining("\n")));
        }
    }

    @Override
    public Map<String, KnownProcess> current(Collection<String> processes) {
        Map<String, KnownProcess> current = new HashMap<>(known);
        current.keySet().retainAll(processes);
        return current;
    }

    @Override
    public List<KnownProcess> current() {
        return List.copyOf(known.values());
    }

    @Override
    public KnownProcess of(String process, int version) {
        return find(process, version)
                .orElseThrow(() -> new IllegalStateException("There is no version " + version + " of " + process));
    }
}
