package greenpair.web.program;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Tier;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import greenpair.program.Revisions.Revision;
import greenpair.program.access.Caller;
import greenpair.program.access.Confidential;
import greenpair.program.database.Stamp;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.ValueParser;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads needs, city profiles and partners that users enter, with their history.
public record EditHandler(ReadEndpoint reading) {
  public static final Map<String, Kind> KINDS =
      Word.all(Kind.NEED, Kind.CITY, Kind.FIRM, Kind.FINANCIER);
  public static final String RESTRICTED = "restricted";
  private static final Map<String, Tier> TIERS = Word.all(Tier.values());
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// A revision as one caller is shown it.
  ///
  /// @param city null for a partner
  /// @param withheld names of private fields that are not shown
  public record EditView(
      Kind kind,
      EntryId id,
      @Nullable EntryId city,
      int number,
      Revision.State state,
      JsonNode entry,
      Set<String> withheld,
      String reason,
      Stamp made)
      implements Confidential {
    public static EditView of(Revision revision, Caller caller) {
      return of(revision, caller, Set.of());
    }

    /// Every state of one entry. What its latest state hides was perhaps open before, and is hidden
    /// in all of them.
    ///
    /// @param states newest first
    public static List<EditView> of(List<Revision> states, Caller caller) {
      Set<String> hidden =
          states.isEmpty() ? Set.of() : hidden(MAPPER.readTree(states.getFirst().line()));
      return states.stream().map(each -> of(each, caller, hidden)).toList();
    }

    /// The line of a revision without what is private or of the programme alone.
    public static ObjectNode open(Revision revision) {
      ObjectNode line = (ObjectNode) MAPPER.readTree(revision.line());
      line.remove(restricted(line).keySet());
      return line;
    }

    /// Who reads revisions is signed in, so what is of the programme is open to them.
    private static EditView of(Revision revision, Caller caller, Set<String> more) {
      ObjectNode entry = (ObjectNode) MAPPER.readTree(revision.line());
      Set<String> withheld = new TreeSet<>();
      if (!caller.maySee(Tier.PRIVATE, revision.city())) {
        withheld.addAll(hidden(entry));
        more.stream().filter(entry::has).forEach(withheld::add);
        entry.remove(withheld);
      }
      return new EditView(
          revision.kind(),
          revision.entry(),
          revision.city(),
          revision.number(),
          revision.state(),
          entry,
          withheld,
          revision.reason(),
          revision.made());
    }

    @Override
    public List<String> secrets() {
      List<String> shown = hidden(entry).stream().filter(entry::has).toList();
      return shown.isEmpty()
          ? List.of()
          : List.of(kind.word() + " " + id + ": " + String.join(", ", shown));
    }
  }

  /// The fields of a line that it restricts to [Tier#PRIVATE].
  public static Set<String> hidden(JsonNode line) {
    Set<String> hidden = new TreeSet<>();
    restricted(line)
        .forEach(
            (field, tier) -> {
              if (tier == Tier.PRIVATE) {
                hidden.add(field);
              }
            });
    return hidden;
  }

  /// Fields that a line of the catalog format restricts, with who may see them.
  public static Map<String, Tier> restricted(JsonNode line) {
    Map<String, Tier> restricted = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : line.path(RESTRICTED).properties()) {
      Tier tier = TIERS.get(each.getValue().asString(""));
      restricted.put(each.getKey(), tier == null ? Tier.PRIVATE : tier);
    }
    return restricted;
  }

  /// Which revisions a list shows.
  record Selection(
      @Rule.OneOf({"need", "city", "firm", "financier"}) @Nullable Kind kind,
      @Rules.Known(value = Kind.CITY, drafts = true) @Nullable EntryId city,
      Revision.@Nullable State state) {}

  public List<Route> routes() {
    String path = "/api/v1/edits";
    String one = path + "/{kind}/{id}";
    return List.of(
        reading.listRoute(
            "edits",
            path,
            Access.MEMBER,
            Selection.class,
            EditView.class,
            (wanted, records, caller, before, limit) ->
                records
                    .revisions()
                    .list(wanted.kind(), wanted.city(), wanted.state(), caller, before, limit)
                    .map(each -> EditView.of(each, caller))),
        Route.get(one, Access.MEMBER, context -> answer(context, List::getFirst))
            .as("edit", EditView.class)
            .where("kind", "need")
            .where("id", "typed-1"),
        Route.get(
                one + "/history",
                Access.MEMBER,
                context -> answer(context, states -> new ReadEndpoint.Items<>(states, null)))
            .asAll("editHistory", EditView.class)
            .where("kind", "need")
            .where("id", "typed-1"));
  }

  /// Answers by the states of the entry that the address names, newest first.
  private void answer(Context context, Function<List<EditView>, Object> answer) {
    ValueParser checks = reading.checks();
    Kind kind = kind(context.pathParam("kind"), checks);
    EntryId id = checks.id("id", context.pathParam("id"));
    checks.faults().throwIfAny();
    reading.answer(
        context,
        Request.Nothing.class,
        (nothing, records, caller) -> {
          List<Revision> all =
              records
                  .revisions()
                  .history(Objects.requireNonNull(kind), Objects.requireNonNull(id), caller);
          if (all.isEmpty()) {
            throw ReadEndpoint.noSuchRecord(context.pathParam("id"));
          }
          return answer.apply(EditView.of(all, caller));
        });
  }

  /// The kind that the address names; null after an error.
  static @Nullable Kind kind(String word, ValueParser checks) {
    return checks.choice("kind", word, KINDS).orElse(null);
  }
}
