package io.kilowatch.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SetbacksTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Loop.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Setbacks setbacks =
            new Setbacks("clerk", new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), 0, () -> 0));

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(said);
    }

    @Test
    void waitsLongerAfterEachFailureAndFromTheStartAfterASuccess() {
        List<Duration> first = List.of(fail("a"), fail("b"), fail("c"));
        setbacks.succeeded();

        assertThat(first).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(fail("d")).isEqualTo(Duration.ofMillis(500));
        assertThat(setbacks.total()).isEqualTo(4);
    }

    @Test
    void tellsTheFirstOfARowWithItsStackAndTheOthersInOneLineWithTheirCount() {
        fail("database away\nno server");
        fail("database away\nno server");
        fail("database away\nno server");

        assertThat(said.list)
                .extracting(event -> event.getThrowableProxy() != null)
                .containsExactly(true, false, false);
        assertThat(said.list).allSatisfy(event -> assertThat(event.getLevel()).isEqualTo(Level.WARN));
        assertThat(said.list.get(2).getFormattedMessage())
                .isEqualTo("step failed, trying again [loop: clerk, failures: 3, pause: PT2S,"
                        + " error: java.lang.IllegalStateException: database away no server]");
    }

    @Test
    void tellsAFaultOfAnotherKindWithItsStack() {
        fail("database away");
        setbacks.failed(new ArithmeticException("out of range"));
        setbacks.failed(new IllegalStateException("kept", new ArithmeticException("out of range")));

        assertThat(said.list)
                .extracting(event -> event.getThrowableProxy() != null)
                .containsOnly(true);
    }

    @Test
    void namesTheRootOfAFaultInItsLine() {
        Exception fault = new IllegalStateException("not stored", new ArithmeticException("out of range"));
        setbacks.failed(fault);
        setbacks.failed(fault);

        assertThat(said.list.get(1).getFormattedMessage())
                .contains("IllegalStateException: not stored of java.lang.ArithmeticException: out of range");
    }

    @Test
    void saysWhenItWorksAgainAndNothingWhileItWorks() {
        setbacks.succeeded();
        fail("once");
        setbacks.succeeded();
        setbacks.succeeded();
        fail("once");

        assertThat(said.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO, Level.WARN);
        assertThat(said.list.get(1).getFormattedMessage()).isEqualTo("step works again [loop: clerk, failures: 1]");
        assertThat(said.list.get(2).getThrowableProxy()).isNotNull();
    }

    private Duration fail(String message) {
        return setbacks.failed(new IllegalStateException(message));
    }
}
