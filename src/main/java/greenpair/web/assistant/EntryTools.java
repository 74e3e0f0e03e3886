package greenpair.web.assistant;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import greenpair.message.Message;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tools that explain and compare single entries.
record EntryTools(Recommender recommender) {
  static final Kind[] RANKED = Kind.RANKED.toArray(Kind[]::new);

  private static final int MOST_COMPARED = 4;

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

  Tool explain() {
    return new Tool(
        "explain",
        "Explain one entry for a need",
        "Explains why a firm, financier, solution or expert fits a need or does not: every part of"
            + " its score, its checks and their sources, what is unknown and what would change.",
        Schemas.of(
            Schemas.text("need", "id of the need"),
            Schemas.word("kind", "kind of the entry", RANKED),
            Schemas.text("id", "id of the entry"),
            Schemas.language()),
        List.of("need", "kind", "id"),
        this::explain);
  }

  Tool compare() {
    return new Tool(
        "compare",
        "Compare entries side by side",
        "Shows up to four firms, financiers, solutions or experts with all that is known of each"
            + " and, for a need, how each fits it.",
        Schemas.of(
            Schemas.word("kind", "kind of the entries", RANKED),
            Schemas.texts("ids", "ids of two to four entries"),
            Schemas.text("need", "id of the need for which they are compared"),
            Schemas.language()),
        List.of("kind", "ids"),
        this::compare);
  }

  private Object explain(Input input, BodyFields fields, Tool.ToolCaller eyes) {
    Kind kind = kind(fields);
    EntryId need = required(input, input.need("need", fields.string("need"), null));
    String word = fields.string("id");
    EntryId id = required(input, kind == null ? null : input.entry("id", word, kind));
    input.check();
    return new Explained(
        input.snapshot().manifest().id(),
        input.snapshot().configuration(),
        need,
        explained(Objects.requireNonNull(kind), id, need, input));
  }

  private Answer.Recommendation explained(Kind kind, EntryId id, EntryId need, Input input) {
    Need found = (Need) input.snapshot().entry(Kind.NEED, need).orElseThrow();
    RecommendationRequest request = RecommendationRequest.ofNeed(kind, found.city(), need, 1);
    return recommender.explain(request, id, input.snapshot());
  }

  private Object compare(Input input, BodyFields fields, Tool.ToolCaller eyes) {
    Kind kind = kind(fields);
    List<EntryId> ids =
        kind == null
            ? List.of()
            : fields.list("ids", (at, word) -> Optional.ofNullable(input.entry(at, word, kind)));
    EntryId need = input.need("need", fields.string("need"), null);
    if (kind != null && (ids.size() < 2 || ids.size() > MOST_COMPARED)) {
      input.fault(
          "ids",
          String.valueOf(ids.size()),
          Message.of("assistant.compared", "least", 2, "most", MOST_COMPARED),
          Message.of("assistant.compared.next"));
    }
    input.check();
    List<Entry> entries =
        ids.stream()
            .map(id -> input.snapshot().entry(Objects.requireNonNull(kind), id).orElseThrow())
            .map(entry -> eyes.view().see(entry, input.snapshot()))
            .toList();
    eyes.view().writeDown();
    List<Answer.Recommendation> recommendations =
        need == null
            ? List.of()
            : ids.stream()
                .map(id -> explained(Objects.requireNonNull(kind), id, need, input))
                .toList();
    return new Compared(
        input.snapshot().manifest().id(),
        input.snapshot().configuration(),
        Objects.requireNonNull(kind),
        entries,
        recommendations);
  }

  private static @Nullable Kind kind(BodyFields fields) {
    Map<String, Kind> words = new LinkedHashMap<>();
    Kind.RANKED.forEach(each -> words.put(each.word(), each));
    return fields.choice("kind", words);
  }

  /// An id without which nothing can be answered; with all faults that are known by now.
  static EntryId required(Input input, @Nullable EntryId id) {
    if (id == null) {
      input.checks().faults().throwIfAny();
    }
    return Objects.requireNonNull(id);
  }
}
