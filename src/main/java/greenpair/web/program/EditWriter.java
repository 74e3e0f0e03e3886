package greenpair.web.program;

import greenpair.catalog.City;
import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.message.Message;
import greenpair.program.Revision;
import greenpair.program.Revisions;
import greenpair.program.access.Caller;
import greenpair.program.access.Role;
import greenpair.program.database.Stamp;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import greenpair.registry.format.CatalogJson;
import greenpair.web.auth.Guard;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Ids;
import greenpair.web.input.Input;
import greenpair.web.input.Required;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes needs, city profiles and partners and changes their review state. A change names the
/// revision on which it is based, so that concurrent changes are not overwritten.
public record EditWriter(
    WriteEndpoint writing, DraftLookup typedIn, CatalogJson catalog, Clock clock) {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// What makes an entry the one that it is, and without which it is none, cannot be hidden.
  private static final Set<String> PUBLIC =
      Set.of("kind", "id", "name", "city", "country", "provenance", EditHandler.RESTRICTED);

  public void put(Context context) {
    writing.write(context, putting(context, last -> IfMatch.expected(context, last)));
  }

  /// Reads a request that puts a new state of an entry.
  ///
  /// @param expected the number of the revision that the change is based on, from that of the one
  ///     that holds
  public WriteEndpoint.RequestParser putting(Context context, IntUnaryOperator expected) {
    return (input, caller) -> {
      ValueParser checks = input.checks();
      Kind kind = EditHandler.kind(context, checks);
      EntryId id = Ids.read("id", context.pathParam("id"), checks);
      BodyFields body = input.body();
      ObjectNode entry = entry(body);
      Set<String> hidden = new TreeSet<>(body.list("private", (where, text) -> Optional.of(text)));
      String reason = body.string("reason");
      Revision.State state = body.choice("state", EditHandler.STATES);
      input.check();
      Revisions.Content content =
          content(
              input, caller, kind, id, entry == null ? MAPPER.createObjectNode() : entry, hidden);
      EntryId owner = owner(input, kind, id);
      return (records, stamp) ->
          add(
              context,
              owner,
              records.revisions(),
              content,
              allowed(caller, state == null ? Revision.State.DRAFT : state),
              reason,
              expected,
              caller,
              stamp);
    };
  }

  public void state(Context context) {
    writing.write(context, stating(context, last -> IfMatch.expected(context, last)));
  }

  /// Reads a request that changes the review state of an entry.
  public WriteEndpoint.RequestParser stating(Context context, IntUnaryOperator expected) {
    return (input, caller) -> {
      Kind kind = EditHandler.kind(context, input.checks());
      EntryId id = Ids.read("id", context.pathParam("id"), input.checks());
      BodyFields body = input.body();
      Revision.State state = body.choice("state", EditHandler.STATES);
      String reason = body.string("reason");
      Required.check(
          body,
          "state",
          Message.of("what.choice", "values", List.of("draft", "reviewed", "expired")));
      input.check();
      EntryId owner = owner(input, kind, id);
      return (records, stamp) -> {
        Revision last =
            Optional.ofNullable(kind)
                .flatMap(of -> records.revisions().latest(of, known(id)))
                .orElseThrow(() -> ReadEndpoint.noSuchRecord(context.pathParam("id")));
        Revisions.Content same =
            new Revisions.Content(
                last.kind(), last.entry(), last.city(), last.line(), last.privateFields());
        Revision.State next = allowed(caller, state == null ? last.state() : state);
        return add(
            context, owner, records.revisions(), same, next, reason, expected, caller, stamp);
      };
    };
  }

  /// The city that the catalog's entry of that id belongs to; null if there is none. A caller who
  /// enters data for an entry of the catalog must be allowed to change it.
  private static @Nullable EntryId owner(Input input, @Nullable Kind kind, @Nullable EntryId id) {
    return kind == null || id == null
        ? null
        : input.snapshot().entry(kind, id).map(Disclosure::city).orElse(null);
  }

  private static EntryId known(@Nullable EntryId id) {
    return Objects.requireNonNull(id);
  }

  /// Entries of a city's own staff must be reviewed by another person.
  private static Revision.State allowed(Caller caller, Revision.State state) {
    if (state == Revision.State.REVIEWED && !caller.isAtLeast(Role.COORDINATOR)) {
      throw Guard.forbidden();
    }
    return state;
  }

  private static WriteEndpoint.Done add(
      Context context,
      @Nullable EntryId owner,
      Revisions revisions,
      Revisions.Content content,
      Revision.State state,
      @Nullable String reason,
      IntUnaryOperator expected,
      Caller caller,
      Stamp stamp) {
    Optional<Revision> last = revisions.latest(content.kind(), content.entry());
    if (!caller.mayChange(content.city())
        || (owner != null && !caller.mayChange(owner))
        || last.filter(each -> !caller.mayChange(each.city())).isPresent()) {
      throw Guard.forbidden();
    }
    int basis = expected.applyAsInt(last.map(Revision::number).orElse(0));
    Revision made = revisions.add(content, state, reason == null ? "" : reason, basis, stamp);
    String subject = content.kind().word() + " " + content.entry() + " " + made.number();
    EditHandler.View view = EditHandler.View.of(made, caller);
    return made.number() == 1
        ? WriteEndpoint.Done.made("edit.add", subject, view, context.req().getRequestURI())
        : WriteEndpoint.Done.changed(
            "edit." + state.name().toLowerCase(Locale.ROOT), subject, view);
  }

  private static @Nullable ObjectNode entry(BodyFields body) {
    JsonNode value = body.any("entry");
    if (value == null) {
      Required.missing(body, "entry", Message.of("what.entry"));
    } else if (!(value instanceof ObjectNode)) {
      body.fault("entry", value, Message.of("check.object"));
    }
    return value instanceof ObjectNode object ? object : null;
  }

  /// The entry as a line of the catalog format, with all that the address and the signature say.
  private Revisions.Content content(
      Input input,
      Caller caller,
      @Nullable Kind kind,
      @Nullable EntryId id,
      ObjectNode entry,
      Set<String> hidden) {
    ValueParser checks = input.checks();
    Kind of = Objects.requireNonNull(kind);
    same(checks, entry, "kind", of.word());
    same(checks, entry, "id", known(id).value());
    if (!entry.has("provenance")) {
      ObjectNode source = entry.putArray("provenance").addObject();
      source.put("source", "typed in by " + caller.name());
      source.put("retrieved", LocalDate.now(clock).toString());
      source.put("verified", false);
    }
    for (String name : hidden) {
      if (PUBLIC.contains(name) || !entry.has(name)) {
        checks.fault("private", name, Message.of("edit.private"), Message.of("next.leave_out"));
      }
    }
    byte[] line = MAPPER.writeValueAsBytes(entry);
    EntryId city = null;
    switch (catalog.read(line, new Origin("entry", 1))) {
      case LineResult.Rejected rejected ->
          checks.fault(
              "entry",
              null,
              Message.of("edit.format", "problem", rejected.problem()),
              Message.of("edit.format.next"));
      case LineResult.Accepted accepted -> city = cityOf(input, accepted.entry());
    }
    input.check();
    return new Revisions.Content(
        of, known(id), city, new String(line, StandardCharsets.UTF_8), hidden);
  }

  private @Nullable EntryId cityOf(Input input, Entry entry) {
    return switch (entry) {
      case City city -> city.id();
      case Need need -> typedIn.city(input, "entry.city", need.city().value());
      default -> null;
    };
  }

  private static void same(ValueParser checks, ObjectNode entry, String key, String expected) {
    JsonNode value = entry.get(key);
    if (value == null) {
      entry.put(key, expected);
    } else if (!value.asString("").equals(expected)) {
      checks.fault(
          "entry." + key,
          value.toString(),
          Message.of("edit.same", "expected", expected),
          Message.of("edit.same.next"));
    }
  }
}
