package greenpair.web.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Tier;
import greenpair.program.access.Caller.Role;
import greenpair.web.Client;
import greenpair.web.Cohort;
import greenpair.web.SettingsMaker;
import greenpair.web.auth.Route.Access;
import greenpair.web.auth.RouteRules.Rule;
import io.javalin.http.HandlerType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Routes with every role, for data of the own and of another city, in every tier.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
  private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

  private static final List<String> CODES =
      List.of("lead", "incumbent", "peer", "closed", "excluded", "below_threshold");
  private static final String LETTER =
      "{\"subject\": {\"en\": \"a\", \"zh\": \"b\"}, \"body\": {\"en\": \"c\", \"zh\": \"d\"},"
          + " \"confirm\": [\""
          + String.join("\", \"", CODES)
          + "\"]}";

  private Cohort cohort;
  private Client client;
  private String coordinator;
  private String firm;
  private Iterator<String> others;
  private final Map<Who, String> tokens = new EnumMap<>(Who.class);
  private int number;

  @BeforeAll
  void serve(@TempDir Path data) throws IOException {
    cohort = Cohort.served(data);
    client = cohort.client();
    coordinator = cohort.token("Maker", Role.COORDINATOR);
    for (Who who : Who.values()) {
      tokens.put(who, who.token(cohort));
    }
    others =
        cohort.fixtures().stream()
            .filter(each -> each.kind() == Kind.FIRM)
            .map(each -> each.id().value())
            .iterator();
    firm = others.next();
  }

  @AfterAll
  void stop() {
    cohort.close();
  }

  private static String name(Route route) {
    return route.method() + " " + route.path();
  }

  /// What must be reachable without a token: signing in, mail programs that end mails, what firms
  /// send for review or withdraw by its secret id, and questions that are too long for an address.
  private static final Set<String> OPEN_WRITES =
      Set.of(
          "POST /sign-in",
          "POST /unsubscribe/{id}/{signature}",
          "POST /api/v1/submissions",
          "DELETE /api/v1/submissions/{id}",
          "POST /submissions",
          "POST /submissions/{id}/withdraw",
          "POST /api/v1/recommendations",
          "POST /mcp");

  @Test
  void everyWrite_needsAMember() {
    Set<String> open = new TreeSet<>();
    for (Route each : cohort.server.routes()) {
      boolean isOpen = each.access() == Access.OPEN || each.access() == Access.READ;
      if (isOpen && !each.method().equals(HandlerType.GET)) {
        open.add(name(each));
      }
    }
    assertEquals(new TreeSet<>(OPEN_WRITES), open);
  }

  @Test
  void everyRoute_showsAndChangesForEachWhatItsRuleSays() {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Map.Entry<String, Rule> each : RouteRules.all().entrySet()) {
      Rule rule = each.getValue();
      for (Who who : Who.values()) {
        for (Tier tier : Tier.values()) {
          boolean lets = lets(each.getKey(), String.valueOf(tokens.get(who)), tier);
          if (lets != rule.lets(who, tier)) {
            wrong.add(each.getKey() + " " + who + " " + tier + ": " + lets);
          }
          asked++;
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(asked > 300, "asked: " + asked);
  }

  /// Whether an address shows or changes a thing of Jilin for who holds the token.
  private boolean lets(String route, String token, Tier tier) {
    String mark = "mark" + ++number + "x";
    String method = route.substring(0, route.indexOf(' '));
    String path = route.substring(method.length() + 1);
    return switch (route) {
      case "GET /cities/{id}" -> {
        String ofCity = remark(mark, tier).replaceFirst("\"kind.*?, \"body", "\"body");
        made("/api/v1/remarks", ofCity);
        yield shows(token, "/cities/cn-jilin", mark);
      }
      case "GET /api/v1/remarks", "GET /programme", "GET /partners/{kind}/{id}" -> {
        made("/api/v1/remarks", remark(mark, tier));
        yield shows(token, path.replace("{kind}/{id}", "firm/" + firm), mark);
      }
      case "GET /api/v1/remarks/{id}" ->
          shows(token, made("/api/v1/remarks", remark(mark, tier)), mark);
      case "DELETE /api/v1/remarks/{id}" ->
          isDone(client.as(token, "DELETE", made("/api/v1/remarks", remark(mark, tier)), ""));
      case "POST /api/v1/remarks" ->
          isDone(client.as(token, "POST", "/api/v1/remarks", remark(mark, tier)));
      case "GET /remarks" -> shows(token, "/remarks?sort=note&city=cn-jilin", "cn-jilin");
      case "GET /api/v1/introductions", "GET /api/v1/introductions/{id}" -> {
        String address = made("/api/v1/introductions", introduction(mark));
        yield shows(token, path.endsWith("}") ? address : path + "?city=cn-jilin", mark);
      }
      case "POST /api/v1/introductions" ->
          isDone(client.as(token, "POST", path, introduction(mark)));
      case "POST /api/v1/introductions/{id}/steps" ->
          isDone(
              client.as(
                  token,
                  "POST",
                  made("/api/v1/introductions", introduction(mark)) + "/steps",
                  "{\"stage\": \"met\"}"));
      case "POST /api/v1/introductions/{id}/steps/{number}/withdraw" -> {
        String address = made("/api/v1/introductions", introduction(mark));
        String step =
            client.as(coordinator, "GET", address, "").json().at("/steps/0/number").toString();
        String asked = path.replace("{id}", id(address)).replace("{number}", step);
        yield isDone(client.as(token, "POST", asked, "{\"reason\": \"wrong\"}"));
      }
      case "PUT /api/v1/introductions/{id}/task" ->
          isDone(
              client.as(
                  token,
                  "PUT",
                  made("/api/v1/introductions", introduction(mark)) + "/task",
                  "{\"responsible\": \"Li\"}"));
      case "GET /api/v1/introductions/{id}/letter" -> {
        String address = made("/api/v1/introductions", introduction(mark));
        String letter = LETTER.replace("\"c\"", "\"" + mark + "\"");
        client.as(coordinator, "PUT", address + "/letter", letter);
        yield shows(token, path.replace("{id}", id(address)), mark);
      }
      case "PUT /api/v1/introductions/{id}/letter" ->
          isDone(
              client.as(
                  token,
                  "PUT",
                  made("/api/v1/introductions", introduction(mark)) + "/letter",
                  LETTER));
      case "GET /api/v1/edits",
          "GET /api/v1/edits/{kind}/{id}",
          "GET /api/v1/edits/{kind}/{id}/history",
          "GET /edits/{kind}/{id}" -> {
        String budget = Integer.toString(7_000_000 + number);
        put(coordinator, mark, budget, tier);
        String asked = path.replace("{kind}/{id}", "need/" + mark);
        String text =
            client
                .as(token, "GET", path.endsWith("edits") ? asked + "?city=cn-jilin" : asked, "")
                .text();
        String typed = budget.charAt(0) + "," + budget.substring(1, 4) + "," + budget.substring(4);
        yield text.contains(budget) || text.contains(typed);
      }
      case "PUT /api/v1/edits/{kind}/{id}" -> {
        put(coordinator, mark, "1000", tier);
        yield isDone(put(token, mark, "2000", tier));
      }
      case "POST /api/v1/edits/{kind}/{id}/state" -> {
        put(coordinator, mark, "1000", tier);
        yield isDone(
            client.as(
                token,
                "POST",
                "/api/v1/edits/need/" + mark + "/state",
                "{\"state\": \"expired\"}",
                "If-Match",
                "*"));
      }
      case "GET /api/v1/records", "GET /api/v1/records/{id}", "GET /api/v1/records/{id}/replay" -> {
        String address = made("/api/v1/records", "{\"address\": \"/api/v1/gaps?limit=1\"}");
        yield shows(token, path.replace("/api/v1/records/{id}", address), id(address));
      }
      default -> throw new AssertionError("say how " + route + " is asked");
    };
  }

  private static String word(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  private static String id(String address) {
    return address.replaceFirst(".*/", "");
  }

  private String remark(String mark, Tier tier) {
    return "{\"sort\": \"note\", \"city\": \"cn-jilin\", \"kind\": \"firm\", \"entry\": \""
        + firm
        + "\", \"body\": \""
        + mark
        + "\", \"tier\": \""
        + word(tier)
        + "\"}";
  }

  /// Of another firm each time: two open ones of one pair are not allowed.
  private String introduction(String mark) {
    return "{\"city\": \"cn-jilin\", \"kind\": \"firm\", \"partner\": \""
        + others.next()
        + "\", \"body\": \""
        + mark
        + "\"}";
  }

  /// Makes something as a coordinator.
  ///
  /// @return its address
  private String made(String path, String body) {
    Client.Reply made = client.as(coordinator, "POST", path, body);
    assertEquals(201, made.status(), made::text);
    return made.header("Location");
  }

  private Client.Reply put(String token, String id, String budget, Tier tier) {
    String body =
        "{\"entry\": {\"name\": {\"en\": \"x\"}, \"city\": \"cn-jilin\", \"budget\": {\"min\": "
            + budget
            + ", \"currency\": \"CNY\"}"
            + (tier == Tier.PRIVATE ? ", \"restricted\": {\"budget\": \"private\"}}}" : "}}");
    return client.as(token, "PUT", "/api/v1/edits/need/" + id, body, "If-Match", "*");
  }

  private boolean shows(String token, String path, String mark) {
    Client.Reply reply = client.as(token, "GET", path, "");
    return reply.status() == 200 && reply.text().contains(mark);
  }

  private static boolean isDone(Client.Reply reply) {
    boolean isRefused = REFUSED.contains(reply.status());
    boolean isDone = reply.status() < 400;
    assertTrue(
        isDone || isRefused,
        () -> reply.status() + " " + org.jsoup.Jsoup.parse(reply.text()).select("main").text());
    return isDone;
  }

  @Test
  void remarks_whereTheProgrammeChoseSo_areSeenByOtherCities(@TempDir Path data)
      throws IOException {
    try (Cohort sharing = Cohort.served(data, new SettingsMaker().sharesRemarks().make())) {
      String oakland = Who.OTHER_CITY.token(sharing);
      String jilin = Who.OWN_CITY.token(sharing);
      for (Tier tier : Tier.values()) {
        Client.Reply made =
            sharing.client().as(jilin, "POST", "/api/v1/remarks", remark("seen", tier));
        int status = sharing.client().as(oakland, "GET", made.header("Location"), "").status();
        assertEquals(tier == Tier.PRIVATE ? 404 : 200, status, tier.name());
      }
    }
  }
}
