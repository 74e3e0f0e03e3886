package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher in a tree of its own, with Java and Maven replaced by scripts that tell how they
/// were called.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir Path temporary;
  LauncherSandbox sandbox;

  @BeforeEach
  void install() throws Exception {
    sandbox = new LauncherSandbox(temporary.resolve("a place with spaces"));
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

  @Test
  void java_home_of_25_is_taken_before_the_usual_places() throws Exception {
    sandbox.release();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    Path mine = sandbox.jdk("my jdk", "25");
    sandbox.environment.put("JAVA_HOME", mine.toString());

    assertEquals(mine.toString(), sandbox.run().javaHome());
  }

  @ParameterizedTest
  @ValueSource(strings = {"17.0.21", "21", "26-ea", "2.5", "250"})
  void java_home_of_another_version_is_passed_over(String version) throws Exception {
    sandbox.release();
    Path jdk = sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    sandbox.environment.put("JAVA_HOME", sandbox.jdk("other", version).toString());

    assertEquals(jdk.toString(), sandbox.run().javaHome());
  }

  @Test
  void java_on_path_is_followed_through_its_links() throws Exception {
    sandbox.release();
    Path jdk = sandbox.jdkOnPath("25.0.3");

    assertEquals(jdk.toRealPath().toString(), sandbox.run().javaHome());
  }

  @Test
  void java_on_path_that_is_a_wrapper_is_asked_for_its_home() throws Exception {
    sandbox.release();
    Path jdk = sandbox.jdk("version manager/25", "25.0.3");
    sandbox.script(
        sandbox.tools.resolve("java"),
        "echo 'Property settings:' >&2",
        "echo '    java.home = " + jdk + "' >&2");

    assertEquals(jdk.toString(), sandbox.run().javaHome());
  }

  @Test
  void greenpair_java_is_taken_first_as_a_directory_and_as_an_executable() throws Exception {
    sandbox.release();
    sandbox.environment.put("JAVA_HOME", sandbox.jdk("other", "25.0.1").toString());
    Path mine = sandbox.jdk("mine", "25.0.3");

    sandbox.environment.put("GREENPAIR_JAVA", mine.toString());
    assertEquals(mine.toString(), sandbox.run().javaHome());
    sandbox.environment.put("GREENPAIR_JAVA", mine.resolve("bin/java").toString());
    assertEquals(mine.toRealPath().toString(), sandbox.run().javaHome());
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

  @Test
  void a_runtime_without_a_compiler_serves_a_release_but_not_a_checkout() throws Exception {
    Path runtime = sandbox.jdk("root/opt/java/openjdk", "25.0.3");
    Files.delete(runtime.resolve("bin/javac"));
    sandbox.release();
    assertEquals(runtime.toString(), sandbox.run().javaHome());

    sandbox.checkout();
    assertEquals(69, sandbox.run().exit());
  }

  @Test
  void print_java_home_prints_the_home_and_starts_nothing() throws Exception {
    sandbox.checkout();
    Path jdk = sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");

    LauncherSandbox.Outcome outcome = sandbox.run("--print-java-home");

    assertEquals(jdk + "\n", outcome.out());
    assertEquals(0, outcome.exit());
    assertEquals(0, sandbox.builds());
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
            "-Dgreenpair.home=" + sandbox.home.toRealPath(),
            "-Djava.io.tmpdir=" + sandbox.base.resolve("data dir/tmp"),
            "-Xmx1g",
            "-Dkey=*",
            "-cp",
            sandbox.jar().toRealPath() + ":" + sandbox.home.toRealPath() + "/target/lib/*",
            "greenpair.cli.Main"),
        outcome.arguments());
    assertTrue(Files.isDirectory(sandbox.base.resolve("data dir/tmp")));
  }

  @Test
  void an_aot_cache_is_used_when_it_is_there() throws Exception {
    sandbox.release();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    Path cache = Files.createFile(sandbox.home.resolve("target/greenpair.aot"));

    List<String> arguments = sandbox.run().arguments();

    assertTrue(arguments.contains("-XX:AOTCache=" + cache.toRealPath()), arguments.toString());
    assertTrue(arguments.contains("-XX:AOTMode=auto"), arguments.toString());
  }

  @Test
  void the_home_is_found_through_symbolic_links() throws Exception {
    sandbox.release();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    Path first = Files.createSymbolicLink(sandbox.base.resolve("first"), Path.of("home of it"));
    Files.createSymbolicLink(first.resolveSibling("second"), first.resolve("greenpair"));
    Files.createSymbolicLink(sandbox.base.resolve("third"), Path.of("second"));
    Files.move(sandbox.home, sandbox.base.resolve("home of it"));

    LauncherSandbox.Outcome outcome = sandbox.runShell("exec ./third");

    String home = sandbox.base.resolve("home of it").toRealPath().toString();
    assertTrue(outcome.arguments().contains("-Dgreenpair.home=" + home), outcome.out());
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

  @Test
  void without_sources_nothing_is_ever_built() throws Exception {
    sandbox.release();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    sandbox.maven();
    sandbox.age(sandbox.jar());
    Files.createDirectories(sandbox.home.resolve("src/main"));
    assertEquals(0, sandbox.run().exit());

    Files.delete(sandbox.jar());
    LauncherSandbox.Outcome outcome = sandbox.run();

    assertEquals(70, outcome.exit());
    assertTrue(outcome.onlyError().contains("target/greenpair.jar is missing"), outcome.err());
    assertEquals(0, sandbox.builds());
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
  void a_deleted_source_and_missing_libraries_are_built_again_but_a_newer_test_is_not()
      throws Exception {
    sandbox.checkout();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    sandbox.maven();
    sandbox.run();
    touch(sandbox.home.resolve("src/test/java/ATest.java"), Instant.now().plusSeconds(1));
    sandbox.run();
    assertEquals(1, sandbox.builds());

    sandbox.age(sandbox.jar());
    sandbox.ageSources();
    Files.delete(sandbox.home.resolve("src/main/java/greenpair/A.java"));
    sandbox.run();
    assertEquals(2, sandbox.builds());

    sandbox.deleteLibraries();
    sandbox.run();
    assertEquals(3, sandbox.builds());
  }

  @Test
  void a_source_edited_during_the_build_is_built_again() throws Exception {
    sandbox.checkout();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    sandbox.maven("sleep 0.1", "touch src/main/java/greenpair/A.java", "sleep 0.1");

    sandbox.run();
    sandbox.maven();
    sandbox.run();
    sandbox.run();

    assertEquals(2, sandbox.builds());
  }

  @Test
  void libraries_of_an_older_pom_do_not_stay() throws Exception {
    sandbox.checkout();
    sandbox.jdk("root/usr/lib/jvm/java-25", "25.0.3");
    sandbox.maven();
    Path old = sandbox.home.resolve("target/lib/lucene-core-9.0.0.jar");
    Files.createDirectories(old.getParent());
    Files.createFile(old);

    sandbox.run();

    assertFalse(Files.exists(old));
    assertTrue(Files.isDirectory(old.getParent()));
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
    // Half way the jar is there but its libraries are not: no launcher may start from that.
    sandbox.maven("touch target/greenpair.jar", "sleep 0.5");

    LauncherSandbox.Outcome outcome =
        sandbox.runShell(
            "cd \"$TMP\"",
            "for i in 1 2 3; do \"$LAUNCHER\" $i >out$i 2>err$i & sleep 0.1; done",
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
