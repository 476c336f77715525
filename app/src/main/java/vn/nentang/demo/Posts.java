package vn.nentang.demo;

import java.util.List;
import vn.nentang.demo.chance.Dice;

/** Ranks by age and the posts that go with them, in plain words. */
final class Posts {

    /** @param leading whether the holder is reviewed as one in a leading post */
    record Post(String words, boolean leading) {}

    private record Step(int ageUnder, String rank, List<String> leading, List<String> others) {}

    private static final double LEADING = 0.55;

    private static final List<Step> OFFICERS = List.of(
            new Step(26, "Trung úy", List.of("Trung đội trưởng"), List.of("Trợ lý")),
            new Step(30, "Thượng úy", List.of("Phó Đại đội trưởng", "Chính trị viên phó đại đội"), List.of("Trợ lý")),
            new Step(34, "Đại úy", List.of("Đại đội trưởng", "Chính trị viên đại đội"), List.of("Trợ lý", "Giáo viên")),
            new Step(39, "Thiếu tá", List.of("Phó Tiểu đoàn trưởng", "Chính trị viên phó"), List.of("Trợ lý")),
            new Step(45, "Trung tá", List.of("Trưởng ban", "Phó Trưởng ban", "Chính trị viên"), List.of("Trợ lý")),
            new Step(52, "Thượng tá", List.of("Trưởng ban", "Phó Trưởng phòng", "Chính ủy"), List.of("Trợ lý")),
            new Step(99, "Đại tá", List.of("Trưởng phòng", "Phó Trưởng phòng"), List.of("Chuyên viên")));

    private static final List<Step> PROFESSIONALS = List.of(
            new Step(25, "Trung úy quân nhân chuyên nghiệp", List.of(), List.of("Nhân viên", "Lái xe", "Thợ sửa chữa")),
            new Step(32, "Thượng úy quân nhân chuyên nghiệp", List.of(), List.of("Nhân viên", "Lái xe", "Báo vụ")),
            new Step(
                    40,
                    "Thiếu tá quân nhân chuyên nghiệp",
                    List.of("Tổ trưởng"),
                    List.of("Nhân viên", "Y sĩ", "Quản lý bếp", "Thủ kho")),
            new Step(99, "Trung tá quân nhân chuyên nghiệp", List.of("Trạm trưởng"), List.of("Nhân viên", "Thủ kho")));

    private static final List<Step> WORKERS = List.of(
            new Step(35, "Công nhân quốc phòng", List.of(), List.of("Thợ máy", "Cấp dưỡng", "Công nhân xây dựng")),
            new Step(99, "Viên chức quốc phòng", List.of("Đội trưởng"), List.of("Kế toán", "Văn thư", "Điều dưỡng")));

    private static final List<Step> CONSCRIPTS = List.of(
            new Step(99, "Hạ sĩ", List.of(), List.of("Tiểu đội trưởng", "Khẩu đội trưởng", "Chiến sĩ", "Văn thư")));

    private Posts() {}

    static Post of(Service service, int age, Dice dice) {
        var step = steps(service).stream()
                .filter(s -> age < s.ageUnder())
                .findFirst()
                .orElseThrow();
        var leading = !step.leading().isEmpty() && dice.chance(LEADING);
        var post = dice.pick(leading ? step.leading() : step.others());
        return new Post(step.rank() + ", " + post, leading);
    }

    private static List<Step> steps(Service service) {
        return switch (service) {
            case OFFICER -> OFFICERS;
            case PROFESSIONAL -> PROFESSIONALS;
            case WORKER -> WORKERS;
            case CONSCRIPT -> CONSCRIPTS;
        };
    }
}
