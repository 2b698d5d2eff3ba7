package dev.parley.engine.config;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The mark among the data of this server that its broker could not write to its disk: what was accepted is in the
 * database, and the message that has it done may be lost. The mark stays, over any number of starts, until the work of
 * all that has been sent again. An operator can set it, too: it is an empty file.
 */
public final class FullDiskMark {

    /** The name of the file. */
    public static final String NAME = "parley-disk-was-full";

    private static final Logger LOG = System.getLogger(FullDiskMark.class.getName());

    /** Where WildFly says that a server keeps its data, the broker's among it. */
    private static final String DATA = "jboss.server.data.dir";

    private final Path file;

    /** The mark in a directory. */
    public FullDiskMark(Path directory) {
        this.file = directory.resolve(NAME);
    }

    /** The mark in the directory where this server keeps its data. */
    public static FullDiskMark ofThisServer() {
        return new FullDiskMark(Path.of(System.getProperty(DATA, "")));
    }

    /** True if it is there. */
    public boolean isSet() {
        return Files.exists(file);
    }

    /**
     * Sets it, which needs no room but that for a name; where it cannot be set, the log says so.
     *
     * @return true if it is there now
     */
    public boolean set() {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException there) {
            return true;
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "It cannot be noted that the disk was full ({0}). Make an empty file {1} before the next start, so"
                            + " that the work of what was accepted is sent again",
                    e,
                    file);
            return false;
        }
    }

    /** Removes it; where it cannot be removed, all is sent again after the next start, which does no harm. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The file {0} cannot be removed ({1}): remove it", file, e);
        }
    }
}
