package io.kilowatch.simulators.course;

import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingKind;
import io.kilowatch.simulators.province.Noise;
import io.kilowatch.simulators.province.SimulatedMeter;
import io.kilowatch.simulators.province.Slot;
import io.kilowatch.simulators.province.Tampering;
import io.kilowatch.simulators.scenario.Parameter;
import io.kilowatch.simulators.scenario.Step;
import io.kilowatch.simulators.scenario.StepKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/** What the timeline does to one device's meters and clock. */
final class DeviceTampering implements Tampering {
    private static final long MILLIONTHS = 1_000_000;
    private static final Set<StepKind> COUNTING =
            Set.of(StepKind.NOT_COUNTING, StepKind.INFLATED, StepKind.COPIED_DAYS);
    private static final Set<StepKind> CLOCKS = Set.of(StepKind.CLOCK_DRIFT, StepKind.CLOCK_JUMP);
    private static final Set<StepKind> TELLING =
            Set.of(StepKind.MISREAD, StepKind.ZERO, StepKind.STUCK, StepKind.SILENT);

    private final Map<String, List<Step>> counting;
    private final Map<String, List<Step>> telling;
    private final List<Step> clocks;
    private final List<Step> offQuarter;
    private final Noise noise;
    private final long first;
    private final Map<Step, BigDecimal> stuckAt = new HashMap<>();

    /**
     * Nothing told yet.
     *
     * @param steps those of the device's enterprise
     * @param first the number of the slot that the steps count from
     */
    DeviceTampering(String device, List<Step> steps, Noise noise, long first) {
        this.counting = byMeter(steps, COUNTING);
        this.telling = byMeter(steps, TELLING);
        this.clocks = ofDevice(device, steps, CLOCKS);
        this.offQuarter = ofDevice(device, steps, Set.of(StepKind.OFF_QUARTER));
        this.noise = noise;
        this.first = first;
    }

    private static Map<String, List<Step>> byMeter(List<Step> steps, Set<StepKind> kinds) {
        Map<String, List<Step>> byMeter = new HashMap<>();
        for (Step step : steps) {
            if (kinds.contains(step.kind())) {
                byMeter.computeIfAbsent(step.meter().orElseThrow(), id -> new java.util.ArrayList<>())
                        .add(step);
            }
        }
        return byMeter;
    }

    private static List<Step> ofDevice(String device, List<Step> steps, Set<StepKind> kinds) {
        return steps.stream()
                .filter(step ->
                        kinds.contains(step.kind()) && step.device().orElse("").equals(device))
                .toList();
    }

    @Override
    public long counted(SimulatedMeter meter, long slot, long flow, LongUnaryOperator at) {
        long counted = flow;
        for (Step step : counting.getOrDefault(meter.id(), List.of())) {
            if (step.isDuring(slot - first)) {
                counted = switch (step.kind()) {
                    case COPIED_DAYS ->
                        at.applyAsLong(slot - step.duration(Parameter.BACK).dividedBy(Slot.LENGTH));
                    case NOT_COUNTING -> share(counted, step.number(Parameter.SHARE));
                    default -> share(counted, step.number(Parameter.FACTOR));
                };
            }
        }
        return counted;
    }

    private static long share(long flow, BigDecimal part) {
        return Math.multiplyExact(flow, part.movePointRight(6).longValueExact()) / MILLIONTHS;
    }

    @Override
    public long ahead(long slot) {
        long ahead = 0;
        for (Step step : clocks) {
            if (step.isDuring(slot - first)) {
                ahead += step.kind() == StepKind.CLOCK_JUMP
                        ? step.duration(Parameter.BY).toSeconds()
                        : step.number(Parameter.SECONDS_PER_DAY)
                                .multiply(BigDecimal.valueOf(slot - first - step.from() + 1))
                                .divide(BigDecimal.valueOf(Slot.PER_DAY), 0, RoundingMode.HALF_EVEN)
                                .longValueExact();
            }
        }
        return ahead;
    }

    @Override
    public int late(long quarter) {
        for (Step step : offQuarter) {
            if (step.isDuring(quarter - first)) {
                int most = step.whole(Parameter.SECONDS);
                return (int) Math.floor(noise.stream("late").uniform(quarter) * (2 * most + 1)) - most;
            }
        }
        return 0;
    }

    @Override
    public Optional<DeviceReading> told(DeviceReading reading) {
        DeviceReading told = reading;
        for (Step step : telling.getOrDefault(reading.meter(), List.of())) {
            boolean concerns = concerns(step, reading.at());
            if (concerns && step.kind() == StepKind.SILENT) {
                return Optional.empty();
            }
            if (concerns) {
                told = new DeviceReading(told.meter(), told.at(), told.kind(), value(step, told), told.source());
            }
        }
        return Optional.of(told);
    }

    private boolean concerns(Step step, Instant at) {
        long slot = Math.floorDiv(at.getEpochSecond() + Slot.LENGTH.toSeconds() / 2, Slot.LENGTH.toSeconds()) - first;
        return step.kind().lasts() ? step.isDuring(slot) : slot == step.from();
    }

    private BigDecimal value(Step step, DeviceReading reading) {
        return switch (step.kind()) {
            case ZERO -> BigDecimal.ZERO;
            case STUCK -> stuckAt.computeIfAbsent(step, unused -> reading.value());
            default ->
                reading.kind() == ReadingKind.REGISTER
                        ? reading.value()
                                .movePointLeft(1)
                                .setScale(reading.value().scale(), RoundingMode.DOWN)
                        : reading.value();
        };
    }
}
