package greenpair.registry.config;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.InvalidException;
import greenpair.config.Problems;
import greenpair.message.Message;
import greenpair.message.Translated;
import greenpair.registry.format.RecordLines;
import org.jspecify.annotations.Nullable;

/// Reads a taxonomy from JSON Lines, one concept per line:
///
/// `{"code":"LGT.LED","parent":"LGT","label":{"en":"LED street lighting","zh":"LED路灯"}}`
///
/// A root has no `parent`. Synonyms come from the glossary, a file of its own (see
/// [GlossaryReader]).
final class TaxonomyReader {
  /// The fields of a line. Every page shows labels in both languages.
  record Node(Code code, @Nullable Code parent, Label label) {}

  record Label(String en, String zh) {}

  private final String file;
  private final GlossaryReader.Glossary glossary;
  private final Problems problems;
  private final List<Concept> concepts = new ArrayList<>();
  private final Map<Code, Long> firsts = new LinkedHashMap<>();

  private TaxonomyReader(String file, GlossaryReader.Glossary glossary, Problems problems) {
    this.file = file;
    this.glossary = glossary;
    this.problems = problems;
  }

  /// @param regions names by their codes
  /// @param problems errors of the glossary, to which those of the taxonomy are added; if there is
  ///     any, the taxonomy is empty
  static Optional<Taxonomy> read(
      Path file, GlossaryReader.Glossary glossary, Map<String, Text> regions, Problems problems) {
    TaxonomyReader reader =
        new TaxonomyReader(String.valueOf(file.getFileName()), glossary, problems);
    try {
      RecordLines.read(file, reader.file, Node.class, null, problems, reader::add);
    } catch (NoSuchFileException e) {
      problems.add(
          Message.of(
              "config.absent", "file", reader.file, "folder", String.valueOf(file.getParent())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reader.taxonomy(regions);
  }

  private void add(Node node, long line) {
    Long first = firsts.putIfAbsent(node.code, line);
    if (first != null) {
      problem(line, Message.of("taxonomy.twice", "code", node.code, "first", first));
      return;
    }
    GlossaryReader.Terms terms = glossary.of(node.code);
    Text label = new Text(node.label.en, node.label.zh);
    concepts.add(
        new Concept(
            node.code, node.parent, label, terms.english(), terms.chinese(), terms.problems()));
  }

  private Optional<Taxonomy> taxonomy(Map<String, Text> regions) {
    for (Concept concept : concepts) {
      Code parent = concept.parent();
      if (parent != null && !firsts.containsKey(parent)) {
        long line = Objects.requireNonNull(firsts.get(concept.code()));
        problem(line, Message.of("taxonomy.parent", "parent", parent, "code", concept.code()));
      }
    }
    List<String> known = firsts.keySet().stream().map(Code::value).toList();
    glossary.terms().values().stream()
        .filter(terms -> !firsts.containsKey(terms.code()))
        .filter(terms -> terms.line() != GlossaryReader.NO_LINE)
        .forEach(
            terms ->
                problems.refuse(
                    GlossaryReader.FILE + ":" + terms.line() + ": code",
                    Message.of("check.code"),
                    terms.code(),
                    known,
                    ""));
    if (concepts.isEmpty() && problems.isEmpty()) {
      problems.add(file, Message.of("taxonomy.empty"), "");
    }
    if (problems.isEmpty()) {
      try {
        return Optional.of(new Taxonomy(concepts, regions));
      } catch (InvalidException e) {
        problems.at(file, Translated.of(e));
      }
    }
    return Optional.empty();
  }

  private void problem(long line, Message fault) {
    problems.at(file + ":" + line, fault);
  }
}
