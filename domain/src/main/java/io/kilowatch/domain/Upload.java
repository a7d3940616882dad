package io.kilowatch.domain;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a device speaks the national upload record (全国重点用能单位能耗在线监测系统).
 *
 * @param valid what its {@code valid} means, because sources differ
 * @param slot when it uploads each day, if that was agreed; otherwise it is assigned a time
 */
public record Upload(ValidFlag valid, Optional<LocalTime> slot) {
    /** That of a device whose document says nothing of it. */
    public static final Upload STANDARD = new Upload(ValidFlag.TRUE, Optional.empty());

    /** Which value of {@code valid} marks a valid record. */
    public enum ValidFlag {
        /** {@code true} or 1. */
        TRUE,
        /** 0 or {@code false}. */
        ZERO;

        /** The one of a document's word: {@code true} or {@code zero}. */
        public static Optional<ValidFlag> parse(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equalsIgnoreCase(word))
                    .findFirst();
        }

        /** Whether a record's flag, as text, marks it as valid; empty if it is no flag at all. */
        public Optional<Boolean> marks(String flag) {
            return switch (flag) {
                case "true", "1" -> Optional.of(this == TRUE);
                case "false", "0" -> Optional.of(this == ZERO);
                default -> Optional.empty();
            };
        }
    }
}
