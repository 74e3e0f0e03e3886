package greenpair.match.reason;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Provenance;
import greenpair.catalog.Result;
import greenpair.catalog.Text;
import greenpair.match.gate.Gate;
import greenpair.match.rank.Explanation;
import greenpair.match.settings.Saving;
import greenpair.match.settings.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to a recommendation request: the document of the HTTP answer and of `--json`.
///
/// @param from first entry of each list that is shown, from 0
/// @param outcome whether there is anything to recommend
/// @param why no firm is recommended, and which firms come nearest, beyond those at work here, whom
///     the message names; null if one is, and for other kinds
/// @param recommendations best first; empty if the outcome is [Outcome#NO_GOOD_MATCH]
/// @param incumbents firms that already work in this city on such a need: known to the city
/// @param belowThreshold proven firms, eligible financiers and fitting solutions whose score is too
///     low to recommend
/// @param unproven firms that state the technology but have no checked case, or whose standing is
///     in doubt: leads, not recommendations
/// @param peers operators and advisers to learn from, which sell nothing
/// @param nearest deployments of the technology in the most similar cities, by any firm
/// @param failures failed projects of this type, with reasons
/// @param totals how many entries each list has in all
/// @param excluded entries removed by a gate, with the gate; and foreign firms without evidence
///     that they work in the city's country
/// @param stability whether the first three hold when a weight moves; null if the list is empty
public record Answer(
    String generation,
    String configuration,
    Kind kind,
    AskedCity city,
    List<AskedNeed> needs,
    int from,
    Outcome outcome,
    Text message,
    @Nullable Text why,
    List<Recommendation> recommendations,
    List<Recommendation> incumbents,
    List<Recommendation> belowThreshold,
    List<Recommendation> unproven,
    List<Recommendation> peers,
    List<Case> nearest,
    List<Case> failures,
    List<Excluded> excluded,
    Totals totals,
    @Nullable Stability stability) {
  /// Whether there is anything to recommend.
  public enum Outcome {
    MATCH,
    NO_GOOD_MATCH
  }

  /// Entries of each list, shown or not.
  ///
  /// @param failures cities with a failed project of this type
  public record Totals(
      int recommendations,
      int incumbents,
      int belowThreshold,
      int unproven,
      int peers,
      int excluded,
      int failures) {}

  /// The city of the request.
  ///
  /// @param id null for a city that was described in the request
  public record AskedCity(@Nullable EntryId id, @Nullable Text name, List<String> unverified) {}

  /// A need of the request with the technologies it was read as.
  ///
  /// @param id null for a need that was described in the request
  /// @param unranked entries that share a technology or words with it, but were not among the
  ///     strongest, which alone are ranked
  public record AskedNeed(
      @Nullable EntryId id,
      @Nullable Text name,
      List<NamedCode> technologies,
      List<NamedCode> instruments,
      boolean verified,
      long unranked) {}

  public record NamedCode(Code code, Text label) {}

  /// One recommended entry.
  ///
  /// @param need the need that it answers best, null if the request described it
  /// @param needs all needs of the request for which it is recommended
  /// @param sides on what the two sides of its score rest; null for a solution, which has none
  /// @param reason why, for a city officer
  /// @param evidence the deployments that prove it, strongest first
  /// @param website of a partner
  /// @param contact page of a partner
  /// @param covers the technologies of the need that it offers
  /// @param lacks those of which there is no record
  /// @param unknowns missing facts, which a prior replaces
  /// @param coverage share of the configured weights that rests on known and checked facts, in [0,
  ///     1]
  /// @param pivot the missing fact that could move it furthest; null if none would
  /// @param counterfactual effect of one more case; null if the entry would not rise
  /// @param saving what it saves at the city's own grid; null if that does not apply
  /// @param unverified fields of the entry that were not checked
  public record Recommendation(
      int rank,
      EntryId id,
      Kind kind,
      Text name,
      double score,
      Explanation explanation,
      @Nullable Sides sides,
      @Nullable EntryId need,
      List<EntryId> needs,
      List<NamedCode> technologies,
      Text reason,
      @Nullable String website,
      @Nullable String contact,
      List<NamedCode> covers,
      List<NamedCode> lacks,
      List<Case> evidence,
      List<Gate> gates,
      List<Text> cautions,
      List<Text> unknowns,
      double coverage,
      @Nullable Pivot pivot,
      @Nullable Counterfactual counterfactual,
      @Nullable Saving saving,
      boolean verified,
      List<String> unverified,
      List<Provenance> sources) {}

  /// On what the two sides of a score rest.
  ///
  /// @param reciprocal whether both sides have stated what they want: the city by a need of the
  ///     catalog, the partner by its preferences
  /// @param says the same in words
  public record Sides(boolean reciprocal, Text says) {}

  /// A firm of a deployment, with one of its roles or an unknown one.
  ///
  /// @param share percent that are its own
  /// @param did what it did
  /// @param result how it went for this part, such as `good`; null if unknown
  /// @param figure the number on which the result rests
  /// @param outcome the result in words
  /// @param source of its part, if it is not a source of the deployment
  /// @param status whether it is in business, such as `closed`; null if unknown
  public record Doer(
      EntryId id,
      Text name,
      Deployment.@Nullable Role role,
      @Nullable Double share,
      @Nullable Text did,
      @Nullable String result,
      Deployment.@Nullable Figure figure,
      @Nullable Text outcome,
      @Nullable String source,
      @Nullable String status) {
    /// One whose part is unknown.
    public Doer(EntryId id, Text name, @Nullable String status) {
      this(id, name, null, null, null, null, null, null, null, status);
    }
  }

  /// A deployment as evidence.
  ///
  /// @param location exact place, null when not stated
  /// @param inCity false if it is near the city, not in it
  /// @param year of completion or, where unknown, of start; null if unknown
  /// @param failure why it failed, was cancelled or fell short
  /// @param similarity likeness of its city to the asking one for the technology, in [0, 1]
  /// @param weight what it is worth as proof, in [0, 1]
  /// @param size its size divided by that of the need; null if they cannot be compared
  /// @param background why it alone does not carry a recommendation, such as `old`; empty if it
  ///     does
  public record Case(
      EntryId id,
      Text name,
      EntryId city,
      Text cityName,
      @Nullable Text location,
      boolean inCity,
      List<Doer> firms,
      @Nullable Integer year,
      String grade,
      @Nullable String status,
      Deployment.@Nullable Quantity quantity,
      @Nullable Text cost,
      @Nullable Text outcome,
      @Nullable Text failure,
      List<Result> results,
      double similarity,
      double weight,
      @Nullable Double size,
      List<String> background,
      boolean verified,
      List<String> unverified,
      List<Provenance> sources) {}

  /// Whether the first three stay the same, in the same order, when any one weight moves by 20 %.
  ///
  /// @param shifts the moves that change them, empty if it holds
  public record Stability(boolean holds, List<EntryId> top, List<Shift> shifts) {}

  /// One move of a weight and the first three after it.
  public record Shift(String signal, Side side, double factor, List<EntryId> top) {}

  /// A missing fact and the ranks between which it could move the entry.
  public record Pivot(String signal, Text missing, int bestRank, int worstRank) {}

  /// The effect of one more checked case in a similar city.
  public record Counterfactual(int fromRank, int toRank, Text says) {}

  /// An entry removed by a gate.
  ///
  /// @param source of the fact that the gate reads
  public record Excluded(
      EntryId id,
      Kind kind,
      Text name,
      Gate.Name gate,
      Text because,
      @Nullable Provenance source) {}
}
