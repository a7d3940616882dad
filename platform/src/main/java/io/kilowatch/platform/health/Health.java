package io.kilowatch.platform.health;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The health checks of a process, by name; a check that throws is a check that fails. */
public final class Health {
    private final Map<String, BooleanSupplier> checks = new ConcurrentHashMap<>();

    /** Adds a check that says whether a part can do its work now. */
    public void add(String name, BooleanSupplier check) {
        checks.put(name, check);
    }

    /** Each check's answer, by name. May block for a few seconds. */
    public Map<String, Boolean> ask() {
        Map<String, Boolean> answers = new TreeMap<>();
        checks.forEach((name, check) -> answers.put(name, holds(check)));
        return answers;
    }

    private static boolean holds(BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
