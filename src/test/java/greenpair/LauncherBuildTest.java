package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When the launcher builds, in a tree of its own with Java and Maven replaced by scripts.
@DisabledOnOs(OS.WINDOWS)
@Tag("launcher")
class LauncherBuildTest {
  @TempDir Path temporary;
  LauncherSandbox sandbox;

  @BeforeEach
  void install() throws Exception {
    sandbox = new LauncherSandbox(temporary.resolve("a place with spaces"));
  }

  @Test
  void a_missing_jar_is_built_once_with_the_jdk_that_was_found() throws Exception {
    sandbox.checkout();
    Path jdk = sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    sandbox.maven("echo 'WARNING: noise' >&2", "cat");

    LauncherSandbox.Outcome outcome = sandbox.runShell("echo input | \"$LAUNCHER\" serve");

    assertEquals(0, outcome.exit(), outcome.err());
    assertEquals(List.of("serve"), outcome.afterMain());
    assertTrue(outcome.out().endsWith("\ninput\n"), outcome.out());
    assertTrue(outcome.onlyError().contains("building Greenpair"), outcome.err());
    assertEquals(1, sandbox.builds());
    assertTrue(sandbox.mavenLog().contains("JAVA_HOME=" + jdk + " "), sandbox.mavenLog());
    assertTrue(sandbox.mavenLog().endsWith(" package\n"), sandbox.mavenLog());

    assertEquals("", sandbox.run("serve").err());
    assertEquals(1, sandbox.builds());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "src/main/java/greenpair/A.java", "src/main/resources/a.txt"})
  void a_newer_source_is_built_again(String file) throws Exception {
    sandbox.checkout();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    sandbox.maven();
    sandbox.run();
    touch(sandbox.home.resolve(file), Instant.now().plusSeconds(1));

    sandbox.run();

    assertEquals(2, sandbox.builds());
  }

  @Test
  void a_failed_build_shows_its_output_and_is_tried_again() throws Exception {
    sandbox.checkout();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    sandbox.maven("touch target/greenpair.jar", "echo '[ERROR] A.java:[1,19] no'", "exit 1");

    LauncherSandbox.Outcome outcome = sandbox.run();
    assertEquals(70, outcome.exit());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().contains("[ERROR] A.java:[1,19] no\n"), outcome.err());

    sandbox.maven();
    assertEquals(0, sandbox.run().exit());
    assertEquals(2, sandbox.builds());
  }

  @Test
  void without_a_network_one_line_says_what_to_do() throws Exception {
    sandbox.checkout();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    sandbox.maven("echo '[ERROR] Could not transfer artifact a:b:jar:1' >&2", "exit 1");

    LauncherSandbox.Outcome outcome = sandbox.run();

    assertEquals(70, outcome.exit());
    assertFalse(outcome.err().contains("[ERROR]"), outcome.err());
    assertTrue(outcome.err().contains("name your proxy"), outcome.err());
  }

  @Test
  void without_maven_one_line_says_what_to_install() throws Exception {
    sandbox.checkout();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");

    LauncherSandbox.Outcome outcome = sandbox.run();

    assertEquals(69, outcome.exit());
    assertTrue(outcome.onlyError().contains("Maven 3.9"), outcome.err());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void launchers_started_at_once_build_once(boolean withFlock) throws Exception {
    sandbox.checkout();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    flock(withFlock);
    // During a build, the jar may exist without its libraries: no launcher may start from that.
    // It ends once another waits for it.
    sandbox.maven(
        "touch target/greenpair.jar",
        "n=0",
        "until grep -q 'waiting for' \"$TMP\"/err[123] || [ $n = 600 ]; do",
        "  sleep 0.1; n=$((n + 1))",
        "done");

    LauncherSandbox.Outcome outcome =
        sandbox.runShell(
            "cd \"$TMP\"",
            "for i in 1 2 3; do \"$LAUNCHER\" $i >out$i 2>err$i & done",
            "wait",
            "cat out1 out2 out3",
            "cat err1 err2 err3 >&2");

    assertEquals(1, sandbox.builds(), outcome.err());
    assertEquals(3, outcome.arguments().stream().filter("greenpair.cli.Main"::equals).count());
    assertTrue(outcome.err().contains("waiting for"), outcome.err());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_build_that_was_killed_is_begun_again(boolean withFlock) throws Exception {
    sandbox.checkout();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    flock(withFlock);
    sandbox.maven("mkdir -p target/lib", "touch target/greenpair.jar", "kill -9 $PPID", "exit 1");
    assertEquals(128 + 9, sandbox.run().exit());

    sandbox.maven();
    LauncherSandbox.Outcome outcome = sandbox.run();

    assertEquals(0, outcome.exit(), outcome.err());
    assertEquals(2, sandbox.builds());
    assertFalse(Files.isSymbolicLink(sandbox.home.resolve("target/build.owner")));
  }

  private void flock(boolean wanted) throws IOException {
    Path flock = sandbox.tools.resolve("flock");
    if (wanted) {
      assumeTrue(Files.exists(flock), "this system has no flock");
    } else {
      Files.deleteIfExists(flock);
    }
  }

  private static void touch(Path file, Instant time) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    Files.setLastModifiedTime(file, FileTime.from(time.plus(Duration.ofMillis(1))));
  }
}
