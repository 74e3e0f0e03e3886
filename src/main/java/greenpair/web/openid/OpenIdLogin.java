package greenpair.web.openid;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Login by authorization code with PKCE (OpenID Connect Core 1.0 section 3.1, RFC 7636). Pending
/// logins are kept here and bound to the browser that began them. A state can be used once, within
/// ten minutes.
public final class OpenIdLogin {
  /// Where the provider sends a person back to.
  public static final String CALLBACK = "/session/openid/callback";

  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final Duration METADATA_KEPT = Duration.ofHours(1);
  private static final int MOST_UNDER_WAY = 10_000;

  private final OpenIdSettings settings;
  private final Claims claims;
  private final Cache<String, Pending> underWay =
      Caffeine.newBuilder()
          .maximumSize(MOST_UNDER_WAY)
          .expireAfterWrite(WITHIN)
          .executor(Runnable::run)
          .build();
  private @Nullable Provider provider;
  private long providerSince;

  public OpenIdLogin(OpenIdSettings settings) {
    this.settings = settings;
    this.claims = new Claims(settings);
  }

  /// @param browser a secret bound to the browser
  /// @param back where the person wanted to go
  private record Pending(String browser, Nonce nonce, CodeVerifier verifier, String back) {}

  /// A login that began.
  ///
  /// @param address at the provider that the person is sent to
  /// @param browser a secret that the browser must show when it comes back
  public record Begun(URI address, String browser) {}

  public record Ended(Identity identity, String back) {}

  /// Begins a login.
  ///
  /// @param back where to go afterwards, on this server
  /// @throws LoginException if the provider cannot be asked
  public Begun begin(String back) throws LoginException {
    State state = new State();
    String browser = new State().getValue();
    Pending pending = new Pending(browser, new Nonce(), new CodeVerifier(), back);
    URI address =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                Scope.parse("openid profile email"),
                new ClientID(settings.clientId()),
                settings.callback())
            .endpointURI(provider().metadata().getAuthorizationEndpointURI())
            .state(state)
            .nonce(pending.nonce())
            .codeChallenge(pending.verifier(), CodeChallengeMethod.S256)
            .build()
            .toURI();
    underWay.put(state.getValue(), pending);
    return new Begun(address, browser);
  }

  /// Ends a login with what the provider sent the browser back with.
  ///
  /// @param query of the address that it came back to
  /// @param browser the secret that the browser shows; empty if it shows none
  public Ended end(String query, String browser) throws LoginException {
    AuthenticationResponse answer = parse(query);
    State state = answer.getState();
    Pending pending = state == null ? null : underWay.asMap().remove(state.getValue());
    if (pending == null || !same(pending.browser(), browser)) {
      throw new LoginException(LoginException.Why.NOT_BEGUN, "no such login is under way");
    }
    if (!answer.indicatesSuccess()) {
      throw new LoginException(
          LoginException.Why.NOT_TRUSTED,
          "the provider refused: " + answer.toErrorResponse().getErrorObject().getCode());
    }
    if (answer.getIssuer() != null
        && !answer.getIssuer().getValue().equals(settings.issuer().toString())) {
      throw new LoginException(LoginException.Why.NOT_TRUSTED, "another issuer answered");
    }
    AuthorizationCode code = answer.toSuccessResponse().getAuthorizationCode();
    if (code == null) {
      throw new LoginException(LoginException.Why.NOT_TRUSTED, "the provider sent no code");
    }
    return new Ended(claims.identity(exchange(code, pending)), pending.back());
  }

  private AuthenticationResponse parse(String query) throws LoginException {
    try {
      return AuthenticationResponseParser.parse(URI.create(settings.callback() + "?" + query));
    } catch (ParseException | IllegalArgumentException e) {
      throw new LoginException(LoginException.Why.NOT_BEGUN, e);
    }
  }

  /// The checked claims of the ID token that the provider gives for a code.
  private Map<String, Object> exchange(AuthorizationCode code, Pending pending)
      throws LoginException {
    Provider asked = provider();
    try {
      HTTPRequest request = request(asked, code, pending.verifier()).toHTTPRequest();
      request.setConnectTimeout(Provider.WAIT_MILLIS);
      request.setReadTimeout(Provider.WAIT_MILLIS);
      request.setFollowRedirects(false);
      TokenResponse response = OIDCTokenResponseParser.parse(request.send());
      if (!(response instanceof OIDCTokenResponse tokens)) {
        throw new LoginException(LoginException.Why.NOT_TRUSTED, "the provider gave no token");
      }
      JWT token = tokens.getOIDCTokens().getIDToken();
      IDTokenClaimsSet checked = asked.validator().validate(token, pending.nonce());
      if (checked.getAuthorizedParty() != null
          && !checked.getAuthorizedParty().getValue().equals(settings.clientId())) {
        throw new LoginException(LoginException.Why.NOT_TRUSTED, "the token is for another party");
      }
      return checked.toJSONObject();
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new LoginException(LoginException.Why.NOT_TRUSTED, e);
    } catch (IOException e) {
      throw new LoginException(LoginException.Why.UNREACHABLE, e);
    }
  }

  private TokenRequest request(Provider asked, AuthorizationCode code, CodeVerifier verifier) {
    URI address = asked.metadata().getTokenEndpointURI();
    AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, settings.callback(), verifier);
    ClientID client = new ClientID(settings.clientId());
    if (settings.clientSecret().isEmpty()) {
      return new TokenRequest.Builder(address, client, grant).build();
    }
    Secret secret = new Secret(settings.clientSecret());
    List<ClientAuthenticationMethod> methods = asked.metadata().getTokenEndpointAuthMethods();
    boolean posts =
        methods != null
            && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    ClientAuthentication proof =
        posts ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    return new TokenRequest.Builder(address, proof, grant).build();
  }

  private synchronized Provider provider() throws LoginException {
    long now = System.nanoTime();
    Provider known = provider;
    if (known == null || now - providerSince > METADATA_KEPT.toNanos()) {
      known = Provider.discover(settings);
      provider = known;
      providerSince = now;
    }
    return known;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
