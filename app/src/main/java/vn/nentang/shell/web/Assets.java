package vn.nentang.shell.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of static files with a digest of their content, so that browsers may keep them for a year. */
@Component
@ConditionalOnWebApplication
public final class Assets {

    static final String FOLDER = "/assets/";

    private final ResourceUrlProvider addresses;

    Assets(ResourceUrlProvider addresses) {
        this.addresses = addresses;
    }

    public String url(String name) {
        var address = addresses.getForLookupPath(FOLDER + name);
        if (address == null) {
            throw new IllegalArgumentException("No static file is called " + name);
        }
        return address;
    }
}
