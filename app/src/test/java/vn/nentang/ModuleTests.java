package vn.nentang;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The map of the house: every module uses only what stands below it, and says so on its face. */
final class ModuleTests {

    private final ApplicationModules modules = ApplicationModules.of(Application.class);

    @Test
    void modules_keep_their_boundaries() {
        modules.verify();
    }

    @Test
    void the_map_of_the_modules_is_written() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
