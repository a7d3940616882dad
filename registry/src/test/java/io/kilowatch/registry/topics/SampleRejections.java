package io.kilowatch.registry.topics;

import io.kilowatch.domain.Name;
import io.kilowatch.registry.topics.RejectedBatch.Property;
import io.kilowatch.registry.topics.RejectedBatch.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Rejected batches for tests. */
public final class SampleRejections {
    /** A batch of which every other reading was refused, more than are spelled out, and the rest were too many. */
    public static final RejectedBatch WITH_MANY_REFUSALS = batch(many());

    /** A message that was refused as a whole. */
    public static final RejectedBatch WHOLE =
            batch(List.of(new Refused(RejectedBatch.WHOLE, "", "malformed", new Name("消息无法解析", "cannot be read"))));

    /** A request to take the first one in again. */
    public static final RedriveRequest REQUEST = new RedriveRequest(
            new UUID(1, 2), new RejectedId(3, 1_204), WITH_MANY_REFUSALS, "li.na", 1_787_191_300_000L);

    private SampleRejections() {}

    private static List<Refused> many() {
        List<Refused> refused = new ArrayList<>();
        for (int i = 0; i < 500; i += 2) {
            refused.add(new Refused(i, "M-" + i, "unknown-meter", new Name("未登记", "not registered")));
        }
        refused.add(new Refused(500, "", RejectedBatch.TOO_MANY, new Name("过多", "too many")));
        return refused;
    }

    private static RejectedBatch batch(List<Refused> refused) {
        return new RejectedBatch(
                "91350100M000100Y43",
                "gw-1",
                "kw/v1/91350100M000100Y43/gw-1/readings",
                1_787_191_200_000L,
                OptionalLong.of(1_787_191_199_000L),
                new Channel("c-1", "mqtt-5"),
                List.of(new Property("firmware", "2.1"), new Property("firmware", "2.2")),
                7,
                "b-1",
                250,
                refused,
                "{\"readings\":[]}".getBytes(StandardCharsets.UTF_8));
    }
}
