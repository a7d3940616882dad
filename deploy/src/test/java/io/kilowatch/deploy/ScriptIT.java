package io.kilowatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import io.kilowatch.deploy.testing.TestFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;

/** The script {@code deploy/kilowatch}, in a source tree of its own with a Java and a Maven that only say so. */
@DisabledOnOs(WINDOWS)
final class ScriptIT {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final Path tree = TestFolder.fresh("script");
    private final Path programs = tree.resolve("bin");
    private final Path script = tree.resolve("deploy/kilowatch");
    private final Path jar = tree.resolve("deploy/target/kilowatch.jar");

    @BeforeEach
    void makeATreeThatWasNeverBuilt() throws IOException {
        Files.createDirectories(programs);
        Files.createDirectories(tree.resolve("deploy/target"));
        Files.createDirectories(tree.resolve("domain/src/main/java"));
        Files.copy(Path.of("kilowatch"), script);
        executable(script);
        for (String tool : List.of("sh", "dirname", "readlink", "sed", "find", "touch", "mkdir", "rm")) {
            Files.createSymbolicLink(programs.resolve(tool), found(tool));
        }
        Files.writeString(tree.resolve("pom.xml"), "<project/>");
        Files.writeString(tree.resolve("domain/src/main/java/Meter.java"), "class Meter {}");
    }

    @AfterEach
    void removeTheTree() {
        TestFolder.remove(tree);
    }

    @Test
    void buildsTheJarWhenThereIsNoneAndRunsIt() throws Exception {
        java("17.0.15");
        maven();

        Said said = run(script, "demo", "--data=a b");

        assertThat(said.text())
                .contains("building " + jar.toRealPath())
                .contains("maven -q -B -ntp -f " + tree.toRealPath() + "/pom.xml -pl deploy -am")
                .contains("java [-Xmx1g] [-Dx=y] [-jar] [" + jar.toRealPath() + "] [demo] [--data=a b]");
        assertThat(said.exit()).isZero();
    }

    @Test
    void runsTheJarAtOnceWhenNoSourceIsNewer() throws Exception {
        java("21");
        Files.writeString(jar, "");
        age(LONG_AGO);

        Said said = run(script, "--version");

        assertThat(said.text()).doesNotContain("building").contains("[--version]");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        java("17.0.15");
        maven();
        Files.writeString(jar, "");
        age(LONG_AGO);
        Files.setLastModifiedTime(
                tree.resolve("domain/src/main/java/Meter.java"),
                FileTime.from(Files.getLastModifiedTime(jar).toInstant().plusSeconds(60)));

        assertThat(run(script, "demo").text()).contains("building").contains("[demo]");
    }

    @Test
    void buildsAgainWhenASourceIsGone() throws Exception {
        java("17.0.15");
        maven();
        age(LONG_AGO);
        Files.writeString(jar, "");
        Files.setLastModifiedTime(jar, FileTime.from(LONG_AGO.plusSeconds(60)));
        Files.delete(tree.resolve("domain/src/main/java/Meter.java"));

        assertThat(run(script, "demo").text()).contains("building");
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        java("17.0.15");
        maven();
        Path link = Files.createSymbolicLink(tree.resolve("kw"), Path.of("deploy/kilowatch"));
        Path linkToLink = Files.createSymbolicLink(tree.resolve("bin/kw"), link);

        assertThat(run(linkToLink, "demo").text()).contains("[" + jar.toRealPath() + "] [demo]");
    }

    @Test
    void saysInBothLanguagesThatJavaIsTooOld() throws Exception {
        java("11.0.2");

        Said said = run(script, "demo");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text()).contains("version 11.0.2, too old").contains("11.0.2，过低");
    }

    @Test
    void readsTheVersionsOfOldTimes() throws Exception {
        java("1.8.0_452");

        assertThat(run(script, "demo").text()).contains("version 1.8.0_452, too old");
    }

    @Test
    void saysInBothLanguagesThatThereIsNoJava() throws Exception {
        Said said = run(script, "demo");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text()).contains("there is no Java here").contains("没有找到 Java");
    }

    @Test
    void saysInBothLanguagesThatThereIsNoMaven() throws Exception {
        java("17.0.15");

        Said said = run(script, "demo");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text()).contains("there is no Maven here").contains("没有找到 Maven");
    }

    @Test
    void doesNotRunAnythingAfterABuildThatFailed() throws Exception {
        java("17.0.15");
        program("mvn", "echo broken; exit 1");

        Said said = run(script, "demo");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text()).contains("broken").contains("the build failed").doesNotContain("[demo]");
    }

    private void java(String version) throws IOException {
        program(
                "java",
                "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\"' >&2; exit; fi\n"
                        + "printf java; for word; do printf ' [%s]' \"$word\"; done; echo");
        program("javac", "exit 0");
    }

    private void maven() throws IOException {
        program("mvn", "echo maven \"$@\"; : > '" + jar + "'");
    }

    private void program(String name, String body) throws IOException {
        Path file = programs.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        executable(file);
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path found(String tool) {
        return List.of(Path.of("/bin", tool), Path.of("/usr/bin", tool)).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private void age(Instant time) throws IOException {
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                Files.setLastModifiedTime(path, FileTime.from(time));
            }
        }
    }

    private Said run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(program.toString()));
        words.addAll(List.of(arguments));
        Path log = tree.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("KILOWATCH_JAVA_OPTS", "-Xmx1g -Dx=y");
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(log));
    }

    private record Said(int exit, String text) {}
}
