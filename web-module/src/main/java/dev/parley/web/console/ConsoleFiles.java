package dev.parley.web.console;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String path : paths(context, ROOT)) {
                add(context, path, digest);
            }
            return '"' + HexFormat.of().formatHex(digest.digest()).substring(0, TAG) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(ServletContext context, String path, MessageDigest digest) throws IOException {
        try (InputStream file = context.getResourceAsStream(path)) {
            if (file != null) {
                digest.update(file.readAllBytes());
            }
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
