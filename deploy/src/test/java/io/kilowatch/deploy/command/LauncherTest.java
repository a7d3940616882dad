package io.kilowatch.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LauncherTest {
    private static final Option<Integer> PORT = Option.port("mqtt-port", 1883, "Where devices connect, 100% of them.");
    private static final Option<Boolean> OPEN = Option.flag("open", "Listen beyond loopback.");
    private static final Option<String> SECRET =
            Option.text("token", "TOKEN", "", "A token.").asSecret();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> seen = new ArrayList<>();

    @Test
    void givesTheBodyWhatTheCommandLineSaysBeforeTheEnvironment() {
        int exit = run(Map.of("KILOWATCH_MQTT_PORT", "1", "KILOWATCH_TOKEN", "t"), "serve", "--mqtt-port=2", "--open");

        assertThat(seen).containsExactly("port 2", "open true", "token t", "operands []");
        assertThat(exit).isZero();
    }

    @Test
    void givesTheBodyItsDefaultsWhenNothingIsSaid() {
        assertThat(run(Map.of(), "serve")).isZero();

        assertThat(seen).containsExactly("port 1883", "open false", "token none", "operands []");
    }

    @Test
    void takesAValueAfterABlankToo() {
        assertThat(run(Map.of(), "serve", "--mqtt-port", "7")).isZero();

        assertThat(seen).contains("port 7");
    }

    @Test
    void runsACommandInAGroupWithItsOperands() {
        assertThat(run(Map.of(), "registry", "apply", "a.yaml", "b.yaml")).isZero();

        assertThat(seen).contains("operands [a.yaml, b.yaml]");
    }

    @Test
    void tellsEveryFaultOfTheSettingsAndExitsWithTwo() {
        int exit = run(Map.of("KILOWATCH_OPEN", "perhaps"), "serve", "--mqtt-port=many");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString())
                .contains("kilowatch serve cannot start:")
                .contains("--mqtt-port is \"many\"")
                .contains("KILOWATCH_OPEN is \"perhaps\"")
                .contains("kilowatch serve --help");
    }

    @Test
    void namesAnOptionItDoesNotKnow() {
        assertThat(run(Map.of(), "serve", "--mqtt-prt=1")).isEqualTo(2);

        assertThat(err.toString()).contains("--mqtt-prt");
        assertThat(seen).isEmpty();
    }

    @Test
    void namesAMissingOperand() {
        assertThat(run(Map.of(), "registry", "apply")).isEqualTo(2);

        assertThat(err.toString()).contains("FILE");
    }

    @Test
    void runsACommandThatHasSubcommandsItself() {
        assertThat(run(Map.of(), "measure", "--mqtt-port=3")).isZero();

        assertThat(seen).containsExactly("port 3", "open false", "token none", "operands []");
    }

    @Test
    void runsTheSubcommandOfACommandWithABodyInsteadOfIt() {
        assertThat(run(Map.of(), "measure", "twice")).isEqualTo(2);

        assertThat(seen).isEmpty();
    }

    @Test
    void asksForASubcommandWhereOneIsMissing() {
        assertThat(run(Map.of(), "registry")).isEqualTo(2);

        assertThat(err.toString()).contains("apply");
    }

    @Test
    void tellsAFaultInOneLineAndExitsWithOne() {
        assertThat(run(Map.of(), "fail")).isEqualTo(1);

        assertThat(err.toString().strip()).isEqualTo("kilowatch fail: the disk is full");
    }

    @Test
    void returnsTheExitCodeOfTheBody() {
        assertThat(run(Map.of(), "seven")).isEqualTo(7);
    }

    @Test
    void helpSaysDefaultAndVariable() {
        assertThat(run(Map.of(), "serve", "--help")).isZero();

        assertThat(out.toString())
                .contains("--mqtt-port=PORT")
                .contains("100% of them")
                .contains("Default: 1883. Environment: KILOWATCH_MQTT_PORT.");
    }

    @Test
    void printsThePageOfAllOptions() {
        assertThat(run(Map.of(), "options")).isZero();

        assertThat(out.toString())
                .contains("## kilowatch serve")
                .contains("| `--mqtt-port` | PORT | `1883` | `KILOWATCH_MQTT_PORT` | Where devices connect")
                .contains("## kilowatch registry apply")
                .contains("`FILE`: Documents.");
    }

    @Test
    void refusesACommandWithoutABody() {
        assertThatThrownBy(() -> Command.group("empty", "Nothing."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void refusesTwoOptionsOfOneName() {
        assertThatThrownBy(() -> Command.of("twice", "Twice.", List.of(PORT, PORT), (settings, operands) -> 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    private int run(Map<String, String> environment, String... words) {
        List<Command> commands = List.of(
                Command.of("serve", "Serve.", List.of(PORT, OPEN, SECRET), this::note),
                Command.group(
                        "registry",
                        "Documents.",
                        Command.of("apply", "Apply documents.", List.of(PORT, OPEN, SECRET), this::note)
                                .taking(Operands.many("FILE", "Documents."))),
                Command.of("fail", "Fail.", List.of(), (settings, operands) -> {
                    throw new IOException("the disk is full");
                }),
                Command.of("seven", "Return 7.", List.of(), (settings, operands) -> 7),
                Command.of("measure", "Measure.", List.of(PORT, OPEN, SECRET), this::note)
                        .with(Command.of("twice", "Measure twice.", List.of(), (settings, operands) -> 2)));
        return new Launcher(commands, environment, new PrintWriter(out, true), new PrintWriter(err, true)).run(words);
    }

    private int note(Settings settings, List<String> operands) {
        int port = settings.value(PORT);
        boolean open = settings.value(OPEN);
        String token = settings.optional(SECRET).orElse("none");
        settings.check();
        seen.addAll(List.of("port " + port, "open " + open, "token " + token, "operands " + operands));
        return 0;
    }
}
