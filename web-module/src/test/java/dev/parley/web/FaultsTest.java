package dev.parley.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.parley.message.OperationFault;
import dev.parley.message.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of problems: all that the rooms declare, and what the documentation says of them. */
class FaultsTest {

    private static final Path DOCS = Path.of("..", "src", "docs");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z0-9-]+)` \\| (\\d{3}|–) \\| ([^|]+) \\| [^|]+ \\| [^|]+ \\|$");
    private static final Pattern SHORT_ROW =
            Pattern.compile("^\\| ((?:`[a-z0-9-]+`(?:, )?)+) \\| (\\d{3}[0-9, ]*) \\|.*");
    private static final Pattern NAME = Pattern.compile("`([a-z0-9-]+)`");
    private static final Pattern REFUSAL = Pattern.compile("@throws (?:[\\w.]+\\.)?Refusal ((?:[^@/]|@code)*)");
    private static final Pattern CODE = Pattern.compile("\\{@code ([a-z]+(?:-[a-z0-9]+)+)}");

    private static final JavaClasses PARLEY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.parley");

    /** One row of the page, and what the code says as such a row. */
    private record Fault(String name, String status, String title) {

        static Fault of(ProblemKind kind) {
            return new Fault(kind.label(), kind.status() == 0 ? "–" : String.valueOf(kind.status()), kind.title());
        }
    }

    private static List<ProblemKind> catalogue() {
        return PARLEY.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ProblemKind.class))
                .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                .map(ProblemKind.class::cast)
                .toList();
    }

    private static List<String> names() {
        return catalogue().stream().map(ProblemKind::label).toList();
    }

    private static List<String> lines(Path page) throws IOException {
        return Files.readAllLines(page);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void eachNameIsDeclaredOnce() {
        assertThat(names()).hasSizeGreaterThan(70).doesNotHaveDuplicates();
    }

    @Test
    void eachHasATitleAndAStatusOfAnErrorOrNone() {
        assertThat(catalogue()).allSatisfy(kind -> {
            assertThat(kind.title()).isNotBlank();
            assertThat(kind.status() == 0 || (kind.status() >= 400 && kind.status() < 600))
                    .as("%s %s", kind, kind.status())
                    .isTrue();
        });
    }

    @Test
    void itsTypeIsItsName() {
        assertThat(catalogue()).allSatisfy(kind -> assertThat(kind.because("d").type())
                .isEqualTo("urn:parley:fault:"
                        + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** Whoever could declare a kind while the server runs could give a name another status. */
    @Test
    void nothingElseIsAKindOfProblem() {
        classes()
                .that()
                .implement(ProblemKind.class)
                .should()
                .beEnums()
                .orShould()
                .be(OperationFault.class)
                .check(PARLEY);
    }

    @Test
    void thePageHasThemAllAndNoOthers() throws IOException {
        List<Fault> rows = lines(DOCS.resolve("faults.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Fault(row.group(1), row.group(2), row.group(3)))
                .toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        catalogue().stream().map(Fault::of).toList());
    }

    @Test
    void whatThePagesOfPatternsSayOfStatusesIsTrue() throws IOException {
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (Path page : files(DOCS.resolve("patterns"), ".md")) {
            boolean ofFaults = false;
            for (String line : lines(page)) {
                ofFaults = line.startsWith("|") && (ofFaults || line.startsWith("| `urn:parley:fault:"));
                var row = SHORT_ROW.matcher(line);
                if (ofFaults && row.matches()) {
                    rows++;
                    wrong.addAll(wrong(
                            page + ": " + line,
                            row.group(1),
                            List.of(row.group(2).split(", "))));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).isGreaterThan(30);
    }

    /** One status for all names of a row, or one for each. */
    private static List<String> wrong(String line, String names, List<String> statuses) {
        List<String> listed =
                NAME.matcher(names).results().map(name -> name.group(1)).toList();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            String name = listed.get(i);
            String status = statuses.get(statuses.size() == 1 ? 0 : i);
            if (catalogue().stream()
                    .noneMatch(kind -> kind.label().equals(name) && status.equals(String.valueOf(kind.status())))) {
                wrong.add(line);
            }
        }
        if (statuses.size() > 1 && statuses.size() != listed.size()) {
            wrong.add(line);
        }
        return wrong;
    }

    @Test
    void theRefusalsThatMethodsPromiseAreInTheCatalogue() throws IOException {
        List<String> known = names();
        List<String> promised = new ArrayList<>();
        for (Path root : List.of(Path.of("src", "main"), Path.of("..", "ejb-module", "src", "main"))) {
            for (Path file : files(root, ".java")) {
                REFUSAL.matcher(Files.readString(file))
                        .results()
                        .flatMap(refusal -> CODE.matcher(refusal.group(1)).results())
                        .forEach(name -> promised.add(name.group(1)));
            }
        }
        assertThat(promised).hasSizeGreaterThan(30).isSubsetOf(known);
    }
}
