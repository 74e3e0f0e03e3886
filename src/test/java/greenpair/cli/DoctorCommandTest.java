package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.app.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `greenpair doctor` and `greenpair list`.
class DoctorCommandTest {
  @TempDir private Path data;

  private Ran doctor(String settings) throws IOException {
    Path file = Files.writeString(data.resolve("settings.yaml"), settings);
    return Ran.on(data, "doctor", "--settings", file.toString());
  }

  private static void assertLine(Ran ran, String pattern) {
    assertTrue(ran.out().lines().anyMatch(each -> each.matches(pattern)), ran::toString);
  }

  @Test
  void dataFolder_withoutAGeneration_isAFault_andNamesTheCommand() throws IOException {
    Ran ran = doctor("{}");
    assertEquals(Exit.FAILURE, ran.code(), ran::toString);
    assertLine(ran, "Java +ok +Java 25.*");
    assertLine(ran, "data folder +ok +.* MB are free");
    assertLine(
        ran, "index +fault +no generation to serve in .*; build one with: greenpair reindex");
    assertLine(ran, "database +ok +will be created on first use");
  }

  @Test
  void databaseElsewhere_thatIsNotThere_isNotMade() throws IOException {
    Path elsewhere = data.resolve("elsewhere.db");
    Files.createFile(data.resolve("program.db"));
    Ran ran = doctor("database: jdbc:sqlite:" + elsewhere);
    assertLine(ran, "database +ok +will be created on first use");
    assertFalse(Files.exists(elsewhere));
  }

  @Test
  void indexedFolder_hasNoFault_andATakenPortIsANote() throws IOException {
    Workbench.copyDemonstration(data);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      Ran ran = doctor("port: " + taken.getLocalPort());
      assertEquals(Exit.OK, ran.code(), ran::toString);
      assertLine(ran, "index +ok +generation .* firms can be served");
      assertLine(ran, "port +note +127.0.0.1:" + taken.getLocalPort() + " is in use.*");
    }
    Ran chinese = Ran.on(data, "doctor", "--lang", "zh");
    assertLine(chinese, "索引 +正常 +可提供数据版本.*");

    Ran cities = Ran.on(data, "list", "cities");
    assertLine(cities, "cn-jilin +Jilin City");
    assertEquals(22, cities.out().lines().count(), "heads and the cities of the programme");
    assertTrue(Ran.on(data, "list", "city", "--all").out().lines().count() > 100);
    assertLine(Ran.on(data, "list", "needs", "--lang", "zh"), "cn-jilin-n1 .*吉林市");
    assertLine(Ran.on(data, "list", "firms"), "byd +BYD.*");
    Ran.on(data, "list", "towns")
        .assertFails(Exit.USAGE, "KIND must be one of cities, needs, firms", "\"towns\"");
  }

  @Test
  void settings_withAFault_areReported_andNothingElseIsLookedAt() throws IOException {
    Ran ran = doctor("prot: 1");
    assertEquals(Exit.FAILURE, ran.code(), ran::toString);
    assertTrue(ran.out().contains("unknown key \"prot\" (did you mean \"port\"?)"), ran.out());
    assertEquals(0, ran.out().lines().filter(each -> each.startsWith("index")).count());
  }

  @Test
  void dataFolder_thatIsNotThere_isNotMade() {
    Path absent = data.resolve("not/yet");
    assertLine(Ran.of("doctor", "--data", absent.toString()), "data folder +ok +.* MB are free");
    assertFalse(Files.exists(data.resolve("not")));
  }

  @Test
  void dataFolder_thatCannotBeWritten_isAFault() {
    Ran ran = Ran.of("doctor", "--data", "/proc/greenpair");
    assertEquals(Exit.FAILURE, ran.code(), ran::toString);
    assertLine(ran, "data folder +fault +.*/proc/greenpair.*");
  }
}
