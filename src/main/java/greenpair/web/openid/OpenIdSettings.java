package greenpair.web.openid;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.program.access.Caller.Role;

/// The identity provider, and the mapping of claims to roles and cities.
///
/// @param issuer of the provider; its metadata are at `/.well-known/openid-configuration` below
/// @param clientId that the provider gave to this server
/// @param clientSecret empty for a client without one
/// @param publicUrl address of this server as browsers see it, without a path
/// @param roleClaim name of the claim with roles or groups; dots lead into nested claims
/// @param roles meaning of its values
/// @param cityClaim name of the claim with the cities of a city's staff
/// @param cities meaning of its values; any other value is read as a city's id
public record OpenIdSettings(
    URI issuer,
    String clientId,
    String clientSecret,
    URI publicUrl,
    String roleClaim,
    Map<String, Role> roles,
    String cityClaim,
    Map<String, EntryId> cities) {
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

  public OpenIdSettings {
    checkAddress("openid_issuer", issuer);
    checkAddress("public_url", publicUrl);
    String path = publicUrl.getRawPath();
    if (!(path == null || path.isEmpty() || path.equals("/")) || publicUrl.getQuery() != null) {
      throw new MessageException(Message.of("setting.rule.public_url", "value", publicUrl));
    }
    if (clientId.isBlank()) {
      throw new MessageException(Message.of("setting.rule.client"));
    }
    if (roles.isEmpty()) {
      throw new MessageException(Message.of("setting.rule.no_roles"));
    }
    roles = Map.copyOf(roles);
    cities = Map.copyOf(cities);
  }

  private static void checkAddress(String name, URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean isHere = address.getHost() != null && HERE.contains(address.getHost());
    if (address.getHost() == null
        || !(scheme.equals("https") || (isHere && scheme.equals("http")))
        || address.getRawUserInfo() != null
        || address.getRawFragment() != null) {
      throw new MessageException(Message.of("setting.rule.https", "name", name, "value", address));
    }
  }

  /// Where the provider sends a person back to.
  URI callback() {
    return publicUrl.resolve(OpenIdLogin.CALLBACK);
  }

  public boolean isHttps() {
    return "https".equalsIgnoreCase(publicUrl.getScheme());
  }

  @Override
  public String toString() {
    return "OpenIdSettings[" + issuer + ", " + clientId + "]"; // Never the secret.
  }
}
