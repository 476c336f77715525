package vn.nentang.organization;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Made when first asked for, once whoever asks. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        var known = made;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        var known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
