package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Role;
import greenpair.registry.CatalogJson;
import greenpair.registry.config.ConfigFolder;
import greenpair.web.settings.WebSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Late in the evening in UTC it is tomorrow already in China.
class TimeZoneTest {
  private static final Instant EVENING = Instant.parse("2026-03-01T20:00:00Z");

  @Test
  void today_andMomentsOnPages_areThoseOfTheProgramme(@TempDir Path data) throws IOException {
    WebSettings settings =
        new SettingsMaker()
            .zone(ZoneId.of("Asia/Shanghai"))
            .answerWithin(Duration.ofMinutes(2))
            .make();
    CatalogJson codec = new CatalogJson(new ConfigFolder(Path.of("index-config")).taxonomy());
    try (Cohort cohort = new Cohort(data, settings, codec, InstantSource.fixed(EVENING))) {
      cohort.publish(cohort.fixtures());
      cohort.server.start("127.0.0.1", 0);
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
