package io.kilowatch.registry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.security.PasswordHash;
import io.kilowatch.registry.document.SampleDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryDeskTest {
    /** Nobody listens there, so a use that needs a service would fail. */
    private final RegistryDesk desk = new RegistryDesk(
            new RegistryConfig(
                    new DatabaseConfig("jdbc:postgresql://127.0.0.1:1/none", "nobody", ""),
                    new KafkaConfig("127.0.0.1:1", 1, 1),
                    BusinessCalendar.CHINA,
                    "li.na",
                    false),
            InstantSource.system());

    @TempDir
    Path folder;

    @Test
    void checksWithoutAnyService() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), SampleDocument.VALID.text());

        assertThat(RegistryDesk.check(List.of(folder), BusinessCalendar.CHINA))
                .isEqualTo(Answer.fine(List.of(
                        "ok  " + file + "  91350100M000100Y43  1 device, 3 meters, 3 accounts  示例 / Sample",
                        "1 document without fault")));
    }

    @Test
    void advisesInOneLineToLimitEveryRegisterAndFindsNoFaultInIt() throws IOException {
        SampleDocument sample = SampleDocument.VALID
                .with("    maximumPower: 200000\n", "")
                .with(
                        "kind: amount\n    unit: t\n    interval: P1D\naccounts",
                        "kind: register\n    unit: t\n    interval: P1D\naccounts");
        Path file = Files.writeString(folder.resolve("a.yaml"), sample.text());

        Answer answer = RegistryDesk.check(List.of(folder), BusinessCalendar.CHINA);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.lines()).hasSize(3);
        assertThat(answer.lines().get(1))
                .isEqualTo("advice  " + file
                        + "  91350100M000100Y43  without maximumPower a register's jump cannot be told"
                        + " from consumption; give one, in base units per hour and with ample head-room, to: EL, OUT");
    }

    @Test
    void checksLocalTimesInTheCalendarThatItIsGiven() throws IOException {
        Files.writeString(
                folder.resolve("a.yaml"),
                SampleDocument.VALID
                        .with(
                                "- {from: 2020-01-01, value: 110000}",
                                "- {from: 2026-03-01T10:30, value: 2}\n      - {from: 2026-03-01T12:30+08:00, value: 3}")
                        .text());
        BusinessCalendar urumqi = new BusinessCalendar(ZoneId.of("Asia/Urumqi"));

        assertThat(RegistryDesk.check(List.of(folder), BusinessCalendar.CHINA).exitCode())
                .isZero();
        assertThat(RegistryDesk.check(List.of(folder), urumqi).lines())
                .first()
                .asString()
                .endsWith("2026-03-01T12:30+08:00 is used twice");
    }

    @Test
    void printsEveryFaultAndTheirNumber() throws IOException {
        Files.writeString(
                folder.resolve("a.yaml"),
                SampleDocument.VALID.with("racks: 2000", "racks: 0").text());
        Files.writeString(folder.resolve("b.yaml"), "enterprise: 1");

        Answer answer = RegistryDesk.check(List.of(folder), BusinessCalendar.CHINA);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines()).hasSize(3).last().isEqualTo("2 faults in 2 files");
    }

    @Test
    void appliesNothingWhenOneDocumentIsFaulty() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), SampleDocument.VALID.text());
        Files.writeString(folder.resolve("b.yaml"), "enterprise: 1");

        Answer answer = desk.apply(List.of(folder));

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines()).last().isEqualTo("1 fault in 1 file; nothing was applied");
    }

    @Test
    void saysWhenTheDatabaseCannotBeReached() {
        Answer answer = desk.show();

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .singleElement()
                .asString()
                .startsWith("database: ")
                .contains("127.0.0.1:1");
    }

    @Test
    void refusesACodeThatCannotBe() {
        assertThat(desk.delete("9135").lines())
                .containsExactly("\"9135\" is no credit code (18 characters, GB 32100-2015)");
        assertThat(desk.show("9135", Showcase.Format.JSON).exitCode()).isEqualTo(1);
        assertThat(desk.history("9135").exitCode()).isEqualTo(1);
    }

    @Test
    void hashesTheFirstLineOfItsInput() {
        Answer answer = PasswordDesk.hash(null, input("口令 secret\nmore\n"));

        assertThat(answer.exitCode()).isZero();
        PasswordHash hash = PasswordHash.parse(answer.lines().get(0));
        assertThat(hash.matches("口令 secret")).isTrue();
        assertThat(hash.iterations()).isEqualTo(PasswordHash.DEFAULT_ITERATIONS);
    }

    @Test
    void hashesNoEmptyPassword() {
        assertThat(PasswordDesk.hash(null, input("")).exitCode()).isEqualTo(1);
        assertThat(PasswordDesk.hash(null, input("\n")).exitCode()).isEqualTo(1);
    }

    @Test
    void eachUseListsTheOptionsThatItHeedsAndNoOther() {
        assertThat(RegistryConfig.APPLYING)
                .extracting(Option::name)
                .contains("by", "republish", "kafka-bootstrap", "database-url")
                .doesNotHaveDuplicates();
        assertThat(RegistryConfig.DELETING)
                .extracting(Option::name)
                .contains("by", "kafka-bootstrap", "database-url")
                .doesNotContain("republish");
        assertThat(RegistryConfig.SHOWING)
                .extracting(Option::name)
                .contains("database-url")
                .doesNotContain("by", "republish", "kafka-bootstrap");
    }

    @Test
    void theSystemsUserMakesTheChangeUnlessAnotherIsNamed() {
        Settings unset = new Settings(Map.of(), Map.of());
        Settings set = new Settings(Map.of("by", "li.na", "republish", ""), Map.of());

        assertThat(RegistryConfig.from(unset).by()).isEqualTo(System.getProperty("user.name"));
        assertThat(RegistryConfig.from(set).by()).isEqualTo("li.na");
        assertThat(RegistryConfig.from(set).republish()).isTrue();
    }

    private static ByteArrayInputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
