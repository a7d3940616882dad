package io.kilowatch.simulators.province;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kilowatch.platform.security.PasswordHash;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegistryDocumentTest {
    private static final Province PROVINCE = Province.of(42, LocalDate.parse("2026-07-01"));

    @Test
    void describesThreeDataCentresAndEightWorks() throws IOException {
        Set<String> codes = new HashSet<>();
        int dataCentres = 0;

        for (RegistryDocument document : PROVINCE.documents()) {
            JsonNode root = new YAMLMapper().readTree(document.yaml());
            codes.add(root.at("/enterprise/code").asText());
            dataCentres += root.has("dataCentre") ? 1 : 0;
            assertThat(root.at("/enterprise/name/zh").asText()).startsWith("示例");
            assertThat(root.at("/meters/0/from").asText()).isEqualTo("2026-07-01");
            assertThat(document.yaml()).contains("from: \"2026-07-01\"").contains("region: \"64");
        }

        assertThat(codes).hasSize(11).allMatch(CreditCode::valid);
        assertThat(dataCentres).isEqualTo(3);
    }

    @Test
    void everyAccountSumsMetersOfItsDocument() throws IOException {
        for (RegistryDocument document : PROVINCE.documents()) {
            JsonNode root = new YAMLMapper().readTree(document.yaml());
            List<String> meters = root.path("meters").findValuesAsText("id");

            for (JsonNode account : root.path("accounts")) {
                assertThat(meters).containsAll(account.findValuesAsText("meter"));
                assertThat(account.findValuesAsText("meter")).isNotEmpty();
            }
        }
    }

    @Test
    void declaresWhatCorrectionsConversionsAndForecastsAskFor() throws IOException {
        Set<String> inputs = new HashSet<>();

        for (RegistryDocument document : PROVINCE.documents()) {
            JsonNode root = new YAMLMapper().readTree(document.yaml());
            inputs.addAll(root.path("accounts").findValuesAsText("input"));
            JsonNode budget = root.at("/budgets/0");
            BigDecimal shares = BigDecimal.ZERO;
            for (JsonNode share : budget.path("months")) {
                shares = shares.add(new BigDecimal(share.asText()));
            }
            assertThat(budget.path("months")).hasSize(12);
            assertThat(shares).isEqualByComparingTo("1");
            assertThat(root.path("economics")).hasSize(36);
            assertThat(root.at("/sites/0/pressure").isMissingNode())
                    .isEqualTo(root.at("/sites/0/altitude").asInt() <= 1500);
        }

        assertThat(inputs).containsExactlyInAnyOrder("ore_grade", "si_content", "gas_yield", "clinker_ratio");
    }

    @Test
    void holdsTheHashOfTheDevicesPassword() throws IOException {
        for (RegistryDocument document : PROVINCE.documents()) {
            JsonNode device = new YAMLMapper().readTree(document.yaml()).at("/devices/0");
            String password = PROVINCE.passwords()
                    .password(document.enterprise(), device.path("id").asText());

            assertThat(PasswordHash.parse(device.path("password").asText()).matches(password))
                    .isTrue();
        }
    }

    @Test
    void isTheSameAtEachCall() {
        assertThat(PROVINCE.documents())
                .isEqualTo(Province.of(42, LocalDate.parse("2026-07-01")).documents());
    }
}
