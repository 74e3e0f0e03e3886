package greenpair.web.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.Tier;
import greenpair.catalog.value.Rule;
import greenpair.message.Message;
import greenpair.program.Records;
import greenpair.program.Remarks;
import greenpair.program.Remarks.Remark;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pins, vetoes and notes.
public record RemarkHandler(ReadEndpoint reading, WriteEndpoint writing) {
  private static final String PATH = "/api/v1/remarks";

  /// Which remarks a list shows.
  record Selection(
      Remark.@Nullable Sort sort,
      @Rules.Known(value = Kind.CITY, drafts = true) @Nullable EntryId city,
      @Rules.Known(value = Kind.NEED, cityIn = "city", drafts = true) @Nullable EntryId need,
      @Rule.OneOf({"firm", "financier", "solution", "deployment", "expert"}) @Nullable Kind kind,
      @Rules.Known(
              value = {Kind.FINANCIER, Kind.SOLUTION, Kind.DEPLOYMENT, Kind.EXPERT, Kind.FIRM},
              kindIn = "kind")
          @Nullable EntryId entry,
      boolean withdrawn) {}

  /// A remark that a caller makes.
  record NewRemark(
      @Rules.Required Remark.Sort sort,
      @Rules.Default("programme") Tier tier,
      @Rules.Known(value = Kind.CITY, drafts = true) @Nullable EntryId city,
      @Rules.Known(value = Kind.NEED, cityIn = "city", drafts = true) @Nullable EntryId need,
      @Rule.OneOf({"firm", "financier", "solution", "deployment", "expert"}) @Nullable Kind kind,
      @Rules.Known(kindIn = "kind") @Nullable EntryId entry,
      @Rules.Default("") String body)
      implements Request {
    @Override
    public void check(BodyFields fields) {
      if (fields.isMissing("city") && fields.isMissing("entry")) {
        fields.missing("city", Message.of("what.city_or_entry"));
      }
      if (fields.isMissing("kind") != fields.isMissing("entry")) {
        String other = fields.isMissing("kind") ? "kind" : "entry";
        fields.missing(other, Message.of("what.kind_and_entry"));
      }
      if (!fields.isMissing("need") && fields.isMissing("city")) {
        fields.missing("city");
      }
      if (sort != null && sort != Remark.Sort.NOTE && fields.isMissing("entry")) {
        fields.missing("entry");
      }
      if (sort != null && sort != Remark.Sort.PIN && fields.isMissing("body")) {
        fields.missing("body");
      }
    }
  }

  public List<Route> routes() {
    return List.of(
        reading.listRoute(
            "remarks", PATH, Access.READ, Selection.class, Remark.class, RemarkHandler::list),
        writing
            .post(PATH, Access.EDIT, this::add)
            .asNew("addRemark", NewRemark.class, Remark.class)
            .example(
                "{'sort': 'note', 'tier': 'programme', 'city': 'cn-jilin',"
                    + " 'body': 'The council prefers local firms.'}"),
        reading.oneRoute("remark", PATH + "/{id}", Access.READ, Remark.class, RemarkHandler::find),
        writing
            .delete(PATH + "/{id}", Access.EDIT, this::withdraw)
            .as("withdrawRemark", Remark.class));
  }

  private static Page<Remark> list(
      Selection wanted, Records records, Caller caller, long before, int limit) {
    Remarks.Selection selection = FieldTable.copy(Remarks.Selection.class, wanted);
    return records.remarks().list(selection, caller, before, limit);
  }

  private static Optional<Remark> find(Records records, Caller caller, String id) {
    return records.remarks().find(id).filter(remark -> remark.isVisibleTo(caller));
  }

  public WriteEndpoint.Work add(Input input, Caller caller) {
    NewRemark sent = input.body(NewRemark.class);
    if (!caller.mayChange(sent.city())) {
      throw Guard.forbidden();
    }
    return (records, stamp) -> {
      Remark draft =
          FieldTable.copy(
              Remark.class, sent, "seq", 0L, "id", "", "made", stamp, "withdrawn", null);
      Optional<Remark> same = records.remarks().same(draft);
      Remark made = same.orElseGet(() -> records.remarks().add(draft));
      String action = same.isPresent() ? WriteEndpoint.Done.NO_CHANGE : "remark.add";
      return WriteEndpoint.Done.made(action, "remark " + made.id(), made, PATH + "/" + made.id());
    };
  }

  public WriteEndpoint.Work withdraw(Input input, Caller caller) {
    String id = input.path("id");
    return (records, stamp) -> {
      Remark found = ReadEndpoint.found(RemarkHandler::find, records, caller, id);
      if (!caller.mayChange(found.city())) {
        throw Guard.forbidden();
      }
      Remark gone = records.remarks().withdraw(id, stamp);
      return WriteEndpoint.Done.changed("remark.withdraw", "remark " + id, gone);
    };
  }
}
