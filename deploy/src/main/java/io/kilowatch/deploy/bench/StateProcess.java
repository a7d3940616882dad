package io.kilowatch.deploy.bench;

import io.kilowatch.aggregator.AggregatorConfig;
import io.kilowatch.deploy.runtime.AtExit;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An aggregator in a JVM of its own, which tells what its heap holds. */
final class StateProcess implements AutoCloseable {
    private final Process process;
    private final BufferedWriter words;
    private final BufferedReader answers;

    private StateProcess(Process process) {
        this.process = process;
        this.words = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts the process; the aggregator in it is not started yet. */
    static StateProcess start(Settings settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                StateProbe.class.getName());
        for (Option<?> option : Line.distinct(AggregatorConfig.OPTIONS, KafkaConfig.OPTIONS, DatabaseConfig.OPTIONS)) {
            settings.optional(option)
                    .ifPresent(value -> builder.environment().put(option.variable(), value.toString()));
        }
        StateProcess started =
                new StateProcess(builder.redirectError(Redirect.INHERIT).start());
        AtExit.close(started);
        return started;
    }

    /** Starts the aggregator, which has then read the registry. */
    void startAggregator() throws IOException {
        ask(StateProbe.START);
    }

    /** The bytes in use after a collection. */
    long heap() throws IOException {
        return Long.parseLong(ask(StateProbe.HEAP));
    }

    private String ask(String word) throws IOException {
        words.write(word);
        words.newLine();
        words.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the aggregator's process has ended");
        }
        return answer;
    }

    @Override
    public void close() {
        AtExit.forget(this);
        try {
            words.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
