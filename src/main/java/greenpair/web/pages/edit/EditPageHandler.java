package greenpair.web.pages.edit;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Preferences;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.pages.view.EditPage;
import greenpair.pages.view.Form;
import greenpair.pages.view.PageText;
import greenpair.pages.view.Visit;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.catalog.EntryDisclosure;
import greenpair.web.http.Faults;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Input;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageQuery;
import greenpair.web.program.EditHandler;
import greenpair.web.program.EditWriter;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The pages on which needs, city profiles and the preferences of partners are entered, reviewed
/// and compared with earlier revisions. A form is based on one revision; if another user saved a
/// revision meanwhile, both texts are shown and nothing is overwritten.
public record EditPageHandler(
    PageForms forms,
    ReadEndpoint reading,
    EditWriter edits,
    EntryDisclosure disclosure,
    Clock clock) {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final int MOST_NEEDS = 1_000;
  private static final String TEMPLATE = "entry/edit";

  private EditedEntry.Reader entries() {
    return new EditedEntry.Reader(reading, disclosure);
  }

  public List<Route> routes() {
    String one = "/edits/{kind}/{id}";
    return List.of(
        Route.get("/edits", Access.EDIT, this::newNeed),
        Route.get(one, Access.MEMBER, this::show),
        Route.post(one, Access.EDIT, this::save),
        forms.form(one + "/state", Access.EDIT, edits::state, EditPageHandler::here, this::again));
  }

  private void show(Context context) {
    forms.show(
        context,
        TEMPLATE,
        (visit, query, snapshot) -> {
          EditedEntry known =
              entries().read(context, snapshot, Objects.requireNonNullElse(query.one("city"), ""));
          Form form = new Form(known.typed(0), List.of());
          String back = PageForm.back(Objects.requireNonNullElse(query.one("back"), ""));
          return page(visit, known, form, known.number(), back, null, snapshot);
        });
  }

  private void newNeed(Context context) {
    PageQuery query = PageQuery.of(context);
    EntryId city = EntryId.parse(query.one("city")).orElseThrow(NoPageException::new);
    query.checkRead();
    try (Snapshot snapshot = forms.frame().live().acquire()) {
      EntryId id = reading.read(context, (records, caller) -> free(city, records, snapshot));
      PageForm.goOn(context, "/edits/need/" + id + "?city=" + city);
    }
  }

  /// An id that no need of the city has, of the catalog or entered.
  private static EntryId free(EntryId city, Records records, Snapshot snapshot) {
    return IntStream.rangeClosed(1, MOST_NEEDS)
        .mapToObj(number -> new EntryId(city + "-n" + number))
        .filter(id -> snapshot.entry(Kind.NEED, id).isEmpty())
        .filter(id -> records.revisions().latest(Kind.NEED, id).isEmpty())
        .findFirst()
        .orElseThrow(NoPageException::new);
  }

  private void save(Context context) {
    Faults faults = new Faults();
    forms.submit(
        context,
        () -> body(context, faults),
        (input, caller) -> put(input, caller, faults),
        done -> here(context),
        this::again);
  }

  /// The write of the API, with the faults of the form, all of them by its fields.
  private WriteEndpoint.Work put(Input input, Caller caller, Faults faults) {
    try {
      return edits.put(input, caller, faults);
    } catch (RefusedException e) {
      Kind kind = Objects.requireNonNull(EditHandler.KINDS.get(input.path("kind")));
      throw new RefusedException(e.kind(), e.detail(), EditForm.named(kind, e.faults()));
    }
  }

  /// The body of the same write in the API.
  private ObjectNode body(Context context, Faults faults) {
    PageForm form = PageForm.of(context);
    EditedEntry known = known(context);
    ObjectNode line = EditForm.line(known.kind(), known.line(), form, faults);
    line.put("kind", known.kind().word()).put("id", known.id().value());
    if (known.kind() == Kind.NEED) {
      line.put("city", Objects.requireNonNull(known.city()).value());
    }
    sign(line, Objects.requireNonNull(forms.frame().visit(context).member()).caller());
    EditForm.restrict(known.kind(), line, form);
    ObjectNode body = MAPPER.createObjectNode().put("number", form.value("number"));
    body.set("entry", line);
    return form.value("reason").isEmpty() ? body : body.put("reason", form.value("reason"));
  }

  private EditedEntry known(Context context) {
    try (Snapshot snapshot = forms.frame().live().acquire()) {
      return entries().read(context, snapshot, PageForm.of(context).value("city"));
    }
  }

  /// Adds to the line who changed it last.
  private void sign(ObjectNode line, Caller caller) {
    ArrayNode sources =
        line.get("provenance") instanceof ArrayNode given ? given : line.putArray("provenance");
    for (int at = sources.size() - 1; at >= 0; at--) {
      if (sources.get(at).path("source").asString("").startsWith(EditWriter.ENTERED_BY)) {
        sources.remove(at);
      }
    }
    LocalDate today = LocalDate.now(clock);
    ObjectNode source =
        sources
            .addObject()
            .put("source", EditWriter.ENTERED_BY + caller.name())
            .put("retrieved", today.toString())
            .put("verified", false);
    if (line.has(Preferences.FIELD)) {
      source.putArray("fields").add(Preferences.FIELD);
    }
  }

  private void again(Context context, Form form, boolean isStale) {
    PageForm sent = PageForm.of(context);
    forms.show(
        context,
        TEMPLATE,
        (visit, query, snapshot) -> {
          EditedEntry known = entries().read(context, snapshot, sent.value("city"));
          boolean isConflict = isStale && !known.states().isEmpty();
          EditPage.Conflict conflict =
              isConflict
                  ? new EditPage.Conflict(
                      known.states().getFirst().made(),
                      EditPage.Change.of(known.typed(0), typed(known.kind(), sent)))
                  : null;
          int number = isConflict ? known.number() : sent.number();
          return page(visit, known, form, number, sent.back(), conflict, snapshot);
        });
  }

  private static Map<String, List<String>> typed(Kind kind, PageForm form) {
    ObjectNode line = EditForm.line(kind, MAPPER.createObjectNode(), form, new Faults());
    EditForm.restrict(kind, line, form);
    return EditForm.typed(kind, line);
  }

  private static String here(Context context) {
    return "/edits/%s/%s?back=%s"
        .formatted(
            context.pathParam("kind"),
            context.pathParam("id"),
            PageText.encode(PageForm.backOf(context)));
  }

  private EditPage page(
      Visit visit,
      EditedEntry known,
      Form form,
      int number,
      String back,
      EditPage.@Nullable Conflict conflict,
      Snapshot snapshot) {
    Caller caller = Objects.requireNonNull(visit.member()).caller();
    List<EditPage.Version> history = new ArrayList<>();
    for (int at = 0; at < known.states().size(); at++) {
      EditHandler.EditView state = known.states().get(at);
      history.add(
          new EditPage.Version(
              state.number(),
              state.state(),
              state.made(),
              state.reason(),
              EditPage.Change.of(known.typed(at + 1), known.typed(at))));
    }
    return new EditPage(
        known.kind(),
        known.id(),
        name(known.line()),
        known.city(),
        owner(known, snapshot),
        form,
        number,
        back.equals("/") ? home(known) : back,
        history,
        conflict,
        known.states().isEmpty() ? Set.of() : known.states().getFirst().withheld(),
        caller.mayChange(known.city()),
        caller.isAtLeast(Role.COORDINATOR));
  }

  private static Text owner(EditedEntry known, Snapshot snapshot) {
    EntryId city = known.city();
    Kind kind = city == null ? known.kind() : Kind.CITY;
    EntryId id = city == null ? known.id() : city;
    return snapshot.nameOrId(kind, id);
  }

  private static String home(EditedEntry known) {
    return known.city() == null
        ? "/partners/" + known.kind().word() + "/" + known.id()
        : "/cities/" + known.city();
  }

  /// The name that a line gives; null if it gives none.
  public static @Nullable Text name(JsonNode line) {
    String en = line.at("/name/en").asString("");
    String zh = line.at("/name/zh").asString("");
    return en.isBlank() && zh.isBlank()
        ? null
        : new Text(en.isBlank() ? null : en, zh.isBlank() ? null : zh);
  }
}
