package dev.parley;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of Parley without its tests, as ArchUnit reads them: once in a process, since that takes seconds. */
public final class ImportedClasses {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.parley");

    private ImportedClasses() {}

    /** All of them. */
    public static JavaClasses all() {
        return ALL;
    }
}
