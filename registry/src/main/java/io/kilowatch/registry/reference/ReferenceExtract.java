package io.kilowatch.registry.reference;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.kilowatch.domain.OutputConversion;
import io.kilowatch.domain.QuotaRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of the reference data that comes with the program, as they stand in its files, to be handed on. */
public final class ReferenceExtract {
    private static final CsvMapper CSV = new CsvMapper();
    private static final ObjectReader ROWS = CSV.readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES);
    private static final ObjectWriter WRITER = CSV.writer().with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);

    private ReferenceExtract() {}

    /**
     * All that a figure can depend on, by file name, such that {@link ReferenceFiles#load} can read it.
     *
     * @param carriers the carriers it counts
     * @param quotas the quotas it is judged by
     * @param conversions the conversions of its output
     */
    public static SortedMap<String, byte[]> of(Set<String> carriers, Set<String> quotas, Set<String> conversions) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(ReferenceFiles.CARRIERS, carriers(carriers));
        files.put(ReferenceFiles.FACTORS, carrierFactors(carriers));
        files.put(ReferenceFiles.QUOTAS, quotas(quotas));
        files.put(ReferenceFiles.RULES, quotaRules(quotas));
        files.put(ReferenceFiles.INPUTS, inputs(quotas, conversions));
        files.put(ReferenceFiles.CONVERSIONS, outputConversions(conversions));
        files.put(ReferenceFiles.CONSTANTS, constants());
        return files;
    }

    /** The rows of some carriers in {@code carriers.csv}. */
    public static byte[] carriers(Set<String> carriers) {
        return rows(ReferenceFiles.CARRIERS, carriers::contains);
    }

    /** The rows of some carriers in {@code carrier-factors.csv}, all editions. */
    public static byte[] carrierFactors(Set<String> carriers) {
        return rows(ReferenceFiles.FACTORS, carriers::contains);
    }

    /** The rows of some quotas in {@code quotas.csv}, all editions, benchmarks too. */
    public static byte[] quotas(Set<String> quotas) {
        return rows(ReferenceFiles.QUOTAS, quotas::contains);
    }

    /** The rows of some quotas in {@code quota-rules.csv}, of all editions. */
    public static byte[] quotaRules(Set<String> quotas) {
        return rows(ReferenceFiles.RULES, quotas::contains);
    }

    /** The rows in {@code inputs.csv} that the rules of some quotas and some conversions name. */
    public static byte[] inputs(Set<String> quotas, Set<String> conversions) {
        ReferenceData data = ReferenceData.standard();
        Stream<String> ofRules = data.entries().stream()
                .filter(entry -> quotas.contains(entry.quota().id()))
                .flatMap(entry -> entry.rules().stream())
                .map(QuotaRule::expression);
        Stream<String> ofConversions = data.conversions().stream()
                .filter(conversion -> conversions.contains(conversion.id()))
                .map(OutputConversion::expression);
        Set<String> names = Stream.concat(ofRules, ofConversions)
                .flatMap(expression -> Expression.parse(expression).names().stream())
                .collect(Collectors.toSet());
        return rows(ReferenceFiles.INPUTS, names::contains);
    }

    /** The rows of some conversions in {@code output-conversions.csv}, all editions. */
    public static byte[] outputConversions(Set<String> conversions) {
        return rows(ReferenceFiles.CONVERSIONS, conversions::contains);
    }

    /** All of {@code constants.csv}. */
    public static byte[] constants() {
        return rows(ReferenceFiles.CONSTANTS, id -> true);
    }

    /** The rows of some schemes in {@code warning-grades.csv}. */
    public static byte[] warningGrades(Set<String> schemes) {
        return rows(ReferenceFiles.GRADES, schemes::contains);
    }

    /** The rows of some rules in {@code dual-control-rules.csv}. */
    public static byte[] dualControlRules(Set<String> rules) {
        return rows(ReferenceFiles.DUAL_CONTROL, rules::contains);
    }

    private static byte[] rows(String file, Predicate<String> ids) {
        ByteArrayOutputStream extract = new ByteArrayOutputStream();
        try (InputStream stream = ReferenceFiles.open(file);
                MappingIterator<String[]> rows = ROWS.readValues(stream);
                SequenceWriter written = WRITER.writeValues(extract)) {
            boolean heading = true;
            while (rows.hasNextValue()) {
                String[] row = rows.nextValue();
                if (heading || ids.test(row[0].strip())) {
                    written.write(row);
                }
                heading = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return extract.toByteArray();
    }
}
