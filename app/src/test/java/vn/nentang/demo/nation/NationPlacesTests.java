package vn.nentang.demo.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationParts;

/** Where the officers of a made-up nation sit, whatever the lot made of its first province. */
final class NationPlacesTests {

    private static final Organization TOP = organization(1, "Toàn quốc", null);
    private static final Organization PROVINCE = organization(2, "Tỉnh", TOP);
    private static final Organization EMPTY = organization(3, "Xã A", PROVINCE);
    private static final Organization MIXED = organization(4, "Xã B", PROVINCE);
    private static final Organization BODY = organization(5, "Đảng bộ cơ sở", MIXED);
    private static final Organization DEEP = organization(6, "Chi bộ 1", BODY);
    private static final Organization PLAIN = organization(7, "Xã C", PROVINCE);
    private static final Organization CELL = organization(8, "Chi bộ 2", PLAIN);

    private static Organization organization(int number, String name, @Nullable Organization parent) {
        return new Organization(
                new OrganizationId(new UUID(0, number)),
                name,
                "cell",
                null,
                parent == null ? null : parent.id(),
                LocalDate.of(2020, 1, 1));
    }

    private static List<Organization> path(Organization... all) {
        return NationOfficers.path(OrganizationParts.tree(List.of(all)));
    }

    @Test
    void a_commune_of_cells_alone_is_taken_before_others() {
        assertThat(path(TOP, PROVINCE, EMPTY, MIXED, BODY, DEEP, PLAIN, CELL))
                .containsExactly(TOP, PROVINCE, PLAIN, CELL);
    }

    @Test
    void where_no_commune_has_cells_alone_the_cell_is_looked_for_further_down() {
        assertThat(path(TOP, PROVINCE, EMPTY, MIXED, BODY, DEEP)).containsExactly(TOP, PROVINCE, MIXED, DEEP);
    }
}
