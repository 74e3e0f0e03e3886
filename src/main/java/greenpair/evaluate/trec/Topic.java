package greenpair.evaluate.trec;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Attributes;
import greenpair.config.Problems;
import greenpair.message.Message;
import greenpair.message.MessageException;
import org.jspecify.annotations.Nullable;

/// A line of a file of topics, a question for recommendations:
/// `{"id":"t1","kind":"firm","city":"cn-jilin","need":"cn-jilin-n1"}`.
///
/// @param kind what is looked for: firm, financier, expert or solution
/// @param city id of the city to recommend for
/// @param need one need of the city; null for all, unless words or codes describe one
/// @param text words of a described need
/// @param technologies codes of a described need
/// @param attributes properties other than technology by which past work is compared with a
///     described need
/// @param known entries that the city already has, which no answer should contain
public record Topic(
    String id,
    Kind kind,
    EntryId city,
    @Nullable EntryId need,
    @Nullable String text,
    List<Code> technologies,
    Attributes attributes,
    List<EntryId> known) {
  public Topic {
    known = List.copyOf(known);
    technologies = List.copyOf(technologies);
    if (!Kind.RANKED.contains(kind)) {
      List<String> words = Kind.RANKED.stream().map(Kind::word).toList();
      Message rule = Message.of("check.one_of", "values", words);
      throw new MessageException(
          Message.of("line.refused", "path", "kind", "rule", rule, "value", kind.word()));
    }
  }

  /// Reads the valid topics; every error of every line is added to the problems.
  public static List<Topic> read(Path file, Taxonomy taxonomy, Problems problems)
      throws IOException {
    return SearchTopic.read(file, Topic.class, taxonomy, Topic::id, problems);
  }
}
