package dev.parley.web.directory;

import dev.parley.directory.Entries;

/** The resource of the directory without a container. */
public final class TestEntries {

    private TestEntries() {}

    /** Gives the resource its entries. */
    public static void given(EntriesResource resource, Entries entries) {
        resource.entries = entries;
    }
}
