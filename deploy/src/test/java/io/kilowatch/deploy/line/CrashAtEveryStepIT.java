package io.kilowatch.deploy.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kilowatch.aggregator.stream.LedgerStep;
import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.deploy.testing.RealDatabase.Flavour;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Aggregators that die at each step of their transaction, one after the other on the same line. */
class CrashAtEveryStepIT {
    private static final long SEED = 20_261_122;
    private static final int DEATHS_AT_EACH_STEP = 2;
    private static final int RECORDS_IN_A_POLL = 6;

    private record Death(LedgerStep step, int times, ServiceProcess process) implements AutoCloseable {
        static Death prepare(RoughLine line, LedgerStep step, int times) throws IOException {
            List<String> words = new ArrayList<>(List.of(step.name(), Integer.toString(times)));
            words.addAll(line.options(RECORDS_IN_A_POLL));
            return new Death(step, times, ServiceProcess.start(DyingAggregator.class, words));
        }

        void happen() throws IOException, InterruptedException {
            process.tell("go");
            int end = process.awaitEnd(Duration.ofSeconds(60));
            assertThat(end).as(process.said()).isEqualTo(DyingAggregator.DEAD);
        }

        @Override
        public void close() {
            process.close();
        }

        @Override
        public String toString() {
            return "after a death at " + step + ", reached " + times + " times";
        }
    }

    @Test
    void whatIsStoredIsExactAfterEveryDeathAndCompleteAtTheEnd() throws Exception {
        try (RoughLine line = new RoughLine(3, RealDatabase.fresh(Flavour.POSTGRESQL))) {
            line.send(RoughTraffic.of(line.register(8), 60, SEED));

            dieAtEveryStep(line);
            assertThat(line.hasStoredAll()).as("nothing was left to do").isFalse();
            finish(line);

            line.assertExact("at the end");
            line.verdicts().assertNewestAreThoseStored();
        }
    }

    private static void dieAtEveryStep(RoughLine line) throws Exception {
        Random random = new Random(SEED);
        List<LedgerStep> steps = new ArrayList<>();
        for (int i = 0; i < DEATHS_AT_EACH_STEP; i++) {
            steps.addAll(List.of(LedgerStep.values()));
        }
        Collections.shuffle(steps, random);
        Deque<Death> prepared = new ArrayDeque<>();
        try {
            for (int i = 0; i < steps.size() || !prepared.isEmpty(); i++) {
                if (i < steps.size()) {
                    prepared.add(Death.prepare(line, steps.get(i), 3 + random.nextInt(2)));
                }
                if (i >= 2) {
                    die(line, prepared.remove());
                }
            }
        } finally {
            prepared.forEach(Death::close);
        }
    }

    private static void die(RoughLine line, Death death) throws Exception {
        long before = line.stored();
        try (death) {
            death.happen();
        }
        line.emptyTheGroup();
        assertThat(line.stored()).as("records stored %s", death).isGreaterThan(before);
        line.assertExact(death.toString());
        line.verdicts().assertEachWasPublished(death.toString());
    }

    private static void finish(RoughLine line) throws Exception {
        List<String> words = new ArrayList<>(List.of("aggregate"));
        words.addAll(line.options(500));
        try (ServiceProcess last = ServiceProcess.start(words.toArray(String[]::new))) {
            await().atMost(Duration.ofSeconds(60)).until(line::hasStoredAll);
            assertThat(last.said()).doesNotContain("step failed");
        }
    }
}
