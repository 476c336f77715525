package vn.nentang.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** What a server says to a browser about passkeys, and hears from it (W3C Web Authentication); the library verifies. */
final class PasskeyCeremony {

    private static final String HOUSE = "Nền Tảng";
    private static final boolean PRESENT = true;

    /**
     * The device may ask for a PIN or a finger, and does where it can; it need not. What is known was asked for before: the
     * password. What is held is shown here, so that a plain security key without a PIN is a whole second factor.
     */
    private static final UserVerificationRequirement VERIFICATION = UserVerificationRequirement.PREFERRED;

    private static final boolean VERIFIED = VERIFICATION.equals(UserVerificationRequirement.REQUIRED);

    /** A login is typed first, so that no key has to remember whose it is. */
    private static final ResidentKeyRequirement MEMORY = ResidentKeyRequirement.DISCOURAGED;

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream.of(
                    COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager webauthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    /**
     * A key as it is kept.
     *
     * @param id what browsers call it, in letters (base64url)
     * @param credential its public half, in letters
     * @param transports how it is reached, a hint for browsers
     * @param counter uses it has counted; zero for keys that do not count
     */
    record Key(String id, String credential, List<String> transports, boolean isBackupEligible, long counter) {

        Key {
            transports = List.copyOf(transports);
        }

        private PublicKeyCredentialDescriptor described() {
            Set<AuthenticatorTransport> ways =
                    transports.stream().map(AuthenticatorTransport::create).collect(Collectors.toSet());
            return new PublicKeyCredentialDescriptor(
                    PublicKeyCredentialType.PUBLIC_KEY, PasskeyAnswer.bytesIn(id), ways);
        }
    }

    /** Asks a browser to make a key. The device gets the login and a number, no name of anybody: it may keep them elsewhere. */
    String creationOptions(Account account, PasskeyChallenge challenge, List<Key> known) {
        var options = new PublicKeyCredentialCreationOptions(
                new PublicKeyCredentialRpEntity(challenge.site().domain(), HOUSE),
                new PublicKeyCredentialUserEntity(handle(account.id()), account.login(), account.login()),
                new DefaultChallenge(challenge.value()),
                ALGORITHMS,
                PasskeyChallenge.HOLDS.toMillis(),
                known.stream().map(Key::described).toList(),
                new AuthenticatorSelectionCriteria(null, MEMORY, VERIFICATION),
                List.of(),
                AttestationConveyancePreference.NONE,
                null);
        return converter.getJsonMapper().writeValueAsString(options);
    }

    /** Asks a browser to use one of some keys. */
    String requestOptions(PasskeyChallenge challenge, List<Key> allowed) {
        var options = new PublicKeyCredentialRequestOptions(
                new DefaultChallenge(challenge.value()),
                PasskeyChallenge.HOLDS.toMillis(),
                challenge.site().domain(),
                allowed.stream().map(Key::described).toList(),
                VERIFICATION,
                null);
        return converter.getJsonMapper().writeValueAsString(options);
    }

    /** The key a browser has made for this challenge; empty when the answer is none or is somebody else's. */
    Optional<Key> made(PasskeyChallenge challenge, PasskeyAnswer answer) {
        var attestation = answer.responseBytes("attestationObject");
        var client = answer.responseBytes("clientDataJSON");
        if (attestation.isEmpty() || client.isEmpty()) {
            return Optional.empty();
        }
        try {
            var data = webauthn.verify(
                    new RegistrationRequest(attestation.get(), client.get()),
                    new RegistrationParameters(server(challenge), ALGORITHMS, VERIFIED, PRESENT));
            return key(data, answer.transports());
        } catch (WebAuthnException | JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Key> key(RegistrationData data, List<String> transports) {
        return Optional.ofNullable(data.getAttestationObject())
                .map(attestation -> attestation.getAuthenticatorData())
                .flatMap(authenticator -> Optional.ofNullable(authenticator.getAttestedCredentialData())
                        .map(credential -> new Key(
                                PasskeyAnswer.letters(credential.getCredentialId()),
                                PasskeyAnswer.letters(credentials.convert(credential)),
                                transports,
                                authenticator.isFlagBE(),
                                authenticator.getSignCount())));
    }

    /** The key's new counter, when this key has answered this challenge at its site for this account. */
    OptionalLong counter(PasskeyChallenge challenge, UUID account, Key key, PasskeyAnswer answer) {
        var authenticator = answer.responseBytes("authenticatorData");
        var client = answer.responseBytes("clientDataJSON");
        var signature = answer.responseBytes("signature");
        var isAnothers = answer.responseBytes("userHandle")
                .filter(said -> said.length > 0 && !Arrays.equals(said, handle(account)))
                .isPresent();
        if (authenticator.isEmpty() || client.isEmpty() || signature.isEmpty() || isAnothers) {
            return OptionalLong.empty();
        }
        var id = PasskeyAnswer.bytesIn(key.id());
        return counter(
                new AuthenticationRequest(id, authenticator.get(), client.get(), signature.get()),
                new AuthenticationParameters(server(challenge), record(key), List.of(id), VERIFIED, PRESENT));
    }

    private OptionalLong counter(AuthenticationRequest request, AuthenticationParameters parameters) {
        try {
            return Stream.ofNullable(webauthn.verify(request, parameters).getAuthenticatorData())
                    .mapToLong(authenticator -> authenticator.getSignCount())
                    .findFirst();
        } catch (WebAuthnException | JacksonException | IllegalArgumentException _) {
            return OptionalLong.empty();
        }
    }

    private CredentialRecord record(Key key) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                key.isBackupEligible(),
                null,
                key.counter(),
                credentials.convert(PasskeyAnswer.bytesIn(key.credential())),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                null);
    }

    private static ServerProperty server(PasskeyChallenge challenge) {
        return ServerProperty.builder()
                .origin(new Origin(challenge.site().origin()))
                .rpId(challenge.site().domain())
                .challenge(new DefaultChallenge(challenge.value()))
                .build();
    }

    private static byte[] handle(UUID account) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
    }
}
