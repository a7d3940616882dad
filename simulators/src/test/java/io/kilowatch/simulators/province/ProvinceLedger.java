package io.kilowatch.simulators.province;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a service would make of an enterprise's readings and its registry document, in exact decimals. */
final class ProvinceLedger {
    private static final Map<String, BigDecimal> KGCE = Map.of(
            "electricity", new BigDecimal("0.1229"),
            "raw-coal", new BigDecimal("0.7143"),
            "coke", new BigDecimal("0.9714"));

    private final JsonNode document;
    private final Map<String, JsonNode> meters = new HashMap<>();
    private final Map<String, BigDecimal> registers = new HashMap<>();
    private final Map<String, TreeMap<LocalDate, BigDecimal>> days = new HashMap<>();

    /** One account's figure for a day or month. */
    record Ratio(String account, String quota, LocalDate from, BigDecimal value) {}

    ProvinceLedger(RegistryDocument text) {
        try {
            document = new YAMLMapper().readTree(text.yaml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        document.path("meters").forEach(meter -> meters.put(meter.path("id").asText(), meter));
    }

    String plant() {
        return document.at("/enterprise/plant").asText();
    }

    void add(DeviceReading reading) {
        JsonNode meter = requireNonNull(meters.get(reading.meter()));
        BigDecimal flow = reading.value();
        var at = reading.at();
        if (reading.kind() == ReadingKind.REGISTER) {
            BigDecimal before = registers.put(reading.meter(), reading.value());
            if (before == null) {
                return;
            }
            flow = reading.value().subtract(before);
            if (flow.signum() < 0) {
                flow = flow.add(BigDecimal.TEN.pow(meter.path("digits").asInt()));
            }
            at = at.minus(Slot.LENGTH);
        }
        BigDecimal multiplier = new BigDecimal(meter.at("/multiplier/0/value").asText("1"));
        LocalDate day = at.atOffset(Slot.OFFSET).toLocalDate();
        days.computeIfAbsent(reading.meter(), unused -> new TreeMap<>())
                .merge(day, flow.multiply(multiplier), BigDecimal::add);
    }

    /** Every account that has a denominator, per day or per month. */
    List<Ratio> ratios(boolean monthly) {
        List<Ratio> ratios = new ArrayList<>();
        for (JsonNode account : document.path("accounts")) {
            String quota = account.path("quota").asText("");
            if (quota.isEmpty()) {
                continue;
            }
            boolean pue = account.path("indicator").asText().equals("pue");
            boolean coal = quota.endsWith(".energy");
            var above = sums(account.path(pue ? "facility" : "energy"), monthly, coal);
            var below = sums(account.path(pue ? "it" : "output"), monthly, false);
            above.forEach((from, sum) -> {
                BigDecimal divisor = below.getOrDefault(from, BigDecimal.ZERO);
                if (divisor.signum() > 0) {
                    ratios.add(new Ratio(
                            account.path("id").asText(), quota, from, sum.divide(divisor, MathContext.DECIMAL64)));
                }
            });
        }
        return ratios;
    }

    BigDecimal total(String meter) {
        return requireNonNull(days.get(meter)).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private TreeMap<LocalDate, BigDecimal> sums(JsonNode terms, boolean monthly, boolean coal) {
        TreeMap<LocalDate, BigDecimal> sums = new TreeMap<>();
        for (JsonNode term : terms) {
            String id = term.path("meter").asText();
            JsonNode meter = requireNonNull(meters.get(id));
            BigDecimal factor = BigDecimal.ONE;
            if (coal) {
                factor = requireNonNull(KGCE.get(meter.path("carrier").asText()));
                factor = meter.path("unit").asText().equals("t") ? factor.movePointRight(3) : factor;
            }
            BigDecimal signed = term.path("sign").asText("+").equals("-") ? factor.negate() : factor;
            requireNonNull(days.get(id))
                    .forEach((day, sum) ->
                            sums.merge(monthly ? day.withDayOfMonth(1) : day, sum.multiply(signed), BigDecimal::add));
        }
        return sums;
    }
}
