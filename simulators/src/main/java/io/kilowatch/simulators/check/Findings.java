package io.kilowatch.simulators.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a check has found. Filled by one thread. */
public final class Findings {
    private final List<String> wrong = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> falseAlerts = new ArrayList<>();
    private final List<String> reserved = new ArrayList<>();
    private final List<String> awaited = new ArrayList<>();
    private final List<Duration> latencies = new ArrayList<>();
    private int enterprises;
    private int figures;
    private int alerts;
    private int cleared;

    void enterprise() {
        enterprises++;
    }

    void exact() {
        figures++;
    }

    void wrong(String sentence) {
        figures++;
        wrong.add(sentence);
    }

    void missing(String figure) {
        figures++;
        missing.add(figure);
    }

    void unexpected(String figure) {
        unexpected.add(figure);
    }

    void found(List<Duration> latency) {
        alerts++;
        latencies.addAll(latency);
    }

    void missed(String alert) {
        alerts++;
        missed.add(alert);
    }

    void falseAlert(String alert) {
        falseAlerts.add(alert);
    }

    void reserved(String alert) {
        reserved.add(alert);
    }

    void cleared() {
        cleared++;
    }

    void awaited(String alert) {
        awaited.add(alert);
    }

    /** Enterprises that were compared. */
    public int enterprises() {
        return enterprises;
    }

    /** Figures that there should be. */
    public int figures() {
        return figures;
    }

    /** Figures that are other than they should be, in words. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Figures that there are not. */
    public List<String> missing() {
        return List.copyOf(missing);
    }

    /** Figures of which the truth knows nothing. */
    public List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** Alerts that there should be. */
    public int alerts() {
        return alerts;
    }

    /** Alerts that there are not. */
    public List<String> missed() {
        return List.copyOf(missed);
    }

    /** Alerts that there should not be. */
    public List<String> falseAlerts() {
        return List.copyOf(falseAlerts);
    }

    /** Alerts that stand with reservation, since their figure cannot be judged any more. */
    public List<String> reserved() {
        return List.copyOf(reserved);
    }

    /** Alerts that came and went while readings arrived. */
    public int clearedAlerts() {
        return cleared;
    }

    /** Alerts that there should be and that no rule gives yet. */
    public List<String> awaited() {
        return List.copyOf(awaited);
    }

    /** From the acknowledgement of the last message that an alert needs to the alert, shortest first. */
    public List<Duration> latencies() {
        return latencies.stream().sorted().toList();
    }

    /** Whether every figure is exact, and every alert of a rule that exists is there, and none besides. */
    public boolean fine() {
        return enterprises > 0
                && wrong.isEmpty()
                && missing.isEmpty()
                && unexpected.isEmpty()
                && missed.isEmpty()
                && falseAlerts.isEmpty();
    }
}
