package dev.parley.it.begin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page {@code first-operation.md}, followed by somebody who writes into a project what it says. */
final class Tutorial {

    private static final Pattern MEMBERS =
            Pattern.compile("(?si)\\bin `(\\w+\\.java)`, before the last `}`:\n\n```java\n(.*?)```");
    private static final Pattern MIGRATION = Pattern.compile("(?s) in `(V2\\w+\\.sql)`[^\n]*\n\n```sql\n(.*?)```");
    private static final String OPERATION = "@Operation(\"reserve-seats\")";
    private static final String COMPENSATED = OPERATION + " @CompensatedBy(\"cancel-seats\")";
    private static final String THROWN = "throw new Fault(\"sold-out\"";

    private final String page;
    private final Path sources;

    Tutorial(Path project) throws IOException {
        page = Files.readString(ServerNames.cli().resolve("../../docs/first-operation.md"));
        sources = project.resolve("operations/src");
    }

    /** Adds the second operation, its test, and the change of the tables. */
    void follow() throws IOException {
        Matcher members = MEMBERS.matcher(page);
        assertThat(members.results().map(member -> member.group(1)))
                .containsExactly("Seats.java", "Theatre.java", "SeatsTest.java", "SmallTheatre.java");
        for (MatchResult member : MEMBERS.matcher(page).results().toList()) {
            add(file(member.group(1)), member.group(2));
        }
        compensate(file("Seats.java"));
        MatchResult migration = MIGRATION.matcher(page).results().findFirst().orElseThrow();
        Files.writeString(
                file("V1__plays_and_reservations.sql").resolveSibling(migration.group(1)), migration.group(2));
    }

    /** The fault that the page shows is the one that the project throws. */
    void hasTheFaultOfTheProject() throws IOException {
        assertThat(Files.readString(file("Seats.java"))).contains(lineWith(page, THROWN));
    }

    private static String lineWith(String text, String part) {
        return text.lines().filter(line -> line.contains(part)).findFirst().orElseThrow();
    }

    private static void add(Path file, String members) throws IOException {
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.lastIndexOf('}')) + "\n" + members + "}\n");
    }

    private void compensate(Path file) throws IOException {
        assertThat(page).contains(COMPENSATED + "      // import dev.parley.CompensatedBy");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(OPERATION, COMPENSATED)
                        .replace(
                                "import dev.parley.Exchange;",
                                "import dev.parley.CompensatedBy;\nimport dev.parley.Exchange;"));
    }

    private Path file(String name) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
