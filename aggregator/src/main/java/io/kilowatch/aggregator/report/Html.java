package io.kilowatch.aggregator.report;

/** Markup whose texts are always escaped. */
final class Html {
    private final StringBuilder markup = new StringBuilder(16_384);

    /** Markup of our own, as it is. */
    Html raw(String ours) {
        markup.append(ours);
        return this;
    }

    /** A text, escaped; safe between tags and between double quotes. */
    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '"' -> markup.append("&quot;");
                case '\'' -> markup.append("&#39;");
                default -> markup.append(c);
            }
        }
        return this;
    }

    /** An element around a text. */
    Html element(String tag, String text) {
        return raw("<" + tag + ">").text(text).raw("</" + tag.split(" ", 2)[0] + ">");
    }

    @Override
    public String toString() {
        return markup.toString();
    }
}
