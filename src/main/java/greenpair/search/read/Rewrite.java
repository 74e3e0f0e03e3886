package greenpair.search.read;

import greenpair.concept.NearTerms;
import java.util.ArrayList;
import java.util.List;

/// A correction with its position in the query.
///
/// @param isSame whether both are the same word of two spellings or countries
public record Rewrite(int start, int end, String from, String to, boolean isSame) {
  public Rewrite(int start, int end, String from, String to) {
    this(start, end, from, to, false);
  }

  static Rewrite of(NearTerms.Misspelling found, String text) {
    String from = text.substring(found.start(), found.end());
    return new Rewrite(found.start(), found.end(), from, found.term());
  }

  /// The same with their places in the corrected text.
  ///
  /// @param rewrites in order of place
  public static List<Rewrite> shifted(List<Rewrite> rewrites) {
    List<Rewrite> shifted = new ArrayList<>();
    int shift = 0;
    for (Rewrite rewrite : rewrites) {
      int start = rewrite.start() + shift;
      int end = start + rewrite.to().length();
      shifted.add(new Rewrite(start, end, rewrite.from(), rewrite.to(), rewrite.isSame()));
      shift = end - rewrite.end();
    }
    return shifted;
  }

  public static String apply(String query, List<Rewrite> rewrites) {
    StringBuilder rewritten = new StringBuilder(query);
    for (Rewrite rewrite : rewrites.reversed()) {
      rewritten.replace(rewrite.start(), rewrite.end(), rewrite.to());
    }
    return rewritten.toString();
  }
}
