package io.kilowatch.deploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * One figure of a benchmark, next to what it is compared with.
 *
 * @param name such as {@code line.batch50}
 * @param value what was measured
 * @param unit of value and yardstick
 * @param yardstick what the same machine did in the same run with the least possible work
 */
public record Measurement(String name, double value, String unit, double yardstick) {
    /** Value over yardstick: what is left of the machine's speed. */
    public double ratio() {
        return value / yardstick;
    }

    /** Prints them as a table. */
    public static void print(List<Measurement> all, PrintStream out) {
        out.printf(Locale.ROOT, "%n%-20s %14s %14s  %-12s %8s%n", "name", "value", "yardstick", "unit", "ratio");
        for (Measurement one : all) {
            out.printf(
                    Locale.ROOT,
                    "%-20s %,14.0f %,14.0f  %-12s %8.3f%n",
                    one.name,
                    one.value,
                    one.yardstick,
                    one.unit,
                    one.ratio());
        }
        out.flush();
    }

    /** Writes them as a JSON list. */
    public static void write(List<Measurement> all, Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ArrayNode list = json.createArrayNode();
        for (Measurement one : all) {
            list.addObject()
                    .put("name", one.name)
                    .put("value", one.value)
                    .put("unit", one.unit)
                    .put("yardstick", one.yardstick)
                    .put("ratio", one.ratio());
        }
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), list);
    }
}
