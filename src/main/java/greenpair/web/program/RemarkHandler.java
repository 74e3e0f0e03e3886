package greenpair.web.program;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Tier;
import greenpair.message.Message;
import greenpair.program.Records;
import greenpair.program.Remark;
import greenpair.program.Remarks;
import greenpair.program.access.Caller;
import greenpair.web.auth.Guard;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Ids;
import greenpair.web.input.Input;
import greenpair.web.input.Required;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pins, vetoes and notes.
public record RemarkHandler(ReadEndpoint reading, WriteEndpoint writing, DraftLookup typedIn) {
  private static final Map<String, Remark.Sort> SORTS = ValueParser.words(Remark.Sort.values());
  private static final Map<String, Tier> TIERS = ValueParser.words(Tier.values());
  private static final Map<String, Kind> KINDS =
      ValueParser.words(
          new Kind[] {Kind.FIRM, Kind.FINANCIER, Kind.SOLUTION, Kind.DEPLOYMENT, Kind.EXPERT});
  private static final String ADDRESS = "/api/v1/remarks/";

  /// A remark as it is shown.
  public record View(@JsonUnwrapped @JsonIgnoreProperties("seq") Remark remark)
      implements ReadEndpoint.View {
    @Override
    public List<String> secrets() {
      return remark.tier() == Tier.PRIVATE ? List.of("remark " + remark.id()) : List.of();
    }
  }

  public void list(Context context) {
    reading.list(
        context,
        (parameters, checks) -> {
          Remarks.Selection wanted =
              new Remarks.Selection(
                  parameters.choice("sort", SORTS),
                  Ids.of(parameters, "city", checks),
                  Ids.of(parameters, "need", checks),
                  parameters.choice("kind", KINDS),
                  Ids.of(parameters, "entry", checks),
                  parameters.flag("withdrawn"));
          return (records, caller, before, limit) ->
              records.remarks().list(wanted, caller, before, limit);
        },
        (remark, caller) -> new View(remark),
        "sort",
        "city",
        "need",
        "kind",
        "entry",
        "withdrawn");
  }

  public void one(Context context) {
    reading.one(context, RemarkHandler::find, (remark, caller) -> new View(remark));
  }

  private static Optional<Remark> find(Records records, Caller caller, String id) {
    return records.remarks().find(id).filter(remark -> remark.isVisibleTo(caller));
  }

  public void add(Context context) {
    writing.write(context, adding());
  }

  public WriteEndpoint.RequestParser adding() {
    return (input, caller) -> {
      Remark draft = read(input, caller);
      return (records, stamp) -> {
        Remark made = records.remarks().add(draft.by(stamp));
        return WriteEndpoint.Done.made(
            "remark.add", "remark " + made.id(), new View(made), ADDRESS + made.id());
      };
    };
  }

  private Remark read(Input input, Caller caller) {
    BodyFields body = input.body();
    Remark.Sort sort = body.choice("sort", SORTS);
    Tier tier = body.choice("tier", TIERS);
    EntryId city = typedIn.city(input, "city", body.string("city"));
    EntryId need = typedIn.need(input, "need", body.string("need"), city);
    Kind kind = body.choice("kind", KINDS);
    String word = body.string("entry");
    EntryId entry = kind == null ? null : input.entry("entry", word, kind);
    String text = body.string("body");
    if (sort == null && body.isMissing("sort")) {
      Required.missing(
          body, "sort", Message.of("what.choice", "values", List.of("pin", "veto", "note")));
    }
    if (body.isMissing("city") && body.isMissing("entry")) {
      Required.missing(body, "city", Message.of("what.city_or_entry"));
    }
    if (body.isMissing("kind") != body.isMissing("entry")) {
      String other = body.isMissing("kind") ? "kind" : "entry";
      Required.missing(body, other, Message.of("what.kind_and_entry"));
    }
    if (!body.isMissing("need") && body.isMissing("city")) {
      Required.missing(body, "city", Message.of("what.city_of_need"));
    }
    if (sort != null && sort != Remark.Sort.NOTE && body.isMissing("entry")) {
      Required.missing(body, "entry", Message.of("what.remarked"));
    }
    if (sort != null && sort != Remark.Sort.PIN && body.isMissing("body")) {
      Required.missing(body, "body", Message.of("what.remark"));
    }
    input.check();
    if (!caller.mayChange(city)) {
      throw Guard.forbidden();
    }
    return new Remark(
        0,
        "",
        sort == null ? Remark.Sort.NOTE : sort,
        tier == null ? Tier.PROGRAMME : tier,
        city,
        need,
        kind,
        entry,
        text == null ? "" : text,
        Remark.UNMADE,
        null);
  }

  public void withdraw(Context context) {
    writing.write(context, withdrawing(context.pathParam("id")));
  }

  public WriteEndpoint.RequestParser withdrawing(String id) {
    return (input, caller) -> {
      input.parameters();
      return (records, stamp) -> {
        Remark found = ReadEndpoint.found(RemarkHandler::find, records, caller, id);
        if (!caller.mayChange(found.city())) {
          throw Guard.forbidden();
        }
        Remark gone = records.remarks().withdraw(id, stamp);
        return WriteEndpoint.Done.changed("remark.withdraw", "remark " + id, new View(gone));
      };
    };
  }
}
