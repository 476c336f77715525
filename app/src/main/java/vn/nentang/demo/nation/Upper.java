package vn.nentang.demo.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.demo.chance.Dice;
import vn.nentang.demo.chance.PaperOrder;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.Parcel;
import vn.nentang.organization.OrganizationEvent;

/** The organisations above the communes: the centre, provinces, what stands directly below these, districts. */
final class Upper {

    static final String NODE = "trung-uong";

    private static final String CENTRAL = "central";
    private static final String PROVINCE = "province";
    private static final String DISTRICT = "district";

    /** What stands below each province beside districts or communes: type and name. */
    static final List<List<String>> BODIES = List.of(
            List.of("upper-grassroots", "Đảng bộ Khối các cơ quan và doanh nghiệp"),
            List.of("upper-grassroots", "Đảng bộ Công an"),
            List.of("military-province", "Đảng bộ Quân sự"));

    private final long seed;
    private final Nation nation;
    private final Plan plan;
    private final Journal journal;
    private final Body centre;
    private final Map<String, Body> provinces = new LinkedHashMap<>();
    private final Map<String, Body> formerProvinces = new LinkedHashMap<>();
    private final Map<String, Body> districts = new LinkedHashMap<>();
    private final Map<Body, List<Body>> bodies = new HashMap<>();
    private final List<Body> all = new ArrayList<>();
    private final List<Body> founded = new ArrayList<>();

    Upper(Nation nation) {
        this.nation = nation;
        this.plan = nation.plan();
        this.seed = nation.seed();
        this.journal = new Journal(seed, NODE);
        this.centre = body(
                "centre",
                CENTRAL,
                "Đảng bộ toàn quốc (dữ liệu giả định)",
                Chronicle.FOUNDING_DAYS.getFirst().minusYears(1),
                null);
        plan.provinces().forEach(this::province);
        plan.districts()
                .forEach(d -> districts.put(
                        d.code(),
                        body(
                                "district/" + d.code(),
                                DISTRICT,
                                "Đảng bộ " + lower(d.name()),
                                Chronicle.FOUNDING_DAYS.getFirst(),
                                formerProvinces.get(d.province()))));
    }

    private void province(Atlas.Province province) {
        var atlas = plan.atlas();
        for (var former : atlas.madeInto(province)) {
            formerProvinces.put(former.code(), withBodies(provinceBody("former/", former.code(), former.name(), null)));
        }
        var isUnchanged = atlas.isUnchanged(province);
        provinces.put(
                province.code(),
                isUnchanged
                        ? formerProvinces.get(
                                atlas.madeInto(province).getFirst().code())
                        : withBodies(provinceBody("", province.code(), province.name(), Chronicle.REORGANISED)));
    }

    private Body provinceBody(String kind, String code, String name, @Nullable LocalDate from) {
        var on = from == null ? Chronicle.FOUNDING_DAYS.getFirst() : from;
        return body("province/" + kind + code, PROVINCE, "Đảng bộ " + lower(name), on, centre);
    }

    private Body withBodies(Body province) {
        var below = new ArrayList<Body>();
        for (var kind : BODIES) {
            var name = kind.get(1) + province.name.substring("Đảng bộ".length());
            below.add(body(province.id + "/" + kind.get(1), kind.get(0), name, province.from, province));
        }
        bodies.put(province, below);
        return province;
    }

    private Body body(String words, String type, String name, LocalDate from, @Nullable Body parent) {
        var body = new Body(new OrganizationId(Dice.id(seed, "nation/" + words)), type, name, from, parent);
        all.add(body);
        founded.add(body);
        return body;
    }

    static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** The province above a commune of today. */
    Body province(Atlas.Commune commune) {
        return Objects.requireNonNull(provinces.get(commune.province()));
    }

    Body district(String code) {
        return Objects.requireNonNull(districts.get(code));
    }

    /** The bodies below the province a commune lay in before July 2025. */
    List<Body> bodiesBefore(Atlas.Commune commune) {
        var former = formerProvinces.get(plan.atlas().formerProvince(commune).code());
        return Objects.requireNonNull(bodies.get(former));
    }

    /** The bodies below the province it lies in now, in the same order. */
    List<Body> bodiesNow(Atlas.Commune commune) {
        return Objects.requireNonNull(bodies.get(province(commune)));
    }

    boolean isJoined(Atlas.Commune commune) {
        return !bodiesBefore(commune).equals(bodiesNow(commune));
    }

    private PaperOrder order(@Nullable Body above, LocalDate date, String about) {
        return (above == null ? centre : above).order(date, about);
    }

    /** Everything recorded about them. */
    Parcel parcel() {
        found(Chronicle.OPENING.plusDays(1), false);
        found(Chronicle.REORGANISED, true);
        end();
        for (int year = Chronicle.FIRST_YEAR; year <= Chronicle.LAST_REVIEWED_YEAR; year++) {
            review(year);
        }
        return journal.parcel();
    }

    private void found(LocalDate recordedOn, boolean later) {
        var at = Journal.at(recordedOn);
        founded.stream()
                .filter(b -> b.from.equals(Chronicle.REORGANISED) == later)
                .forEach(b -> journal.write(at, List.of(founding(b))));
    }

    private Journal.Line founding(Body body) {
        var parent = body.parent == null ? null : body.parent.id;
        return new Journal.Line(
                new OrganizationEvent.Founded(body.id, body.type, body.name, null, parent),
                body.from,
                order(body.parent, body.from.minusDays(12), body.id.toString()));
    }

    /** After everything below them has found its new place; districts before the provinces they lay in. */
    private void end() {
        var at = Reorganisation.UPPER_ENDED.at();
        districts.forEach((code, body) -> end(body, List.of(), "Kết thúc hoạt động cấp huyện", at));
        for (var former : plan.atlas().formerProvinces().values()) {
            var ended = formerProvinces.get(former.code());
            var now = provinces.get(former.now());
            if (ended != null && now != null && !ended.equals(now)) {
                var below = Objects.requireNonNull(bodies.get(ended));
                for (int i = 0; i < below.size(); i++) {
                    end(
                            below.get(i),
                            List.of(Objects.requireNonNull(bodies.get(now)).get(i)),
                            "Hợp nhất",
                            at);
                }
                end(ended, List.of(now), "Hợp nhất tỉnh", at);
            }
        }
    }

    private void end(Body body, List<Body> successors, String reason, Instant at) {
        body.until = Chronicle.REORGANISED;
        var ids = successors.stream().map(s -> s.id).toList();
        var line = new Journal.Line(
                new OrganizationEvent.Ended(body.id, reason, ids),
                Chronicle.REORGANISED,
                order(body.parent, Chronicle.REORGANISED.minusDays(12), body.id.toString()));
        journal.write(at, List.of(line));
    }

    private void review(int year) {
        var levels = nation.levels(year);
        var dice = Dice.of(seed, "upper/reviews/" + year);
        var on = LocalDate.of(year, 12, 30);
        var open = all.stream().filter(b -> b.isOpen(on)).toList();
        Stream.of(PROVINCE, DISTRICT, "upper-grassroots", "military-province")
                .map(type -> open.stream().filter(b -> b.type.equals(type)).toList())
                .forEach(alike -> levels.organizations(alike, dice)
                        .forEach((body, outcome) -> journal.write(
                                on.plusDays(15),
                                List.of(levels.classified(
                                        body, outcome, on, order(body.parent, on, body.id.toString()))))));
    }
}
