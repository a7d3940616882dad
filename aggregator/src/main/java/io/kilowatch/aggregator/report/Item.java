package io.kilowatch.aggregator.report;

import io.kilowatch.domain.Outcome;
import java.math.BigDecimal;
import java.util.Optional;

/** What stands in one cell of a report. */
sealed interface Item {
    /** What the system cannot know; a person fills it in. */
    Item OPEN = new Open();

    /** Nothing, where there is nothing to fill in either. */
    Item NONE = new Words("—", Tone.PLAIN);

    /** How a text is to be taken. */
    enum Tone {
        PLAIN,
        /** A number with a sign or unit of its own. */
        AMOUNT,
        GOOD,
        BAD,
        DOUBTFUL
    }

    /** To be filled in. */
    record Open() implements Item {}

    /**
     * A text.
     *
     * @param text which
     * @param tone how it is to be taken
     */
    record Words(String text, Tone tone) implements Item {}

    /**
     * A number.
     *
     * @param value exact
     * @param places how many decimals are shown
     * @param evidence where its evidence is, as a path of the API
     */
    record Figure(BigDecimal value, int places, Optional<String> evidence) implements Item {}

    /** A text. */
    static Item of(String text) {
        return text.isEmpty() ? NONE : new Words(text, Tone.PLAIN);
    }

    /** A share in per cent. */
    static Item percent(BigDecimal share) {
        return new Words(Digits.percent(share, 2), Tone.AMOUNT);
    }

    /** A number without evidence of its own. */
    static Item of(BigDecimal value, int places) {
        return new Figure(value, places, Optional.empty());
    }

    /** A number that may be absent. */
    static Item of(Optional<BigDecimal> value, int places) {
        return value.map(number -> of(number, places)).orElse(NONE);
    }

    /** An outcome. */
    static Item of(Outcome outcome) {
        return switch (outcome) {
            case WITHIN -> new Words("达标", Tone.GOOD);
            case EXCEEDS -> new Words("超限额", Tone.BAD);
            case CANNOT_BE_JUDGED -> new Words("无法判定", Tone.DOUBTFUL);
        };
    }
}
