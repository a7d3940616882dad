package io.kilowatch.aggregator.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kilowatch.aggregator.report.Block.Drawing;
import io.kilowatch.aggregator.report.Block.Grid;
import io.kilowatch.aggregator.report.Block.Paragraph;
import io.kilowatch.aggregator.report.Report.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** A report as one HTML page that prints on A4 and needs nothing else. */
public final class ReportHtml {
    private static final String STYLE = style();

    private final Html page = new Html();
    private final String base;

    private ReportHtml(String base) {
        this.base = base;
    }

    /** The content security policy under which the page is as it should be: its own style and nothing else. */
    public static String policy() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash) + "'; frame-ancestors 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    /**
     * That of a report.
     *
     * @param base where the API is, for links
     */
    public static String of(Report report, String base) {
        return new ReportHtml(base).written(report);
    }

    private String written(Report report) {
        page.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width\">")
                .element("title", report.title() + " " + report.subtitle())
                .raw("<style>" + STYLE + "</style></head><body><header>")
                .element("h1", report.title())
                .element("p class=\"subtitle\"", report.subtitle())
                .element("p class=\"number\"", report.number())
                .raw("</header>\n");
        report.sections().forEach(this::section);
        page.raw("<section class=\"notes\">").element("h2", "说明").raw("<ol>");
        report.notes().forEach(note -> page.element("li", note));
        page.raw("</ol></section>\n");
        signatures(report.signatures());
        return page.raw("</body></html>\n").toString();
    }

    private void section(Section section) {
        page.raw("<section>").element("h2", section.heading());
        boolean captions =
                section.blocks().stream().filter(Grid.class::isInstance).count() > 1;
        for (Block block : section.blocks()) {
            if (block instanceof Paragraph paragraph) {
                page.element("p", paragraph.text());
            } else if (block instanceof Grid grid) {
                grid(grid, captions);
            } else if (block instanceof Drawing drawing) {
                page.raw("<figure>")
                        .element("figcaption", drawing.chart().title())
                        .raw(ChartSvg.of(drawing.chart()))
                        .raw("</figure>");
            }
        }
        page.raw("</section>\n");
    }

    /** A section's only table is called as the section is. */
    private void grid(Grid grid, boolean caption) {
        page.raw("<table>");
        if (caption) {
            page.element("caption", grid.caption());
        }
        page.raw("<thead><tr>");
        grid.heads().forEach(head -> page.element("th", head));
        page.raw("</tr></thead><tbody>");
        for (List<Item> row : grid.rows()) {
            page.raw("<tr>");
            row.forEach(this::item);
            page.raw("</tr>\n");
        }
        if (grid.rows().isEmpty()) {
            page.raw("<tr><td class=\"none\" colspan=\"" + grid.heads().size() + "\">无</td></tr>");
        }
        page.raw("</tbody></table>");
    }

    private void item(Item item) {
        if (item instanceof Item.Open) {
            page.raw("<td class=\"open\">待填</td>");
        } else if (item instanceof Item.Words words) {
            page.raw("<td class=\"" + tone(words.tone()) + "\">")
                    .text(words.text())
                    .raw("</td>");
        } else if (item instanceof Item.Figure figure) {
            String text = Digits.text(figure.value(), figure.places());
            page.raw("<td class=\"figure\">");
            if (figure.evidence().isPresent()) {
                page.raw("<a href=\"")
                        .text(base + figure.evidence().get())
                        .raw("\">")
                        .text(text)
                        .raw("</a>");
            } else {
                page.text(text);
            }
            page.raw("</td>");
        }
    }

    private static String tone(Item.Tone tone) {
        return switch (tone) {
            case PLAIN -> "words";
            case AMOUNT -> "figure";
            case GOOD -> "good";
            case BAD -> "bad";
            case DOUBTFUL -> "doubtful";
        };
    }

    private void signatures(List<String> signatures) {
        page.raw("<section class=\"signatures\">");
        signatures.forEach(who -> page.raw("<div>").element("span", who).raw("<b></b></div>"));
        page.raw("</section>");
    }

    private static String style() {
        try (InputStream in = ReportHtml.class.getResourceAsStream("/io/kilowatch/aggregator/report.css")) {
            if (in == null) {
                throw new IllegalStateException("the reports' style is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
