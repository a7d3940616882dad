package io.kilowatch.aggregator.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.aggregator.evidence.Gathering.Gathered;
import io.kilowatch.aggregator.ledger.Definition;
import io.kilowatch.aggregator.testing.MeterBuilder;
import io.kilowatch.aggregator.testing.Times;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private final MemoryArchive archive = Smelter.archive();
    private final Gathering gathering = new Gathering(Smelter.RULES, ReferenceData.standard());

    @Test
    void saysThatThereIsNoSuchFigureAndWhereTheOthersAre() throws Exception {
        Gathered gathered = gathering.gather(archive, new Figure(Smelter.CODE, "pue:hall", Times.year(2026)));

        assertThat(gathered).isInstanceOfSatisfying(Gathered.Missing.class, missing -> {
            assertThat(missing.why().en()).contains("pue:hall").contains("/indicators");
            assertThat(missing.why().zh()).contains("没有此指标值");
        });
    }

    @Test
    void waitsWhileFiguresAreComputedWithAnotherDocument() throws Exception {
        archive.computeMetersWith(Definition.of(MeterBuilder.aMeter().build(), Smelter.RULES.calendar()));

        assertThat(gathering.gather(archive, Smelter.PER_TONNE)).isInstanceOf(Gathered.Unsettled.class);
    }

    @Test
    void takesReadingsToBeDueAsWhenTheVerdictWasComputed() throws Exception {
        Dossier dossier = Packed.dossier(archive, Smelter.PER_TONNE);

        assertThat(dossier.dueUntil())
                .isEqualTo(Smelter.COMPUTED.minus(Smelter.RULES.grace()).toEpochMilli());
    }

    @Test
    void tellsEveryRestatement() throws Exception {
        Restatement one = new Restatement(
                Instant.parse("2026-10-01T00:00:00Z"),
                "reading",
                7,
                "kWh/t",
                Optional.of(new BigDecimal("13300")),
                Optional.of(new BigDecimal("13400")),
                Optional.of("within"),
                Optional.of("exceeds"));
        archive.restate(one);

        assertThat(Packed.dossier(archive, Smelter.PER_TONNE).restatements()).containsExactly(one);
    }

    @Test
    void includesAMeterThatHasHadNoReadings() throws Exception {
        MemoryArchive empty = new MemoryArchive(Smelter.document(), Smelter.RULES);
        empty.publish(Smelter.PER_TONNE, Smelter.COMPUTED);

        Dossier dossier = Packed.dossier(empty, Smelter.PER_TONNE);

        assertThat(dossier.meters())
                .hasSize(2)
                .allMatch(file -> file.selection().isEmpty());
        assertThat(dossier.meters()).allMatch(file -> file.kept() == Kept.ALL);
    }
}
