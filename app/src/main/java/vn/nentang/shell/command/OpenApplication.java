package vn.nentang.shell.command;

import org.springframework.context.ConfigurableApplicationContext;
import vn.nentang.Application;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/** The application without pages, over the data of this machine, for as long as one command runs. */
final class OpenApplication implements AutoCloseable {

    private final Store store;
    private final ConfigurableApplicationContext context;

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

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            store.close();
        }
    }
}
