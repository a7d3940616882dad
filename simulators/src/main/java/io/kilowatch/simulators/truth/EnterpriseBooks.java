package io.kilowatch.simulators.truth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.province.RegistryDocument;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One enterprise's readings as they were sent, and every figure that follows from them. */
public final class EnterpriseBooks {
    private static final int DECIMALS = 6;

    private final JsonNode document;
    private final Map<String, MeterFacts> facts = new HashMap<>();
    private final Map<String, MeterBook> books = new HashMap<>();

    /** Empty books of whom a document describes. */
    public EnterpriseBooks(RegistryDocument text) {
        try {
            document = new YAMLMapper().readTree(text.yaml());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the registry document of " + text.enterprise() + " is no YAML", e);
        }
        for (JsonNode meter : document.path("meters")) {
            MeterFacts known = MeterFacts.of(meter);
            facts.put(known.id(), known);
            books.put(known.id(), new MeterBook(known));
        }
    }

    /** Notes a reading, in the order in which readings are sent. */
    public void note(DeviceReading reading) {
        MeterBook book = books.get(reading.meter());
        if (book == null) {
            throw new IllegalArgumentException("there is no meter " + reading.meter() + " in the document");
        }
        book.note(
                reading.at().toEpochMilli(),
                reading.value().setScale(DECIMALS).unscaledValue().longValueExact());
    }

    /** Tells every figure of every period that any reading is of. */
    public void figures(Consumer<TrueFigure> taker) {
        Map<String, Days> days = days();
        for (TruthPeriod period : periods(days)) {
            Subject subject = new Subject(document, facts, days, period);
            for (JsonNode account : document.path("accounts")) {
                if (account.path("indicator").asText().equals("comprehensive-energy")) {
                    new Sums(subject, account, taker).tell();
                } else {
                    new Ratios(subject, account).tell(taker);
                }
            }
        }
    }

    private Map<String, Days> days() {
        Map<String, Days> days = new HashMap<>();
        books.forEach((meter, book) -> days.put(meter, book.days()));
        return days;
    }

    private static Set<TruthPeriod> periods(Map<String, Days> days) {
        Set<LocalDate> known = new TreeSet<>();
        days.values().forEach(one -> known.addAll(one.known()));
        Set<TruthPeriod> periods = new LinkedHashSet<>();
        known.forEach(day -> {
            periods.add(TruthPeriod.day(day));
            periods.add(TruthPeriod.month(day));
            periods.add(TruthPeriod.year(day));
        });
        return periods;
    }
}
