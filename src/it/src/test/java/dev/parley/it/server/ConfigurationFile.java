package dev.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configuration of a server that is not started yet, to be spoilt. */
final class ConfigurationFile {

    private static final Pattern DATA_SOURCE =
            Pattern.compile("<xa-datasource (jndi-name=\"[^\"]*ParleyDS\"[^>]*)>.*?</xa-datasource>", Pattern.DOTALL);
    private static final Pattern METRICS_EXTENSION =
            Pattern.compile("<extension module=\"org.wildfly.extension.micrometer\"/>");
    private static final Pattern METRICS =
            Pattern.compile("<subsystem xmlns=\"urn:wildfly:micrometer:.*?</subsystem>", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile(
            "<xa-datasource-property name=\"URL\">\\s*(.*?)\\s*</xa-datasource-property>", Pattern.DOTALL);
    private static final Pattern DRIVER = Pattern.compile("<driver>.*?</driver>");
    private static final Pattern REDELIVERY_OF_WORK =
            Pattern.compile("(<address-setting name=\"jms\\.queue\\.parley\\.work[^>]* redelivery-delay=\")1000\"");
    private static final Pattern SECURITY = Pattern.compile("<security .*?/>|<security>.*?</security>", Pattern.DOTALL);

    private final Path file;

    private ConfigurationFile(Path file) {
        this.file = file;
    }

    static ConfigurationFile at(Path file) {
        return new ConfigurationFile(file);
    }

    /** Parley's data source takes part in no transaction any more. */
    void makeDataSourcePlain() {
        try {
            String text = Files.readString(file);
            String xa = first(DATA_SOURCE, text).group();
            String plain =
                    "<datasource jta=\"false\" " + first(DATA_SOURCE, text).group(1) + "><connection-url>"
                            + first(URL, xa).group(1) + "</connection-url>"
                            + first(DRIVER, xa).group() + first(SECURITY, xa).group() + "</datasource>";
            Files.writeString(file, text.replace(xa, plain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There is nobody to collect metrics any more. */
    void takeMetricsAway() {
        try {
            String text = Files.readString(file);
            String extension = first(METRICS_EXTENSION, text).group();
            String subsystem = first(METRICS, text).group();
            Files.writeString(file, text.replace(extension, "").replace(subsystem, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Work that has failed comes again after another first pause than the one that Parley is shipped with. */
    void redeliverWorkAfter(Duration pause) {
        try {
            String text = Files.readString(file);
            first(REDELIVERY_OF_WORK, text);
            Files.writeString(
                    file,
                    REDELIVERY_OF_WORK.matcher(text).replaceAll(found -> found.group(1) + pause.toMillis() + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Matcher first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Nothing in the configuration is like " + pattern);
        }
        return matcher;
    }
}
