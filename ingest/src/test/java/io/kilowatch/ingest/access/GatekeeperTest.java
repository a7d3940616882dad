package io.kilowatch.ingest.access;

import static io.kilowatch.ingest.Plant.PASSWORD;
import static io.kilowatch.ingest.Plant.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.ingest.Plant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatekeeperTest {
    private final Plant plant = Plant.registered();
    private final Gatekeeper gatekeeper = new Gatekeeper(new Catalogues(plant), 1_000);

    @Test
    void admitsADeviceWithItsPassword() {
        assertThat(gatekeeper.slow(USER, PASSWORD))
                .isInstanceOfSatisfying(
                        Admission.Admitted.class,
                        admitted -> assertThat(admitted.identity()).isEqualTo(new Identity(Plant.CODE, "gw-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gw-1", "gw-1", "a/b/c", "91640000000000001X/none", ""})
    void refusesUsersThatAreNotRegistered(String user) {
        assertThat(gatekeeper.slow(user, PASSWORD)).isInstanceOf(Admission.Wrong.class);
    }

    @Test
    void refusesAWrongPasswordAndADeviceWithoutOne() {
        assertThat(gatekeeper.slow(USER, "wrong")).isInstanceOf(Admission.Wrong.class);
        assertThat(gatekeeper.slow(Plant.CODE + "/gw-2", "")).isInstanceOf(Admission.Wrong.class);
    }

    @Test
    void remembersOnlyAPasswordThatMatched() {
        gatekeeper.slow(USER, "wrong");
        assertThat(gatekeeper.quick(USER, "wrong")).isEmpty();
        assertThat(gatekeeper.quick(USER, PASSWORD)).isEmpty();

        gatekeeper.slow(USER, PASSWORD);

        assertThat(gatekeeper.quick(USER, PASSWORD)).containsInstanceOf(Admission.Admitted.class);
        assertThat(gatekeeper.quick(USER, "wrong")).isEmpty();
    }

    @Test
    void forgetsAPasswordWhenTheRegistryHasAnother() {
        gatekeeper.slow(USER, PASSWORD);

        plant.register("another", 8);

        assertThat(gatekeeper.quick(USER, PASSWORD)).isEmpty();
        assertThat(gatekeeper.slow(USER, PASSWORD)).isInstanceOf(Admission.Wrong.class);
        assertThat(gatekeeper.slow(USER, "another")).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void isNotReadyBeforeTheRegistryIsRead() {
        Gatekeeper early = new Gatekeeper(new Catalogues(new Plant()), 1_000);

        assertThat(early.quick(USER, PASSWORD)).containsInstanceOf(Admission.NotReady.class);
    }

    @Test
    void wantsBothUserAndPassword() {
        assertThat(gatekeeper.quick(null, PASSWORD)).containsInstanceOf(Admission.Nameless.class);
        assertThat(gatekeeper.quick(USER, null)).containsInstanceOf(Admission.Nameless.class);
    }

    @Test
    void neverShowsAHash() {
        assertThat(gatekeeper.slow(USER, PASSWORD).toString()).doesNotContain("pbkdf2");
    }
}
