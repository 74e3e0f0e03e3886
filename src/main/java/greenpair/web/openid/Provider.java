package greenpair.web.openid;

import module java.base;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;

/// The metadata of the provider, and the keys that verify its ID tokens.
record Provider(OIDCProviderMetadata metadata, IDTokenValidator validator) {
  static final int WAIT_MILLIS = 5_000;
  private static final int LONGEST_KEYS = 1 << 18;

  /// Signatures with keys that only the provider has. What has none, or one made with the client's
  /// own secret, is refused.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /// Asks the provider (OpenID Connect Discovery 1.0); its keys are fetched when the first token
  /// comes, kept, and fetched again when one is signed with another.
  static Provider discover(OpenIdSettings settings) throws LoginException {
    try {
      Issuer issuer = new Issuer(settings.issuer());
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(issuer, WAIT_MILLIS, WAIT_MILLIS);
      if (metadata.getAuthorizationEndpointURI() == null
          || metadata.getTokenEndpointURI() == null
          || metadata.getJWKSetURI() == null) {
        throw new LoginException(
            LoginException.Why.UNREACHABLE, "the metadata of " + issuer + " lack an endpoint");
      }
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.<SecurityContext>create(
                  metadata.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(WAIT_MILLIS, WAIT_MILLIS, LONGEST_KEYS))
              .build();
      return new Provider(
          metadata,
          new IDTokenValidator(
              issuer,
              new ClientID(settings.clientId()),
              new JWSVerificationKeySelector<>(ALGORITHMS, keys),
              null));
    } catch (ParseException | MalformedURLException e) {
      throw new LoginException(LoginException.Why.NOT_TRUSTED, e);
    } catch (GeneralException | IOException e) {
      throw new LoginException(LoginException.Why.UNREACHABLE, e);
    }
  }
}
