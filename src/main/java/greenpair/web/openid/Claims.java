package greenpair.web.openid;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.program.access.Caller.Role;
import greenpair.web.http.Fault;
import greenpair.web.openid.OpenIdLogin.Identity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Maps the claims of a verified ID token to a role and cities.
///
/// @param isCity whether the catalog has a city
record Claims(OpenIdSettings settings, Predicate<EntryId> isCity) {
  private static final Logger log = LoggerFactory.getLogger(Claims.class);
  private static final int LONGEST_NAME = 100;
  private static final String EMAIL = "email";

  /// OpenID Connect Core 1.0, section 2.
  private static final Pattern SUBJECT = Pattern.compile("[ -~]{1,255}");

  private static final List<String> NAMES = List.of(EMAIL, "preferred_username", "name", "sub");

  /// @throws LoginException if no claim names a role, or no city for a city's staff
  Identity identity(Map<String, Object> claims) throws LoginException {
    Optional<Role> role =
        values(claims, settings.roleClaim()).stream()
            .map(settings.roles()::get)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder());
    if (role.isEmpty()) {
      throw new LoginException(LoginException.Why.NO_ROLE, settings.roleClaim());
    }
    Set<EntryId> cities = role.get() == Role.CITY ? cities(claims) : Set.of();
    if (!(claims.get("sub") instanceof String sub && SUBJECT.matcher(sub).matches())) {
      throw new LoginException(LoginException.Why.NOT_TRUSTED, "the token names no subject");
    }
    return new Identity(settings.issuer() + " " + sub, name(claims), role.get(), cities);
  }

  private Set<EntryId> cities(Map<String, Object> claims) throws LoginException {
    Set<EntryId> cities = new HashSet<>();
    List<String> values = values(claims, settings.cityClaim());
    for (String value : values) {
      city(value)
          .ifPresentOrElse(
              cities::add,
              () ->
                  log.atWarn()
                      .addKeyValue("claim", settings.cityClaim())
                      .log("no city of the catalog: {}", Fault.show(value)));
    }
    if (cities.isEmpty()) {
      String given = String.join(", ", values);
      throw new LoginException(LoginException.Why.NO_CITY, settings.cityClaim(), given);
    }
    return cities;
  }

  private Optional<EntryId> city(String value) {
    try {
      EntryId mapped = settings.cities().get(value);
      return Optional.of(mapped == null ? new EntryId(value) : mapped).filter(isCity);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The texts of a claim, which is one text or a list of texts.
  private static List<String> values(Map<String, Object> claims, String path) {
    Object value = claims.get(path);
    if (value == null) {
      value = nested(claims, path);
    }
    return switch (value) {
      case String text -> List.of(text);
      case List<?> list ->
          list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }

  private static @Nullable Object nested(Map<String, Object> claims, String path) {
    Object at = claims;
    for (String name : path.split("\\.", -1)) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return at;
  }

  /// Whether the provider has made sure that the address of mail is the person's own.
  private static boolean isVerified(Map<String, Object> claims) {
    return "true".equals(String.valueOf(claims.get("email_verified")));
  }

  /// How the lists and the audit call the person; the ending keeps apart who was given a token.
  private static String name(Map<String, Object> claims) {
    String name =
        NAMES.stream()
            .filter(each -> !each.equals(EMAIL) || isVerified(claims))
            .map(claims::get)
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .map(each -> each.replaceAll("\\p{C}", "").strip())
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse("?");
    String kept = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    return kept + " (OpenID)";
  }
}
