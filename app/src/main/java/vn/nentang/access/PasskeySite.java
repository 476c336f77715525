package vn.nentang.access;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where passkeys are made and used: the origin that a browser signs, and the domain that the keys belong to. Browsers know
 * passkeys for https addresses with a name in words and for {@code localhost}, never for bare IP addresses.
 *
 * <p>A site may be read off a request, though its sender writes the host: nobody is let in by that. The browser itself signs
 * the origin it stands on and uses a key for its own domain alone; both must equal the site, and the domain that was kept
 * with the key as well. Who sends another host gets a question that no browser at the true address answers, and who answers
 * at another address has no key of this one. Wherever one address is set for everybody, requests are not asked.
 */
public record PasskeySite(String origin, String domain) implements Serializable {

    private static final String HOME = "localhost";
    private static final int NAME_CHARS_MAX = 253;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    /** The last part begins with a letter: an address in numbers does not. */
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** The site at an address; empty where browsers know no passkeys. */
    public static Optional<PasskeySite> of(String scheme, String host, int port) {
        var name = host.toLowerCase(Locale.ROOT);
        if (name.length() > NAME_CHARS_MAX || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "https" -> Optional.of(new PasskeySite("https://" + name + suffix(port, HTTPS_PORT), name));
            case "http" ->
                name.equals(HOME)
                        ? Optional.of(new PasskeySite("http://" + name + suffix(port, HTTP_PORT), name))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String suffix(int port, int usual) {
        return port < 0 || port == usual ? "" : ":" + port;
    }
}
