package io.kilowatch.registry.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kilowatch.domain.Name;
import io.kilowatch.registry.topics.RejectedBatch.Refused;
import java.io.IOException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RejectedBatchJsonTest {
    @Test
    void keepsThePlaceOfEveryRefusalAndTheSentencesOfTheFirst() throws IOException {
        RejectedBatch read = RejectedBatchJson.decode(RejectedBatchJson.encode(SampleRejections.WITH_MANY_REFUSALS));

        assertThat(read.refused()).hasSize(251);
        assertThat(read.refused()).extracting(Refused::index).contains(0, 398, 400, 498, 500);
        assertThat(read.refused().get(199).message().zh()).isEqualTo("未登记");
        assertThat(read.refused().get(200).message()).isEqualTo(new Name("", ""));
        assertThat(read.refused().get(250).code()).isEqualTo(RejectedBatch.TOO_MANY);
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("refused")
                .isEqualTo(SampleRejections.WITH_MANY_REFUSALS);
        assertThat(read.clockOffset()).hasValue(1_000);
    }

    @Test
    void readsWhatOlderGatewaysWrote() throws IOException {
        String old =
                "{\"enterprise\":\"E\",\"device\":\"d\",\"topic\":\"t\",\"receivedAt\":5,\"registry\":7,\"batch\":\"b\","
                        + "\"accepted\":0,\"refusedCount\":1,\"refused\":[{\"index\":0,\"meter\":\"M\",\"code\":\"bad-time\","
                        + "\"message\":\"why\"}],\"payload\":\"e30=\"}";

        RejectedBatch read = RejectedBatchJson.decode(old.getBytes(UTF_8));

        assertThat(read.channel()).isEqualTo(Channel.UNKNOWN);
        assertThat(read.properties()).isEmpty();
        assertThat(read.sentAt()).isEmpty();
        assertThat(read.refused().get(0).message()).isEqualTo(new Name("why", "why"));
        assertThat(read.payload()).isEqualTo("{}".getBytes(UTF_8));
    }

    @Test
    void asksForNoReadingThatWasAccepted() throws IOException {
        IntPredicate wanted = RedriveRequestJson.decode(RedriveRequestJson.encode(SampleRejections.REQUEST))
                .wanted();

        assertThat(IntStream.range(0, 500).filter(wanted).count()).isEqualTo(250);
        assertThat(wanted.test(1)).isFalse();
        assertThat(wanted.test(499)).isFalse();
        assertThat(wanted.test(500)).isTrue();
        assertThat(wanted.test(9_999)).isTrue();
    }

    @Test
    void asksForAllOfAMessageThatWasRefusedAsAWhole() {
        IntPredicate wanted = new RedriveRequest(
                        SampleRejections.REQUEST.id(),
                        SampleRejections.REQUEST.rejected(),
                        SampleRejections.WHOLE,
                        "",
                        0)
                .wanted();

        assertThat(IntStream.range(0, 100).allMatch(wanted)).isTrue();
    }

    @Test
    void namesABatchByItsPlace() {
        assertThat(RejectedId.parse("3-1204")).isEqualTo(new RejectedId(3, 1_204));
        assertThat(new RejectedId(3, 1_204)).hasToString("3-1204");
        for (String text : new String[] {"", "3", "3-", "-3-4", "a-b", "3-1204 "}) {
            assertThatThrownBy(() -> RejectedId.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void readsNothingElse() {
        for (String text : new String[] {"", "[]", "{}", "nonsense"}) {
            assertThatThrownBy(() -> RejectedBatchJson.decode(text.getBytes(UTF_8)))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> RedriveRequestJson.decode(text.getBytes(UTF_8)))
                    .isInstanceOf(IOException.class);
        }
    }
}
