package greenpair.web.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.catalog.value.Rule;
import greenpair.program.Contacts.Contact;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.access.Confidential;
import greenpair.program.database.Page;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.input.Input;
import greenpair.web.input.Rules;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Contact persons that the programme keeps. Those of a city are visible to its staff,
/// coordinators and operators; those of partners to coordinators and operators.
public record ContactHandler(ReadEndpoint reading, WriteEndpoint writing) {
  private static final String PATH = "/api/v1/contacts";

  /// Which persons a list shows.
  record Selection(
      @Rule.OneOf({"firm", "financier", "expert", "city"}) @Nullable Kind kind,
      @Rules.Known(
              value = {Kind.FINANCIER, Kind.EXPERT, Kind.CITY, Kind.FIRM},
              kindIn = "kind")
          @Nullable EntryId entry) {}

  /// A person that a caller enters.
  record NewContact(
      @Rule.OneOf({"firm", "financier", "expert", "city"}) @Rules.Required Kind kind,
      @Rules.Known(kindIn = "kind") @Rules.Required EntryId entry,
      @Rules.Line @Rules.Required String name,
      @Rules.Line @Nullable String role,
      @Rule.Form(value = ContactPerson.EMAIL_FORM, rule = "value.email") @Nullable String email,
      @Rule.Form(value = ContactPerson.PHONE_FORM, rule = "value.phone") @Nullable String phone) {}

  /// The answer to a removal, which holds nothing of the person.
  public record Removed(String id) {}

  public List<Route> routes() {
    return List.of(
        reading.listRoute(
            "contacts",
            PATH,
            Access.MEMBER,
            Selection.class,
            Contact.class,
            (wanted, records, caller, before, limit) ->
                records.contacts().list(wanted.kind(), wanted.entry(), caller, before, limit)),
        writing
            .post(PATH, Access.EDIT, this::add)
            .asNew("addContact", NewContact.class, Contact.class)
            .example("{'kind': 'firm', 'entry': 'byd', 'name': 'Li Na'}"),
        reading.oneRoute(
            "contact", PATH + "/{id}", Access.MEMBER, Contact.class, ContactHandler::find),
        writing
            .delete(PATH + "/{id}", Access.EDIT, this::remove)
            .as("removeContact", Removed.class));
  }

  private static Optional<Contact> find(Records records, Caller caller, String id) {
    return records.contacts().find(id).filter(contact -> contact.isVisibleTo(caller));
  }

  public WriteEndpoint.Work add(Input input, Caller caller) {
    NewContact sent = input.body(NewContact.class);
    if (!caller.mayChange(Contact.city(sent.kind(), sent.entry()))) {
      throw Guard.forbidden();
    }
    return (records, stamp) -> {
      Contact made =
          records
              .contacts()
              .add(FieldTable.copy(Contact.class, sent, "seq", 0L, "id", "", "made", stamp));
      return WriteEndpoint.Done.made("contact.add", subject(made), made, PATH + "/" + made.id())
          .notKept();
    };
  }

  /// The audit log states of whom a contact was, not who it was.
  private static String subject(Contact contact) {
    return "contact " + contact.id() + " of " + contact.kind().word() + " " + contact.entry();
  }

  public WriteEndpoint.Work remove(Input input, Caller caller) {
    String id = input.path("id");
    return (records, stamp) -> {
      Contact found = ReadEndpoint.found(ContactHandler::find, records, caller, id);
      records.contacts().remove(id);
      return WriteEndpoint.Done.changed("contact.remove", subject(found), new Removed(id));
    };
  }

  /// The persons of an entry that the caller may see, for its page.
  public List<Contact> of(Context context, Kind kind, EntryId entry, int most) {
    return reading.readAudited(
        context,
        (records, caller) ->
            records.contacts().list(kind, entry, caller, Page.NEWEST, most).items(),
        Confidential::secrets);
  }
}
