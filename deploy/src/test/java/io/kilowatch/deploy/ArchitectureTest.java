package io.kilowatch.deploy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the architecture, held over the classes of every module. */
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.kilowatch");

    /** What each module may import of the others. */
    private static final Map<String, List<String>> IMPORTS = Map.of(
            "domain", List.of(),
            "platform", List.of(),
            "registry", List.of("domain", "platform"),
            "ingest", List.of("domain", "platform", "registry"),
            "aggregator", List.of("domain", "platform", "registry"),
            "alerts", List.of("domain", "platform", "registry"),
            "simulators", List.of("domain", "platform"));

    private static final String[] PURE = {
        "io.kilowatch.domain..",
        "io.kilowatch.aggregator.ledger..",
        "io.kilowatch.aggregator.accounting..",
        "io.kilowatch.aggregator.outlook..",
        "io.kilowatch.aggregator.evidence",
        "io.kilowatch.alerts.state.."
    };

    private static final String[] EDGES = {
        "io.vertx..",
        "io.netty..",
        "org.apache.kafka..",
        "java.sql..",
        "javax.sql..",
        "com.fasterxml..",
        "io.micrometer..",
        "org.flywaydb..",
        "com.zaxxer.."
    };

    @ParameterizedTest
    @ValueSource(strings = {"domain", "platform", "registry", "ingest", "aggregator", "alerts", "simulators"})
    void aModuleImportsOnlyWhatItMay(String module) {
        List<String> allowed = new ArrayList<>(IMPORTS.getOrDefault(module, List.of()));
        allowed.add(module);
        String[] packages =
                allowed.stream().map(name -> "io.kilowatch." + name + "..").toArray(String[]::new);

        check(noClasses()
                .that()
                .resideInAPackage("io.kilowatch." + module + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.kilowatch..").and(resideOutsideOfPackages(packages))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "platform", "registry", "ingest", "aggregator", "alerts", "simulators", "deploy"})
    void theClassesOfAModuleWithSourcesAreAmongThoseRead(String module) throws IOException {
        Path sources = Path.of("..", module, "src", "main", "java");
        long count = 0;
        if (Files.exists(sources)) {
            try (Stream<Path> files = Files.walk(sources)) {
                count = files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                        .count();
            }
        }

        long read = CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith("io.kilowatch." + module))
                .count();

        assertThat(read).as("classes read of %s", module).isGreaterThanOrEqualTo(count);
        assertThat(CLASSES).isNotEmpty();
    }

    @Test
    void domainImportsTheJdkOnly() {
        check(classes()
                .that()
                .resideInAPackage("io.kilowatch.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.kilowatch.domain..", "java..", "org.jspecify.annotations.."));
    }

    @Test
    void packagesThatDecideAreFreeOfEdges() {
        check(noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EDGES));
    }

    @Test
    void picocliStaysInTheLauncher() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.kilowatch.deploy.command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli.."));
    }

    @Test
    void nobodyButTheLauncherAsksAClock() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.kilowatch.deploy..")
                .should()
                .accessTargetWhere(asksAClock()));
    }

    @Test
    void packagesThatDecideDoNotMeasureTimeEither() {
        check(noClasses().that().resideInAnyPackage(PURE).should().callMethod(System.class, "nanoTime"));
    }

    private static DescribedPredicate<JavaAccess<?>> asksAClock() {
        Set<String> clocks = Set.of("java.time.Clock", "java.time.InstantSource");
        return describe("asks the machine's clock", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            boolean takesClock = access.getTarget().getFullName().matches(".*\\(java\\.time\\.Clock\\)");
            return (owner.startsWith("java.time.") && name.equals("now") && !takesClock)
                    || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                    || (clocks.contains(owner) && (name.startsWith("system") || name.startsWith("tick")))
                    || access.getTarget().getFullName().equals("java.util.Date.<init>()");
        });
    }

    /** A rule about packages that are still to come holds. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
