package vn.nentang.shell.command;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import vn.nentang.Application;
import vn.nentang.access.Accounts;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.SecondFactors;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.store.Migrations;
import vn.nentang.store.Reach;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/** The application without pages, over the data of this machine, for as long as one command runs. */
final class OpenApplication implements AutoCloseable {

    private final Store store;
    private final ConfigurableApplicationContext context;

    private @Nullable Viewer viewer;

    private OpenApplication(Store store, ConfigurableApplicationContext context) {
        this.store = store;
        this.context = context;
    }

    static OpenApplication over(StoreSettings settings) {
        var rules = DataOptions.rulesBeside(settings);
        var store = Store.open(settings);
        try {
            Migrations.run(store);
            return new OpenApplication(store, Application.startWithoutPages(store, rules));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** The same, working for the account the options name. */
    static OpenApplication over(ActingOptions options) {
        var app = over(options.settings());
        try {
            app.viewer = options.login()
                    .map(login -> app.acting()
                            .as(
                                    login,
                                    options.password(),
                                    options.commandName(),
                                    Commands.today(app.part(Clock.class))))
                    .orElse(null);
            return app;
        } catch (RuntimeException e) {
            app.close();
            throw e;
        }
    }

    private Acting acting() {
        return new Acting(part(Accounts.class), part(SecondFactors.class), part(AuthorityMatrix.class));
    }

    /** Whether what concerns an organisation may be asked for: everything, unless the command works for an account. */
    boolean reaches(OrganizationId organization, LocalDate on) {
        return viewer == null
                || viewer.scope().covers(organization, on)
                || viewer.scope().keeps(organization, Commands.today(part(Clock.class)));
    }

    /** The organisations to begin with where none is named. */
    List<Organization> tops(LocalDate on) {
        return viewer == null
                ? part(Organizations.class).treeOn(on).tops()
                : viewer.scope().tops(on);
    }

    /** Whom the command works for; null for whoever keeps the machine and for a technical account. */
    @Nullable
    PersonId person() {
        return viewer == null ? null : viewer.person();
    }

    /** The author of what the command records. */
    String author() {
        return viewer == null ? "command-line" : viewer.account().login();
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        Reach.end();
        try {
            context.close();
        } finally {
            store.close();
        }
    }
}
