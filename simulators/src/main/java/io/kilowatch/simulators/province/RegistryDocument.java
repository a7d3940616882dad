package io.kilowatch.simulators.province;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.time.LocalDate;
import java.util.List;

/** The registry's YAML document of one enterprise. */
public record RegistryDocument(String enterprise, String yaml) {
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .stringQuotingChecker(new DatesQuoted())
            .build());

    /** Quotes dates, which other readers of YAML would not take for text. */
    private static final class DatesQuoted extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return value.matches("\\d{4}-\\d\\d-\\d\\d") || super.needToQuoteValue(value);
        }
    }

    static RegistryDocument of(SimulatedEnterprise enterprise, LocalDate from, DevicePasswords passwords) {
        return of(enterprise, from, passwords, List.of());
    }

    /**
     * The document of an enterprise.
     *
     * @param from the first day that is metered
     * @param exchanges the meters that were replaced, with what they showed
     */
    public static RegistryDocument of(
            SimulatedEnterprise enterprise, LocalDate from, DevicePasswords passwords, List<Exchange> exchanges) {
        try {
            String text = YAML.writeValueAsString(new DocumentTree(enterprise, from, passwords, exchanges).root());
            return new RegistryDocument(enterprise.code(), text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a simulated enterprise cannot be written", e);
        }
    }
}
