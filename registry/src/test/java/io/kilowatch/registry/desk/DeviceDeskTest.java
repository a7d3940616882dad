package io.kilowatch.registry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Device;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.platform.security.PasswordHash;
import io.kilowatch.platform.security.SubjectName;
import io.kilowatch.registry.desk.DeviceChange.Credential;
import io.kilowatch.registry.desk.DeviceDesk.Changed;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.document.EnterpriseDocument.Read.Valid;
import io.kilowatch.registry.document.SampleDocument;
import io.kilowatch.registry.store.Documents.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceDeskTest {
    private static final String CODE = "91350100M000100Y43";
    private static final Instant NOW = Instant.parse("2026-08-20T02:00:00Z");
    private static final String STORED = PasswordHash.of("secret", 1_000).text();
    private static final String SUBJECT = "CN=gw-1,O=" + CODE;

    private final MemoryDocuments documents = new MemoryDocuments();
    private final List<String> published = new ArrayList<>();
    private final DeviceDesk desk = new DeviceDesk(
            new RegistryConfig(
                    new DatabaseConfig("jdbc:postgresql://127.0.0.1:1/none", "nobody", ""),
                    new KafkaConfig("127.0.0.1:1", 1, 1),
                    BusinessCalendar.CHINA,
                    "li.na",
                    false),
            InstantSource.fixed(NOW));

    @BeforeEach
    void register() throws Exception {
        Valid valid =
                (Valid) EnterpriseDocument.read(SampleDocument.VALID.text().getBytes(StandardCharsets.UTF_8));
        String json = new String(valid.json(), StandardCharsets.UTF_8);
        documents.change(new Request(CODE, Optional.of(json), NOW, "li.na", false), (code, text) -> {});
    }

    @Test
    void addsADeviceThatIsNotInTheDocumentYet() throws Exception {
        Changed changed = change(new DeviceChange.Add("gw-2", Credential.password(STORED), Optional.of("PT15M")));

        assertThat(changed.answer().lines()).containsExactly("changed    " + CODE + "  revision 2  device gw-2");
        assertThat(devices(changed)).containsOnlyKeys("gw-1", "gw-2");
        assertThat(device(changed, "gw-2").password()).contains(STORED);
        assertThat(published).hasSize(1);
        assertThat(documents.history(CODE)).hasSize(2);
    }

    @Test
    void givesADeviceThatCouldNotSignInACredential() throws Exception {
        Changed changed = change(new DeviceChange.Add("gw-1", Credential.certificate(SUBJECT), Optional.empty()));

        assertThat(devices(changed)).containsOnlyKeys("gw-1");
        assertThat(device(changed, "gw-1").certificate()).contains(SubjectName.parse(SUBJECT));
    }

    @Test
    void takesNothingFromADeviceThatSignsInAlreadyUnlessToldTo() throws Exception {
        change(new DeviceChange.Add("gw-1", Credential.password(STORED), Optional.empty()));

        Changed again = change(new DeviceChange.Add("gw-1", Credential.certificate(SUBJECT), Optional.empty()));
        assertThat(again.answer().exitCode()).isEqualTo(1);
        assertThat(again.answer().lines()).singleElement().asString().contains("device rotate");
        assertThat(again.enterprise()).isEmpty();

        Changed rotated = change(new DeviceChange.Rotate("gw-1", Credential.certificate(SUBJECT)));
        assertThat(device(rotated, "gw-1").password()).isEmpty();
        assertThat(device(rotated, "gw-1").certificate()).isPresent();
    }

    @Test
    void revokesAllThatADeviceSignsInWith() throws Exception {
        change(new DeviceChange.Add("gw-1", Credential.password(STORED), Optional.empty()));

        Changed revoked = change(new DeviceChange.Revoke("gw-1"));

        assertThat(device(revoked, "gw-1").password()).isEmpty();
        assertThat(change(new DeviceChange.Revoke("gw-1")).answer().exitCode()).isEqualTo(1);
    }

    @Test
    void changesNothingThatItDoesNotKnow() throws Exception {
        assertThat(change(new DeviceChange.Revoke("gw-9")).answer().lines())
                .containsExactly("no device gw-9 is in the document");
        assertThat(desk.change(
                                documents,
                                (code, json) -> published.add(code),
                                "91330100799655058B",
                                new DeviceChange.Revoke("gw-1"))
                        .answer()
                        .lines())
                .containsExactly("no document of 91330100799655058B is in force");
        assertThat(desk.change("9135", new DeviceChange.Revoke("gw-1")).answer().exitCode())
                .isEqualTo(1);
        assertThat(published).isEmpty();
    }

    @Test
    void putsNoFaultyDocumentInForce() throws Exception {
        Changed changed = change(new DeviceChange.Add("no id!", Credential.password(STORED), Optional.empty()));

        assertThat(changed.answer().lines()).singleElement().asString().contains("would be faulty", "no id!");
        assertThat(published).isEmpty();
    }

    @Test
    void neverShowsAHash() {
        assertThat(new DeviceChange.Rotate("gw-1", Credential.password(STORED)).toString())
                .doesNotContain("pbkdf2");
    }

    private Changed change(DeviceChange change) throws Exception {
        return desk.change(documents, (code, json) -> published.add(code), CODE, change);
    }

    private static Map<String, Device> devices(Changed changed) {
        return changed.enterprise().orElseThrow().devices();
    }

    private static Device device(Changed changed, String id) {
        return Objects.requireNonNull(devices(changed).get(id));
    }
}
