package io.streamgauge.app.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The files of the page: a fixed list, read from the class path once. No path of a request ever becomes the path of a file,
 * so that there is nothing to traverse.
 */
final class PageFiles {
    static final String INDEX = "index.html";

    /** Everything under {@code web/} that is served. A new file of the page gets a line here. */
    static final List<String> NAMES = List.of(
            INDEX,
            "style.css",
            "icon.svg",
            "js/main.js",
            "js/theme.js",
            "js/api.js",
            "js/dom.js",
            "js/format.js",
            "js/models.js",
            "js/scores.js",
            "js/detail.js",
            "js/chart.js",
            "js/marks.js",
            "js/alerts.js",
            "js/accounting.js",
            "vendor/uplot/uPlot.iife.min.js",
            "vendor/uplot/uPlot.min.css",
            "vendor/uplot/LICENSE");

    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private PageFiles() {}

    static void addTo(RoutesConfig routes) {
        for (var name : NAMES) {
            var content = read(name);
            var tag = '"' + sha256(content).substring(0, 32) + '"';
            var path = name.equals(INDEX) ? "/" : "/" + name;
            routes.get(path, context -> send(context, name, content, tag));
        }
    }

    private static void send(Context context, String name, byte[] content, String tag) {
        context.header("Content-Security-Policy", POLICY);
        // The browser asks each time and hears 304: a new version of the service shows its own page at once.
        context.header("Cache-Control", "no-cache").header("ETag", tag);
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(304);
            return;
        }
        context.contentType(type(name)).result(content);
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain; charset=utf-8");
    }

    static byte[] read(String name) {
        try (var in = PageFiles.class.getResourceAsStream("/web/" + name)) {
            if (in == null) {
                throw new IllegalStateException("web/" + name + " is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
