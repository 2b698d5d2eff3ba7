package dev.parley.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was measured: one value for each figure, side and round. */
final class Figures {

    private static final double WITHOUT_FRACTION = 100;

    private final Side first;
    private final Side second;
    private final String heading;
    private final Map<String, EnumMap<Side, List<Double>>> values = new LinkedHashMap<>();

    /** For two sides, of which the first is divided by the second. */
    Figures(Side first, Side second) {
        this(first, first.title(), second, second.title());
    }

    /** The same, with something else over their columns. */
    Figures(Side first, String firstTitle, Side second, String secondTitle) {
        this.first = first;
        this.second = second;
        heading = "| | " + firstTitle + " | " + secondTitle + " | ratio |\n|---|---|---|---|\n";
    }

    /** Nothing yet, for the same sides. */
    Figures another() {
        return new Figures(first, second);
    }

    /** Notes a value, and shows it, so that a drift from round to round is seen. */
    void add(String figure, Side side, double value) {
        values.computeIfAbsent(figure, f -> new EnumMap<>(Side.class))
                .computeIfAbsent(side, s -> new ArrayList<>())
                .add(value);
        System.err.printf("  %-55s %-8s %10s%n", figure, side, number(value));
    }

    /** Prints the median of each, the lowest and the highest, as a table in Markdown; nothing if nothing was measured. */
    void print() {
        if (!values.isEmpty()) {
            System.out.println(table());
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder(heading);
        values.forEach((figure, sides) -> {
            List<Double> ofFirst = sides.get(first);
            List<Double> ofSecond = sides.get(second);
            table.append("| ").append(figure).append(" | ").append(cell(ofFirst));
            table.append(" | ").append(cell(ofSecond)).append(" | ");
            if (ofFirst != null && ofSecond != null) {
                table.append(String.format(Locale.ROOT, "%.2f", median(ofFirst) / median(ofSecond)));
            }
            table.append(" |\n");
        });
        return table.toString();
    }

    private static String cell(@Nullable List<Double> values) {
        if (values == null) {
            return "";
        }
        if (values.size() == 1) {
            return number(values.get(0));
        }
        double lowest = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return "**" + number(median(values)) + "** (" + number(lowest) + " to " + number(highest) + ")";
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < WITHOUT_FRACTION ? "%.2f" : "%,.0f", value);
    }
}
