package io.kilowatch.aggregator.store;

import static io.kilowatch.aggregator.testing.MeterBuilder.aMeter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.ledger.Definition.Exchange;
import io.kilowatch.aggregator.ledger.Definition.Factor;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DefinitionJsonTest {
    @Test
    void theTextIsWhatItWas() {
        Definition definition = Definition.of(
                aMeter().multipliedBy("40", "2026-01-01")
                        .withDigits(6)
                        .atMost("400.5")
                        .replaced("2026-01-01T00:00", "12", "0.5")
                        .build(),
                BusinessCalendar.CHINA);

        assertThat(DefinitionJson.encode(definition))
                .isEqualTo("{\"kind\":\"register\",\"interval\":\"PT15M\",\"factors\":["
                        + "{\"from\":-9223372036854775808,\"value\":\"1\"},{\"from\":1767196800000,\"value\":\"40\"}],"
                        + "\"digits\":6,\"maximumPower\":400500000,"
                        + "\"exchanges\":[{\"at\":1767196800000,\"last\":12000000,\"first\":500000}]}");
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadAgain(@ForAll("definitions") Definition definition) {
        assertThat(DefinitionJson.decode(DefinitionJson.encode(definition))).contains(definition);
    }

    @Test
    void theTextOfAnEarlierVersionIsNotRead() {
        assertThat(DefinitionJson.decode("register|PT15M|1")).isEmpty();
        assertThat(DefinitionJson.decode("")).isEmpty();
    }

    @Test
    void aBrokenTextIsRefused() {
        assertThatThrownBy(() -> DefinitionJson.decode("{\"kind\":")).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<Definition> definitions() {
        Arbitrary<Factor> factors = Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.0000001"), new BigDecimal("99999999"))
                                .ofScale(10))
                .as(Factor::new);
        Arbitrary<Exchange> exchanges = Combinators.combine(
                        Arbitraries.longs(), Arbitraries.longs(), Arbitraries.longs())
                .as(Exchange::new);
        Arbitrary<List<Factor>> some = factors.list().ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.of(ReadingKind.class),
                        Arbitraries.of(ReportingInterval.class),
                        some,
                        Arbitraries.integers().between(1, 12).optional(),
                        Arbitraries.longs().greaterOrEqual(0).optional(),
                        exchanges.list().ofMaxSize(3))
                .as(Definition::new);
    }
}
