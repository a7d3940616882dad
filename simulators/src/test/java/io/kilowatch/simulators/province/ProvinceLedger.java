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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a service would make of an enterprise's readings and its registry document, in exact decimals. */
final class ProvinceLedger {
    private static final Map<String, BigDecimal> KGCE = Map.of(
            "electricity", new BigDecimal("0.1229"),
            "raw-coal", new BigDecimal("0.7143"),
            "coke", new BigDecimal("0.9714"),
            // of 0.9 MPa and 190 °C, near enough for a budget
            "steam", new BigDecimal("0.0955"));
    private static final BigDecimal KILOJOULES_PER_KGCE = new BigDecimal("29307.6");
    private static final Map<String, String> CONVERSIONS =
            Map.of("calcium-carbide.gas-yield", "gas_yield 300", "ferrosilicon.si", "si_content 75");

    private final JsonNode document;
    private final Map<String, JsonNode> meters = new HashMap<>();
    private final Map<String, BigDecimal> registers = new HashMap<>();
    private final Map<String, TreeMap<LocalDate, BigDecimal>> days = new HashMap<>();

    /** One account's figure for a day or month, and the limit of one of its quotas. */
    record Ratio(String account, String quota, LocalDate from, BigDecimal value, BigDecimal limit) {
        BigDecimal share() {
            return value.divide(limit, MathContext.DECIMAL64);
        }
    }

    ProvinceLedger(RegistryDocument text) {
        try {
            document = new YAMLMapper().readTree(text.yaml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        document.path("meters").forEach(meter -> meters.put(meter.path("id").asText(), meter));
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

    /** Every account that has a denominator, per day or per month, by each of its quotas. */
    List<Ratio> ratios(boolean monthly) {
        List<Ratio> ratios = new ArrayList<>();
        for (JsonNode account : document.path("accounts")) {
            String quota = account.path("quota").asText("");
            if (quota.isEmpty()) {
                continue;
            }
            boolean pue = account.path("indicator").asText().equals("pue");
            boolean coal = quota.endsWith(".energy");
            var above = sums(account, pue ? "facility" : "energy", monthly, coal);
            var below = sums(account, pue ? "it" : "output", monthly, false);
            above.forEach((from, sum) -> {
                BigDecimal divisor = below.getOrDefault(from, BigDecimal.ZERO);
                if (divisor.signum() > 0) {
                    BigDecimal value = sum.divide(divisor, MathContext.DECIMAL64);
                    Stream.concat(Stream.of(account.path("quota")), stream(account.path("thresholds")))
                            .map(JsonNode::asText)
                            .map(one -> new Ratio(
                                    account.path("id").asText(), one, from, value, Limits.of(one, document, account)))
                            .forEach(ratios::add);
                }
            });
        }
        return ratios;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** The whole works' consumption in tce by month. */
    SortedMap<LocalDate, BigDecimal> consumption() {
        SortedMap<LocalDate, BigDecimal> months = sums(document.at("/accounts/0"), "energy", true, true);
        months.replaceAll((month, kilograms) -> kilograms.movePointLeft(3));
        return months;
    }

    BigDecimal total(String meter) {
        return requireNonNull(days.get(meter)).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private TreeMap<LocalDate, BigDecimal> sums(JsonNode account, String part, boolean monthly, boolean coal) {
        TreeMap<LocalDate, BigDecimal> sums = new TreeMap<>();
        for (JsonNode term : account.path(part)) {
            String id = term.path("meter").asText();
            JsonNode meter = requireNonNull(meters.get(id));
            BigDecimal conversion = conversion(account, term.path("conversion").asText(""));
            BigDecimal signed = term.path("sign").asText("+").equals("-") ? conversion.negate() : conversion;
            requireNonNull(days.get(id)).forEach((day, sum) -> {
                BigDecimal factor = coal ? kilograms(meter, day).multiply(signed) : signed;
                sums.merge(monthly ? day.withDayOfMonth(1) : day, sum.multiply(factor), BigDecimal::add);
            });
        }
        return sums;
    }

    /** Coal equivalent in kg per unit of a meter, by the laboratory where the document has its figures. */
    private BigDecimal kilograms(JsonNode meter, LocalDate day) {
        String carrier = meter.path("carrier").asText();
        BigDecimal factor = requireNonNull(KGCE.get(carrier));
        for (JsonNode value : document.path("calorificValues")) {
            boolean begun = !LocalDate.parse(value.path("from").asText()).isAfter(day);
            if (begun && value.path("carrier").asText().equals(carrier)) {
                factor =
                        new BigDecimal(value.path("value").asText()).divide(KILOJOULES_PER_KGCE, MathContext.DECIMAL64);
            }
        }
        return meter.path("unit").asText().equals("t") ? factor.movePointRight(3) : factor;
    }

    private static BigDecimal conversion(JsonNode account, String id) {
        if (id.isEmpty()) {
            return BigDecimal.ONE;
        }
        String[] fraction = requireNonNull(CONVERSIONS.get(id)).split(" ", -1);
        return Limits.input(account, fraction[0]).divide(new BigDecimal(fraction[1]), MathContext.DECIMAL64);
    }
}
