package io.kilowatch.registry.reference;

import io.kilowatch.domain.Basis;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.CarrierFactor;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Quota;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Loads {@link ReferenceData} from CSV files and reports every fault with file and line. */
public final class ReferenceFiles {
    private static final Set<String> QUOTA_UNITS = Set.of("kWh/t", "kgce/t", "1");

    private ReferenceFiles() {}

    static ReferenceData standard() {
        try (InputStream carriers = open("carriers.csv");
                InputStream factors = open("carrier-factors.csv");
                InputStream quotas = open("quotas.csv")) {
            return load(carriers, factors, quotas);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A digest of the files that come with the program: another one wherever a row has changed. */
    static String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String file : List.of("carriers.csv", "carrier-factors.csv", "quotas.csv")) {
                try (InputStream stream = open(file)) {
                    sha.update(stream.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static InputStream open(String file) {
        InputStream stream = ReferenceFiles.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException("missing from the program: " + file);
        }
        return stream;
    }

    /**
     * Loads the three files.
     *
     * @throws InvalidReferenceData with every fault of all of them
     */
    public static ReferenceData load(InputStream carriers, InputStream factors, InputStream quotas) throws IOException {
        List<String> faults = new ArrayList<>();
        List<Carrier> carrierRows = rows("carriers.csv", carriers, faults, ReferenceFiles::carrier, Carrier::id);
        Set<String> known = new HashSet<>();
        carrierRows.forEach(carrier -> known.add(carrier.id()));
        List<CarrierFactor> factorRows = rows(
                "carrier-factors.csv",
                factors,
                faults,
                row -> factor(row, known),
                factor -> List.of(factor.carrier(), factor.effectiveFrom()));
        List<Quota> quotaRows = rows(
                "quotas.csv",
                quotas,
                faults,
                ReferenceFiles::quota,
                quota -> List.of(quota.id(), quota.effectiveFrom()));
        if (!faults.isEmpty()) {
            throw new InvalidReferenceData(faults);
        }
        return new ReferenceData(carrierRows, factorRows, quotaRows);
    }

    private interface Reader<T> {
        T read(CsvRow row);
    }

    private static <T> List<T> rows(
            String file, InputStream stream, List<String> faults, Reader<T> reader, Function<T, Object> key)
            throws IOException {
        List<T> things = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (CsvRow row : CsvRow.read(file, stream, faults)) {
            T thing = reader.read(row);
            if (!seen.add(key.apply(thing))) {
                row.fault(row.firstColumn(), "has the same key as an earlier row");
            }
            if (row.faults().isEmpty()) {
                things.add(thing);
            }
            faults.addAll(row.faults());
        }
        return things;
    }

    private static Carrier carrier(CsvRow row) {
        return new Carrier(
                row.text("carrier"),
                new Name(row.text("name_zh"), row.text("name_en")),
                row.dimension("dimension"),
                Carrier.Kind.PRIMARY_ENERGY,
                Carrier.Quality.NONE);
    }

    private static CarrierFactor factor(CsvRow row, Set<String> known) {
        String carrier = row.text("carrier");
        if (!known.contains(carrier)) {
            row.fault("carrier", "\"" + carrier + "\" is not in carriers.csv");
        }
        return new CarrierFactor(
                carrier,
                Basis.CALORIFIC,
                Optional.empty(),
                row.optionalDecimal("kgce_per_base_unit"),
                Optional.empty(),
                Optional.empty(),
                row.text("standard"),
                row.date("effective_from"),
                row.flag("verified"),
                row.text("source"));
    }

    private static Quota quota(CsvRow row) {
        String unit = row.text("unit");
        if (!QUOTA_UNITS.contains(unit)) {
            row.fault("unit", "must be one of kWh/t, kgce/t, 1");
        }
        return new Quota(
                row.text("quota"),
                row.text("standard_no"),
                new Name(row.text("standard_name_zh"), row.text("standard_name_en")),
                new Name(row.text("metric_zh"), row.text("metric_en")),
                unit,
                row.optionalDecimal("level1_advanced"),
                row.optionalDecimal("level2_access"),
                row.optionalDecimal("level3_limit"),
                row.date("effective_from"),
                row.flag("verified"),
                row.text("source"));
    }

    /** Reference data that cannot be used; the message lists every fault, one a line. */
    public static final class InvalidReferenceData extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidReferenceData(List<String> faults) {
            super(String.join(System.lineSeparator(), faults));
        }
    }
}
