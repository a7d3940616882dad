package io.kilowatch.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.registry.document.EnterpriseDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BenchPlantsTest {
    @Test
    void hasADocumentWithoutFaultForEveryPlant() {
        List<String> documents = new BenchPlants(3, 2, 100).documents();

        assertThat(documents)
                .hasSize(2)
                .allSatisfy(document -> assertThat(EnterpriseDocument.read(document.getBytes(StandardCharsets.UTF_8)))
                        .isInstanceOfSatisfying(
                                EnterpriseDocument.Read.Valid.class,
                                valid -> assertThat(valid.enterprise().meters()).hasSize(100)));
    }

    @Test
    void hasPlantsOfItsOwnForEverySeries() {
        assertThat(new BenchPlants(1, 1, 50).code(0)).isNotEqualTo(new BenchPlants(2, 1, 50).code(0));
    }
}
