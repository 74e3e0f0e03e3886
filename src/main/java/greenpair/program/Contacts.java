package greenpair.program;

import module java.base;

import com.fasterxml.jackson.annotation.JsonIgnore;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.catalog.Text;
import greenpair.catalog.Tier;
import greenpair.program.access.Caller;
import greenpair.program.access.Confidential;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// Contact persons at partners and cities that programme members entered.
public record Contacts(Rows rows) {
  /// Those that the caller may see, newest first; null narrows nothing.
  public Page<Contact> list(
      @Nullable Kind kind, @Nullable EntryId entry, Caller caller, long before, int limit) {
    Filter filter = new Filter(before).whereEquals("kind", kind).whereEquals("entry", entry);
    if (!caller.maySee(Tier.PRIVATE, null)) {
      List<EntryId> cities = List.copyOf(caller.cities());
      filter
          .whereEquals("kind", Kind.CITY)
          .where("entry IN (" + Rows.marks(cities.size()) + ")", cities);
    }
    return filter.page(rows, "contact", Contact.class, limit, Contact::seq);
  }

  public Optional<Contact> find(String id) {
    return rows.find(Contact.class, "contact", id);
  }

  /// Adds a person. A repeated request, for example by a second click, returns the existing one.
  ///
  /// @param draft with a place and an id that count for nothing
  public Contact add(Contact draft) {
    Optional<Contact> same =
        rows
            .all(
                Contact.class,
                "SELECT * FROM contact WHERE kind = ? AND entry = ?",
                draft.kind(),
                draft.entry())
            .stream()
            .filter(each -> each.person().equals(draft.person()))
            .findFirst();
    return same.orElseGet(() -> rows.add("contact", draft, Map.of()));
  }

  public void remove(String id) {
    rows.update("DELETE FROM contact WHERE id = ?", id);
  }

  /// A person whom the programme knows at a partner or a city. Private; removing one deletes it.
  ///
  /// @param name in any language
  public record Contact(
      @JsonIgnore long seq,
      String id,
      Kind kind,
      EntryId entry,
      String name,
      @Nullable String role,
      @Nullable String email,
      @Nullable String phone,
      Stamp made)
      implements Confidential {
    @Override
    public List<String> secrets() {
      return List.of(kind.word() + " " + entry + ": contact_persons");
    }

    /// The city whose staff may see and change it besides coordinators; null for a partner.
    public static @Nullable EntryId city(Kind kind, @Nullable EntryId entry) {
      return kind == Kind.CITY ? entry : null;
    }

    public boolean isVisibleTo(Caller caller) {
      return caller.maySee(Tier.PRIVATE, city(kind, entry));
    }

    /// As an entry of the catalog has it.
    public ContactPerson person() {
      return new ContactPerson(text(name), role == null ? null : text(role), email, phone);
    }

    private static Text text(String words) {
      boolean isChinese = words.codePoints().anyMatch(Character::isIdeographic);
      return isChinese ? new Text(null, words) : new Text(words, null);
    }
  }
}
