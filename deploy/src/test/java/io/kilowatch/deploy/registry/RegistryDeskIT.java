package io.kilowatch.deploy.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kilowatch.deploy.testing.RealDatabase;
import io.kilowatch.deploy.testing.RealKafka;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.database.Database;
import io.kilowatch.platform.database.DatabaseConfig;
import io.kilowatch.platform.kafka.KafkaConfig;
import io.kilowatch.registry.desk.Answer;
import io.kilowatch.registry.desk.RegistryConfig;
import io.kilowatch.registry.desk.RegistryDesk;
import io.kilowatch.registry.desk.Showcase;
import io.kilowatch.registry.feed.RegistryFeed;
import io.kilowatch.registry.feed.RegistrySnapshot;
import io.kilowatch.registry.store.Documents;
import io.kilowatch.registry.store.Documents.Change;
import io.kilowatch.registry.store.Documents.Outcome;
import io.kilowatch.registry.store.Documents.Request;
import io.kilowatch.registry.store.RegistryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents from files into a real database and a real topic, and from there to the services. */
class RegistryDeskIT {
    private static final String CODE = "91640100MA0EXAM01U";
    private static final Instant NOW = Instant.parse("2026-08-20T02:00:00Z");

    private final RealKafka kafka = RealKafka.own();
    private final RealDatabase database = RealDatabase.fresh(RealDatabase.Flavour.POSTGRESQL);
    private final DatabaseConfig databaseConfig =
            new DatabaseConfig(database.jdbcUrl(), database.user(), database.password());
    private final KafkaConfig kafkaConfig = new KafkaConfig(kafka.bootstrapServers(), 3, 1);
    private final RegistryDesk desk = new RegistryDesk(
            new RegistryConfig(databaseConfig, kafkaConfig, BusinessCalendar.CHINA, "li.na", false),
            InstantSource.fixed(NOW));

    @TempDir
    Path folder;

    @BeforeEach
    void copyExample() throws IOException {
        Files.copy(Path.of("../docs/registry-example.yaml"), folder.resolve("example.yaml"));
    }

    @AfterEach
    void close() {
        database.close();
        kafka.close();
    }

    @Test
    void aDocumentReachesTheServicesWithEachOfItsChanges() throws Exception {
        assertThat(desk.apply(List.of(folder)).lines())
                .singleElement()
                .asString()
                .startsWith("added      " + CODE + "  revision 1");

        try (RegistryFeed feed = new RegistryFeed(kafkaConfig, "test")) {
            feed.start();
            assertThat(feed.awaitCurrent(Duration.ofSeconds(30))).isTrue();
            RegistrySnapshot.Entry first = feed.snapshot().find(CODE).orElseThrow();
            assertThat(first.enterprise().meters()).containsKey("EL-110KV");

            assertThat(desk.apply(List.of(folder)).lines())
                    .singleElement()
                    .asString()
                    .startsWith("unchanged  ");

            replace("racks: 2000", "racks: 3000");
            assertThat(desk.apply(List.of(folder)).lines())
                    .singleElement()
                    .asString()
                    .startsWith("changed    ");
            await().atMost(30, TimeUnit.SECONDS)
                    .until(() -> feed.snapshot().find(CODE).orElseThrow().offset() > first.offset());
            assertThat(feed.snapshot().find(CODE).orElseThrow().enterprise().dataCentre())
                    .hasValueSatisfying(centre -> assertThat(centre.racks()).isEqualTo(3000));

            assertThat(desk.delete(CODE).exitCode()).isZero();
            await().atMost(30, TimeUnit.SECONDS)
                    .until(() -> feed.snapshot().find(CODE).isEmpty());
        }

        assertThat(desk.history(CODE).lines())
                .hasSize(3)
                .last()
                .asString()
                .contains("revision 3", "by li.na", "(deleted)");
        assertThat(desk.delete(CODE).exitCode()).isEqualTo(1);
        assertThat(desk.apply(List.of(folder)).lines())
                .singleElement()
                .asString()
                .startsWith("added      " + CODE + "  revision 4");
    }

    @Test
    void whatItShowsCanBeAppliedAgainWithoutAChange() throws Exception {
        desk.apply(List.of(folder));

        Answer shown = desk.show(CODE, Showcase.Format.YAML);
        Files.write(folder.resolve("example.yaml"), shown.lines());

        assertThat(desk.apply(List.of(folder)).lines())
                .singleElement()
                .asString()
                .startsWith("unchanged  ");
        assertThat(desk.show().lines()).singleElement().asString().contains("revision 1", "2026-08-20T10:00:00+08:00");
    }

    @Test
    void nothingIsKeptThatKafkaDidNotAcknowledge() throws Exception {
        desk.apply(List.of(folder));
        replace("racks: 2000", "racks: 3000");
        kafka.stop();

        Answer answer = desk.apply(List.of(folder));

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines()).singleElement().asString().contains(kafkaConfig.bootstrap());
        assertThat(desk.history(CODE).lines()).hasSize(1);

        kafka.start();
        assertThat(desk.apply(List.of(folder)).lines())
                .singleElement()
                .asString()
                .contains("revision 2");
    }

    @Test
    void aChangeIsTakenBackWhenItsAnnouncementFailsAndTwoOfOneEnterpriseGoOneAfterTheOther() throws Exception {
        try (Database open = Database.open(databaseConfig, "test", 2)) {
            RegistryStore store = new RegistryStore(open);
            assertThatThrownBy(() -> store.change(request("{\"a\":1}"), (code, json) -> {
                        throw new IOException("not announced");
                    }))
                    .hasMessage("not announced");
            assertThat(store.history(CODE)).isEmpty();
            assertThat(store.inForce()).isEmpty();

            CountDownLatch announcing = new CountDownLatch(1);
            CountDownLatch announced = new CountDownLatch(1);
            CompletableFuture<Outcome> first =
                    CompletableFuture.supplyAsync(() -> change(store, "{\"a\":1}", (c, j) -> {
                        announcing.countDown();
                        announced.await();
                    }));
            announcing.await();
            CompletableFuture<Outcome> second = CompletableFuture.supplyAsync(
                    () -> change(store, "{\"a\":2}", (c, j) -> assertThat(first).isDone()));
            assertThatThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(Exception.class);
            announced.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(new Outcome(Change.ADDED, 1));
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(new Outcome(Change.CHANGED, 2));
        }
    }

    @Test
    void theHistoryCannotBeRewritten() throws Exception {
        desk.apply(List.of(folder));

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "DELETE FROM enterprise_document_history",
                    "UPDATE enterprise_document_history SET changed_by = 'x'",
                    "TRUNCATE enterprise_document_history")) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("append-only");
            }
        }
    }

    @Test
    void aPoolOfOneConnectionIsEnoughToMigrate() throws Exception {
        try (Database open = Database.open(databaseConfig, "small", 1)) {
            assertThat(new RegistryStore(open).inForce()).isEmpty();
        }
    }

    private static Request request(String json) {
        return new Request(CODE, Optional.of(json), NOW, "li.na", false);
    }

    private static Outcome change(RegistryStore store, String json, Documents.Announcement announcement) {
        try {
            return store.change(request(json), announcement);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void replace(String piece, String replacement) throws IOException {
        Path file = folder.resolve("example.yaml");
        Files.writeString(file, Files.readString(file).replace(piece, replacement));
    }
}
