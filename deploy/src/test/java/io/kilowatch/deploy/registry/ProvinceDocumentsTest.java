package io.kilowatch.deploy.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.deploy.testing.TestFolder;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.registry.desk.Answer;
import io.kilowatch.registry.desk.RegistryDesk;
import io.kilowatch.simulators.course.Actor;
import io.kilowatch.simulators.course.Play;
import io.kilowatch.simulators.province.Province;
import io.kilowatch.simulators.province.RegistryDocument;
import io.kilowatch.simulators.scenario.ReadyScenarios;
import io.kilowatch.simulators.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvinceDocumentsTest {
    static final List<String> SCENARIOS = ReadyScenarios.NAMES;

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-08-01", "2026-12-01"})
    void theSimulatedProvinceIsRegisteredWithoutFaultOrAdvice(LocalDate start) throws IOException {
        Path folder = TestFolder.fresh("province");
        for (RegistryDocument document : Province.of(42, start).documents()) {
            Files.writeString(folder.resolve(document.enterprise() + ".yaml"), document.yaml());
        }

        Answer answer = RegistryDesk.check(List.of(folder), BusinessCalendar.CHINA);

        assertThat(answer.exitCode()).as("%s", answer.lines()).isEqualTo(Answer.FINE);
        assertThat(answer.lines()).hasSize(12).noneMatch(line -> line.startsWith("advice"));
        TestFolder.remove(folder);
    }

    @ParameterizedTest
    @FieldSource("SCENARIOS")
    void whoTakesPartInAReadyScenarioIsRegisteredWithoutFaultOrAdvice(String name) throws IOException {
        Scenario scenario = ReadyScenarios.find(name);
        Play play = Play.of(
                scenario, scenario.seed(), scenario.start().orElse(LocalDate.parse("2026-08-01")), scenario.days());
        Path folder = TestFolder.fresh("scenario-documents");
        int written = 0;
        for (Actor actor : play.actors()) {
            if (!actor.id().matches(".*-\\d+")) { // one of each that are alike
                RegistryDocument document = play.document(actor);
                Files.writeString(folder.resolve(document.enterprise() + ".yaml"), document.yaml());
                written++;
            }
        }

        Answer answer = RegistryDesk.check(List.of(folder), BusinessCalendar.CHINA);

        assertThat(answer.exitCode()).as("%s", answer.lines()).isEqualTo(Answer.FINE);
        assertThat(answer.lines()).hasSize(written + 1).noneMatch(line -> line.startsWith("advice"));
        TestFolder.remove(folder);
    }
}
