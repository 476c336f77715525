package vn.nentang.demo;

import java.time.LocalDate;
import vn.nentang.demo.chance.PaperOrder;
import vn.nentang.kernel.OrganizationId;

/**
 * A grassroots organisation of the story.
 *
 * @param name of the military unit, without the word for the Party organisation
 * @param body whether cells stand below it; a grassroots cell keeps its own roll
 */
record Unit(OrganizationId id, String name, String code, boolean body, LocalDate from) {

    String organizationName() {
        return (body ? "Đảng bộ " : "Chi bộ ") + name;
    }

    String committee() {
        return (body ? "Đảng ủy " : "Chi ủy ") + name;
    }

    PaperOrder order(LocalDate date, String about) {
        var signer = date.getDayOfMonth() % 3 == 0 ? "Phó Bí thư" : "Bí thư";
        return new PaperOrder(committee(), body ? "QĐ/ĐU" : "QĐ/CB", date, signer, about);
    }
}
