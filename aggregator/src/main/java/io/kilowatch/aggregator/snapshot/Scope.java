package io.kilowatch.aggregator.snapshot;

/**
 * Whose figures a snapshot holds.
 *
 * @param kind everybody's, a region's or one enterprise's
 * @param key the region's prefix (GB/T 2260) or the enterprise's code; empty for everybody
 */
public record Scope(Kind kind, String key) {
    /** Everybody. */
    public static final Scope ALL = new Scope(Kind.ALL, "");

    /** How a scope is given. */
    public enum Kind {
        /** Every enterprise. */
        ALL,
        /** Those whose region begins with some digits. */
        REGION,
        /** One. */
        ENTERPRISE
    }

    /** Checks the key. */
    public Scope {
        boolean fits = switch (kind) {
            case ALL -> key.isEmpty();
            case REGION -> key.matches("\\d{1,6}");
            case ENTERPRISE -> key.matches("[0-9A-Z]{18}");
        };
        if (!fits) {
            throw new IllegalArgumentException("give one to six digits of a region, or the 18 characters of a code");
        }
    }

    /** The enterprises whose region begins with some digits. */
    public static Scope region(String prefix) {
        return new Scope(Kind.REGION, prefix);
    }

    /** One enterprise. */
    public static Scope enterprise(String code) {
        return new Scope(Kind.ENTERPRISE, code);
    }

    /** A short form: {@code all}, {@code region:64} or {@code enterprise:CODE}. */
    @Override
    public String toString() {
        return switch (kind) {
            case ALL -> "all";
            case REGION -> "region:" + key;
            case ENTERPRISE -> "enterprise:" + key;
        };
    }

    /** Reads {@link #toString()}; throws {@link IllegalArgumentException} for another text. */
    public static Scope parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String key = colon < 0 ? "" : text.substring(colon + 1);
        return switch (kind) {
            case "all" -> new Scope(Kind.ALL, key);
            case "region" -> region(key);
            case "enterprise" -> enterprise(key);
            default -> throw new IllegalArgumentException("no scope \"" + text + '"');
        };
    }
}
