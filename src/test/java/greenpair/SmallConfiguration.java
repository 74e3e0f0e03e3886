package greenpair;

import module java.base;

import greenpair.concept.WordVectors;
import greenpair.registry.config.ConfigFolder;

/// The project's configuration without most of what only the words of queries need: no word
/// vectors, no lexicon, and of the glossary the terms for waste alone. It is read several times as
/// fast, which counts where every run of a test has another configuration.
public final class SmallConfiguration {
  private SmallConfiguration() {}

  /// Writes it to a folder that may be changed.
  public static void copyTo(Path folder) throws IOException {
    new ConfigFolder(Path.of("index-config")).copyTo(folder);
    Files.delete(folder.resolve(WordVectors.FILE));
    Files.write(folder.resolve("lexicon.tsv"), List.of());
    Path glossary = folder.resolve("glossary.csv");
    try (Stream<String> terms = Files.lines(glossary)) {
      Files.write(glossary, terms.filter(each -> each.matches("(code,|WST).*")).toList());
    }
  }
}
