package vn.nentang.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import vn.nentang.access.PasskeySite;

/**
 * For which site a request may ask for passkeys: the public address that is set, else the one the request came on. Why the
 * latter is safe stands at {@link PasskeySite}.
 */
@Component
@ConditionalOnWebApplication
public final class PasskeySites {

    private final @Nullable PasskeySite set;

    /**
     * With one address for everybody, or none.
     *
     * @param address such as {@code https://nentang.example.vn}; empty for none
     * @throws IllegalArgumentException for an address at which browsers know no passkeys
     */
    public PasskeySites(@Value("${nentang.public-address:}") String address) {
        this.set = address.isBlank() ? null : read(address.strip());
    }

    private static PasskeySite read(String address) {
        var uri = URI.create(address);
        return Optional.ofNullable(uri.getScheme())
                .flatMap(scheme ->
                        Optional.ofNullable(uri.getHost()).flatMap(host -> PasskeySite.of(scheme, host, uri.getPort())))
                .orElseThrow(() -> new IllegalArgumentException(
                        "nentang.public-address must be https:// with a name, or http://localhost: " + address));
    }

    /** Empty where browsers know no passkeys, such as at an address in numbers. */
    public Optional<PasskeySite> of(HttpServletRequest request) {
        return set == null
                ? PasskeySite.of(request.getScheme(), request.getServerName(), request.getServerPort())
                : Optional.of(set);
    }
}
