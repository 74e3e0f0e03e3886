package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.program.access.Caller.Role;
import greenpair.web.settings.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Late in the evening in UTC it is tomorrow already in China.
class TimeZoneTest {
  private static final Instant EVENING = Instant.parse("2026-03-01T20:00:00Z");

  @Test
  void cities_answerAPlan_untilTheDayEndsInTheProgramme(@TempDir Path data) throws IOException {
    try (Cohort cohort = served(data)) {
      Client client = cohort.client();
      String token = cohort.token("Li", Role.COORDINATOR);
      String plan =
          client.as(token, "POST", "/api/v1/plans/cohort", "{}").json().get("id").stringValue();
      Plans.await(client, token, "/api/v1/plans/" + plan);
      String share = "/api/v1/plans/" + plan + "/share";
      String answers = "/api/v1/plans/" + plan + "/cities/cn-jilin/answers";
      String accept = "{\"answer\": \"accept\"}";
      assertEquals(200, client.as(token, "POST", share, until("2026-03-02")).status());
      assertEquals(201, client.as(token, "POST", answers, accept).status());
      assertEquals(200, client.as(token, "POST", share, until("2026-03-01")).status());
      Client.Reply late = client.as(token, "POST", answers, accept);
      assertEquals(400, late.status(), late::text);
      Client.Reply never = client.as(token, "POST", share, until("+999999999-12-31"));
      assertEquals(400, never.status(), never::text);
    }
  }

  private static String until(String day) {
    return "{\"until\": \"" + day + "\"}";
  }

  private static Cohort served(Path data) throws IOException {
    WebSettings settings =
        new SettingsMaker()
            .zone(ZoneId.of("Asia/Shanghai"))
            .answerWithin(Duration.ofMinutes(2))
            .make();
    return Cohort.served(data, settings, InstantSource.fixed(EVENING));
  }

  @Test
  void today_andMomentsOnPages_areThoseOfTheProgramme(@TempDir Path data) throws IOException {
    try (Cohort cohort = served(data)) {
      String token = cohort.token("Li", Role.COORDINATOR);
      Client.Reply made =
          cohort
              .client()
              .as(
                  token,
                  "POST",
                  "/api/v1/introductions",
                  "{\"city\": \"cn-jilin\", \"kind\": \"firm\", \"partner\": \"byd\"}");
      assertEquals(201, made.status(), made::text);
      assertEquals("2026-03-02", made.json().at("/steps/0/on").stringValue(), made::text);
      String page = new Visitor(cohort.client(), "zh").signIn(token).page("/programme").text();
      assertTrue(page.contains("2026年3月2日"), page);
    }
  }
}
