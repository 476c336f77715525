package vn.nentang.shell.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.nentang.access.Scope;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.organization.Organization;

/**
 * An organisation found by what somebody typed, where there are too many within reach to choose from all of them: by its code or a
 * part of its name, and behind a comma by a part of the name of what it stands below: “Chi bộ 1, Mường Lò”.
 *
 * @param found in the order of the tree, {@value #FOUND_MAX} at most
 * @param more whether there are more than these
 */
public record PlaceSearch(List<Organization> found, boolean more) {

    /** So many are offered at once. */
    private static final int CHOOSABLE_MAX = 300;

    private static final int FOUND_MAX = 20;
    private static final int LOOKED_AT_MAX = 1_000;
    private static final int ABOVE_MAX = 20;

    /** More characters than this are no name. */
    public static final int TYPED_MAX = 300;

    public PlaceSearch {
        found = List.copyOf(found);
    }

    /** Whether somebody has to search, since a list of all would be too long. */
    public static boolean isNeeded(Scope scope, LocalDate on) {
        return scope.size(on) > CHOOSABLE_MAX;
    }

    /**
     * What a list to choose from holds.
     *
     * @param searched whether it is what was found, and not everything within reach
     * @param words that were looked for; empty for none
     */
    public record Choices(List<Organization> list, boolean searched, String words) {
        public Choices {
            list = List.copyOf(list);
        }

        /** Whether nothing was found. */
        public boolean isFruitless() {
            return searched && !words.isBlank() && list.size() <= 1;
        }
    }

    /** Everything within reach; where that is too much, the one chosen and those that were looked for. */
    public static Choices choices(OrganizationId chosen, String words, Scope scope, LocalDate on) {
        return isNeeded(scope, on)
                ? new Choices(
                        Stream.concat(
                                        scope.find(chosen, on).stream(),
                                        of(words, scope, on, one -> !one.id().equals(chosen)).found().stream())
                                .toList(),
                        true,
                        words)
                : new Choices(scope.organizations(on), false, words);
    }

    /** Those within reach on a day. */
    public static PlaceSearch of(String typed, Scope scope, LocalDate on, Predicate<Organization> wanted) {
        var comma = typed.lastIndexOf(',');
        var name = comma < 0 ? typed : typed.substring(0, comma);
        if (name.isBlank() || typed.length() > TYPED_MAX) {
            return new PlaceSearch(List.of(), false);
        }
        var all = comma < 0
                ? scope.named(name, on, LOOKED_AT_MAX).stream()
                : below(typed.substring(comma + 1), scope, on)
                        .flatMap(above -> scope.named(above.id(), name, on, LOOKED_AT_MAX).stream())
                        .distinct();
        var found = all.filter(wanted).limit(FOUND_MAX + 1L).toList();
        return new PlaceSearch(found.stream().limit(FOUND_MAX).toList(), found.size() > FOUND_MAX);
    }

    private static Stream<Organization> below(String above, Scope scope, LocalDate on) {
        return above.isBlank() ? Stream.of() : scope.named(above, on, ABOVE_MAX).stream();
    }

    /** The only one, if its code or whole name was typed: nobody is guessed. */
    public Optional<Organization> exact(String typed) {
        var folded = VietnameseText.folded(typed);
        return found.stream()
                .filter(_ -> found.size() == 1)
                .filter(o -> typed.equals(o.code()) || folded.equals(VietnameseText.folded(o.name())))
                .findFirst();
    }
}
