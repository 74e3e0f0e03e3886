package greenpair.registry.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.concept.Lexicon;
import greenpair.config.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconReaderTest {
  @TempDir private Path folder;
  private final Problems problems = new Problems();

  private Lexicon read(String text) throws IOException {
    Files.writeString(folder.resolve("lexicon.tsv"), text);
    return new ConfigFolder(folder).lexicon(problems);
  }

  @Test
  void goodFile_isRead() throws IOException {
    Lexicon lexicon = read("waste water\t污水|废水\nT-shirt\tT恤\n");
    assertEquals(List.of(), problems.list());
    assertTrue(!lexicon.isEmpty());
  }

  @Test
  void emptyFile_isAnEmptyLexicon() throws IOException {
    assertTrue(read("").isEmpty());
    assertEquals(List.of(), problems.list());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      value = {
        "water 水^must have an English word, a tab, and translations separated by |^water 水",
        "water~水~^must have an English word, a tab, and translations separated by |^`water~水~`",
        "水~水^headword must have a letter, no Chinese character, at most 60 characters and no"
            + " space around it^水",
        "` water~水`^headword must have a letter, no Chinese character, at most 60 characters and"
            + " no space around it^` water`",
        "Tree~树^headword must be unique (see line 1)^Tree",
        "water~^rendering must have a Chinese character, at most 20 characters and no space^`\"\"`",
        "water~水|H2O^rendering must have a Chinese character, at most 20 characters and no"
            + " space^H2O",
        "water~水|水^rendering must occur once in a line^水|水"
      })
  void badLine_isNamedWithColumnValueAndRule(String line, String rule, String value)
      throws IOException {
    read("tree\t树\n" + line.replace('~', '\t') + "\n");
    assertEquals(
        List.of(
            "lexicon.tsv:2"
                + (rule.startsWith("must") ? " " : ": ")
                + rule
                + ", but was "
                + value.replace('~', '\t')),
        problems.list());
  }

  @Test
  void missingFile_isNamed() {
    assertTrue(new ConfigFolder(folder).lexicon(problems).isEmpty());
    assertEquals(List.of("lexicon.tsv does not exist; put it in " + folder), problems.list());
  }

  @Test
  void fileThatIsNoUtf8_isNamed() throws IOException {
    Path file = folder.resolve("lexicon.tsv");
    Files.write(file, "café\t咖啡馆".getBytes(StandardCharsets.UTF_16));
    new ConfigFolder(folder).lexicon(problems);
    assertEquals("lexicon.tsv is not UTF-8: save it as UTF-8", problems.list().getFirst());
  }

  /// In order of headwords, so that changes of several people merge.
  @Test
  void shippedFile_isSorted() throws IOException {
    List<String> headwords =
        Files.readAllLines(Path.of("index-config/lexicon.tsv")).stream()
            .map(line -> line.substring(0, line.indexOf('\t')))
            .toList();
    assertEquals(headwords.stream().sorted().toList(), headwords);
  }
}
