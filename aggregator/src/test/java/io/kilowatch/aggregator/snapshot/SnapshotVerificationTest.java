package io.kilowatch.aggregator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.evidence.MemoryArchive;
import io.kilowatch.aggregator.evidence.Works;
import io.kilowatch.aggregator.evidence.verify.Report;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.registry.topics.VerdictJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotVerificationTest {
    private static final List<JsonNode> VERDICTS = verdicts();
    private static final Instant NOON = Instant.parse("2027-02-01T04:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private static List<JsonNode> verdicts() {
        MemoryArchive archive = Works.archive();
        List<JsonNode> verdicts = new ArrayList<>();
        for (String indicator : List.of("unit-product:cement", "unit-product:iron", "comprehensive-energy")) {
            verdicts.add(json(archive.publish(Works.year(indicator), Works.COMPUTED)));
            verdicts.add(json(archive.publish(Works.month(indicator, "2026-03-01"), Works.COMPUTED)));
        }
        return verdicts;
    }

    private static JsonNode json(io.kilowatch.domain.Verdict verdict) {
        try {
            return CanonicalJson.JSON.readTree(VerdictJson.encode(verdict, BusinessCalendar.CHINA));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] content(List<JsonNode> verdicts) throws Exception {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        Content content = new Content(2026, Scope.ALL, "digest", stream);
        content.add(EnterpriseYear.of(Works.CODE, Optional.of(7L), Optional.empty(), verdicts)
                .bytes());
        content.close();
        assertThat(content.sha256()).isEqualTo(sha256(stream.toByteArray()));
        return stream.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private Path file(String content, String hash, int figures, Instant takenAt) throws Exception {
        Snapshot head = new Snapshot(1, 2026, Scope.ALL, takenAt, "inspector", "note", "digest", hash, 1, figures);
        String text = new String(SnapshotFile.head(head), StandardCharsets.UTF_8) + '\n' + content;
        return Files.writeString(folder.resolve("snapshot.json"), text);
    }

    private Report verified(String content) throws Exception {
        return SnapshotVerification.of(
                file(content, sha256(content.getBytes(StandardCharsets.UTF_8)), VERDICTS.size(), NOON));
    }

    private static String text() throws Exception {
        return new String(content(VERDICTS), StandardCharsets.UTF_8);
    }

    @Property(tries = 50)
    void theHashDoesNotDependOnTheOrderOfVerdictsNorOnWhenTheyWereComputed(@ForAll long seed) throws Exception {
        List<JsonNode> other = new ArrayList<>();
        for (JsonNode verdict : VERDICTS) {
            ObjectNode later = verdict.deepCopy();
            other.add(later.put("computedAt", "2030-01-01T00:00:00+08:00"));
        }
        Collections.shuffle(other, new Random(seed));

        assertThat(sha256(content(other))).isEqualTo(sha256(content(VERDICTS)));
    }

    @Test
    void agreesWithWhatWasFrozenWheneverThatWas() throws Exception {
        String content = text();
        String hash = sha256(content.getBytes(StandardCharsets.UTF_8));

        Report early = SnapshotVerification.of(file(content, hash, VERDICTS.size(), NOON));
        Report late = SnapshotVerification.of(file(content, hash, VERDICTS.size(), NOON.plusSeconds(9)));

        assertThat(early.exitCode()).as("%s", early.lines()).isEqualTo(Report.AGREES);
        assertThat(late.lines()).isEqualTo(early.lines());
        assertThat(SnapshotFile.is(folder.resolve("snapshot.json"))).isTrue();
        assertThat(content).contains("\"parts\":[{").contains("GB 21256-2013").contains("GB 21256-2025");
    }

    @Test
    void refusesContentThatWasChanged() throws Exception {
        String hash = sha256(text().getBytes(StandardCharsets.UTF_8));

        Report report = SnapshotVerification.of(
                file(text().replaceFirst("\"within\"", "\"exceeds\""), hash, VERDICTS.size(), NOON));

        assertThat(report.exitCode()).isEqualTo(Report.UNUSABLE);
        assertThat(report.lines()).anyMatch(line -> line.contains(hash));
    }

    @Test
    void namesAFigureThatWasChangedAndHashedAgain() throws Exception {
        String value = VERDICTS.get(0).path("value").asText();

        Report report = verified(text().replace("\"value\":\"" + value, "\"value\":\"1" + value));

        assertThat(report.exitCode()).isEqualTo(Report.DIFFERS);
        assertThat(report.lines()).anyMatch(line -> line.contains("differs") && line.contains("unit-product:cement"));
    }

    @Test
    void namesAnotherFormAnotherYearAndAnotherCount() throws Exception {
        Report blanks = verified(text().replaceFirst("\\{\"code\"", "{ \"code\""));
        Report year = verified(text().replace("\"year\":2026}", "\"year\":2025}"));
        Report count = SnapshotVerification.of(
                file(text(), sha256(text().getBytes(StandardCharsets.UTF_8)), VERDICTS.size() + 1, NOON));

        assertThat(List.of(blanks, year, count))
                .allSatisfy(report -> assertThat(report.exitCode()).isEqualTo(Report.DIFFERS));
        assertThat(count.lines()).anyMatch(line -> line.contains("differs") && line.contains("figures"));
    }

    @Test
    void refusesWhatIsNoSnapshot() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "{\"format\":\"x\"}\n{}");

        assertThat(SnapshotVerification.of(other).exitCode()).isEqualTo(Report.UNUSABLE);
        assertThat(SnapshotVerification.of(folder.resolve("none")).exitCode()).isEqualTo(Report.UNUSABLE);
        assertThat(SnapshotFile.is(other)).isFalse();
        assertThat(SnapshotFile.is(folder.resolve("none"))).isFalse();
    }
}
