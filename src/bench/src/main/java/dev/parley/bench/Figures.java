package dev.parley.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was measured: one value for each figure, column and round. */
public final class Figures {

    private static final double WITHOUT_FRACTION = 100;

    private final List<Column> columns;
    private final List<String> titles;
    private final Map<String, Map<Column, List<Double>>> values = new LinkedHashMap<>();

    /** Whose values stand below each other. */
    public interface Column {

        /** What stands over it. */
        String title();
    }

    /** @param columns in their order; the first one is divided by each of the others */
    public Figures(List<? extends Column> columns) {
        this(columns, columns.stream().map(Column::title).toList());
    }

    /** The same, with something else over each column. */
    Figures(List<? extends Column> columns, List<String> titles) {
        this.columns = List.copyOf(columns);
        this.titles = List.copyOf(titles);
    }

    /** Nothing yet, for the same columns. */
    public Figures another() {
        return new Figures(columns, titles);
    }

    /** Notes a value, and shows it, so that a drift from round to round is seen. */
    public void add(String figure, Column column, double value) {
        values.computeIfAbsent(figure, f -> new LinkedHashMap<>())
                .computeIfAbsent(column, c -> new ArrayList<>())
                .add(value);
        System.err.printf("  %-55s %-8s %10s%n", figure, column, number(value));
    }

    /**
     * Prints the median of each, the lowest and the highest, as a table in Markdown; nothing if nothing was measured.
     */
    public void print() {
        if (!values.isEmpty()) {
            System.out.println(table());
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder("| | " + titles.get(0));
        titles.stream()
                .skip(1)
                .forEach(title -> table.append(" | ").append(title).append(" | ratio"));
        table.append(" |\n|---|---|")
                .append("---|---|".repeat(columns.size() - 1))
                .append('\n');
        values.forEach((figure, row) -> table.append("| ")
                .append(figure)
                .append(" | ")
                .append(columns.stream().map(column -> cells(row, column)).collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return table.toString();
    }

    /** The column's value, and behind all but the first one the ratio of the first one to it. */
    private String cells(Map<Column, List<Double>> row, Column column) {
        Column first = columns.get(0);
        List<Double> these = row.get(column);
        if (column.equals(first)) {
            return cell(these);
        }
        List<Double> compared = row.get(first);
        if (these == null || compared == null) {
            return cell(these) + " | ";
        }
        return cell(these) + String.format(Locale.ROOT, " | %.2f", median(compared) / median(these));
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
