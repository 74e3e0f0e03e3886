package greenpair.web.auth;

import greenpair.catalog.Tier;
import greenpair.program.access.Caller.Role;
import greenpair.web.auth.Route.Access;
import java.util.LinkedHashMap;
import java.util.Map;

/// The rules of routes that show or change what belongs to a person or city, written by hand
/// independently of the table of routes. Forms of pages run the code of the API.
final class RouteRules {
  /// Whose things an address shows or changes.
  enum Things {
    /// Shows remarks by their tier.
    REMARKS,
    /// The same on pages, which show remarks to members only.
    NOTES,
    /// Shows what is entered and not reviewed yet, or a letter: for the city and coordinators.
    DRAFTS,
    /// Shows what every member may see.
    SHARED,
    /// Changes a thing of a city.
    OWN,
    /// Shows what the caller made; coordinators see all.
    MINE
  }

  /// @param access whom the guard lets in
  record Rule(Access access, Things things) {
    /// Whether that one sees what is behind the address.
    ///
    /// @param tier of a thing of Jilin
    boolean lets(Who who, Tier tier) {
      return switch (things) {
        case SHARED -> isIn(who);
        case OWN -> isIn(who) && who.isOwner();
        case MINE -> isIn(who) && who.isAtLeast(Role.COORDINATOR);
        case DRAFTS -> isIn(who) && who.isOwner();
        case NOTES -> who != Who.ANONYMOUS && seesRemark(who, tier);
        case REMARKS -> isIn(who) && seesRemark(who, tier);
      };
    }

    private static boolean seesRemark(Who who, Tier tier) {
      return switch (tier) {
        case PUBLIC -> true;
        case PROGRAMME, PRIVATE -> who.isOwner();
      };
    }

    private boolean isIn(Who who) {
      return switch (access) {
        case OPEN, READ -> true;
        case MEMBER -> who.isAtLeast(Role.READER);
        case EDIT -> who.isAtLeast(Role.CITY);
        case COORDINATE -> who.isAtLeast(Role.COORDINATOR);
        case OPERATE -> who.isAtLeast(Role.OPERATOR);
      };
    }
  }

  private static final String TABLE =
      """
      GET /api/v1/edits MEMBER DRAFTS
      GET /api/v1/edits/{kind}/{id} MEMBER DRAFTS
      PUT /api/v1/edits/{kind}/{id} EDIT OWN
      GET /api/v1/edits/{kind}/{id}/history MEMBER DRAFTS
      POST /api/v1/edits/{kind}/{id}/state EDIT OWN
      GET /api/v1/remarks READ REMARKS
      POST /api/v1/remarks EDIT OWN
      GET /api/v1/remarks/{id} READ REMARKS
      DELETE /api/v1/remarks/{id} EDIT OWN
      GET /api/v1/introductions MEMBER SHARED
      POST /api/v1/introductions EDIT OWN
      GET /api/v1/introductions/{id} MEMBER SHARED
      POST /api/v1/introductions/{id}/steps EDIT OWN
      POST /api/v1/introductions/{id}/steps/{number}/withdraw EDIT OWN
      PUT /api/v1/introductions/{id}/task EDIT OWN
      GET /api/v1/introductions/{id}/letter MEMBER DRAFTS
      PUT /api/v1/introductions/{id}/letter EDIT OWN
      GET /api/v1/records MEMBER MINE
      GET /api/v1/records/{id} MEMBER MINE
      GET /api/v1/records/{id}/replay MEMBER MINE
      GET /cities/{id} READ NOTES
      GET /partners/{kind}/{id} READ NOTES
      GET /programme MEMBER NOTES
      GET /remarks EDIT OWN
      GET /edits/{kind}/{id} MEMBER DRAFTS
      """;

  private RouteRules() {}

  /// The rules by method and path, such as `GET /api/v1/remarks`.
  static Map<String, Rule> all() {
    Map<String, Rule> all = new LinkedHashMap<>();
    TABLE
        .lines()
        .forEach(
            line -> {
              String[] words = line.strip().split(" +", -1);
              all.put(
                  words[0] + " " + words[1],
                  new Rule(Access.valueOf(words[2]), Things.valueOf(words[3])));
            });
    return all;
  }
}
