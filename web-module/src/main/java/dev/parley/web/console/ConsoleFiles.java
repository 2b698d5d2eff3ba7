package dev.parley.web.console;

import dev.parley.message.Sha256;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/** The files of the console, as they are deployed. */
final class ConsoleFiles {

    private static final String ROOT = "/console/";
    private static final int TAG = 16;

    private ConsoleFiles() {}

    /**
     * A tag of all of them: another one as soon as one is another. Their times are no such thing: a build that can be
     * repeated gives all files of all versions the same.
     */
    static String tag(ServletContext context) {
        StringBuilder all = new StringBuilder();
        for (String path : paths(context, ROOT)) {
            all.append(path).append('\n').append(hash(context, path)).append('\n');
        }
        return '"' + Sha256.hex(all.toString()).substring(0, TAG) + '"';
    }

    private static String hash(ServletContext context, String path) {
        try (InputStream file = context.getResourceAsStream(path)) {
            return file == null ? "" : Sha256.hex(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a folder, in one order. */
    private static Set<String> paths(ServletContext context, String folder) {
        Set<String> files = new TreeSet<>();
        Set<String> found = context.getResourcePaths(folder);
        if (found != null) {
            found.forEach(path -> files.addAll(path.endsWith("/") ? paths(context, path) : Set.of(path)));
        }
        return files;
    }
}
