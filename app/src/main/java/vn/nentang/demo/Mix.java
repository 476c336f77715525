package vn.nentang.demo;

import java.util.Map;
import vn.nentang.demo.chance.Dice;
import vn.nentang.demo.chance.Lot;

/** Which kinds of people serve in a kind of unit, in percent. */
enum Mix {
    STAFF(68, 27, 5, 0),
    TROOPS(50, 33, 0, 17),
    LOCAL(58, 32, 2, 8),
    SERVICE(36, 40, 22, 2),
    ENTERPRISE(12, 28, 60, 0);

    static final Map<String, Mix> BY_CODE =
            Map.of("staff", STAFF, "troops", TROOPS, "local", LOCAL, "service", SERVICE, "enterprise", ENTERPRISE);

    private final int officers;
    private final int professionals;
    private final int workers;
    private final int conscripts;

    Mix(int officers, int professionals, int workers, int conscripts) {
        this.officers = officers;
        this.professionals = professionals;
        this.workers = workers;
        this.conscripts = conscripts;
    }

    Service lasting(Dice dice) {
        return new Lot<Service>()
                .with(Service.OFFICER, officers)
                .with(Service.PROFESSIONAL, professionals)
                .with(Service.WORKER, workers + 0.01)
                .draw(dice);
    }

    /** Whom such a unit admits: many conscripts, fewer officers, who mostly come as members. */
    Service admitted(Dice dice) {
        return new Lot<Service>()
                .with(Service.CONSCRIPT, conscripts * 6)
                .with(Service.OFFICER, officers * 0.15)
                .with(Service.PROFESSIONAL, professionals)
                .with(Service.WORKER, workers + 0.01)
                .draw(dice);
    }
}
