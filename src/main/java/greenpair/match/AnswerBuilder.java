package greenpair.match;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.gate.Gate;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Standing;
import greenpair.match.reason.Answer;
import greenpair.match.reason.Reasons;
import greenpair.match.reason.Sensitivity;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Rules;
import greenpair.match.settings.Verdict;
import greenpair.match.signal.WeighedCase;
import greenpair.message.Phrases;

/// Builds the answer from rankings: recommendations, leads, peers, and what was excluded. Reads
/// full records only for what the answer shows.
final class AnswerBuilder {
  /// A first page shows this many times as many of the excluded, which are short, but not above
  /// [#EXCLUDED].
  private static final int TIMES = 4;

  private static final int EXCLUDED = 20;

  /// Numbers of representative cases: the nearest ones, and failures.
  private static final int TELLING = 3;

  private final Rules rules;
  private final Phrases phrases;
  private final Needs needs;
  private final Sensitivity sensitivity;
  private final Cases cases;
  private final RecommendationBuilder recommendations;

  AnswerBuilder(
      Rules rules, Phrases phrases, Needs needs, Reasons reasons, Sensitivity sensitivity) {
    this.rules = rules;
    this.phrases = phrases;
    this.needs = needs;
    this.sensitivity = sensitivity;
    this.cases = new Cases(rules);
    this.recommendations = new RecommendationBuilder(rules, needs, reasons, sensitivity, cases);
  }

  /// @param unranked for each need, how many entries match it beyond the ranked ones
  Answer of(
      RecommendationRequest request,
      Needs.Asked asked,
      List<List<Ranked>> rankings,
      List<Long> unranked,
      Snapshot snapshot) {
    AnswerLists sorted = AnswerLists.of(rankings);
    boolean isGood = !sorted.of(Standing.RECOMMENDED).isEmpty();
    RecommendationBuilder.Move none = RecommendationBuilder.Move.NONE;
    Cases.Telling telling = cases.telling(asked.queries(), snapshot);
    List<WeighedCase> nearest = telling.nearest();
    List<WeighedCase> failures = telling.failures();
    RecommendationBuilder.Part main =
        new RecommendationBuilder.Part(request.from(), request.limit());
    RecommendationBuilder.Part others =
        new RecommendationBuilder.Part(request.from(), request.others());
    // Near leads are what there is to show where nothing is proven.
    boolean isOver = asked.needs().stream().allMatch(Shortfall::isOver);
    int shown = Math.min(sorted.nearLeads(isOver), RecommendationRequest.LEADS);
    RecommendationBuilder.Part leads =
        isGood ? others : others.atLeast(Math.min(shown, request.limit()));
    int excluded = request.from() > 0 ? 0 : Math.min(EXCLUDED, TIMES * request.others());
    boolean isEmpty = snapshot.count(List.of(request.kind())) == 0;
    boolean isAsked = asked.queries().stream().anyMatch(AnswerBuilder::says);
    String word =
        isAsked
            ? request.kind().word() + word(request.kind(), isEmpty, isGood, nearest)
            : asked.queries().isEmpty() ? "no_needs" : "no_technology";
    return new Answer(
        snapshot.manifest().id(),
        snapshot.configuration(),
        request.kind(),
        new Answer.AskedCity(
            request.city(), asked.city().name(), List.copyOf(asked.city().profile().unverified())),
        asked(asked, unranked),
        request.from(),
        isGood ? Answer.Outcome.MATCH : Answer.Outcome.NO_GOOD_MATCH,
        outcome(request.kind(), asked, word, sorted, snapshot),
        isAsked && request.kind() == Kind.FIRM && !isGood
            ? Shortfall.others(sorted, isOver, phrases, snapshot)
            : null,
        recommendations.of(
            sorted.of(Standing.RECOMMENDED), main, sensitivity::oneMoreCase, snapshot),
        recommendations.of(sorted.of(Standing.INCUMBENT), others, none, snapshot),
        recommendations.of(sorted.of(Standing.BELOW_THRESHOLD), others, none, snapshot),
        recommendations.of(
            sorted.of(Standing.LEAD),
            leads,
            (all, lead) ->
                sensitivity.asRecommended(all, sorted.of(Standing.RECOMMENDED).entries(), lead),
            snapshot),
        recommendations.of(sorted.of(Standing.PEER), others, none, snapshot),
        cases.show(new RecommendationBuilder.Part(0, TELLING).of(nearest), snapshot),
        cases.show(others.atLeast(TELLING).of(failures), snapshot),
        excluded(
            request.kind(),
            others.atLeast(excluded).of(sorted.of(Standing.EXCLUDED).entries()),
            snapshot),
        new Answer.Totals(
            sorted.of(Standing.RECOMMENDED).size(),
            sorted.of(Standing.INCUMBENT).size(),
            sorted.of(Standing.BELOW_THRESHOLD).size(),
            sorted.of(Standing.LEAD).size(),
            sorted.of(Standing.PEER).size(),
            sorted.of(Standing.EXCLUDED).size(),
            failures.size()),
        sensitivity.stability(
            sorted.of(Standing.RECOMMENDED).entries(),
            sorted.of(Standing.BELOW_THRESHOLD).entries(),
            rules.ranking().minimumScore(request.kind())));
  }

  /// What an answer says first. Of one need, also whether anything is to be bought, by whom, and
  /// who is at work already.
  private Text outcome(
      Kind kind, Needs.Asked asked, String word, AnswerLists sorted, Snapshot snapshot) {
    Map<String, Text> city = Map.of("city", asked.city().name());
    Need need = asked.needs().size() == 1 ? asked.needs().getFirst() : null;
    List<Text> said = new ArrayList<>();
    if (kind != Kind.FIRM || need == null) {
      said.add(phrases.say("outcome." + word, city));
      if (sorted.of(Standing.RECOMMENDED).isEmpty() && kind == Kind.FIRM) {
        Shortfall.incumbents(sorted, phrases, snapshot).ifPresent(said::add);
      }
      return Phrases.join(said);
    }
    if (!need.isOpen()) {
      String state = Objects.requireNonNull(need.word()).toLowerCase(Locale.ROOT);
      said.add(phrases.say("outcome.need." + state, city));
    }
    boolean isOver = Shortfall.isOver(need);
    boolean isLater = isOver && word.equals("firm.match");
    String none = isOver ? "outcome.firm.over" : "outcome." + word;
    said.add(phrases.say(isLater ? "outcome.firm.later" : none, city));
    PartialDate due = need.purchase().due();
    if (need.isOpen() && due != null && due.year() < asked.queries().getFirst().asOf()) {
      said.add(phrases.say("outcome.need.due", Map.of("due", due.text())));
    }
    if (need.purchase().buyer() != null) {
      said.add(phrases.say("outcome.need.buyer", Map.of("buyer", need.purchase().buyer())));
    }
    Optional<Text> atWork = Shortfall.incumbents(sorted, phrases, snapshot);
    boolean isDone =
        isOver && need.state() != Need.State.WITHDRAWN && need.purchase().buyer() == null;
    atWork
        .or(() -> Optional.of(phrases.say("outcome.need.unknown")).filter(text -> isDone))
        .ifPresent(said::add);
    return Phrases.join(said);
  }

  /// Whether a need was understood: a text may name nothing that the taxonomy knows.
  private static boolean says(MatchQuery query) {
    return !query.technologies().isEmpty() || !query.instruments().isEmpty();
  }

  Answer.Recommendation alone(List<Ranked> list, Snapshot snapshot) {
    return recommendations.alone(list, snapshot);
  }

  Cases cases() {
    return cases;
  }

  /// Which outcome is reported: the nearest evidence is promised only where some follows.
  private static String word(
      Kind kind, boolean isEmpty, boolean isGood, List<WeighedCase> nearest) {
    if (isGood) {
      return ".match";
    }
    if (kind == Kind.EXPERT && isEmpty) {
      return ".empty";
    }
    return kind == Kind.FIRM && !nearest.isEmpty() ? ".nearest" : ".none";
  }

  private List<Answer.AskedNeed> asked(Needs.Asked asked, List<Long> unranked) {
    List<Answer.AskedNeed> list = new ArrayList<>();
    for (int i = 0; i < asked.queries().size(); i++) {
      MatchQuery query = asked.queries().get(i);
      Need need = asked.needs().get(i);
      list.add(
          new Answer.AskedNeed(
              query.need(),
              need == null ? null : need.name(),
              needs.named(query.technologies()),
              needs.named(query.instruments()),
              need != null && need.verified(),
              unranked.get(i)));
    }
    return list;
  }

  private List<Answer.Excluded> excluded(Kind kind, List<Ranked> ranked, Snapshot snapshot) {
    List<Answer.Excluded> list = new ArrayList<>();
    for (Ranked each : ranked) {
      Gate failed =
          each.gates().stream()
              .filter(gate -> gate.verdict() == Verdict.FAIL)
              .findFirst()
              .or(
                  () ->
                      each.gates().stream()
                          .filter(gate -> gate.gate() == Gate.Name.MARKET)
                          .findFirst())
              .orElseThrow();
      Entry entry = Entries.entry(kind, each.id(), snapshot);
      Gate shown = failed.from(entry, RecommendationBuilder.deployments(snapshot));
      list.add(
          new Answer.Excluded(
              each.id(), kind, entry.name(), shown.gate(), shown.because(), shown.source()));
    }
    return list;
  }
}
