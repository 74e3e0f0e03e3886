package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which Java the launcher finds, and how it calls it: Java is a script that records the call.
@DisabledOnOs(OS.WINDOWS)
@Tag("launcher")
class LauncherTest {
  @TempDir Path temporary;
  LauncherSandbox sandbox;

  @BeforeEach
  void install() throws Exception {
    sandbox = new LauncherSandbox(temporary.resolve("a place with spaces"));
  }

  @Test
  void arguments_reach_java_unchanged() throws Exception {
    sandbox.release();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");

    LauncherSandbox.Outcome outcome =
        sandbox.runShell(
            "exec \"$LAUNCHER\" match 'two  words' '' '*' \"it's\" '\"quoted\"' \\",
            "  '$HOME \\n' 'a\nb' -x '氢能'");

    assertEquals(
        List.of(
            "match", "two  words", "", "*", "it's", "\"quoted\"", "$HOME \\n", "a\nb", "-x", "氢能"),
        outcome.afterMain());
  }

  @Test
  void options_of_the_user_are_split_but_not_matched_to_files_and_come_last() throws Exception {
    sandbox.release();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    Files.createFile(sandbox.base.resolve("-Dkey=file"));
    sandbox.environment.put("GREENPAIR_OPTS", "-Xmx1g  -Dkey=*");
    sandbox.environment.put("TMPDIR", sandbox.base.resolve("data dir/tmp").toString());

    LauncherSandbox.Outcome outcome = sandbox.run();

    assertEquals(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:CompileThresholdScaling=2",
            "-Dgreenpair.home=" + sandbox.home.toRealPath(),
            "-Djava.io.tmpdir=" + sandbox.base.resolve("data dir/tmp"),
            "-Xmx1g",
            "-Dkey=*",
            "-cp",
            sandbox.jar().toRealPath().toString(),
            "greenpair.cli.Main"),
        outcome.arguments());
    assertTrue(Files.isDirectory(sandbox.base.resolve("data dir/tmp")));
  }

  @Test
  void a_build_has_a_collector_of_its_own_unless_the_user_names_one() throws Exception {
    sandbox.release();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");

    assertTrue(sandbox.run("reindex", "catalog").arguments().contains("-XX:+UseParallelGC"));
    assertFalse(sandbox.run("serve").arguments().contains("-XX:+UseParallelGC"));
    sandbox.environment.put("GREENPAIR_OPTS", "-XX:+UseSerialGC");
    assertFalse(sandbox.run("reindex", "a").arguments().contains("-XX:+UseParallelGC"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", ""})
  void a_locale_that_would_lose_chinese_is_replaced(String locale) throws Exception {
    sandbox.release();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    sandbox.environment.put("LC_ALL", locale);
    assertEquals("C.UTF-8", sandbox.run().locale());

    sandbox.environment.put("LC_ALL", "zh_CN.GB18030");
    assertEquals("zh_CN.GB18030", sandbox.run().locale());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root/usr/lib/jvm/java-25-openjdk-amd64",
        "root/usr/lib64/jvm/java-25",
        "root/usr/java/jdk-25",
        "root/opt/jdk-25.0.3+9",
        "root/opt/java/openjdk",
        "root/Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home",
        "root/opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home",
        "home/.sdkman/candidates/java/25.0.3-tem",
        "home/.jdks/temurin-25.0.3"
      })
  void jdk_25_in_a_usual_place_is_found_although_another_java_is_on_path(String place)
      throws Exception {
    sandbox.release();
    sandbox.jdkOnPath("17.0.21");
    sandbox.jdk("root/usr/lib/jvm/java-21", "21.0.9");
    Path jdk = sandbox.jdk(place, "25.0.3");

    assertEquals(jdk.toString(), sandbox.run().javaHome());
  }

  @ParameterizedTest
  @ValueSource(strings = {"17.0.21", "21", "26-ea", "2.5", "250"})
  void java_home_of_another_version_is_passed_over(String version) throws Exception {
    sandbox.release();
    Path jdk = sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    sandbox.environment.put("JAVA_HOME", sandbox.jdk("other", version).toString());

    assertEquals(jdk.toString(), sandbox.run().javaHome());
  }

  @ParameterizedTest
  @ValueSource(strings = {"seventeen", "nowhere", "nowhere/at/all"})
  void greenpair_java_that_is_not_25_is_an_error_that_names_it(String value) throws Exception {
    sandbox.release();
    sandbox.jdk("seventeen", "17.0.21");
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    sandbox.environment.put("GREENPAIR_JAVA", sandbox.base.resolve(value).toString());

    LauncherSandbox.Outcome outcome = sandbox.run();

    assertEquals(69, outcome.exit());
    assertTrue(outcome.onlyError().contains(value), outcome.err());
  }

  @Test
  void without_a_jdk_25_one_line_says_what_to_install() throws Exception {
    sandbox.release();
    sandbox.jdkOnPath("17.0.21");

    LauncherSandbox.Outcome outcome = sandbox.run();

    assertEquals(69, outcome.exit());
    assertEquals("", outcome.out());
    assertTrue(outcome.onlyError().contains("openjdk-25-jdk-headless"), outcome.err());
    assertTrue(outcome.onlyError().contains("JAVA_HOME"), outcome.err());
  }
}
