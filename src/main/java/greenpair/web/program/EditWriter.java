package greenpair.web.program;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.value.Word;
import greenpair.message.Message;
import greenpair.program.Revisions;
import greenpair.program.Revisions.Revision;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.Stamp;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.format.FieldProblem;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.Faults;
import greenpair.web.http.ValueParser;
import greenpair.web.input.Input;
import greenpair.web.input.Rules;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes needs, city profiles and partners and changes their review state. A change names the
/// revision on which it is based, so that concurrent changes are not overwritten.
public record EditWriter(WriteEndpoint writing, CatalogJson catalog, Clock clock) {
  /// Begins the source of what a user entered, before the name of the user.
  public static final String ENTERED_BY = "Greenpair: ";

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// A new state of an entry.
  ///
  /// @param entry in the catalog format
  record NewRevision(
      @Rules.Required ObjectNode entry,
      @Rules.Default("") String reason,
      @Rules.Default("draft") Revision.State state) {}

  record NewState(@Rules.Required Revision.State state, @Rules.Default("") String reason) {}

  public List<Route> routes() {
    String one = "/api/v1/edits/{kind}/{id}";
    return List.of(
        writing
            .put(one, Access.EDIT, this::put)
            .as("putEdit", NewRevision.class, EditHandler.EditView.class)
            .where("kind", "need")
            .where("id", "typed-1")
            .example(
                "{'entry': {'name': {'en': 'Heat'}, 'city': 'cn-jilin',"
                    + " 'budget': {'max': 2000000, 'currency': 'USD'}, 'restricted': {'budget':"
                    + " 'private'}}, 'reason': 'After the meeting of March'}"),
        writing
            .post(one + "/state", Access.EDIT, this::state)
            .as("setState", NewState.class, EditHandler.EditView.class)
            .where("kind", "need")
            .where("id", "typed-1")
            .example(
                "{'state': 'reviewed', 'reason': 'Checked with the district heating company'}"));
  }

  private WriteEndpoint.Work put(Input input, Caller caller) {
    return put(input, caller, new Faults());
  }

  /// Stores a revision.
  ///
  /// @param more faults that were found before
  public WriteEndpoint.Work put(Input input, Caller caller, Faults more) {
    Kind kind = EditHandler.kind(input.path("kind"), input.checks());
    EntryId id = input.checks().id("id", input.path("id"));
    NewRevision sent = input.body(NewRevision.class);
    input.checks().faults().addAll(more);
    Revisions.Content content =
        content(input, caller, Objects.requireNonNull(kind), known(id), sent.entry());
    EntryId owner = owner(input, kind, id);
    Set<EntryId> alike = alike(input, content.kind(), content.entry());
    return (records, stamp) -> {
      refuseAlike(input, content, alike, records.revisions());
      return add(
          input,
          owner,
          records.revisions(),
          content,
          allowed(caller, sent.state()),
          sent.reason(),
          caller,
          stamp);
    };
  }

  public WriteEndpoint.Work state(Input input, Caller caller) {
    Kind kind = EditHandler.kind(input.path("kind"), input.checks());
    EntryId id = input.checks().id("id", input.path("id"));
    NewState sent = input.body(NewState.class);
    EntryId owner = owner(input, kind, id);
    return (records, stamp) -> {
      Revision last =
          records
              .revisions()
              .latest(Objects.requireNonNull(kind), known(id))
              .orElseThrow(() -> ReadEndpoint.noSuchRecord(input.path("id")));
      Revisions.Content same =
          new Revisions.Content(last.kind(), last.entry(), last.city(), last.line());
      return add(
          input,
          owner,
          records.revisions(),
          same,
          allowed(caller, sent.state()),
          sent.reason(),
          caller,
          stamp);
    };
  }

  /// Entries of the catalog whose ids differ from that of a new entry by upper and lower case only.
  /// All ids are read, which must not happen in a transaction.
  private static Set<EntryId> alike(Input input, Kind kind, EntryId id) {
    Set<EntryId> alike = new TreeSet<>();
    if (input.snapshot().entry(kind, id).isEmpty()) {
      input
          .snapshot()
          .ids(
              kind,
              each -> {
                if (each.value().equalsIgnoreCase(id.value())) {
                  alike.add(each);
                }
              });
    }
    return alike;
  }

  /// A new entry whose id differs from another by upper and lower case only would be taken for it.
  private static void refuseAlike(
      Input input, Revisions.Content content, Set<EntryId> alike, Revisions revisions) {
    Kind kind = content.kind();
    EntryId id = content.entry();
    if (input.snapshot().entry(kind, id).isPresent() || revisions.latest(kind, id).isPresent()) {
      return;
    }
    revisions.alike(kind, id).ifPresent(alike::add);
    if (kind == Kind.NEED && content.city() != null) {
      refuseForeign(input, id, content.city());
    }
    for (EntryId each : alike) {
      input
          .checks()
          .fault(
              "id",
              id.value(),
              Message.of("edit.id_alike", "other", each),
              Message.of("edit.id_alike.next", "other", each));
    }
    input.check();
  }

  /// An id such as `us-ca-oakland-n9` is kept for the city that it begins with.
  private static void refuseForeign(Input input, EntryId id, EntryId city) {
    String word = id.value();
    for (int dash = word.lastIndexOf('-'); dash > 0; dash = word.lastIndexOf('-', dash - 1)) {
      EntryId other = new EntryId(word.substring(0, dash));
      if (!other.equals(city) && input.snapshot().city(other).isPresent()) {
        Message rule = Message.of("edit.id_foreign", "city", other);
        input.fault("id", word, rule, Message.of("edit.id_foreign.next", "city", city));
      }
    }
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
      Input input,
      @Nullable EntryId owner,
      Revisions revisions,
      Revisions.Content content,
      Revision.State state,
      String reason,
      Caller caller,
      Stamp stamp) {
    Optional<Revision> last = revisions.latest(content.kind(), content.entry());
    if (!caller.mayChange(content.city())
        || (owner != null && !caller.mayChange(owner))
        || last.filter(each -> !caller.mayChange(each.city())).isPresent()) {
      throw Guard.forbidden();
    }
    int basis = input.basis(last.map(Revision::number).orElse(0));
    Revision made = revisions.add(content, state, reason, basis, stamp);
    String subject = content.kind().word() + " " + content.entry() + " " + made.number();
    EditHandler.EditView view = EditHandler.EditView.of(made, caller);
    return made.number() == 1
        ? WriteEndpoint.Done.made(
            "edit.add",
            subject,
            view,
            "/api/v1/edits/" + content.kind().word() + "/" + content.entry())
        : WriteEndpoint.Done.changed("edit." + Word.of(state), subject, view);
  }

  /// The entry as a line of the catalog format, with all that the address and the signature say.
  private Revisions.Content content(
      Input input, Caller caller, Kind kind, EntryId id, ObjectNode entry) {
    ValueParser checks = input.checks();
    same(checks, entry, "kind", kind.word());
    same(checks, entry, "id", id.value());
    if (!entry.has("provenance")) {
      ObjectNode source = entry.putArray("provenance").addObject();
      source.put("source", ENTERED_BY + caller.name());
      source.put("retrieved", LocalDate.now(clock).toString());
      source.put("verified", false);
    }
    byte[] line = MAPPER.writeValueAsBytes(entry);
    List<FieldProblem> problems = new ArrayList<>();
    Entry read = catalog.read(entry, problems);
    checks.faults("entry", problems);
    EntryId city = read == null ? null : cityOf(input, read);
    input.check();
    return new Revisions.Content(kind, id, city, new String(line, StandardCharsets.UTF_8));
  }

  private static @Nullable EntryId cityOf(Input input, Entry entry) {
    return switch (entry) {
      case City city -> city.id();
      case Need need -> input.cityOrDraft("entry.city", need.city().value());
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
