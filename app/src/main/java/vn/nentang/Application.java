package vn.nentang;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Store;

/** The application over an open store, with pages or without. */
@SpringBootApplication
// Of @SpringBootApplication, but for the pattern: no component is a nested class, and half of all classes are. Each is
// opened to look.
@ComponentScan(
        resourcePattern = "**/{name:[^$]+}.class",
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class)
        })
public class Application {

    /** The one clock of the program: days begin and end as in Vietnam, wherever the machine stands. */
    public static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** Of this program, as packages of rules name the one they need. */
    public static final String VERSION = "0.1.0";

    /** Starts the web pages over a store that is already open and migrated. The caller closes the store afterwards. */
    public static ConfigurableApplicationContext startWithPages(
            Store store, Rulebook rules, Map<String, Object> settings) {
        return startWithPages(store, rules, settings, CLOCK);
    }

    /** The same on another day: what the program takes for now is what this clock says. */
    public static ConfigurableApplicationContext startWithPages(
            Store store, Rulebook rules, Map<String, Object> settings, Clock clock) {
        return start(() -> store, () -> rules, WebApplicationType.SERVLET, settings, clock);
    }

    /** The same while both are still being opened: they are asked for as late as they are needed. */
    public static ConfigurableApplicationContext startWithPages(
            Supplier<Store> store, Supplier<Rulebook> rules, Map<String, Object> settings) {
        return start(store, rules, WebApplicationType.SERVLET, settings, CLOCK);
    }

    /** Starts everything but the web pages, for commands. */
    public static ConfigurableApplicationContext startWithoutPages(Store store, Rulebook rules) {
        return start(() -> store, () -> rules, WebApplicationType.NONE, Map.of(), CLOCK);
    }

    private static ConfigurableApplicationContext start(
            Supplier<Store> store,
            Supplier<Rulebook> rules,
            WebApplicationType type,
            Map<String, Object> settings,
            Clock clock) {
        ApplicationContextInitializer<GenericApplicationContext> withStore = context -> {
            context.registerBean(Store.class, store, b -> b.setDestroyMethodName(""));
            context.registerBean(Rulebook.class, rules);
            context.registerBean(Clock.class, () -> clock);
        };
        return new SpringApplicationBuilder(Application.class)
                .web(type)
                .initializers(withStore, context -> prefer(settings, context))
                .registerShutdownHook(type != WebApplicationType.NONE)
                .run();
    }

    /** What the caller sets stands above what the configuration file says. */
    private static void prefer(Map<String, Object> settings, ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("caller", settings));
    }

    /** As the role that owns nothing. The store closes it. */
    @Bean(destroyMethod = "")
    DataSource dataSource(Store store) {
        return store.app();
    }

    @Bean
    AuthorityMatrix authorityMatrix() {
        return AuthorityMatrix.load();
    }
}
