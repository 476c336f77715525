package vn.nentang.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nentang.kernel.OrganizationId;

/** A tree that goes on from the one before, against the same one made anew. */
final class OrganizationTreeTests {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final int ORGANIZATIONS = 25;
    private static final int CHANGES = 40;
    private static final List<String> NAMES = List.of(
            "Chi bộ 2", "Chi bộ 10", "Chi bộ Ấp Đông", "Chi bộ Ấp Đống", "Đảng bộ xã An Bình", "Đảng bộ xã Ân Bình");

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    private static OrganizationId id(int number) {
        return new OrganizationId(new UUID(0, number));
    }

    private static Organization drawn(int number, Random lot) {
        var parent = lot.nextInt(ORGANIZATIONS + 3);
        return new Organization(
                id(number),
                NAMES.get(lot.nextInt(NAMES.size())) + " " + number,
                "cell",
                lot.nextInt(4) == 0 ? "%02d".formatted(lot.nextInt(20)) : null,
                parent == number || lot.nextInt(6) == 0 ? null : id(parent),
                SINCE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goes_on_to_what_it_would_be_if_read_anew_whatever_was_founded_moved_renamed_or_ended(int seed) {
        var lot = new Random(seed);
        var standing = new HashMap<OrganizationId, Organization>();
        IntStream.range(0, ORGANIZATIONS).forEach(i -> standing.put(id(i), drawn(i, lot)));
        var tree = new OrganizationTree(standing.values());
        for (int i = 0; i < CHANGES; i++) {
            var changed = change(standing, lot);
            tree.subtree(id(0));
            tree = tree.with(changed, inForce(changed, standing));
            assertThat(shape(tree)).isEqualTo(shape(new OrganizationTree(standing.values())));
        }
    }

    private static Set<OrganizationId> change(Map<OrganizationId, Organization> standing, Random lot) {
        var changed = new HashSet<OrganizationId>();
        for (int i = 0; i <= lot.nextInt(4); i++) {
            var number = lot.nextInt(ORGANIZATIONS + 3);
            changed.add(id(number));
            if (lot.nextInt(3) == 0) {
                standing.remove(id(number));
            } else {
                standing.put(id(number), drawn(number, lot));
            }
        }
        return changed;
    }

    private static List<Organization> inForce(Set<OrganizationId> changed, Map<OrganizationId, Organization> standing) {
        return changed.stream()
                .flatMap(id -> Stream.ofNullable(standing.get(id)))
                .toList();
    }

    private record Shape(
            Set<Organization> all,
            List<Organization> tops,
            List<List<Organization>> below,
            List<List<Organization>> subtrees,
            List<List<Organization>> paths,
            List<List<Organization>> named) {}

    private static Shape shape(OrganizationTree tree) {
        var ids = IntStream.range(0, ORGANIZATIONS + 3)
                .mapToObj(OrganizationTreeTests::id)
                .toList();
        return new Shape(
                new HashSet<>(tree.all().toList()),
                tree.tops(),
                ids.stream().map(tree::below).toList(),
                ids.stream().map(tree::subtree).toList(),
                ids.stream().map(tree::path).toList(),
                ids.stream().map(id -> tree.named(id, "ap dong", ORGANIZATIONS)).toList());
    }

    @Test
    void stands_in_the_order_of_codes_then_of_names_with_their_numbers_and_vietnamese_letters() {
        var tree = new OrganizationTree(List.of(
                named(1, "Chi bộ 10", null),
                named(2, "Chi bộ 2", null),
                named(3, "Đảng bộ", null),
                named(4, "Chi bộ Z", "02"),
                named(5, "Chi bộ Ấp", null),
                named(6, "Chi bộ An", null),
                named(7, "Chi bộ Y", "01")));

        assertThat(names(tree.tops()))
                .containsExactly("Chi bộ Y", "Chi bộ Z", "Chi bộ 2", "Chi bộ 10", "Chi bộ An", "Chi bộ Ấp", "Đảng bộ");
    }

    @Test
    void finds_by_words_of_the_name_or_by_the_code_and_nothing_by_no_words() {
        var tree = new OrganizationTree(List.of(named(1, "Chi bộ Ấp Đông", "01"), named(2, "Chi bộ Ân Bình", "02")));

        assertThat(names(tree.named(id(1), "AP DONG", 9))).containsExactly("Chi bộ Ấp Đông");
        assertThat(names(tree.named(id(2), "02", 9))).containsExactly("Chi bộ Ân Bình");
        assertThat(tree.named(id(2), "dong", 9)).isEmpty();
        assertThat(tree.named(id(2), "", 9)).isEmpty();
        assertThat(tree.named(id(2), " ", 9)).isEmpty();
    }

    private static Organization named(int number, String name, @Nullable String code) {
        return new Organization(id(number), name, "cell", code, null, SINCE);
    }

    private static List<String> names(Collection<Organization> organizations) {
        return organizations.stream().map(Organization::name).toList();
    }
}
