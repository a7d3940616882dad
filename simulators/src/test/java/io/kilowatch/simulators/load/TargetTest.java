package io.kilowatch.simulators.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.simulators.device.Gateway;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class TargetTest {
    @TempDir
    private Path folder;

    @Test
    void speaksTlsToAGatewayWhoseAuthorityItIsGiven() throws Exception {
        Path store = folder.resolve("gateway.p12");
        Path authority = folder.resolve("ca.pem");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                store);
        keytool("-exportcert", "-rfc", "-file", authority, store);
        Vertx vertx = Vertx.vertx();
        try {
            MqttServerOptions options =
                    new MqttServerOptions().setPort(0).setHost("127.0.0.1").setSsl(true);
            options.setKeyCertOptions(new PfxOptions().setPath(store.toString()).setPassword("secret"));
            int port = MqttServer.create(vertx, options)
                    .endpointHandler(endpoint -> {
                        endpoint.publishAutoAck(true).subscriptionAutoAck(true);
                        endpoint.accept();
                    })
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS)
                    .actualPort();
            Target target = Target.of(new Gateway("127.0.0.1", port, true), Optional.of(authority));

            LoadProvince province = new LoadProvince(0, 2, 1, 1, 1, Instant.EPOCH);
            try (Fleet fleet = Fleet.connect(target, province, FleetSize.of(2, 1))) {
                assertThat(fleet.run(Flow.each(2)).isClean()).isTrue();
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static void keytool(Object... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (int i = 0; i < words.length - 1; i++) {
            command.add(words[i].toString());
        }
        command.addAll(
                List.of("-alias", "gateway", "-storepass", "secret", "-keystore", words[words.length - 1].toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }
}
