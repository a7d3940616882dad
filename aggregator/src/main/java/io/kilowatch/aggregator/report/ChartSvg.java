package io.kilowatch.aggregator.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A chart as an inline SVG image: axis, values, and the limit as a dashed line. Figures are drawn, never computed with. */
final class ChartSvg {
    private static final int WIDTH = 680;
    private static final int HEIGHT = 200;
    private static final int LEFT = 64;
    private static final int TOP = 14;
    private static final int BOTTOM = 26;
    private static final int LINES = 4;
    private static final int PLACES = 6;

    private final Chart chart;
    private final Html svg = new Html();
    private final BigDecimal low;
    private final BigDecimal high;

    private ChartSvg(Chart chart, BigDecimal low, BigDecimal high) {
        this.chart = chart;
        this.low = low;
        this.high = high;
    }

    /** That of a chart; nothing where it has no figure. */
    static String of(Chart chart) {
        List<BigDecimal> figures = chart.points().stream()
                .flatMap(point -> Stream.concat(point.value().stream(), point.limit().stream()))
                .toList();
        if (figures.isEmpty()) {
            return "";
        }
        BigDecimal least = figures.stream().reduce(BigDecimal::min).orElseThrow();
        BigDecimal most = figures.stream().reduce(BigDecimal::max).orElseThrow();
        if (chart.form() == Chart.Form.BARS) {
            least = least.min(BigDecimal.ZERO);
            most = most.max(BigDecimal.ZERO);
        }
        BigDecimal room = most.subtract(least)
                .max(most.abs().max(BigDecimal.ONE).movePointLeft(3))
                .movePointLeft(1);
        boolean fromNothing = chart.form() == Chart.Form.BARS && least.signum() == 0;
        return new ChartSvg(chart, fromNothing ? least : least.subtract(room), most.add(room)).drawn();
    }

    private String drawn() {
        svg.raw("<svg viewBox=\"0 0 " + WIDTH + ' ' + HEIGHT + "\" role=\"img\"><title>")
                .text(chart.title())
                .raw("</title>");
        axis();
        if (chart.form() == Chart.Form.BARS) {
            bars();
        } else {
            line("limit", chart.points().stream().map(Chart.Point::limit).toList());
            line("value", chart.points().stream().map(Chart.Point::value).toList());
            dots();
        }
        labels();
        return svg.raw("</svg>").toString();
    }

    private void axis() {
        int places = high.subtract(low).compareTo(BigDecimal.TEN) >= 0 ? 0 : 3;
        for (int i = 0; i <= LINES; i++) {
            BigDecimal at = low.add(high.subtract(low)
                    .multiply(BigDecimal.valueOf(i))
                    .divide(BigDecimal.valueOf(LINES), PLACES, RoundingMode.HALF_EVEN));
            String y = y(at);
            svg.raw("<line class=\"grid\" x1=\"" + LEFT + "\" x2=\"" + WIDTH + "\" y1=\"" + y + "\" y2=\"" + y + "\"/>")
                    .raw("<text class=\"tick\" text-anchor=\"end\" x=\"" + (LEFT - 6) + "\" y=\"" + y + "\">")
                    .text(Digits.text(at, places))
                    .raw("</text>");
        }
    }

    private void bars() {
        BigDecimal width = slot().multiply(new BigDecimal("0.6"));
        for (int i = 0; i < chart.points().size(); i++) {
            Optional<BigDecimal> value = chart.points().get(i).value();
            if (value.isPresent()) {
                BigDecimal top = pixel(value.get().max(BigDecimal.ZERO));
                BigDecimal bottom = pixel(value.get().min(BigDecimal.ZERO));
                svg.raw("<rect class=\"bar\" x=\""
                        + short1(middle(i).subtract(width.movePointLeft(1).multiply(BigDecimal.valueOf(5)))) + "\" y=\""
                        + short1(top) + "\" width=\"" + short1(width) + "\" height=\"" + short1(bottom.subtract(top))
                        + "\"/>");
            }
        }
    }

    private void line(String kind, List<Optional<BigDecimal>> figures) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < figures.size(); i++) {
            Optional<BigDecimal> figure = figures.get(i);
            if (figure.isPresent()) {
                path.append(drawing ? 'L' : 'M')
                        .append(short1(middle(i)))
                        .append(' ')
                        .append(y(figure.get()));
            }
            drawing = figure.isPresent();
        }
        if (!path.isEmpty()) {
            svg.raw("<path class=\"" + kind + "\" d=\"" + path + "\"/>");
        }
    }

    private void dots() {
        for (int i = 0; i < chart.points().size(); i++) {
            Chart.Point point = chart.points().get(i);
            if (point.value().isPresent()) {
                boolean above = point.limit()
                        .filter(limit -> point.value().get().compareTo(limit) > 0)
                        .isPresent();
                svg.raw("<circle class=\"" + (above ? "above" : "dot") + "\" r=\"3\" cx=\"" + short1(middle(i))
                        + "\" cy=\"" + y(point.value().get()) + "\"/>");
            }
        }
    }

    private void labels() {
        for (int i = 0; i < chart.points().size(); i++) {
            svg.raw("<text class=\"tick\" text-anchor=\"middle\" x=\"" + short1(middle(i)) + "\" y=\"" + (HEIGHT - 8)
                            + "\">")
                    .text(chart.points().get(i).label())
                    .raw("</text>");
        }
    }

    private BigDecimal slot() {
        return BigDecimal.valueOf(WIDTH - LEFT)
                .divide(BigDecimal.valueOf(chart.points().size()), PLACES, RoundingMode.HALF_EVEN);
    }

    private BigDecimal middle(int index) {
        return BigDecimal.valueOf(LEFT)
                .add(slot().multiply(BigDecimal.valueOf(index).add(new BigDecimal("0.5"))));
    }

    private BigDecimal pixel(BigDecimal value) {
        BigDecimal height = BigDecimal.valueOf(HEIGHT - TOP - BOTTOM);
        return BigDecimal.valueOf(TOP)
                .add(high.subtract(value).multiply(height).divide(high.subtract(low), PLACES, RoundingMode.HALF_EVEN));
    }

    private String y(BigDecimal value) {
        return short1(pixel(value));
    }

    private static String short1(BigDecimal pixel) {
        return pixel.setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
