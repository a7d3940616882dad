package io.kilowatch.deploy.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Who the PostgreSQL programs run as. They refuse to run as root, so root starts them in a user namespace without
 * rights, or as nobody where the machine forbids namespaces.
 *
 * @param owner user id that must own the data folder; -1 for whoever we are
 * @param prefix words before a command
 */
record Account(int owner, List<String> prefix) {
    static final Account OURS = new Account(-1, List.of());
    static final Account NAMESPACE = new Account(0, List.of("unshare", "-U"));
    static final Account NOBODY =
            new Account(65_534, List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    Account {
        prefix = List.copyOf(prefix);
    }

    /** The account for this process on this machine. */
    static Account here() {
        if (!isRoot()) {
            return OURS;
        }
        return NAMESPACE.works() ? NAMESPACE : NOBODY;
    }

    private static boolean isRoot() {
        Path self = Path.of("/proc/self");
        try {
            return Files.exists(self)
                    ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
                    : "root".equals(System.getProperty("user.name"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private boolean works() {
        try {
            List<String> words = new java.util.ArrayList<>(prefix);
            words.add("true");
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Hands the folder and all in it to the account, where it is another's. */
    void own(Path folder) throws IOException {
        if (owner < 0 || Integer.valueOf(owner).equals(Files.getAttribute(folder, "unix:uid"))) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, "unix:uid", owner, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
