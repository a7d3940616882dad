package io.kilowatch.simulators.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingBatchTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:15:00Z");

    @Test
    void isWrittenAsTheGatewaysContractAsks() {
        var batch = new ReadingBatch(
                "b-1",
                Instant.parse("2026-11-22T02:15:03.120Z"),
                List.of(
                        DeviceReading.measured("EL-110KV", AT, ReadingKind.REGISTER, new BigDecimal("182734.5500")),
                        new DeviceReading(
                                "COKE", AT, ReadingKind.AMOUNT, new BigDecimal("1E+1"), ReadingSource.MANUAL)));

        assertThat(new String(batch.json(), StandardCharsets.UTF_8)).isEqualTo("""
                {"batch":"b-1","sentAt":"2026-11-22T10:15:03.12+08:00","readings":[\
                {"meter":"EL-110KV","at":"2026-11-22T10:15:00+08:00","register":"182734.5500"},\
                {"meter":"COKE","at":"2026-11-22T10:15:00+08:00","amount":"10","source":"manual"}]}""");
    }

    @Test
    void refusesToBeEmpty() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadingBatch("b", AT, List.of()));
    }
}
