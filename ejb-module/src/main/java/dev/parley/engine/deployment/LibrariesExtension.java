package dev.parley.engine.deployment;

import jakarta.enterprise.inject.spi.Extension;

/**
 * The extension that fails the deployment of an EAR whose libraries are where WildFly does not look for them, as
 * {@code maven-ear-plugin} puts them by itself, and says what to write. Otherwise a class is missing, and nothing says
 * why. It comes first in the list of extensions, and knows no class of a library.
 */
public final class LibrariesExtension implements Extension {

    private static final String OF_THE_API = "dev.parley.Operation";

    /** Looks for the API. */
    public LibrariesExtension() {
        this(LibrariesExtension.class.getClassLoader());
    }

    LibrariesExtension(ClassLoader loader) {
        try {
            Class.forName(OF_THE_API, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "The libraries of Parley, parley-api.jar among them, are not in lib/ of the EAR, where WildFly"
                            + " looks for them: write <defaultLibBundleDir>lib</defaultLibBundleDir> into the"
                            + " configuration of maven-ear-plugin",
                    e);
        }
    }
}
