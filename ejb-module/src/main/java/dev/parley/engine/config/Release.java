package dev.parley.engine.config;

import java.util.Objects;

/** The release of Parley that runs, as the manifest of its jar has it. */
public final class Release {

    private Release() {}

    /** Its version; {@code unknown} for classes that are in no jar. */
    public static String version() {
        return Objects.requireNonNullElse(Release.class.getPackage().getImplementationVersion(), "unknown");
    }
}
