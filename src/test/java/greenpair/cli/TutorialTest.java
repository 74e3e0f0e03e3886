package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Follows docs/tutorial.md: saves its files, runs its commands, and finds what it says.
@Tag("slow")
class TutorialTest {
  private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n((?s:.*?))```");
  private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\$ )?\\./greenpair (.*)$");
  private static final Pattern QUOTE = Pattern.compile("\\*(took part[^*]*)\\*");

  @TempDir private Path folder = Path.of("");

  private String tutorial() throws IOException {
    return Files.readString(Path.of("docs/tutorial.md"));
  }

  /// The commands as the reader runs them, but in a folder of the test.
  private Ran run(String command) {
    List<String> own = List.of("registries", "solar.jsonl");
    Stream<String> words =
        Arrays.stream(command.split(" "))
            .map(each -> own.contains(each) ? folder.resolve(each).toString() : each);
    Map<String, Path> places =
        Map.of("--config", folder.resolve("index-config"), "--data", folder.resolve("data"));
    Stream<String> options =
        places.entrySet().stream()
            .filter(each -> !command.startsWith("source") || each.getKey().equals("--config"))
            .flatMap(each -> Stream.of(each.getKey(), each.getValue().toString()));
    Ran ran = Ran.of(Stream.concat(words, options).toArray(String[]::new));
    assertEquals(0, ran.code(), command + ": " + ran);
    return ran;
  }

  private static String only(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertTrue(found.find(), pattern.pattern());
    return found.group(1);
  }

  private void copyConfiguration() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("index-config"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.toString()));
      }
    }
  }

  @Test
  void tutorial_isFollowed_andLeadsToARecommendation() throws IOException {
    copyConfiguration();
    List<MatchResult> blocks = BLOCK.matcher(tutorial()).results().toList();
    List<String> files =
        blocks.stream()
            .filter(each -> each.group(1).isEmpty() && each.group(2).contains("\t"))
            .map(each -> each.group(2))
            .toList();
    Path rows = Files.createDirectories(folder.resolve("registries")).resolve("solar.tsv");
    Files.writeString(rows, files.getFirst());
    Files.writeString(
        folder.resolve("index-config/sources/solar.yaml"),
        blocks.stream()
            .filter(each -> each.group(1).equals("yaml"))
            .findFirst()
            .orElseThrow()
            .group(2));
    for (MatchResult block : blocks) {
      for (MatchResult command : COMMAND.matcher(block.group(2)).results().toList()) {
        String words = command.group(1);
        Ran ran = run(words);
        if (command.group().startsWith("$")) {
          String shown = block.group(2).substring(command.end()).strip();
          assertEquals(shown, ran.out().strip().replace(folder + "/", ""));
        }
        if (words.startsWith("search")) {
          assertTrue(ran.out().contains("solar-7"), ran.out());
        }
        if (words.startsWith("recommend")) {
          assertTrue(ran.out().contains(only(QUOTE, tutorial().replace('\n', ' '))), ran.out());
        }
      }
    }
    rejectAndFix(rows, files.getLast());
  }

  private void rejectAndFix(Path rows, String row) throws IOException {
    String convert = "source convert solar --sources registries --out solar.jsonl";
    Files.writeString(rows, row, StandardOpenOption.APPEND);
    Ran ran = run(convert);
    assertTrue(ran.out().contains("rejected  1"), ran.out());
    assertTrue(Files.readString(folder.resolve("solar.rejects.csv")).contains("12,5 kW"));
    Files.writeString(rows, Files.readString(rows).replace("12,5 kW", "12.5 kW"));
    Ran again = run(convert);
    assertTrue(again.out().contains("rejected  0"), again.out());
  }
}
