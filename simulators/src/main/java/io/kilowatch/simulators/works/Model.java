package io.kilowatch.simulators.works;

import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters of a works' model: made up within what such works are known to take, none of them from a source.
 *
 * @param values by name
 */
public record Model(Map<String, Double> values) {
    /** Copies the values. */
    public Model {
        values = Map.copyOf(values);
    }

    /** One of them. */
    double of(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the model has no parameter " + name);
        }
        return value;
    }

    /** One of them, as a whole number. */
    int whole(String name) {
        return (int) Math.round(of(name));
    }

    /** The same with some of them changed. */
    public Model with(Map<String, Double> others) {
        Map<String, Double> all = new TreeMap<>(values);
        all.putAll(others);
        return new Model(all);
    }
}
