package io.streamgauge.app.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** An answer to a request sent byte by byte: proper clients refuse to send what these tests need to send. */
record RawHttp(int status, Map<String, String> headers, String body) {

    static RawHttp send(int port, String requestLine, String... headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            var request = requestLine + "\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    private static RawHttp parse(String answer) {
        var headEnd = answer.indexOf("\r\n\r\n");
        var lines = answer.substring(0, headEnd).lines().toList();
        var headers = new HashMap<String, String>();
        for (var line : lines.subList(1, lines.size())) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        return new RawHttp(Integer.parseInt(lines.get(0).substring(9, 12)), headers, answer.substring(headEnd + 4));
    }
}
