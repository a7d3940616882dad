package io.kilowatch.deploy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class BlockedLoopsTest {
    private static final Logger checker = LoggerFactory.getLogger(BlockedLoops.CHECKER);

    @Test
    void noticesAnEventLoopThatOurCodeBlocks() {
        checker.warn("Thread vert.x-eventloop-thread-3 has been blocked for 6000 ms", new Exception("Thread blocked"));

        assertThat(BlockedLoops.take())
                .singleElement()
                .asString()
                .contains("thread-3")
                .contains("BlockedLoopsTest");
    }

    @Test
    void doesNotMindWhatABusyMachineCauses() {
        Exception elsewhere = new Exception("Thread blocked");
        elsewhere.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("io.netty.Loop", "run", "Loop.java", 1)});

        checker.warn("Thread vert.x-eventloop-thread-3 has been blocked for 2500 ms");
        checker.warn("Thread vert.x-eventloop-thread-3 has been blocked for 6000 ms", elsewhere);
        checker.warn("Thread vert.x-worker-thread-3 has been blocked for 61000 ms", new Exception("Thread blocked"));

        assertThat(BlockedLoops.take()).isEmpty();
    }

    @Test
    void failsTheTestDuringWhichItHappens() {
        checker.warn("Thread vert.x-eventloop-thread-3 has been blocked for 6000 ms", new Exception("Thread blocked"));

        assertThatThrownBy(BlockedLoops::fail)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("thread-3");
    }
}
