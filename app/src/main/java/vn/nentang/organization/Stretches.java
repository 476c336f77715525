package vn.nentang.organization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.VietnameseText;

/**
 * A tree written down in its order, each parent before its children: what stands below an organisation is one stretch, found and
 * counted without walking it. The names, folded, lie behind each other in the same order, so that a name is looked for by one
 * pass over the text of a stretch. What stands in a ring has no place here.
 */
final class Stretches {

    /** No name contains it. */
    private static final char BETWEEN = '\n';

    private final List<Organization> all = new ArrayList<>();
    private final Map<OrganizationId, Stretch> byId = new HashMap<>();
    private final Lazy<Names> names = new Lazy<>(() -> Names.of(all));

    private record Stretch(int from, int until) {}

    Stretches(OrganizationTree tree) {
        tree.tops().forEach(top -> write(top, tree));
    }

    private void write(Organization organization, OrganizationTree tree) {
        var from = all.size();
        all.add(organization);
        tree.below(organization.id()).forEach(one -> write(one, tree));
        byId.put(organization.id(), new Stretch(from, all.size()));
    }

    /** Empty for what has no place. */
    Optional<List<Organization>> of(OrganizationId top) {
        return Optional.ofNullable(byId.get(top))
                .map(stretch -> Collections.unmodifiableList(all.subList(stretch.from(), stretch.until())));
    }

    List<Organization> named(OrganizationId top, String words, int most) {
        var stretch = byId.get(top);
        return stretch == null
                ? List.of()
                : names.get().places(words, stretch, most).stream()
                        .map(all::get)
                        .toList();
    }

    /** The names as one text. */
    private static final class Names {

        private final String text;

        /** Where each name begins in the text, and where the last one ends. */
        private final int[] starts;

        private final Map<String, List<Integer>> byCode;

        private Names(String text, int[] starts, Map<String, List<Integer>> byCode) {
            this.text = text;
            this.starts = starts;
            this.byCode = byCode;
        }

        static Names of(List<Organization> all) {
            var text = new StringBuilder();
            var starts = new int[all.size() + 1];
            var byCode = new HashMap<String, List<Integer>>();
            for (int i = 0; i < all.size(); i++) {
                starts[i] = text.length();
                text.append(VietnameseText.folded(all.get(i).name())).append(BETWEEN);
                var code = all.get(i).code();
                if (code != null) {
                    byCode.computeIfAbsent(code, _ -> new ArrayList<>(1)).add(i);
                }
            }
            starts[all.size()] = text.length();
            return new Names(text.toString(), starts, byCode);
        }

        List<Integer> places(String words, Stretch stretch, int most) {
            var places = new TreeSet<>(withName(VietnameseText.folded(words), stretch, most));
            byCode.getOrDefault(words.strip(), List.of()).stream()
                    .filter(place -> place >= stretch.from() && place < stretch.until())
                    .forEach(places::add);
            return places.stream().limit(most).toList();
        }

        private List<Integer> withName(String folded, Stretch stretch, int most) {
            var places = new ArrayList<Integer>();
            if (folded.isEmpty()) {
                return places;
            }
            var at = text.indexOf(folded, starts[stretch.from()], starts[stretch.until()]);
            while (at >= 0 && places.size() < most) {
                var place = placeOf(at);
                places.add(place);
                at = text.indexOf(folded, starts[place + 1], starts[stretch.until()]);
            }
            return places;
        }

        /** The name that begins last before a letter of the text. */
        private int placeOf(int letter) {
            var found = Arrays.binarySearch(starts, letter);
            return found >= 0 ? found : -found - 2;
        }
    }
}
