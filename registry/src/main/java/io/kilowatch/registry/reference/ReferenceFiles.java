package io.kilowatch.registry.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Loads {@link ReferenceData} from CSV files and reports every fault with file and line. */
public final class ReferenceFiles {
    /** Carriers. */
    public static final String CARRIERS = "carriers.csv";

    /** Their factors. */
    public static final String FACTORS = "carrier-factors.csv";

    /** Limits, and the NDRC's benchmarks and baselines. */
    public static final String QUOTAS = "quotas.csv";

    /** Corrections and exemptions. */
    public static final String RULES = "quota-rules.csv";

    /** The inputs of rules and conversions. */
    public static final String INPUTS = "inputs.csv";

    /** Conversions of output. */
    public static final String CONVERSIONS = "output-conversions.csv";

    /** Figures that belong to no carrier and no quota. */
    public static final String CONSTANTS = "constants.csv";

    /** Electricity prices that follow energy efficiency. */
    public static final String PRICES = "price-tiers.csv";

    /** Grades of early warning. */
    public static final String GRADES = "warning-grades.csv";

    /** What documents on dual control take off. */
    public static final String DUAL_CONTROL = "dual-control-rules.csv";

    /** Targets for the share of capacity at the benchmark level. */
    public static final String TARGETS = "benchmark-targets.csv";

    /** Every file, in the order in which they are read. */
    public static final List<String> ALL = List.of(
            CARRIERS, FACTORS, INPUTS, QUOTAS, RULES, CONVERSIONS, CONSTANTS, PRICES, GRADES, DUAL_CONTROL, TARGETS);

    private ReferenceFiles() {}

    static ReferenceData standard() {
        Map<String, InputStream> files = new HashMap<>();
        ALL.forEach(file -> files.put(file, open(file)));
        try {
            return load(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A digest of the files that come with the program: another one wherever a row has changed. */
    static String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String file : ALL) {
                try (InputStream stream = open(file)) {
                    byte[] bytes = stream.readAllBytes();
                    sha.update((file + ' ' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
                    sha.update(bytes);
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
     * Loads files by their names and closes them; a file that is not there has no rows.
     *
     * @throws InvalidReferenceData with every fault of all of them
     */
    public static ReferenceData load(Map<String, InputStream> files) throws IOException {
        return new ReferenceData(ReferenceReading.of(files));
    }

    /** Reference data that cannot be used; the message lists every fault, one a line. */
    public static final class InvalidReferenceData extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidReferenceData(List<String> faults) {
            super(String.join(System.lineSeparator(), faults));
        }
    }
}
