package vn.nentang.demo.nation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nentang.demo.chance.PaperOrder;
import vn.nentang.kernel.OrganizationId;

/** A Party organisation of the story while it is told. */
final class Body {

    final OrganizationId id;
    final String type;
    final LocalDate from;
    String name;

    @Nullable
    Body parent;

    @Nullable
    LocalDate until;

    Body(OrganizationId id, String type, String name, LocalDate from, @Nullable Body parent) {
        this.id = id;
        this.type = type;
        this.name = name;
        this.from = from;
        this.parent = parent;
    }

    boolean isOpen(LocalDate on) {
        return !on.isBefore(from) && (until == null || on.isBefore(until));
    }

    /** A decision of its committee. */
    PaperOrder order(LocalDate date, String about) {
        var signer = date.getDayOfMonth() % 3 == 0 ? "Phó Bí thư" : "Bí thư";
        return new PaperOrder(committee(), "QĐ/ĐU", date, signer, about);
    }

    private String committee() {
        return name.replace("Đảng bộ ", "Đảng ủy ").replace("Chi bộ ", "Chi ủy ");
    }
}
