package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.access.Identity;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The open sessions of all listeners; a client that connects again takes the place of its older session. */
public final class OpenSessions {
    private final Map<Key, Session> open = new ConcurrentHashMap<>();

    /** A client id counts within its device, so that devices cannot push each other out. */
    private record Key(Identity identity, String clientId) {}

    void add(Session session) {
        Session older = open.put(key(session), session);
        if (older != null) {
            older.takenOver();
        }
    }

    void remove(Session session) {
        open.remove(key(session), session);
    }

    /** Ends those whose credentials stand no longer; may be called on any thread. */
    public void recheck() {
        open.values().forEach(Session::recheck);
    }

    private static Key key(Session session) {
        return new Key(session.identity(), session.clientId());
    }
}
