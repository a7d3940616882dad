package io.kilowatch.simulators.feed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a feed names the device of a reading: by a column, by a file's name, or not at all.
 *
 * @param column the column that names it
 * @param file a pattern for the whole name of the file; its first group, or all of it, is the name
 * @param names which device, as {@code ENTERPRISE/DEVICE}, a name means; a name that is not there must be one
 */
record DeviceRule(Optional<String> column, Optional<Pattern> file, Map<String, String> names) {
    private static final Pattern USER = Pattern.compile("[^/\\s]+/[^/\\s]+");

    DeviceRule {
        names = Map.copyOf(names);
    }

    /** Whether a text is {@code ENTERPRISE/DEVICE}. */
    static boolean isUser(String text) {
        return USER.matcher(text).matches();
    }

    /**
     * The device of a file; empty where files do not name it.
     *
     * @throws IllegalArgumentException if its name means none
     */
    String of(Path path) {
        if (file.isEmpty()) {
            return "";
        }
        String name = path.getFileName().toString();
        Matcher matcher = file.get().matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the file's name does not match device.file, " + file.get());
        }
        return user(matcher.groupCount() == 0 ? name : matcher.group(1));
    }

    /**
     * The device that a name means; in the name of a file, which cannot have a slash, an underscore stands for it.
     *
     * @throws IllegalArgumentException if it means none
     */
    String user(String name) {
        for (String one : List.of(names.getOrDefault(name, name), name.replaceFirst("_", "/"))) {
            if (isUser(one)) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                "\"" + name + "\" names no device; give ENTERPRISE/DEVICE, or tell in device.names what it means");
    }
}
