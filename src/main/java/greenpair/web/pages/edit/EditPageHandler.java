package greenpair.web.pages.edit;

import greenpair.catalog.EntryCodec;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Preferences;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.pages.Pages.Content;
import greenpair.pages.view.EditPage;
import greenpair.pages.view.Form;
import greenpair.pages.view.Visit;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.ConflictException;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.catalog.EntryDisclosure;
import greenpair.web.http.Fault;
import greenpair.web.http.Faults;
import greenpair.web.http.RefusedException;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.program.EditHandler;
import greenpair.web.program.EditWriter;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The pages on which needs, city profiles and the preferences of partners are entered, reviewed
/// and compared with earlier revisions. A form is based on one revision; if another user saved a
/// revision meanwhile, both texts are shown and nothing is overwritten.
public final class EditPageHandler {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String TYPED_IN = "typed in by ";
  private static final int MOST_NEEDS = 1_000;

  private final PageFrame frame;
  private final WriteEndpoint writing;
  private final ReadEndpoint reading;
  private final EditWriter edits;
  private final EditedEntry.Reader entries;
  private final Clock clock;

  public EditPageHandler(
      PageFrame frame,
      WriteEndpoint writing,
      ReadEndpoint reading,
      EditWriter edits,
      EntryCodec codec,
      EntryDisclosure disclosing,
      Clock clock) {
    this.frame = frame;
    this.writing = writing;
    this.reading = reading;
    this.edits = edits;
    this.entries = new EditedEntry.Reader(reading, codec, disclosing);
    this.clock = clock;
  }

  public List<Route> routes() {
    String one = "/edits/{kind}/{id}";
    return List.of(
        Route.get("/edits", Access.EDIT, this::newNeed),
        Route.get(one, Access.MEMBER, this::show),
        Route.post(one, Access.EDIT, this::save),
        Route.post(one + "/state", Access.EDIT, this::review));
  }

  private void show(Context context) {
    frame.showFresh(
        context,
        (visit, query, snapshot) -> {
          EditedEntry known =
              entries.read(context, snapshot, Objects.requireNonNullElse(query.one("city"), ""));
          Form form = new Form(known.typed(0), List.of());
          String back = PageForm.back(Objects.requireNonNullElse(query.one("back"), ""));
          return page(visit, known, form, known.number(), back, null, snapshot);
        });
  }

  private void newNeed(Context context) {
    frame.showFresh(
        context,
        (visit, query, snapshot) -> {
          EntryId city = EntryId.parse(query.one("city")).orElseThrow(NoPageException::new);
          EntryId id =
              reading.read(
                  context,
                  (records, caller) -> {
                    for (int number = 1; number <= MOST_NEEDS; number++) {
                      EntryId free = new EntryId(city + "-n" + number);
                      if (snapshot.entry(Kind.NEED, free).isEmpty()
                          && records.revisions().latest(Kind.NEED, free).isEmpty()) {
                        return free;
                      }
                    }
                    throw new NoPageException();
                  });
          PageForm.goOn(context, "/edits/need/" + id + "?city=" + city);
          return null;
        });
  }

  private void save(Context context) {
    PageForm form = PageForm.of(context);
    frameless(
        context,
        form,
        known -> {
          Faults faults = new Faults();
          ObjectNode base = known.line();
          ObjectNode line = EditForm.line(known.kind(), base, form, faults);
          line.put("kind", known.kind().word()).put("id", known.id().value());
          if (known.kind() == Kind.NEED) {
            line.put("city", Objects.requireNonNull(known.city()).value());
          }
          sign(line, Objects.requireNonNull(frame.visit(context).member()).caller());
          ObjectNode body = MAPPER.createObjectNode();
          body.set("entry", line);
          Set<String> hidden = known.hiddenBesideForm();
          if (form.values("private").contains("budget")) {
            hidden.add("budget");
          }
          hidden.removeIf(each -> !line.has(each));
          LineFields.list(body, "private", hidden);
          if (!form.value("reason").isEmpty()) {
            body.put("reason", form.value("reason"));
          }
          if (known.kind().isOrganisation()) {
            PreferenceForm.restrict(line, form);
          } else {
            EditForm.restrict(line, form);
          }
          faults.throwIfAny();
          var _ = writing.submit(context, body.put("number", form.value("number")), edits::put);
        });
  }

  private void review(Context context) {
    PageForm form = PageForm.of(context);
    frameless(
        context,
        form,
        known -> {
          var _ = writing.submit(context, form.body(), edits::state);
        });
  }

  /// Adds to the line who changed it last.
  private void sign(ObjectNode line, Caller caller) {
    ArrayNode sources =
        line.get("provenance") instanceof ArrayNode given ? given : line.putArray("provenance");
    for (int at = sources.size() - 1; at >= 0; at--) {
      if (sources.get(at).path("source").asString("").startsWith(TYPED_IN)) {
        sources.remove(at);
      }
    }
    LocalDate today = LocalDate.now(clock);
    ObjectNode source =
        sources
            .addObject()
            .put("source", TYPED_IN + caller.name())
            .put("retrieved", today.toString())
            .put("verified", false);
    if (line.has(Preferences.FIELD)) {
      source.putArray("fields").add(Preferences.FIELD);
    }
  }

  /// Does something to an entry.
  private interface Act {
    void on(EditedEntry known);
  }

  private void frameless(Context context, PageForm form, Act act) {
    frame.showFresh(
        context,
        (visit, query, snapshot) -> {
          EditedEntry known = entries.read(context, snapshot, form.value("city"));
          List<Fault> faults;
          EditPage.Conflict conflict = null;
          int number = form.number();
          try {
            act.on(known);
            PageForm.goOn(context, here(known, form.back()));
            return null;
          } catch (RefusedException e) {
            if (e.faults().isEmpty()) {
              throw e;
            }
            faults = e.faults();
            context.status(e.kind().status());
          } catch (ConflictException e) {
            EditedEntry now = entries.read(context, snapshot, form.value("city"));
            if (now.states().isEmpty()) {
              throw e;
            }
            faults = List.of();
            known = now;
            number = now.number();
            conflict =
                new EditPage.Conflict(
                    now.states().getFirst().made(),
                    EditForm.changes(now.typed(0), typed(known.kind(), form)));
            context.status(HttpStatus.CONFLICT);
          }
          return page(visit, known, form.again(faults), number, form.back(), conflict, snapshot);
        });
  }

  private static Map<String, List<String>> typed(Kind kind, PageForm form) {
    ObjectNode line = EditForm.line(kind, MAPPER.createObjectNode(), form, new Faults());
    Set<String> hidden = Set.copyOf(form.values("private"));
    return EditForm.typed(kind, line, hidden);
  }

  private static String here(EditedEntry known, String back) {
    return "/edits/%s/%s?back=%s"
        .formatted(known.kind().word(), known.id(), greenpair.pages.view.View.encode(back));
  }

  private Content page(
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
      EditHandler.View state = known.states().get(at);
      history.add(
          new EditPage.Version(
              state.number(),
              state.state(),
              state.made(),
              state.reason(),
              EditForm.changes(known.typed(at + 1), known.typed(at))));
    }
    EditPage page =
        new EditPage(
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
    return new Content("entry/edit", page);
  }

  private static Text owner(EditedEntry known, Snapshot snapshot) {
    EntryId city = known.city();
    Kind kind = city == null ? known.kind() : Kind.CITY;
    EntryId id = city == null ? known.id() : city;
    return snapshot.name(kind, id).orElse(new Text(id.value(), null));
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
