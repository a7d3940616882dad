package io.kilowatch.deploy.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SkipTest {
    private static final String REQUIRED = "it.required";

    private final String before = System.getProperty(REQUIRED, "false");

    @AfterEach
    void restore() {
        System.setProperty(REQUIRED, before);
    }

    @Test
    void skipsAndSaysWhatAndWhy() {
        System.setProperty(REQUIRED, "false");

        assertThatThrownBy(() -> Skip.because("the tests on X", "there is no X"))
                .isNotInstanceOf(AssertionError.class)
                .hasMessageContainingAll("the tests on X", "there is no X", "deploy/get-timescaledb");
    }

    @Test
    void failsWhereTheRealPartsAreRequired() {
        System.setProperty(REQUIRED, "true");

        assertThatThrownBy(() -> Skip.because("the tests on X", "there is no X"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there is no X");
    }
}
