package greenpair.web;

import module java.base;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// A small OpenID Connect provider: metadata, keys, and tokens for codes, each of which is good
/// once and only with its PKCE verifier. A test bends the claims or the signature.
final class OpenIdProvider implements AutoCloseable {
  static final String CLIENT = "greenpair";
  static final String SECRET = "a secret of the client: at least 32 bytes";

  /// How an ID token is signed.
  enum Signature {
    GOOD,
    /// With a key that the provider does not publish.
    ANOTHER_KEY,
    /// Not at all (`alg` is `none`).
    NONE,
    /// With the client's secret (`alg` is `HS256`).
    SECRET
  }

  private final HttpServer server;
  private final RSAKey key = key("one");
  private final RSAKey another = key("one");
  private final Map<String, Asked> codes = new ConcurrentHashMap<>();
  private volatile Signature signature = Signature.GOOD;
  private volatile Consumer<JWTClaimsSet.Builder> claims = all -> {};

  private record Asked(String nonce, String challenge, String redirect) {}

  OpenIdProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, meta()));
    server.createContext(
        "/keys", exchange -> json(exchange, new JWKSet(key).toPublicJWKSet().toString()));
    server.createContext("/token", this::token);
    server.start();
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// What the tokens from now on say and how they are signed.
  void gives(Signature how, Consumer<JWTClaimsSet.Builder> what) {
    signature = how;
    claims = what;
  }

  private String meta() {
    return """
    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
     "jwks_uri": "%1$s/keys", "response_types_supported": ["code"],
     "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
    """
        .formatted(issuer());
  }

  /// What the provider does when a person whom it knows comes to its page.
  ///
  /// @param address that the browser was sent to
  /// @return the query that it sends the browser back with
  String authorize(URI address) {
    Map<String, String> query = form(address.getRawQuery());
    if (!"S256".equals(query.get("code_challenge_method"))
        || !"code".equals(query.get("response_type"))
        || !CLIENT.equals(query.get("client_id"))) {
      throw new AssertionError(query.toString());
    }
    String code = UUID.randomUUID().toString();
    codes.put(
        code,
        new Asked(
            value(query, "nonce"), value(query, "code_challenge"), value(query, "redirect_uri")));
    return "code=" + code + "&state=" + value(query, "state");
  }

  private static String value(Map<String, String> query, String name) {
    String value = query.get(name);
    if (value == null || value.isEmpty()) {
      throw new AssertionError("no " + name + " in " + query);
    }
    return value;
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form = form(body);
    Asked asked = codes.remove(form.getOrDefault("code", ""));
    String proof =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (CLIENT + ":" + java.net.URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
    if (asked == null
        || !proof.equals(exchange.getRequestHeaders().getFirst("Authorization"))
        || !asked.redirect().equals(form.get("redirect_uri"))
        || !asked.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      byte[] refused = "{\"error\": \"invalid_grant\"}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(400, refused.length);
      exchange.getResponseBody().write(refused);
      exchange.close();
      return;
    }
    json(
        exchange,
        "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"id_token\": \""
            + idToken(asked.nonce())
            + "\"}");
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String idToken(String nonce) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .audience(CLIENT)
            .subject("1001")
            .claim("nonce", nonce)
            .claim("email", "li@example.org")
            .claim("email_verified", true)
            .claim("roles", List.of("staff"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)));
    claims.accept(builder);
    JWTClaimsSet set = builder.build();
    try {
      return switch (signature) {
        case GOOD -> signed(set, key);
        case ANOTHER_KEY -> signed(set, another);
        case NONE -> new PlainJWT(set).serialize();
        case SECRET -> {
          SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set);
          token.sign(new MACSigner(SECRET));
          yield token.serialize();
        }
      };
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(JWTClaimsSet set, RSAKey key) throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), set);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private static void json(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
