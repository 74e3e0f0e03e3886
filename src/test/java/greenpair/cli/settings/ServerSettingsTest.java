package greenpair.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.cli.Ran;
import greenpair.cli.app.Exit;
import greenpair.web.settings.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSettingsTest {
  @TempDir private Path home;

  private ServerSettings settings(Map<String, String> environment, Map<Setting, String> options) {
    return new ServerSettings(home, home.resolve("greenpair.yaml"), environment, options);
  }

  private void file(String... lines) throws IOException {
    Files.writeString(home.resolve("greenpair.yaml"), String.join("\n", lines) + "\n");
  }

  @Test
  void nothingSaid_isTheDefault() {
    ServerSettings settings = settings(Map.of(), Map.of());
    WebSettings web = settings.web();
    assertTrue(web.access().anonymousRead() && !web.access().keepsSearches());
    assertEquals(Optional.of(Set.of()), web.access().hosts());
    assertEquals(730, web.access().auditDays());
    assertEquals(64_000_000, web.cacheBytes());
    assertEquals(1 << 20, web.maxBody());
    assertEquals(30, web.changes().deadlineDays());
    assertEquals("127.0.0.1:8080", settings.host() + ":" + settings.port());
    assertEquals(home.resolve("data"), settings.data());
    assertEquals("jdbc:sqlite:" + home.resolve("data/program.db"), settings.database().url());
    assertFalse(settings.isJsonLog());
    for (Setting each : Setting.values()) {
      assertEquals("default", settings.from(each, Language.EN));
    }
  }

  @Test
  void value_saidByMore_isThatOfTheNearest() throws IOException {
    file("host: 10.0.0.1", "port: 1", "access_log: true", "anonymous_read: false");
    ServerSettings settings =
        settings(
            Map.of("GREENPAIR_PORT", "2", "GREENPAIR_HOST", "10.0.0.2"), Map.of(Setting.PORT, "3"));
    assertEquals(3, settings.port());
    assertEquals("command line", settings.from(Setting.PORT, Language.EN));
    assertEquals("10.0.0.2", settings.host());
    assertEquals("environment GREENPAIR_HOST", settings.from(Setting.HOST, Language.EN));
    assertEquals("greenpair.yaml", settings.from(Setting.ACCESS_LOG, Language.EN));
    assertFalse(settings.web().access().anonymousRead());
    assertTrue(settings.web().access().accessLog());
  }

  @Test
  void publicUrl_thatIsNoAddress_isRefused() {
    for (String bad : List.of("collector:4318", "ftp://collector", "true", "http://a b")) {
      Map<Setting, String> options = Map.of(Setting.PUBLIC_URL, bad);
      IllegalArgumentException fault =
          assertThrows(IllegalArgumentException.class, () -> settings(Map.of(), options));
      String said = String.valueOf(fault.getMessage());
      assertTrue(said.contains("public_url (command") && said.contains(bad), said);
    }
  }

  @Test
  void settingsOfWhatIsOff_areRefused() {
    Map<Setting, String> options =
        Map.of(Setting.OPENID_ROLES, "x=king", Setting.SMTP_USER, "a", Setting.OPENID_ISSUER, "");
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> settings(Map.of(), options));
    String said = String.valueOf(fault.getMessage());
    assertTrue(said.contains("openid_roles (command line) does nothing without openid"), said);
    assertTrue(said.contains("smtp_user (command line) does nothing without smtp_host"), said);
    assertTrue(said.contains("must name roles among"), said);
  }

  private Optional<Set<String>> hosts(Setting setting, String value, Setting other, String more) {
    return settings(Map.of(), Map.of(setting, value, other, more)).web().access().hosts();
  }

  @Test
  void names_areCheckedWhereTheyAreKnown() {
    String own = "Gp.example.org";
    Optional<Set<String>> ofOwn = Optional.of(Set.of("gp.example.org"));
    assertEquals(ofOwn, hosts(Setting.PUBLIC_URL, "http://" + own + ":8080/", Setting.PORT, "1"));
    assertEquals(ofOwn, hosts(Setting.HOSTS, own, Setting.BEHIND_PROXY, "true"));
    assertEquals(ofOwn, hosts(Setting.HOSTS, own, Setting.HOST, own));
    String url = "https://" + own;
    assertEquals(Optional.empty(), hosts(Setting.PUBLIC_URL, url, Setting.BEHIND_PROXY, "true"));
    assertEquals(Optional.empty(), hosts(Setting.PUBLIC_URL, url, Setting.HOST, "0.0.0.0"));
    for (String bad : List.of("gp.example.org:443", "http://gp.example.org", "*")) {
      IllegalArgumentException fault =
          assertThrows(
              IllegalArgumentException.class,
              () -> hosts(Setting.HOSTS, own + "," + bad, Setting.PORT, "1"));
      String said = String.valueOf(fault.getMessage());
      assertTrue(said.contains("hosts (command line) must be names") && said.contains(bad), said);
    }
  }

  @Test
  void faults_ofAllSources_comeOutTogether() throws IOException {
    file("port: many", "colour: green", "log_format: xml");
    IllegalArgumentException faults =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                settings(
                    Map.of("GREENPAIR_ANONYMOUS_READ", "maybe", "GREENPAIR_DATABASE", "mysql:x"),
                    Map.of(Setting.CACHE_BYTES, "-1")));
    String message = String.valueOf(faults.getMessage());
    for (String part :
        List.of(
            "port (greenpair.yaml) must be an integer from 0 to 65535, but was many",
            "unknown key \"colour\"",
            "log_format (greenpair.yaml) must be one of text, json, but was xml",
            "anonymous_read (environment GREENPAIR_ANONYMOUS_READ) must be one of true, false",
            "database (environment GREENPAIR_DATABASE)",
            "cache_bytes (command line)")) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void config_showsWhatHoldsAndNoPassword() throws IOException {
    file("database: jdbc:postgresql://db/greenpair", "database_password: hunter2");
    Ran ran = Ran.of("config", "--settings", home.resolve("greenpair.yaml").toString());
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertTrue(ran.out().contains("jdbc:postgresql://db/greenpair"), ran.out());
    assertFalse(ran.out().contains("hunter2"), ran.out());
    for (Setting each : Setting.values()) {
      assertTrue(ran.out().contains(each.word()), each.word());
    }
    assertEquals(Exit.NOT_FOUND, Ran.of("config", "--settings", "nowhere.yaml").code());
  }
}
