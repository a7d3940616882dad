package io.kilowatch.aggregator.http;

import io.kilowatch.platform.http.PageFiles;
import io.vertx.ext.web.Router;
import java.util.List;

/** The figures console: a page that reads the API, served beside it. */
final class ConsolePage {
    /** The files of the page that are not shared with others. */
    static final List<String> FILES = List.of(
            "index.html",
            "css/charts.css",
            "css/console.css",
            "css/devices.css",
            "css/print.css",
            "css/tables.css",
            "js/benchmark.js",
            "js/budget.js",
            "js/budgetbar.js",
            "js/budgetchart.js",
            "js/cost.js",
            "js/device.js",
            "js/devicecharts.js",
            "js/devices.js",
            "js/devicewords.js",
            "js/dualcontrol.js",
            "js/enterprise.js",
            "js/forecast.js",
            "js/indicator.js",
            "js/indicators.js",
            "js/lists.js",
            "js/main.js",
            "js/overview.js",
            "js/period.js",
            "js/pieces.js",
            "js/quotas.js",
            "js/redrive.js",
            "js/reference.js",
            "js/regionbudget.js",
            "js/rejected.js",
            "js/rejection.js",
            "js/reports.js",
            "js/router.js",
            "js/store.js",
            "js/terms.js",
            "js/tiles.js",
            "js/trend.js",
            "js/words.js");

    private static final String FOLDER = "/io/kilowatch/aggregator/page/";

    private ConsolePage() {}

    static void mount(Router router) {
        new PageFiles(ConsolePage.class, FOLDER, FILES).mount(router);
    }
}
