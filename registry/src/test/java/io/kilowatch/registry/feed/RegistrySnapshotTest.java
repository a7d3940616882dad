package io.kilowatch.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.registry.document.SampleDocument;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrySnapshotTest {
    private static final String CODE = "91350100M000100Y43";
    private static final RegistrySnapshot.Entry ENTRY =
            new RegistrySnapshot.Entry(SampleDocument.VALID.enterprise(), 7);

    @Test
    void findsAnEnterpriseByItsCode() {
        RegistrySnapshot snapshot = new RegistrySnapshot(Map.of(CODE, ENTRY));

        assertThat(snapshot.find(CODE)).contains(ENTRY);
        assertThat(snapshot.find("91330100799655058B")).isEmpty();
        assertThat(RegistrySnapshot.EMPTY.find(CODE)).isEmpty();
    }

    @Test
    void doesNotChangeWithTheMapItWasMadeFrom() {
        Map<String, RegistrySnapshot.Entry> entries = new HashMap<>(Map.of(CODE, ENTRY));
        RegistrySnapshot snapshot = new RegistrySnapshot(entries);

        entries.clear();

        assertThat(snapshot.find(CODE)).contains(ENTRY);
    }
}
