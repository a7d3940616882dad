package io.kilowatch.registry.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.InputDefinition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceExtractTest {
    private static final LocalDate DAY = LocalDate.parse("2026-09-01");

    private final ReferenceData standard = ReferenceData.standard();

    @Test
    void aQuotaComesWithItsRulesAndTheInputsTheyName() throws IOException {
        ReferenceData extract = load(Set.of("electricity", "raw-coal"), Set.of("cement.energy"), Set.of());

        assertThat(extract.entry("cement.energy", DAY)).isEqualTo(standard.entry("cement.energy", DAY));
        assertThat(extract.inputs())
                .extracting(InputDefinition::id)
                .containsExactly("altitude", "clinker_ratio", "pressure");
        assertThat(extract.factors("electricity")).isEqualTo(standard.factors("electricity"));
        assertThat(extract.carrierIds()).isEqualTo("electricity, raw-coal");
        assertThat(extract.conversions()).isEmpty();
        assertThat(extract.constants()).isEqualTo(standard.constants());
    }

    @Test
    void aConversionComesWithItsInputs() throws IOException {
        ReferenceData extract = load(Set.of("electricity"), Set.of("ferrosilicon.energy"), Set.of("ferrosilicon.si"));

        assertThat(extract.conversion("ferrosilicon.si", DAY)).isEqualTo(standard.conversion("ferrosilicon.si", DAY));
        assertThat(extract.inputs()).extracting(InputDefinition::id).containsExactly("si_content");
        assertThat(extract.benchmark("ferrosilicon.energy", DAY))
                .isEqualTo(standard.benchmark("ferrosilicon.energy", DAY));
    }

    @Test
    void everyQuotaAndConversionCanBeHandedOn() throws IOException {
        List<String> quotas = List.of(standard.quotaIds().split(", "));

        ReferenceData extract = load(
                Set.of(standard.carrierIds().split(", ")),
                Set.copyOf(quotas),
                Set.of("calcium-carbide.gas-yield", "refining.energy-factor"));

        assertThat(extract.carriers()).containsExactlyElementsOf(standard.carriers());
        assertThat(quotas)
                .allSatisfy(quota -> assertThat(extract.entry(quota, DAY)).isEqualTo(standard.entry(quota, DAY)));
        assertThat(extract.changes(Set.of("electricity"), Optional.of("steel.converter.energy")))
                .isEqualTo(standard.changes(Set.of("electricity"), Optional.of("steel.converter.energy")));
    }

    private static ReferenceData load(Set<String> carriers, Set<String> quotas, Set<String> conversions)
            throws IOException {
        Map<String, InputStream> files = new HashMap<>();
        ReferenceExtract.of(carriers, quotas, conversions)
                .forEach((file, bytes) -> files.put(file, new ByteArrayInputStream(bytes)));
        return ReferenceFiles.load(files);
    }
}
