package io.kilowatch.simulators.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.works.WorksCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ScenarioReaderTest {
    static final java.util.List<String> READY = ReadyScenarios.NAMES;

    private static final String GOOD = """
            scenario: small
            title: {zh: 小, en: Small}
            seed: 5
            start: 2026-06-01
            days: 3
            clock: 500
            upload: PT1H
            enterprises:
              - {works: ferrosilicon-works, id: furnaces, serial: 150, model: {kilowattHoursPerTonne: 8300}}
              - {works: data-centre, id: centre, count: 2, meters: 9, devices: one, plant: new, region: "640502"}
            timeline:
              - {step: offline, enterprise: furnaces, device: gw-2, day: 2, time: "08:15", for: PT5H, catchUp: jitter}
              - {step: misread, enterprise: centre-2, meter: EL-IN-A, day: 3}
            """;

    @Test
    void readsWhatIsGivenAndFillsInWhatIsNot() {
        Scenario scenario = ScenarioReader.read("small.yaml", GOOD);

        assertThat(scenario.start()).contains(LocalDate.parse("2026-06-01"));
        assertThat(scenario.days()).isEqualTo(OptionalInt.of(3));
        assertThat(scenario.speed()).isEqualTo(OptionalLong.of(500));
        assertThat(scenario.upload()).isEqualTo(4);
        assertThat(scenario.parts()).extracting(Part::serial).containsExactly(150, 151);
        assertThat(scenario.parts().get(0).model().values())
                .containsEntry("kilowattHoursPerTonne", 8300.0)
                .containsEntry("furnaces", 4.0);
        Step offline = scenario.steps().get(0);
        assertThat(offline.from()).isEqualTo(96 + 33);
        assertThat(offline.slots()).isEqualTo(20);
        assertThat(offline.text(Parameter.CATCH_UP)).isEqualTo("jitter");
        assertThat(offline.text(Parameter.WITHIN)).isEqualTo("PT2H");
        assertThat(scenario.steps().get(1).enterprise()).isEqualTo("centre-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "days: 3|days: many|x.yaml: days: \"many\" is not allowed; give a whole number from 1 to 3700",
                "seed: 5|sead: 5|x.yaml: sead: is not known here; known are clock, days, enterprises, monthsBack, scenario, seed, start, timeline, title, upload",
                "start: 2026-06-01|start: June|x.yaml: start: \"June\" is not allowed; give a day such as 2026-07-01",
                "clock: 500|clock: 20000|x.yaml: clock: \"20000\" is not allowed; give max, or how many times faster than real time, 1 to 10000",
                "upload: PT1H|upload: PT20M|x.yaml: upload: \"PT20M\" is not allowed; give a duration in whole quarter hours, such as PT3H or P2D",
                "scenario: small|scenario: Small one|x.yaml: scenario: \"Small one\" is no name; give small letters, digits, - and .",
                "kilowattHoursPerTonne: 8300|kwh: 8300|x.yaml: enterprises[1].model.kwh: is not known here; known are auxiliary, budget, capacity, coke, furnaceKilowatts, furnaces, kilowattHoursPerTonne, oreGrade, outputValue, valueAdded",
                "region: \"640502\"|region: Zhongwei|x.yaml: enterprises[2].region: \"Zhongwei\" is not allowed; give six digits of GB/T 2260",
                "id: centre,|id: furnaces,|x.yaml: enterprises[2].id: \"furnaces\" is taken; give each entry an id of its own",
                "enterprise: furnaces|enterprise: furnace|x.yaml: timeline[1].enterprise: \"furnace\" takes no part; known are centre, centre-2, furnaces",
                "for: PT5H, ||x.yaml: timeline[1].for: is missing; give how long it lasts, such as PT3H or P2D",
                "for: PT5H|for: 5 hours|x.yaml: timeline[1].for: \"5 hours\" is not allowed; give a duration in whole quarter hours, such as PT3H or P2D",
                "time: \"08:15\"|time: \"08:10\"|x.yaml: timeline[1].time: \"08:10\" is not allowed; give a quarter hour of the day, such as \"08:15\"",
                "catchUp: jitter|catchUp: slowly|x.yaml: timeline[1].catchUp: \"slowly\" is not allowed; give burst, jitter or lost",
                "meter: EL-IN-A, ||x.yaml: timeline[2].meter: is missing; give the id of one of its meters",
                "day: 3|day: 4|x.yaml: timeline[2].day: 4 is after the scenario's end; give at most 3",
                "title: {zh: 小, en: Small}|title: Small|x.yaml: title: is not a mapping; give its members as \"name: value\""
            })
    void namesEachFaultByItsPathWithTheMend(String from, String to, String sentence) {
        String text = GOOD.replace(from, to == null ? "" : to);

        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", text))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        String text = GOOD.replace("days: 3", "days: 0").replace("works: data-centre", "works: mill");

        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", text))
                .hasMessageContaining("days: \"0\"")
                .hasMessageContaining("enterprises[2].works: \"mill\" is not known; give one of province-small, "
                        + String.join(", ", WorksCatalogue.words()))
                .hasMessageContaining("timeline[2].enterprise: \"centre-2\" takes no part");
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() {
        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", "scenario: a\nseed: [1\n"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("x.yaml: line ")
                .hasMessageContaining("is no YAML");
    }

    @ParameterizedTest
    @FieldSource("READY")
    void theReadyScenariosAreReadWithoutFault(String name) {
        assertThat(ReadyScenarios.find(name).name()).isEqualTo(name);
    }

    @Test
    void aScenarioThatDoesNotExistIsAnsweredWithThoseThatDo() {
        assertThatThrownBy(() -> ReadyScenarios.find("no-such"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("no-such")
                .hasMessageContaining("three-day-outage");
    }

    @Test
    void everyScenarioOfTheDocumentationIsReadWithoutFault() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "scenarios.md"));
        Matcher blocks =
                Pattern.compile("```yaml\n(scenario:.*?)```", Pattern.DOTALL).matcher(page);
        int read = 0;

        while (blocks.find()) {
            ScenarioReader.read("docs/scenarios.md", blocks.group(1));
            read++;
        }

        assertThat(read).isPositive();
        for (StepKind kind : StepKind.values()) {
            assertThat(page).as("the page tells of every step").contains('`' + kind.word() + '`');
            kind.parameters().forEach(one -> assertThat(page).contains('`' + one.word() + '`'));
        }
        WorksCatalogue.KINDS.forEach(kind -> assertThat(page).contains('`' + kind.word() + '`'));
    }
}
