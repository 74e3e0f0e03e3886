package greenpair.web.program;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.message.Message;
import greenpair.program.Contact;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.web.auth.Guard;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Ids;
import greenpair.web.input.Input;
import greenpair.web.input.Required;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Contact persons that the programme keeps. Those of a city are visible to its staff,
/// coordinators and operators; those of partners to coordinators and operators.
public record ContactHandler(ReadEndpoint reading, WriteEndpoint writing) {
  private static final Map<String, Kind> KINDS =
      ValueParser.words(new Kind[] {Kind.FIRM, Kind.FINANCIER, Kind.EXPERT, Kind.CITY});
  private static final String ADDRESS = "/api/v1/contacts/";

  /// Characters of a name or position at most.
  private static final int LONGEST = 200;

  public record View(@JsonUnwrapped @JsonIgnoreProperties("seq") Contact contact)
      implements ReadEndpoint.View, WriteEndpoint.Unkept {
    @Override
    public List<String> secrets() {
      return List.of(secret(contact.kind(), contact.entry()));
    }
  }

  /// The answer to a removal, which holds nothing of the person.
  public record Removed(String id) {}

  private static String secret(Kind kind, EntryId entry) {
    return kind.word() + " " + entry + ": contact_persons";
  }

  public void list(Context context) {
    reading.list(
        context,
        (parameters, checks) -> {
          Kind kind = parameters.choice("kind", KINDS);
          EntryId entry = Ids.of(parameters, "entry", checks);
          return (records, caller, before, limit) ->
              records.contacts().list(kind, entry, caller, before, limit);
        },
        (contact, caller) -> new View(contact),
        "kind",
        "entry");
  }

  public void one(Context context) {
    reading.one(context, ContactHandler::find, (contact, caller) -> new View(contact));
  }

  private static Optional<Contact> find(Records records, Caller caller, String id) {
    return records.contacts().find(id).filter(contact -> contact.isVisibleTo(caller));
  }

  public void add(Context context) {
    writing.write(context, adding());
  }

  public WriteEndpoint.RequestParser adding() {
    return (input, caller) -> {
      Contact draft = read(input, caller);
      return (records, stamp) -> {
        Contact made = records.contacts().add(by(draft, stamp));
        return WriteEndpoint.Done.made(
            "contact.add", subject(made), new View(made), ADDRESS + made.id());
      };
    };
  }

  private Contact read(Input input, Caller caller) {
    BodyFields body = input.body();
    Kind kind = body.choice("kind", KINDS);
    String word = body.string("entry");
    EntryId entry = kind == null ? null : input.entry("entry", word, kind);
    String name = body.string("name", LONGEST);
    String role = body.string("role", LONGEST);
    String email = body.form("email", ContactPerson.EMAIL, Message.of("value.email"));
    String phone = body.form("phone", ContactPerson.PHONE, Message.of("value.phone"));
    Required.check(body, "kind", Message.of("what.choice", "values", List.copyOf(KINDS.keySet())));
    Required.check(body, "entry", Message.of("what.contacted"));
    Required.check(body, "name", Message.of("what.person"));
    input.check();
    Kind of = Objects.requireNonNull(kind);
    if (!caller.mayChange(Contact.city(of, entry))) {
      throw Guard.forbidden();
    }
    return new Contact(
        0,
        "",
        of,
        Objects.requireNonNull(entry),
        Objects.requireNonNull(name),
        role,
        email,
        phone,
        new Stamp("", java.time.Instant.EPOCH));
  }

  private static Contact by(Contact draft, Stamp stamp) {
    return new Contact(
        draft.seq(),
        draft.id(),
        draft.kind(),
        draft.entry(),
        draft.name(),
        draft.role(),
        draft.email(),
        draft.phone(),
        stamp);
  }

  /// The audit log states of whom a contact was, not who it was.
  private static String subject(Contact contact) {
    return "contact " + contact.id() + " of " + contact.kind().word() + " " + contact.entry();
  }

  public void remove(Context context) {
    writing.write(context, removing(context.pathParam("id")));
  }

  public WriteEndpoint.RequestParser removing(String id) {
    return (input, caller) -> {
      input.parameters();
      return (records, stamp) -> {
        Contact found = ReadEndpoint.found(ContactHandler::find, records, caller, id);
        records.contacts().remove(id);
        return WriteEndpoint.Done.changed("contact.remove", subject(found), new Removed(id));
      };
    };
  }

  /// The persons of an entry that the caller may see, for its page.
  public List<Contact> of(Context context, Kind kind, EntryId entry, int most) {
    return reading.read(
        context,
        (records, caller) ->
            records.contacts().list(kind, entry, caller, Page.NEWEST, most).items(),
        found -> found.isEmpty() ? List.of() : List.of(secret(kind, entry)));
  }
}
