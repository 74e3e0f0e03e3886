package greenpair.web.openid;

import module java.base;

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
import greenpair.catalog.EntryId;
import greenpair.program.ProgramStore;
import greenpair.program.access.Caller.Role;
import greenpair.program.access.PendingLogins.PendingLogin;

/// Login by authorization code with PKCE (OpenID Connect Core 1.0 section 3.1, RFC 7636). Pending
/// logins are stored and bound to the browser that began them. A state can be used once, within
/// ten minutes.
public final class OpenIdLogin {
  /// Where the provider sends a person back to.
  public static final String CALLBACK = "/session/openid/callback";

  private final OpenIdSettings settings;
  private final ProgramStore store;
  private final InstantSource clock;
  private final Claims claims;
  private final Discovery discovery;

  /// @param isCity whether the catalog has a city
  public OpenIdLogin(
      OpenIdSettings settings, ProgramStore store, Predicate<EntryId> isCity, InstantSource clock) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
    this.claims = new Claims(settings, isCity);
    this.discovery = new Discovery(settings);
  }

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
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    URI address =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                Scope.parse("openid profile email"),
                new ClientID(settings.clientId()),
                settings.callback())
            .endpointURI(discovery.provider().metadata().getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build()
            .toURI();
    PendingLogin pending = new PendingLogin(browser, nonce.getValue(), verifier.getValue(), back);
    store.change(records -> records.logins().add(state.getValue(), pending, clock.instant()));
    return new Begun(address, browser);
  }

  /// Ends a login with what the provider sent the browser back with.
  ///
  /// @param query of the address that it came back to
  /// @param browser the secret that the browser shows; empty if it shows none
  public Ended end(String query, String browser) throws LoginException {
    AuthenticationResponse answer = parse(query);
    State state = answer.getState();
    PendingLogin pending =
        state == null
            ? null
            : store
                .write(records -> records.logins().take(state.getValue(), clock.instant()))
                .orElse(null);
    if (pending == null || !pending.isOf(browser)) {
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
  private Map<String, Object> exchange(AuthorizationCode code, PendingLogin pending)
      throws LoginException {
    Provider asked = discovery.provider();
    try {
      HTTPRequest request =
          request(asked, code, new CodeVerifier(pending.verifier())).toHTTPRequest();
      request.setConnectTimeout(Provider.WAIT_MILLIS);
      request.setReadTimeout(Provider.WAIT_MILLIS);
      request.setFollowRedirects(false);
      TokenResponse response = OIDCTokenResponseParser.parse(request.send());
      if (!(response instanceof OIDCTokenResponse tokens)) {
        throw new LoginException(LoginException.Why.NOT_TRUSTED, "the provider gave no token");
      }
      JWT token = tokens.getOIDCTokens().getIDToken();
      IDTokenClaimsSet checked = asked.validator().validate(token, new Nonce(pending.nonce()));
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

  /// A person who signed in, as known to the programme.
  ///
  /// @param id issuer and subject, which identify the person permanently
  /// @param cities of a [Role#CITY], at least one; none for another role
  public record Identity(String id, String name, Role role, Set<EntryId> cities) {
    public Identity {
      cities = Set.copyOf(cities);
      if ((role == Role.CITY) == cities.isEmpty()) {
        throw new IllegalArgumentException(
            "only the role city has cities, and it must have at least one, but they are " + cities);
      }
    }
  }
}
