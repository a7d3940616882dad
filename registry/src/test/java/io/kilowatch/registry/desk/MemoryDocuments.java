package io.kilowatch.registry.desk;

import io.kilowatch.registry.store.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Documents in memory, with the rule that what cannot be announced is not kept. */
final class MemoryDocuments implements Documents {
    private final TreeMap<String, List<Revision>> revisions = new TreeMap<>();

    @Override
    public Outcome change(Request request, Announcement announcement) throws Exception {
        List<Revision> before = history(request.enterprise());
        Optional<String> inForce = before.isEmpty()
                ? Optional.empty()
                : before.get(before.size() - 1).json();
        if (inForce.equals(request.json())) {
            if (request.republish()) {
                announcement.announce(request.enterprise(), request.json());
            }
            return new Outcome(Change.UNCHANGED, before.size());
        }
        announcement.announce(request.enterprise(), request.json());
        revisions
                .computeIfAbsent(request.enterprise(), code -> new ArrayList<>())
                .add(new Revision(request.enterprise(), before.size() + 1, request.json(), request.at(), request.by()));
        if (request.json().isEmpty()) {
            return new Outcome(Change.DELETED, before.size() + 1);
        }
        return new Outcome(inForce.isEmpty() ? Change.ADDED : Change.CHANGED, before.size() + 1);
    }

    @Override
    public Outcome amend(String enterprise, Instant at, String by, Amendment amendment, Announcement announcement)
            throws Exception {
        String before = inForce().stream()
                .filter(revision -> revision.enterprise().equals(enterprise))
                .findFirst()
                .flatMap(Revision::json)
                .orElseThrow(() -> new NoneInForce(enterprise));
        return change(new Request(enterprise, Optional.of(amendment.of(before)), at, by, false), announcement);
    }

    @Override
    public List<Revision> inForce() {
        return revisions.values().stream()
                .map(history -> history.get(history.size() - 1))
                .filter(revision -> revision.json().isPresent())
                .toList();
    }

    @Override
    public List<Revision> history(String enterprise) {
        return List.copyOf(revisions.getOrDefault(enterprise, List.of()));
    }
}
