package greenpair.evaluate.trec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/// One document of a run with its score.
///
/// [#ORDER] is the rule of trec_eval (`comp_sim_docno` in its `form_res_rels.c`): the higher score
/// first; of equal scores the document whose id, compared byte by byte in UTF-8, is *higher* first.
/// It is used so that a run has the same meaning here and in trec_eval. Scores are 64-bit numbers
/// here; older versions of trec_eval keep 32 bits, and may see ties if there are none.
///
/// @param score finite; -0 is kept as 0, so that the two are a tie
public record Retrieved(String doc, double score) {
  /// Score descending, then id descending.
  public static final Comparator<Retrieved> ORDER =
      Comparator.comparingDouble(Retrieved::score)
          .thenComparing(
              (a, b) -> Arrays.compareUnsigned(bytes(a.doc), bytes(b.doc))) // the order of strcmp
          .reversed();

  public Retrieved {
    TrecLine.checkWord("doc", doc);
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException(
          "score must be a finite number, but was " + score + " for \"" + doc + "\"");
    }
    score = score == 0 ? 0 : score;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
