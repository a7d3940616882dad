package io.kilowatch.aggregator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private static String canonical(String json) throws Exception {
        JsonNode tree = CanonicalJson.JSON.readTree(json);
        return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
    }

    @Test
    void ordersKeysAtEveryDepthAndKeepsArrays() throws Exception {
        assertThat(canonical("{\"b\": [ {\"z\": 1, \"a\": \"1.50\"}, 2 ], \"a\": true}"))
                .isEqualTo("{\"a\":true,\"b\":[{\"a\":\"1.50\",\"z\":1},2]}");
    }

    @Test
    void givesTheSameBytesHoweverItIsWritten() throws Exception {
        assertThat(canonical("{\"\\u4e00\":\"\\u4e8c\",\"n\":null}")).isEqualTo(canonical("{ \"一\" : \"二\" }"));
    }

    @Test
    void refusesDecimalsThatAreNoTexts() {
        assertThatThrownBy(() -> canonical("{\"a\":1.5}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
    }
}
