package greenpair.web.assistant;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import greenpair.message.Message;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tools that explain and compare single entries.
record EntryTools(Recommender recommender) {
  private static final int MOST_COMPARED = 4;

  record Explain(
      @Rules.Known(Kind.NEED) @Rules.Required EntryId need,
      @Rules.OneOf({"firm", "financier", "solution", "expert"}) @Rules.Required Kind kind,
      @Rules.Known @Rules.Required EntryId id,
      @Nullable Language lang)
      implements Tool.Arguments {}

  record Compare(
      @Rules.OneOf({"firm", "financier", "solution", "expert"}) @Rules.Required Kind kind,
      @Rules.Known @Rules.Required List<EntryId> ids,
      @Rules.Known(Kind.NEED) @Nullable EntryId need,
      @Nullable Language lang)
      implements Tool.Arguments, Request {
    @Override
    public void check(BodyFields fields) {
      boolean isGood = ids.size() >= 2 && ids.size() <= MOST_COMPARED;
      if (kind != null && !fields.isMissing("ids") && !isGood) {
        fields
            .checks()
            .fault(
                "ids",
                String.valueOf(ids.size()),
                Message.of("assistant.compared", "least", 2, "most", MOST_COMPARED),
                Message.of("assistant.compared.next"));
      }
    }
  }

  /// Why one entry is recommended for a need, or is not.
  record Explained(
      String generation,
      String configuration,
      EntryId need,
      Answer.Recommendation recommendation) {}

  /// Entries of one kind side by side.
  ///
  /// @param recommendations how each fits the need, in the order of the entries; empty without one
  record Compared(
      String generation,
      String configuration,
      Kind kind,
      List<Entry> entries,
      List<Answer.Recommendation> recommendations) {}

  Tool<Explain> explain() {
    return new Tool<>(
        "explain",
        "Explain one entry for a need",
        "Explains why a firm, financier, solution or expert fits a need or does not: every part of"
            + " its score, its checks and their sources, what is unknown and what would change.",
        Explain.class,
        this::explain);
  }

  Tool<Compare> compare() {
    return new Tool<>(
        "compare",
        "Compare entries side by side",
        "Shows up to four firms, financiers, solutions or experts with all that is known of each"
            + " and, for a need, how each fits it.",
        Compare.class,
        this::compare);
  }

  private Object explain(Explain given, Input input, Tool.ToolCaller caller) {
    return new Explained(
        input.snapshot().manifest().id(),
        input.snapshot().configuration(),
        given.need(),
        explained(given.kind(), given.id(), given.need(), input));
  }

  private Answer.Recommendation explained(Kind kind, EntryId id, EntryId need, Input input) {
    Need found = (Need) input.snapshot().entry(Kind.NEED, need).orElseThrow();
    RecommendationRequest request = RecommendationRequest.ofNeed(kind, found.city(), need, 1);
    return recommender.explain(request, id, input.snapshot());
  }

  private Object compare(Compare given, Input input, Tool.ToolCaller caller) {
    Kind kind = given.kind();
    List<Entry> entries =
        given.ids().stream()
            .map(id -> input.snapshot().entry(kind, id).orElseThrow())
            .map(entry -> caller.view().see(entry, input.snapshot()))
            .toList();
    caller.view().writeDown();
    EntryId need = given.need();
    List<Answer.Recommendation> recommendations =
        need == null
            ? List.of()
            : given.ids().stream().map(id -> explained(kind, id, need, input)).toList();
    return new Compared(
        input.snapshot().manifest().id(),
        input.snapshot().configuration(),
        kind,
        entries,
        recommendations);
  }
}
