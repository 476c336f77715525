package vn.nentang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages lead somewhere. */
final class DocsTests {

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

    @Test
    void every_relative_link_leads_to_a_file_and_every_anchor_to_a_heading() {
        var broken = new ArrayList<String>();
        for (var page : pages()) {
            Docs.matches("!?\\[[^\\]]*\\]\\(([^)\\s]+)\\)", withoutCode(Docs.text(page)))
                    .map(link -> link.group(1))
                    .filter(link -> !link.matches("[a-z]+:.*") && !resolves(page, link))
                    .forEach(link -> broken.add(page + ": " + link));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_page_has_one_top_level_title() {
        assertThat(pages())
                .allSatisfy(page -> assertThat(Docs.matches("(?m)^# .+$", withoutCode(Docs.text(page))))
                        .as(page.toString())
                        .hasSize(1));
    }

    /** Nothing else on a page is a promise: files named in running text must be there too. */
    @Test
    void every_page_named_in_the_text_is_there() {
        var missing = new ArrayList<String>();
        for (var page : pages()) {
            Docs.matches("\\bdocs/[a-z0-9/._-]+\\.md\\b", Docs.text(page))
                    .map(name -> name.group())
                    .filter(name -> !Files.isRegularFile(Docs.ROOT.resolve(name)))
                    .forEach(name -> missing.add(page + ": " + name));
        }
        assertThat(missing).isEmpty();
    }

    private static List<Path> pages() {
        var pages = Docs.files(Docs.ROOT, ".md").stream()
                .filter(page -> !NOT_OURS.stream().anyMatch(page.toString().replace('\\', '/')::contains))
                .toList();
        assertThat(pages).hasSizeGreaterThan(10);
        return pages;
    }

    private static String withoutCode(String text) {
        return text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "");
    }

    private static boolean resolves(Path page, String link) {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target)
                && (parts.length == 1 || anchors(Docs.text(target)).contains(parts[1]));
    }

    private static Set<String> anchors(String text) {
        return Docs.matches("(?m)^#+ (.+)$", text)
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
                        .strip()
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
