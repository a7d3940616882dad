package io.kilowatch.deploy.bench.gateway;

import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.store.RegistryPublisher;
import io.kilowatch.simulators.load.LoadProvince;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the documents of a load's enterprises in force for the gateway, without a database. */
final class Province {
    private Province() {}

    /** Announces the documents of provinces; each is there when this returns. */
    static void register(KafkaConfig kafka, List<LoadProvince> provinces) throws Exception {
        try (RegistryPublisher publisher = RegistryPublisher.open(kafka, "bench-registry")) {
            for (LoadProvince province : provinces) {
                for (Map.Entry<String, String> one : province.documents().entrySet()) {
                    publisher.announce(one.getKey(), Optional.of(json(one.getValue())));
                }
            }
        }
    }

    private static String json(String yaml) {
        EnterpriseDocument.Read read = EnterpriseDocument.read(yaml.getBytes(StandardCharsets.UTF_8));
        if (read instanceof EnterpriseDocument.Read.Valid valid) {
            return new String(valid.json(), StandardCharsets.UTF_8);
        }
        throw new IllegalStateException("a document of the load is at fault: " + read);
    }
}
