package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.budget.RegionBudgets;
import io.kilowatch.aggregator.console.ConsoleFigures;
import io.kilowatch.aggregator.evidence.Figure;
import io.kilowatch.aggregator.evidence.Smelter;
import io.kilowatch.aggregator.evidence.http.EvidenceSource;
import io.kilowatch.aggregator.testing.MemoryDevices;
import io.kilowatch.aggregator.testing.MemoryRejections;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.registry.feed.RegistrySnapshot;
import io.kilowatch.registry.reference.ReferenceData;
import io.vertx.core.Vertx;
import java.nio.file.Path;

/** Serves the figures console over a province in memory, to look at it; without evidence. The argument is the port. */
public final class Showcase {
    private Showcase() {}

    /** Serves until the process ends. */
    public static void main(String[] args) {
        RegistrySnapshot registry = ConsoleFigures.registry();
        ApiServer server = new ApiServer(
                Vertx.vertx(),
                new ApiServer.Sources(
                        ConsoleFigures.verdicts(),
                        new NoEvidence(),
                        () -> registry,
                        ReferenceData.standard(),
                        Snapshots.NONE,
                        RegionBudgets.NONE,
                        Smelter.RULES,
                        new MemoryDevices(registry.entries().keySet().stream()
                                .sorted()
                                .limit(6)
                                .toArray(String[]::new)),
                        new MemoryRejections(
                                registry.entries().keySet().iterator().next(), 30)));
        server.listen("127.0.0.1", args.length > 0 ? Integer.parseInt(args[0]) : 8092)
                .onSuccess(up -> System.out.println("http://127.0.0.1:" + up.actualPort()));
    }

    private record NoEvidence() implements EvidenceSource {
        @Override
        public ObjectNode json(Figure figure) {
            throw Refusal.notFound("示例没有计算依据", "there is no evidence of an example");
        }

        @Override
        public void pack(Figure figure, Path file) {
            throw Refusal.notFound("示例没有计算依据", "there is no evidence of an example");
        }
    }
}
