package io.kilowatch.simulators.course;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.scenario.ReadyScenarios;
import io.kilowatch.simulators.scenario.Scenario;
import io.kilowatch.simulators.scenario.ScenarioReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceCourseTest {
    private static final LocalDate START = LocalDate.parse("2026-06-01");
    private static final Instant BEGIN = Instant.parse("2026-05-31T16:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"three-day-outage", "quarter-hour-edge", "fraud"})
    void theSameSeedSendsTheSameBytesAndAnotherSeedOthers(String name) {
        Scenario scenario = ReadyScenarios.find(name);

        List<String> bytes = bytes(scenario, 1);

        assertThat(bytes(scenario, 1)).isEqualTo(bytes);
        assertThat(bytes(scenario, 2)).isNotEqualTo(bytes);
    }

    @Test
    void withoutFaultsEachMessageIsSentWhenItIsDue() {
        List<Outgoing> sent = sent("");

        assertThat(sent).hasSize(3 * 24 + 1);
        assertThat(sent).allSatisfy(one -> assertThat(one.sendAt()).isEqualTo(one.sentAt()));
        assertThat(sent.get(1).sendAt()).isEqualTo(BEGIN.plus(Duration.ofHours(1)));
        assertThat(sent.get(1).readings()).hasSize(4 * 6);
    }

    @Test
    void anOfflineDeviceKeepsEverythingAndSendsItInABurstInOrder() {
        List<Outgoing> sent = sent("{step: offline, enterprise: f, day: 1, time: \"10:00\", for: P1D, catchUp: burst}");

        Instant back = BEGIN.plus(Duration.ofHours(34));
        List<Outgoing> burst =
                sent.stream().filter(one -> one.sendAt().equals(back)).toList();
        assertThat(burst).hasSize(25);
        assertThat(burst).extracting(Outgoing::sentAt).isSorted();
        assertThat(readings(sent)).containsExactlyElementsOf(readings(sent("")));
    }

    @Test
    void catchingUpWithJitterSpreadsWhatWasKept() {
        List<Outgoing> sent = sent(
                "{step: offline, enterprise: f, day: 1, time: \"10:00\", for: P1D, catchUp: jitter, within: PT3H}");

        Instant back = BEGIN.plus(Duration.ofHours(34));
        List<Outgoing> late =
                sent.stream().filter(one -> one.sendAt().isAfter(one.sentAt())).toList();
        assertThat(late)
                .hasSize(24)
                .allSatisfy(one -> assertThat(one.sendAt()).isBetween(back, back.plus(Duration.ofHours(3))));
        assertThat(late)
                .extracting(Outgoing::sentAt)
                .isNotEqualTo(late.stream().map(Outgoing::sentAt).sorted().toList());
        assertThat(sent).extracting(Outgoing::sendAt).isSorted();
        assertThat(readings(sent)).containsExactlyInAnyOrderElementsOf(readings(sent("")));
    }

    @Test
    void whatIsLostIsNeverSent() {
        List<Outgoing> sent = sent("{step: offline, enterprise: f, day: 1, time: \"10:00\", for: P1D, catchUp: lost}");

        assertThat(sent).hasSize(3 * 24 + 1 - 24);
    }

    @Test
    void aMessageThatComesTwiceIsTheSameToTheByte() {
        List<Outgoing> sent = sent("{step: duplicate, enterprise: f, day: 1, for: P2D, share: 1}");

        Map<String, List<Outgoing>> byBatch = sent.stream().collect(Collectors.groupingBy(Outgoing::batch));
        List<List<Outgoing>> twice =
                byBatch.values().stream().filter(some -> some.size() == 2).toList();
        assertThat(twice)
                .hasSize(48)
                .allSatisfy(pair ->
                        assertThat(pair.get(0).payload()).isEqualTo(pair.get(1).payload()));
    }

    @Test
    void brokenMessagesAreNoJsonAndWrongPasswordsNoMessages() {
        List<Outgoing> sent = sent(
                "{step: bad-json, enterprise: f, day: 2, count: 4}",
                "{step: wrong-password, enterprise: f, day: 2, count: 2}",
                "{step: flood, enterprise: f, day: 3, count: 50}");

        List<Outgoing> broken =
                sent.stream().filter(one -> one.kind() == Outgoing.Kind.BROKEN).toList();
        assertThat(broken)
                .hasSize(4)
                .allSatisfy(one -> assertThat(new String(one.payload(), StandardCharsets.UTF_8))
                        .startsWith("{\"batch\"")
                        .doesNotEndWith("}]}"));
        assertThat(sent.stream().filter(one -> one.kind() == Outgoing.Kind.WRONG_PASSWORD))
                .hasSize(2);
        assertThat(sent.stream().collect(Collectors.groupingBy(Outgoing::batch, Collectors.counting())))
                .containsValue(51L);
    }

    @Test
    void registersAreMisreadZeroStuckAndSilentWhileTheTimelineSaysSo() {
        List<DeviceReading> plain = of("EL-F1", sent(""));
        List<DeviceReading> told = of(
                "EL-F1",
                sent(
                        "{step: misread, enterprise: f, meter: EL-F1, day: 1, time: \"01:00\"}",
                        "{step: zero, enterprise: f, meter: EL-F1, day: 1, time: \"02:00\", for: PT30M}",
                        "{step: stuck, enterprise: f, meter: EL-F1, day: 1, time: \"03:00\", for: PT1H}",
                        "{step: silent, enterprise: f, meter: EL-F1, day: 1, time: \"05:00\", for: PT45M}"));

        assertThat(told).hasSize(plain.size() - 3);
        assertThat(told.get(4).value())
                .isEqualByComparingTo(plain.get(4).value().movePointLeft(1).setScale(4, RoundingMode.DOWN));
        assertThat(told.subList(8, 10))
                .allSatisfy(one -> assertThat(one.value()).isZero());
        assertThat(told.subList(12, 16))
                .allSatisfy(
                        one -> assertThat(one.value()).isEqualTo(plain.get(12).value()));
        assertThat(told.get(16)).isEqualTo(plain.get(16));
        assertThat(told.get(20).at()).isEqualTo(plain.get(23).at());
    }

    @Test
    void aBypassedMeterCountsItsShareAndAnInflatedOneMore() {
        BigDecimal plain = grown("EL-F1", sent(""));

        BigDecimal bypassed = grown(
                "EL-F1", sent("{step: not-counting, enterprise: f, meter: EL-F1, day: 1, for: P3D, share: 0.25}"));
        BigDecimal inflated =
                grown("EL-F1", sent("{step: inflated, enterprise: f, meter: EL-F1, day: 1, for: P3D, factor: 1.5}"));

        assertThat(bypassed.multiply(new BigDecimal("4")).subtract(plain).abs()).isLessThan(new BigDecimal("0.01"));
        assertThat(inflated.subtract(plain.multiply(new BigDecimal("1.5"))).abs())
                .isLessThan(new BigDecimal("0.01"));
    }

    @Test
    void aCopiedDayGrowsAsTheDayBefore() {
        List<DeviceReading> told =
                of("EL-F1", sent("{step: copied-days, enterprise: f, meter: EL-F1, day: 2, for: P1D, back: P1D}"));

        for (int slot = 0; slot < 96; slot++) {
            BigDecimal before =
                    told.get(slot + 1).value().subtract(told.get(slot).value());
            BigDecimal copied =
                    told.get(slot + 97).value().subtract(told.get(slot + 96).value());
            assertThat(copied.subtract(before).abs()).isLessThanOrEqualTo(new BigDecimal("0.0001"));
        }
    }

    @Test
    void aRestatedMonthIsSentAgainWithOtherNumbers() {
        List<Outgoing> sent =
                play("{step: restated, enterprise: f, meter: PRODUCT, day: 2, time: \"12:00\", back: P1D, factor: 0.5}")
                        .course("gw-2");

        List<Outgoing> again =
                sent.stream().filter(one -> one.batch().startsWith("restated")).toList();
        Map<Instant, BigDecimal> first =
                of(
                                "PRODUCT",
                                sent.stream()
                                        .filter(one -> !one.batch().startsWith("restated"))
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(DeviceReading::at, DeviceReading::value));
        assertThat(readings(again))
                .hasSize(24)
                .allSatisfy(one -> assertThat(one.value())
                        .isEqualTo(requireNonNull(first.get(one.at()))
                                .multiply(new BigDecimal("0.5"))
                                .setScale(one.value().scale(), RoundingMode.HALF_EVEN)));
    }

    @Test
    void theTimelineMayNameOnlyMetersAndDevicesThatThereAre() {
        assertThatThrownBy(() -> sent("{step: misread, enterprise: f, meter: EL-F9, day: 1}"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("meter EL-F9 of f, which has EL-110KV, EL-F1");
        assertThatThrownBy(() -> sent("{step: flood, enterprise: f, device: gw-7, day: 1}"))
                .hasMessageContaining("device gw-7 of f, which has gw-1, gw-2");
        assertThatThrownBy(() -> sent("{step: zero, enterprise: f, meter: COKE, day: 1, for: PT1H}"))
                .hasMessageContaining("zero is of a register, and meter COKE of f sends amounts");
        assertThatThrownBy(() -> sent("{step: transformed, enterprise: f, meter: EL-F1, day: 1, multiplier: 7}"))
                .hasMessageContaining("transformed of f does not fit")
                .hasMessageContaining("too many for a multiplier of 7");
    }

    private record Played(Play play) {
        List<Outgoing> course(String device) {
            List<Outgoing> sent = new ArrayList<>();
            DeviceCourse course = play.course(play.actors().get(0), device);
            while (course.due().isPresent()) {
                sent.add(course.take());
            }
            return sent;
        }
    }

    private static Played play(String... steps) {
        StringBuilder text = new StringBuilder("""
                scenario: test
                days: 3
                upload: PT1H
                enterprises: [{works: ferrosilicon-works, id: f}]
                timeline:
                """);
        for (String step : steps) {
            if (!step.isEmpty()) {
                text.append("  - ").append(step).append('\n');
            }
        }
        return new Played(Play.of(ScenarioReader.read("test", text.toString()), 42, START, OptionalInt.of(3)));
    }

    private static List<Outgoing> sent(String... steps) {
        return play(steps).course("gw-1");
    }

    private static List<String> bytes(Scenario scenario, long seed) {
        Play play = Play.of(scenario, seed, START, OptionalInt.of(5));
        List<String> bytes = new ArrayList<>();
        for (Actor actor : play.actors()) {
            for (String device : new HashSet<>(actor.enterprise().devices())) {
                DeviceCourse course = play.course(actor, device);
                while (course.due().isPresent()) {
                    Outgoing one = course.take();
                    bytes.add(one.sendAt() + " " + one.kind() + " "
                            + (one.readings().isEmpty() ? "" : new String(one.payload(), StandardCharsets.UTF_8)));
                }
            }
        }
        return bytes;
    }

    private static List<DeviceReading> readings(List<Outgoing> sent) {
        return sent.stream().flatMap(one -> one.readings().stream()).toList();
    }

    private static List<DeviceReading> of(String meter, List<Outgoing> sent) {
        return readings(sent).stream().filter(one -> one.meter().equals(meter)).toList();
    }

    private static BigDecimal grown(String meter, List<Outgoing> sent) {
        List<DeviceReading> readings = of(meter, sent);
        return readings.get(readings.size() - 1)
                .value()
                .subtract(readings.get(0).value());
    }
}
