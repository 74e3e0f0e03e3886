package greenpair.web.auth;

import greenpair.catalog.Tier;
import greenpair.program.access.Caller.Role;
import greenpair.web.auth.Route.Access;
import java.util.LinkedHashMap;
import java.util.Map;

/// The rule of each route, written by hand independently of the table of routes: who may call it,
/// and which data behind it the caller may see or change.
final class RouteRules {
  /// Whose things an address shows or changes.
  enum Things {
    /// Nothing that belongs to a person or city, or what TiersTest, PlanApiTest, LettersTest and
    /// ListsTest look at.
    NONE,
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
        case NONE, SHARED -> isIn(who);
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
      GET /api OPEN NONE
      GET /openapi.json OPEN NONE
      GET /docs OPEN NONE
      GET /problems/{type} OPEN NONE
      GET /healthz OPEN NONE
      GET /readyz OPEN NONE
      GET /api/v1/status READ NONE
      GET /api/v1/taxonomy READ NONE
      GET /api/v1/programmes READ NONE
      GET /api/v1/cities READ NONE
      GET /api/v1/cities/{id} READ NONE
      GET /api/v1/entries/{kind}/{id} READ NONE
      POST /api/v1/reindex OPERATE NONE
      POST /api/v1/rollback OPERATE NONE
      GET /api/v1/jobs MEMBER NONE
      GET /api/v1/jobs/{id} MEMBER NONE
      POST /api/v1/jobs/{id}/cancel OPERATE NONE
      GET /api/v1/rejects/{name} OPERATE NONE
      GET /api/v1/cities/{id}/recommendations READ NONE
      GET /api/v1/needs/{id}/recommendations READ NONE
      POST /api/v1/recommendations READ NONE
      GET /api/v1/needs/{id}/packages READ NONE
      GET /api/v1/gaps READ NONE
      GET /api/v1/partners/{id}/opportunities READ NONE
      GET /api/v1/search READ NONE
      GET /api/v1/suggestions READ NONE
      GET /api/v1/solutions READ NONE
      GET /api/v1/partners READ NONE
      GET /api/v1/session OPEN NONE
      POST /api/v1/session OPEN NONE
      DELETE /api/v1/session MEMBER NONE
      GET /api/v1/edits MEMBER DRAFTS
      GET /api/v1/edits/{kind}/{id} MEMBER DRAFTS
      PUT /api/v1/edits/{kind}/{id} EDIT OWN
      GET /api/v1/edits/{kind}/{id}/history MEMBER DRAFTS
      GET /api/v1/edits/need/{id}/recommendations MEMBER DRAFTS
      POST /api/v1/edits/{kind}/{id}/state EDIT OWN
      GET /api/v1/remarks READ REMARKS
      POST /api/v1/remarks EDIT OWN
      GET /api/v1/remarks/{id} READ REMARKS
      DELETE /api/v1/remarks/{id} EDIT OWN
      GET /api/v1/contacts MEMBER NONE
      POST /api/v1/contacts EDIT NONE
      GET /api/v1/contacts/{id} MEMBER NONE
      DELETE /api/v1/contacts/{id} EDIT NONE
      GET /api/v1/introductions MEMBER SHARED
      POST /api/v1/introductions EDIT OWN
      GET /api/v1/introductions/{id} MEMBER SHARED
      POST /api/v1/introductions/{id}/steps EDIT OWN
      POST /api/v1/introductions/{id}/steps/{number}/withdraw EDIT OWN
      GET /api/v1/board MEMBER NONE
      PUT /api/v1/introductions/{id}/task EDIT OWN
      GET /api/v1/introductions/{id}/task/calendar MEMBER NONE
      GET /api/v1/introductions/{id}/letter MEMBER DRAFTS
      PUT /api/v1/introductions/{id}/letter EDIT OWN
      GET /api/v1/introductions/{id}/mails MEMBER NONE
      POST /api/v1/introductions/{id}/mails EDIT NONE
      GET /api/v1/learning COORDINATE NONE
      GET /learning COORDINATE NONE
      GET /api/v1/records MEMBER MINE
      POST /api/v1/records EDIT NONE
      GET /api/v1/records/{id} MEMBER MINE
      GET /api/v1/records/{id}/replay MEMBER MINE
      GET /api/v1/changes MEMBER NONE
      GET /api/v1/follows MEMBER NONE
      POST /api/v1/follows MEMBER NONE
      DELETE /api/v1/follows/{id} MEMBER NONE
      GET /api/v1/subscription MEMBER NONE
      PUT /api/v1/subscription MEMBER NONE
      POST /api/v1/subscription/feed MEMBER NONE
      DELETE /api/v1/subscription/feed MEMBER NONE
      GET /feeds/{secret} OPEN NONE
      GET /changes MEMBER NONE
      POST /follows MEMBER NONE
      POST /follows/{id}/remove MEMBER NONE
      POST /changes/settings MEMBER NONE
      POST /changes/feed MEMBER NONE
      POST /changes/feed/revoke MEMBER NONE
      GET /unsubscribe/{id}/{signature} OPEN NONE
      POST /unsubscribe/{id}/{signature} OPEN NONE
      GET /api/v1/tokens OPERATE NONE
      DELETE /api/v1/tokens/{id} OPERATE NONE
      GET /api/v1/audit OPERATE NONE
      GET /api/v1/plans MEMBER NONE
      POST /api/v1/plans/cohort COORDINATE NONE
      POST /api/v1/plans/pairs COORDINATE NONE
      POST /api/v1/plans/partners COORDINATE NONE
      GET /api/v1/plans/{id} COORDINATE NONE
      GET /api/v1/plans/{id}/document COORDINATE NONE
      GET /api/v1/plans/{id}/check COORDINATE NONE
      POST /api/v1/plans/{id}/cancel COORDINATE NONE
      POST /api/v1/plans/{id}/share COORDINATE NONE
      GET /api/v1/plans/{id}/cities/{city} EDIT NONE
      POST /api/v1/plans/{id}/cities/{city}/answers EDIT NONE
      GET /api/v1/plans/{id}/cities/{city}/introductions EDIT NONE
      POST /api/v1/plans/{id}/cities/{city}/introductions EDIT NONE
      DELETE /api/v1/plans/{id}/cities/{city}/introductions EDIT NONE
      POST /plans/{id}/cities/{city}/introductions EDIT NONE
      POST /plans/{id}/cities/{city}/introductions/undo EDIT NONE
      GET /plans EDIT NONE
      POST /plans/cohort COORDINATE NONE
      POST /plans/pairs COORDINATE NONE
      POST /plans/partners COORDINATE NONE
      GET /plans/{id} COORDINATE NONE
      POST /plans/{id}/cancel COORDINATE NONE
      POST /plans/{id}/share COORDINATE NONE
      GET /plans/{id}/cities/{city} EDIT NONE
      POST /plans/{id}/cities/{city} EDIT NONE
      POST /plans/meetings COORDINATE NONE
      POST /api/v1/plans/meetings COORDINATE NONE
      GET /api/v1/plans/{id}/places COORDINATE NONE
      GET /api/v1/plans/{id}/meetings COORDINATE NONE
      GET /api/v1/plans/{id}/meetings/{city} EDIT NONE
      GET /api/v1/plans/{id}/calendar COORDINATE NONE
      GET /api/v1/plans/{id}/calendar/{city} EDIT NONE
      GET /api/v1/lists MEMBER NONE
      POST /api/v1/lists MEMBER NONE
      GET /api/v1/lists/shared/{link} MEMBER NONE
      GET /api/v1/lists/{id} MEMBER NONE
      PUT /api/v1/lists/{id} MEMBER NONE
      DELETE /api/v1/lists/{id} MEMBER NONE
      POST /api/v1/lists/{id}/items MEMBER NONE
      POST /api/v1/lists/{id}/undo MEMBER NONE
      PUT /api/v1/lists/{id}/share MEMBER NONE
      DELETE /api/v1/lists/{id}/share MEMBER NONE
      GET /lists MEMBER NONE
      POST /lists MEMBER NONE
      GET /lists/shared/{link} MEMBER NONE
      GET /lists/{id} MEMBER NONE
      POST /lists/{id} MEMBER NONE
      POST /lists/{id}/undo MEMBER NONE
      POST /lists/{id}/share MEMBER NONE
      POST /lists/{id}/unshare MEMBER NONE
      POST /lists/{id}/delete MEMBER NONE
      GET /api/v1/reviews COORDINATE NONE
      PUT /api/v1/reviews/{id} COORDINATE NONE
      DELETE /api/v1/reviews/{id} COORDINATE NONE
      GET /reviews COORDINATE NONE
      POST /reviews/{id} COORDINATE NONE
      POST /reviews/{id}/undo COORDINATE NONE
      POST /mcp READ NONE
      GET /metrics READ NONE
      GET / READ NONE
      GET /needs READ NONE
      GET /cities READ NONE
      GET /cities/{id} READ NOTES
      GET /cities/{id}/brief READ NONE
      GET /partners/{kind}/{id} READ NOTES
      GET /solutions/{id} READ NONE
      GET /compare READ NONE
      GET /opportunities READ NONE
      GET /cohort READ NONE
      GET /registries READ NONE
      POST /registries/reindex OPERATE NONE
      POST /registries/rollback OPERATE NONE
      GET /registries/jobs/{id} MEMBER NONE
      POST /registries/jobs/{id}/cancel OPERATE NONE
      GET /assets/{name} OPEN NONE
      GET /sign-in OPEN NONE
      POST /sign-in OPEN NONE
      POST /sign-out MEMBER NONE
      GET /programme MEMBER NOTES
      GET /remarks EDIT OWN
      POST /remarks EDIT OWN
      POST /remarks/{id}/withdraw EDIT OWN
      GET /contacts EDIT NONE
      POST /contacts EDIT NONE
      POST /contacts/{id}/remove EDIT NONE
      GET /introductions EDIT OWN
      POST /introductions EDIT OWN
      GET /introductions/{id} MEMBER SHARED
      POST /introductions/{id} EDIT OWN
      POST /introductions/{id}/steps/{number}/withdraw EDIT OWN
      GET /board MEMBER NONE
      POST /introductions/{id}/task EDIT OWN
      GET /introductions/{id}/letter MEMBER DRAFTS
      POST /introductions/{id}/letter EDIT OWN
      POST /introductions/{id}/mails EDIT NONE
      GET /edits EDIT NONE
      GET /edits/{kind}/{id} MEMBER DRAFTS
      POST /edits/{kind}/{id} EDIT OWN
      POST /edits/{kind}/{id}/state EDIT OWN
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
