package io.streamgauge.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageFilesTest {
    private static final Path WEB = Path.of("src/main/resources/web");
    private static final String VENDORED = "vendor/vendor.json";

    @Test
    void everyFileOfThePageIsServed() throws IOException {
        try (var files = Files.walk(WEB)) {
            var names = files.filter(Files::isRegularFile)
                    .map(file -> WEB.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(VENDORED));
            assertThat(names).containsExactlyInAnyOrderElementsOf(PageFiles.NAMES);
        }
    }

    @Test
    void vendoredFilesAreThosePublished() throws Exception {
        var mapper = new ObjectMapper();
        for (var library : mapper.readTree(PageFiles.read(VENDORED))) {
            assertThat(library.get("integrity").asText()).startsWith("sha512-");
            var files = library.get("files");
            assertThat(files.fieldNames()).toIterable().anyMatch(name -> name.endsWith("LICENSE"));
            for (var file : files.properties()) {
                var digest = MessageDigest.getInstance("SHA-512").digest(PageFiles.read("vendor/" + file.getKey()));
                assertThat("sha512-" + Base64.getEncoder().encodeToString(digest))
                        .as(file.getKey())
                        .isEqualTo(file.getValue().asText());
            }
        }
    }

    @Test
    void pageHasNothingInlineAndNothingForeign() {
        var page = text(PageFiles.INDEX);

        assertThat(page).doesNotContainPattern("<script(?![^>]*src=)");
        assertThat(page)
                .doesNotContainPattern("(?i)\\son[a-z]+=")
                .doesNotContain("style=")
                .doesNotContain("<style");
        assertThat(page).doesNotContainPattern("(src|href)=\"(https?:)?//");
    }

    @Test
    void scriptsNeverTurnTextIntoMarkupOrCode() {
        for (var name : ownScripts()) {
            assertThat(text(name))
                    .as(name)
                    .doesNotContainPattern("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|srcdoc")
                    .doesNotContainPattern("\\beval\\(|new Function|javascript:|setTimeout\\(['\"`]");
        }
    }

    @Test
    void scriptsImportOnlyWhatIsServed() {
        var imports = Pattern.compile("from \"\\./([^\"]+)\"");
        for (var name : ownScripts()) {
            var found = new ArrayList<String>();
            var matcher = imports.matcher(text(name));
            while (matcher.find()) {
                found.add("js/" + matcher.group(1));
            }
            assertThat(PageFiles.NAMES).as(name).containsAll(found);
        }
    }

    private static List<String> ownScripts() {
        return PageFiles.NAMES.stream().filter(name -> name.startsWith("js/")).toList();
    }

    private static String text(String name) {
        return new String(PageFiles.read(name), StandardCharsets.UTF_8);
    }
}
