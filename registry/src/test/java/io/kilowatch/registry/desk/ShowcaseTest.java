package io.kilowatch.registry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.registry.desk.Showcase.Format;
import io.kilowatch.registry.document.SampleDocument;
import io.kilowatch.registry.store.Documents.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShowcaseTest {
    private static final String CODE = "91350100M000100Y43";
    private static final SampleDocument SAMPLE = SampleDocument.VALID.with("sign: +", "sign: '-'");

    private final MemoryDocuments documents = new MemoryDocuments();
    private final Showcase showcase = new Showcase(BusinessCalendar.CHINA);

    @BeforeEach
    void keepOne() throws Exception {
        change(Optional.of(new String(SAMPLE.valid().json(), StandardCharsets.UTF_8)), "2026-08-20T02:00:00.123Z");
    }

    @Test
    void listsWhatIsInForceSinceWhenAndByWhom() throws Exception {
        assertThat(showcase.list(documents))
                .isEqualTo(Answer.fine(
                        List.of(CODE + "  revision 1    2026-08-20T10:00:00+08:00  by li.na  示例 / Sample")));
    }

    @Test
    void showsTimesInTheCalendarsZone() throws Exception {
        Showcase urumqi = new Showcase(new BusinessCalendar(ZoneId.of("Asia/Urumqi")));

        assertThat(urumqi.list(documents).lines()).singleElement().asString().contains("2026-08-20T08:00:00+06:00");
    }

    @ParameterizedTest
    @EnumSource
    void whatItShowsSaysTheSameWhenAppliedAgain(Format format) throws Exception {
        Answer answer = Showcase.one(documents, CODE, format);

        assertThat(answer.exitCode()).isZero();
        assertThat(new SampleDocument(String.join("\n", answer.lines())).valid().json())
                .isEqualTo(SAMPLE.valid().json());
    }

    @Test
    void showsTheHistoryWithDeletions() throws Exception {
        change(Optional.empty(), "2026-08-21T02:00:00Z");

        assertThat(showcase.history(documents, CODE).lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(CODE + "  revision 2")
                .endsWith("(deleted)");
        assertThat(showcase.list(documents).lines()).containsExactly("no document is in force");
        assertThat(Showcase.one(documents, CODE, Format.YAML).exitCode()).isEqualTo(1);
    }

    @Test
    void saysThatThereNeverWasOne() throws Exception {
        assertThat(showcase.history(documents, "91330100799655058B"))
                .isEqualTo(Answer.faulty("no document of 91330100799655058B was ever in force"));
    }

    private void change(Optional<String> json, String at) throws Exception {
        documents.change(new Request(CODE, json, Instant.parse(at), "li.na", false), (code, document) -> {});
    }
}
