package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the launcher calls Java, which is replaced by a script that records the call.
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
}
