package io.kilowatch.registry.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Outcome;
import io.kilowatch.domain.Period;
import io.kilowatch.domain.PeriodKind;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Reason;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import io.kilowatch.registry.reference.ReferenceData;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictJsonTest {
    private static final Quota QUOTA =
            ReferenceData.standard().quotas("aluminium.liquid-ac").get(0);

    @Property(edgeCases = EdgeCasesMode.NONE)
    void isReadBackAsItWas(@ForAll("verdicts") Verdict verdict) throws IOException {
        assertThat(VerdictJson.decode(VerdictJson.encode(verdict, BusinessCalendar.CHINA)))
                .isEqualTo(verdict);
    }

    @Provide
    Arbitrary<Verdict> verdicts() {
        Arbitrary<Optional<BigDecimal>> decimals =
                Arbitraries.bigDecimals().ofScale(6).optional();
        Arbitrary<Period> periods = Combinators.combine(
                        Arbitraries.of(PeriodKind.class), Arbitraries.integers().between(0, 60_000))
                .as((kind, day) -> kind.containing(LocalDate.ofEpochDay(day)));
        Arbitrary<Instant> instants =
                Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        Arbitrary<Name> names = Arbitraries.of(new Name("铝液", "molten \"aluminium\""), new Name("", ""));
        return Combinators.combine(
                        names,
                        periods,
                        decimals,
                        decimals,
                        decimals,
                        instants,
                        instants,
                        judgements().optional())
                .as((name, period, value, above, below, asOf, at, judgement) -> new Verdict(
                        new EnterpriseCode("91350100M000100Y43"),
                        "unit-product:al",
                        name,
                        "kWh/t",
                        period,
                        value,
                        above,
                        below,
                        new BigDecimal("0.9987"),
                        asOf,
                        judgement,
                        at));
    }

    private static Arbitrary<Judgement> judgements() {
        Arbitrary<List<Reason>> reasons =
                Arbitraries.of(List.of(), List.of(new Reason("incomplete", new Name("不完整", "incomplete"))));
        return Combinators.combine(
                        Arbitraries.of(Outcome.class),
                        reasons,
                        Arbitraries.of(Optional.of(QUOTA), Optional.<Quota>empty()),
                        Arbitraries.of(2, 3),
                        Arbitraries.of(Optional.of(new BigDecimal("13350")), Optional.<BigDecimal>empty()),
                        Arbitraries.of(Optional.of(1), Optional.<Integer>empty()))
                .as(Judgement::new);
    }

    @Test
    void hasTheFormThatIsPublished() throws IOException {
        JsonNode json = new ObjectMapper().readTree(VerdictJson.encode(SampleVerdicts.WITHIN, BusinessCalendar.CHINA));

        assertThat(json).isEqualTo(new ObjectMapper().readTree("""
                {"enterprise":"91350100M000100Y43","indicator":"unit-product:al","name":{"zh":"电耗","en":"electricity"},
                 "unit":"kWh/t","period":{"kind":"month","start":"2026-08-01","end":"2026-09-01"},
                 "value":"13210.46","numerator":null,"denominator":null,"completeness":"0.9987",
                 "asOf":"2026-08-20T00:00:00+08:00","outcome":"within","reasons":[],
                 "judgedLevel":3,"limit":"13350","levelReached":3,"margin":"139.54",
                 "limits":{"level1":"12950","level2":"13000","level3":"13350"},
                 "quota":{"id":"aluminium.liquid-ac","standard":"GB 21346-2022",
                  "nameZh":"电解铝和氧化铝单位产品能源消耗限额",
                  "nameEn":"Norm of energy consumption per unit product of electrolytic aluminium and alumina",
                  "metricZh":"铝液交流电耗","metricEn":"AC electricity consumption of molten aluminium",
                  "unit":"kWh/t","level1":"12950","level2":"13000","level3":"13350",
                  "effectiveFrom":"2024-01-01","verified":true,
                  "source":"github:adgo07/ECQuota-Insight tools/build_first_batch.py (GB PDF 表1 p.5 / 表2 p.6)"},
                 "parts":[],"comparisons":[],
                 "computedAt":"2026-08-20T00:00:01.5+08:00"}
                """));
    }

    @Test
    void partsComparisonsAndGradeAreReadBackAsTheyWere() throws IOException {
        assertThat(VerdictJson.decode(VerdictJson.encode(SampleVerdicts.IN_PARTS, BusinessCalendar.CHINA)))
                .isEqualTo(SampleVerdicts.IN_PARTS);
    }

    @Test
    void levelsOfAnOlderMessageAreThoseOfItsLimits() throws IOException {
        String older = new String(VerdictJson.encode(SampleVerdicts.WITHIN, BusinessCalendar.CHINA), UTF_8)
                .replace("\"level1\":\"12950\",\"level2\":\"13000\",\"level3\":\"13350\",", "");

        assertThat(VerdictJson.decode(older.getBytes(UTF_8))).isEqualTo(SampleVerdicts.WITHIN);
    }

    @Test
    void withoutAQuotaTheOutcomeIsNull() throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(VerdictJson.encode(SampleVerdicts.WITHOUT_QUOTA, BusinessCalendar.CHINA));

        assertThat(json.get("outcome").isNull()).isTrue();
        assertThat(json.has("quota")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"enterprise\":\"91350100M000100Y44\"}", "{"})
    void refusesWhatIsNoVerdict(String text) {
        assertThatThrownBy(() -> VerdictJson.decode(text.getBytes(UTF_8))).isInstanceOf(IOException.class);
    }
}
