package io.kilowatch.alerts.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.alerts.wire.AlertJson;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Site;
import io.kilowatch.registry.feed.EnterpriseFilter;
import io.kilowatch.registry.feed.Registry;
import io.kilowatch.registry.feed.RegistrySnapshot;
import java.util.List;
import java.util.Optional;

/** The enterprises of the registry as the API shows them. */
final class Enterprises {
    private final Registry registry;

    Enterprises(Registry registry) {
        this.registry = registry;
    }

    /** All that fit, by credit code. */
    List<Enterprise> matching(Optional<String> region, Optional<String> text) {
        return registry.snapshot().matching(new EnterpriseFilter(region, Optional.empty(), text));
    }

    Optional<Enterprise> find(String code) {
        return registry.snapshot().find(code).map(RegistrySnapshot.Entry::enterprise);
    }

    Optional<Name> name(String code) {
        return find(code).map(Enterprise::name);
    }

    /** What a list shows of one. */
    static ObjectNode json(Enterprise enterprise) {
        ObjectNode node = Verdicts.JSON.createObjectNode();
        node.put("code", enterprise.code().text());
        node.set("name", AlertJson.name(enterprise.name()));
        node.put("region", enterprise.region())
                .put("industry", enterprise.industry())
                .put("plant", enterprise.newPlant() ? "new" : "existing");
        enterprise
                .dataCentre()
                .ifPresentOrElse(
                        centre -> node.putObject("dataCentre")
                                .put("racks", centre.racks())
                                .put("category", centre.category())
                                .put(
                                        "commissioned",
                                        centre.commissioned()
                                                .map(Object::toString)
                                                .orElse(null)),
                        () -> node.putNull("dataCentre"));
        return node;
    }

    /** What its own page shows of it besides. */
    static ObjectNode detail(Enterprise enterprise) {
        ObjectNode node = json(enterprise);
        node.put("devices", enterprise.devices().size())
                .put("meters", enterprise.meters().size());
        ArrayNode sites = node.putArray("sites");
        for (Site site : enterprise.sites()) {
            ObjectNode one = sites.addObject().put("id", site.id());
            one.set("name", AlertJson.name(site.name()));
            one.put("altitude", site.altitude().map(Object::toString).orElse(null));
        }
        return node;
    }
}
