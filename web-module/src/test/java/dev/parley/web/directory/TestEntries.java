package dev.parley.web.directory;

import dev.parley.directory.Entries;

/** The resource of the directory without a container. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
public final class TestEntries {

    private TestEntries() {}

    /** Gives the resource its entries. */
    public static void given(EntriesResource resource, Entries entries) {
        resource.entries = entries;
    }
}
