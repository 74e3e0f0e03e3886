package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What is shipped starts: the jar with its libraries, which the class path of the tests does not
/// show, and the archive of `mvn -Prelease verify`.
@DisabledOnOs(OS.WINDOWS)
@Tag("launcher")
class ReleaseTest {
  private static final Pattern ADDRESS = Pattern.compile("Open (http://\\S+)/ in a browser");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path temporary;

  @Test
  void packagedJar_withItsLibraries_servesAPage() throws Exception {
    Path jar = Path.of("target/greenpair.jar");
    assumeTrue(Files.exists(jar), "nothing is packaged: mvn package");
    servesAPage(
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-Dgreenpair.home=" + Path.of("").toAbsolutePath(),
            "-cp",
            jar.toString(),
            "greenpair.cli.Main",
            "serve",
            "--demo",
            "--data",
            temporary.resolve("data").toString(),
            "--port",
            "0"));
  }

  @Test
  void archive_unpackedElsewhere_servesAPageWithItsOwnJavaAndCache() throws Exception {
    Path archive = archive();
    assumeTrue(Files.exists(archive), "no archive: mvn -Prelease package");
    run("tar", "-xf", archive.toAbsolutePath().toString(), "-C", temporary.toString());
    Path home =
        temporary.resolve(
            archive.getFileName().toString().replaceFirst("-[a-z]+-[a-z0-9_]+\\.tar\\.xz$", ""));
    for (String each :
        List.of(
            "LICENSE",
            "NOTICE",
            "docs/licences.md",
            "docs/sbom.json",
            "index-config",
            "share/man/man1/greenpair.1")) {
      assertTrue(Files.exists(home.resolve(each)), each);
    }
    String version = run(home.resolve("runtime/bin/java").toString(), "-version");
    assertTrue(version.contains("\"25"), version);
    ProcessBuilder launcher =
        new ProcessBuilder(
            home.resolve("greenpair").toString(),
            "serve",
            "--demo",
            "--data",
            temporary.resolve("data").toString(),
            "--port",
            "0");
    launcher.environment().keySet().removeAll(List.of("JAVA_HOME", "GREENPAIR_JAVA"));
    // A cache that does not fit would be ignored silently; with this option it is an error.
    launcher.environment().put("GREENPAIR_OPTS", "-XX:AOTMode=on -Xlog:aot=warning");
    servesAPage(launcher);
  }

  private static Path archive() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(each -> each.getFileName().toString().matches("greenpair-.*\\.tar\\.xz"))
          .findFirst()
          .orElse(Path.of("target/none"));
    }
  }

  private void servesAPage(ProcessBuilder server) throws Exception {
    Path log = temporary.resolve("log");
    Process process = server.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      String address = address(process, log);
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(address + "/cities/cn-jilin")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertEquals(200, page.statusCode(), page.body());
      assertTrue(page.body().contains("Jilin"), page.body());
    } finally {
      process.destroy();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not stop");
    }
  }

  private static String address(Process process, Path log) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      String said = Files.exists(log) ? Files.readString(log) : "";
      Matcher matcher = ADDRESS.matcher(said);
      if (matcher.find()) {
        return matcher.group(1);
      }
      assertTrue(process.isAlive(), said);
      Thread.sleep(50);
    }
    throw new AssertionError("it does not listen: " + Files.readString(log));
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
