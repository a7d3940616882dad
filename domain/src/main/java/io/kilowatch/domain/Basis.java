package io.kilowatch.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How energy that had to be made from other energy is converted to coal equivalent (GB/T 2589). Never mixed in one sum. */
public enum Basis {
    /** By the energy it holds (当量值): electricity at 0.1229 kgce/kWh. */
    CALORIFIC("当量值", "calorific equivalent"),
    /** By the primary energy that it takes to make it (等价值); fuels count as they do by calorific equivalent. */
    PRIMARY("等价值", "primary-energy equivalent");

    private final Name label;
    private final String word = name().toLowerCase(Locale.ROOT);

    Basis(String zh, String en) {
        this.label = new Name(zh, en);
    }

    /** Its names. */
    public Name label() {
        return label;
    }

    /** The word in data files and payloads. */
    public String word() {
        return word;
    }

    /** The one of a word. */
    public static Optional<Basis> parse(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
