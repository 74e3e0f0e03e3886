package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.app.Exit;

/// A command that was run in this process, as a shell would see it.
///
/// @param out what it printed
/// @param err its standard error
public record Ran(int code, String out, String err) {
  /// Lines of the log, which a command keeps to errors and a test does not.
  private static final Pattern LOGGED = Pattern.compile("(?m)^[-0-9T:.]+Z (INFO|WARN|ERROR) .*\n");

  /// Runs the program with these arguments.
  public static Ran of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int code = Main.run(arguments);
      return new Ran(
          code,
          out.toString(StandardCharsets.UTF_8),
          LOGGED.matcher(err.toString(StandardCharsets.UTF_8)).replaceAll(""));
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }

  /// A command line as arguments.
  ///
  /// @param values what replaces each `%s`; none has a space
  public static String[] words(String line, Object... values) {
    String filled = line;
    for (Object value : values) {
      filled = filled.replaceFirst("%s", Matcher.quoteReplacement(value.toString()));
    }
    return filled.split(" ", -1);
  }

  /// Runs a command on a data folder.
  public static Ran on(Path data, String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data.toString();
    return of(all);
  }

  /// Asserts that the command failed with that code, reported all these words, and printed nothing
  /// else.
  public void assertFails(int expected, String... words) {
    assertEquals(expected, code, this::toString);
    assertEquals("", out);
    assertTrue(code == Exit.USAGE || err.startsWith("greenpair: "), err);
    assertFalse(err.contains("\tat "), "a stack trace is not for people: " + err);
    for (String word : words) {
      assertTrue(err.contains(word), () -> "\"" + word + "\" is not in: " + err);
    }
  }

  /// What a test that failed shows.
  @Override
  public String toString() {
    return "exit code " + code + "\n" + out + err;
  }
}
