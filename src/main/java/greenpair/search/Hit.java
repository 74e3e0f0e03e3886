package greenpair.search;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.match.rank.Explanation;
import greenpair.match.reason.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One found entry.
///
/// @param match whether it matches the whole query, not only a part of it or by meaning
/// @param score in [0, 1], equal to the explanation's value
/// @param why a sentence for people
/// @param status of a partner, such as `closed` or `bankrupt`; null for others and when unknown
/// @param evidence the best grade of its deployments, `a` to `d`, or `none` without one; null for
///     cities and needs
public record Hit(
    EntryId id,
    Kind kind,
    Text name,
    boolean match,
    double score,
    Explanation explanation,
    Text why,
    List<Highlight> highlights,
    @Nullable Text description,
    List<Answer.NamedCode> technologies,
    @Nullable String status,
    @Nullable String evidence,
    boolean verified,
    List<String> unverified,
    List<Provenance> sources) {
  /// What matched in a text of a hit.
  ///
  /// @param field `name` or `description`
  /// @param language of the text of that field
  /// @param spans in order, without overlaps
  public record Highlight(String field, String language, List<Span> spans) {}

  /// Places in a text, counted in UTF-16.
  ///
  /// @param concept what it names; null where a word matched
  public record Span(int start, int end, @Nullable Code concept) {}
}
