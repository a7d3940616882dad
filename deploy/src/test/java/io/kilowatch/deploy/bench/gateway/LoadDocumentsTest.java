package io.kilowatch.deploy.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Enterprise;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.simulators.load.LoadProvince;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LoadDocumentsTest {
    @Test
    void theEnterprisesOfALoadAreRegisteredWithoutFault() {
        Map<String, String> documents = new LoadProvince(2, 5, 2, 3, 42, Instant.EPOCH).documents();

        assertThat(documents).hasSize(3).allSatisfy((code, yaml) -> {
            EnterpriseDocument.Read read = EnterpriseDocument.read(yaml.getBytes(StandardCharsets.UTF_8));
            assertThat(read).isInstanceOf(EnterpriseDocument.Read.Valid.class);
            Enterprise enterprise = ((EnterpriseDocument.Read.Valid) read).enterprise();
            assertThat(enterprise.code().text()).isEqualTo(code);
            assertThat(enterprise.meters()).hasSize(enterprise.devices().size() * 3);
        });
    }
}
