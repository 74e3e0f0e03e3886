package greenpair.web.auth;

import greenpair.program.access.Caller.Role;
import greenpair.web.Cohort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All types of callers, relative to data of Jilin.
enum Who {
  ANONYMOUS(null),
  READER(Role.READER),
  OTHER_CITY(Role.CITY, "us-ca-oakland"),
  OWN_CITY(Role.CITY, "cn-jilin"),
  COORDINATOR(Role.COORDINATOR),
  OPERATOR(Role.OPERATOR);

  private final @Nullable Role role;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
  private final List<String> cities;

  Who(@Nullable Role role, String... cities) {
    this.role = role;
    this.cities = List.of(cities);
  }

  /// A token of this caller; empty for anonymous.
  String token(Cohort cohort) {
    return role == null ? "" : cohort.token(name(), role, cities.toArray(String[]::new));
  }

  boolean isAtLeast(Role least) {
    return role != null && role.isAtLeast(least);
  }

  /// Whether things of Jilin are this one's to change.
  boolean isOwner() {
    return this == OWN_CITY || isAtLeast(Role.COORDINATOR);
  }
}
