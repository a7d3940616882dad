package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Yearly snapshots that were frozen; each gives itself as JSON. */
public interface Snapshots {
    /** None. */
    Snapshots NONE = new Snapshots() {
        @Override
        public List<ObjectNode> list(Optional<Integer> year) {
            return List.of();
        }

        @Override
        public Optional<ObjectNode> find(String id) {
            return Optional.empty();
        }
    };

    /** What there is, newest first: id, year, region, when it was frozen, its hash. */
    List<ObjectNode> list(Optional<Integer> year) throws Exception;

    /** One of them with all its figures. */
    Optional<ObjectNode> find(String id) throws Exception;
}
