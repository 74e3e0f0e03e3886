package greenpair.search;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import greenpair.match.reason.Answer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The answer to a search: the document of the HTTP answer and of `--json`.
///
/// @param outcome whether anything matches well enough
/// @param message the outcome as a sentence, and the words that no entry contains
/// @param didYouMean the corrected query; null if nothing was corrected
/// @param total hits on all pages that match the whole query; those that are only related to it are
///     not counted
/// @param facets counts over the matches; a filtered facet is counted without its own filter
/// @param hits those of this page, in order
/// @param next cursor of the next page; null on the last
/// @param nearest the nearest technologies if nothing matches
public record SearchResponse(
    String generation,
    String configuration,
    String query,
    Answer.Outcome outcome,
    Text message,
    Meaning understanding,
    @Nullable String didYouMean,
    long total,
    List<FacetCounts> facets,
    List<Hit> hits,
    @Nullable String next,
    List<Answer.NamedCode> nearest) {
  /// The interpretation of the query.
  ///
  /// @param unmatched words that no entry has
  /// @param conditions what it says besides its subject
  /// @param unwanted its parts that say what is not wanted, as written
  /// @param notes what was read otherwise than one may expect, or not at all
  public record Meaning(
      List<Concept> concepts,
      List<Concept> excluded,
      List<Correction> corrections,
      List<String> unmatched,
      List<Condition> conditions,
      List<String> unwanted,
      List<Text> notes) {}

  /// A misspelt word, and the one that it was read as.
  public record Correction(String from, String to) {}

  /// A part of the query besides its subject.
  ///
  /// @param about `kind`, `name`, `city`, `country`, `state`, `amount`, `size`, `date`, `distance`
  ///     or `phrase`
  /// @param written the words of the query
  /// @param values kinds, codes of countries, states, classes of deal sizes, a size with a sign,
  ///     years as an interval of ISO 8601-2 or kilometres for which they stand
  /// @param excluded whether hits must not meet it
  public record Condition(String about, String written, Set<String> values, boolean excluded) {}

  /// A concept that the query names.
  ///
  /// @param written the words of the query
  /// @param weight how much it counts, in (0, 1]
  /// @param sure false when it was misspelt or written in part
  public record Concept(Code code, Text label, String written, double weight, boolean sure) {}

  /// One facet.
  ///
  /// @param values the most frequent and the selected ones, most frequent first
  /// @param selected the values that hits are narrowed to
  public record FacetCounts(String facet, List<Value> values, Set<String> selected) {}

  /// One value of a facet: a kind, a code of the taxonomy, a country of ISO 3166, a city, a class
  /// of climate (Köppen) or a word; [FacetNames] has their names.
  public record Value(String value, long count) {}
}
