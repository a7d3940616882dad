package io.kilowatch.simulators.truth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.simulators.course.Actor;
import io.kilowatch.simulators.course.Play;
import io.kilowatch.simulators.province.SimulatedMeter;
import io.kilowatch.simulators.province.Slot;
import io.kilowatch.simulators.scenario.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Writes what is true as lines of JSON. */
final class TruthLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;
    private static final String NOT_YET = "not yet";

    private final Writer out;

    TruthLines(Writer out) {
        this.out = out;
    }

    void head(Play play) {
        ObjectNode line = line("truth")
                .put("version", VERSION)
                .put("scenario", play.scenario().name())
                .put("seed", play.seed())
                .put("start", play.start().toString())
                .put("days", play.days().orElseThrow())
                .put("end", text(play.end()))
                .put("enterprises", play.actors().size());
        write(line);
    }

    void passed(Actor actor, SimulatedMeter meter, LocalDate from, LocalDate until, long total) {
        write(line("passed")
                .put("enterprise", actor.enterprise().code())
                .put("meter", meter.id())
                .put("from", from.toString())
                .put("until", until.toString())
                .put(
                        "amount",
                        new BigDecimal(total)
                                .divide(new BigDecimal(meter.unit().base()))
                                .toPlainString())
                .put("unit", meter.unit().symbol()));
    }

    /** What happened, and the alert that somebody should have of it. */
    void step(Actor actor, Step step, long first) {
        ObjectNode fault = line("step")
                .put("step", step.kind().word())
                .put("enterprise", actor.enterprise().code());
        step.device().ifPresent(device -> fault.put("device", device));
        step.meter().ifPresent(meter -> fault.put("meter", meter));
        fault.put("from", text(Slot.startOf(first + step.from())));
        if (step.kind().lasts()) {
            fault.put("until", text(Slot.startOf(first + step.until())));
        }
        step.values().forEach((parameter, value) -> fault.put(parameter.word(), value));
        write(fault);
        if (!step.kind().alert().isEmpty()) {
            ObjectNode alert = line("alert")
                    .put("rule", NOT_YET)
                    .put("alert", step.kind().alert())
                    .put("enterprise", actor.enterprise().code());
            step.device().ifPresent(device -> alert.put("device", device));
            step.meter().ifPresent(meter -> alert.put("meter", meter));
            write(alert.put("from", text(Slot.startOf(first + step.from()))));
        }
    }

    void figure(TrueFigure figure) {
        ObjectNode line = line("figure")
                .put("enterprise", figure.enterprise())
                .put("indicator", figure.indicator())
                .put("kind", figure.period().kind())
                .put("start", figure.period().start().toString())
                .put("end", figure.period().end().toString())
                .put("numerator", plain(figure.numerator()))
                .put("denominator", plain(figure.denominator()))
                .put("until", text(Days.instant(figure.until())))
                .put("judged", figure.judged());
        figure.value().ifPresent(value -> line.put("value", value.toPlainString()));
        figure.limit().ifPresent(limit -> line.put("limit", plain(limit)));
        figure.allowed().ifPresent(allowed -> line.put("allowed", plain(allowed)));
        figure.since().ifPresent(day -> line.put("since", day.toString()));
        if (!figure.reasons().isEmpty()) {
            ArrayNode reasons = line.putArray("reasons");
            figure.reasons().forEach(reasons::add);
        }
        ArrayNode covers = line.putArray("covers");
        for (Cover cover : figure.covers()) {
            covers.addArray()
                    .add(cover.from())
                    .add(cover.end())
                    .add(cover.covered())
                    .add(cover.interval())
                    .add(cover.measured());
        }
        write(line);
        boolean exceeds = figure.judged()
                && figure.reasons().isEmpty()
                && figure.allowed()
                        .filter(most -> figure.numerator().compareTo(most) > 0)
                        .isPresent();
        if (exceeds && !figure.period().isDay()) {
            ObjectNode alert = line("alert")
                    .put("rule", "exceeds-limit")
                    .put("enterprise", figure.enterprise())
                    .put("indicator", figure.indicator())
                    .put("kind", figure.period().kind())
                    .put("start", figure.period().start().toString());
            write(alert);
        }
    }

    private static ObjectNode line(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String text(Instant instant) {
        return instant.atOffset(Slot.OFFSET).toString();
    }

    private void write(ObjectNode line) {
        try {
            out.write(JSON.writeValueAsString(line));
            out.write('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
