package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.catalog.Text;
import greenpair.catalog.Tier;
import greenpair.program.access.Caller;
import greenpair.program.database.ColumnValues;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Secrets;
import greenpair.program.database.Stamp;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Contact persons at partners and cities that programme members entered.
public record Contacts(Rows rows) {
  /// Those that the caller may see, newest first; null narrows nothing.
  public Page<Contact> list(
      @Nullable Kind kind, @Nullable EntryId entry, Caller caller, long before, int limit) {
    Filter filter =
        new Filter(before).is("kind", kind == null ? null : kind.word()).is("entry", entry);
    if (!caller.maySee(Tier.PRIVATE, null)) {
      List<String> cities = caller.cities().stream().map(EntryId::value).toList();
      String marks = String.join(" OR ", Collections.nCopies(cities.size(), "entry = ?"));
      String own = cities.isEmpty() ? "1 = 0" : marks;
      filter.and("kind = '" + Kind.CITY.word() + "' AND (" + own + ")", cities);
    }
    return Page.of(filter.read(rows, "contact", Contacts::read, limit), limit, Contact::seq);
  }

  public Optional<Contact> find(String id) {
    return rows.one("SELECT * FROM contact WHERE id = ?", Contacts::read, id);
  }

  /// Adds a person. A repeated request, for example by a second click, returns the existing one.
  ///
  /// @param draft with a place and an id that count for nothing
  public Contact add(Contact draft) {
    Optional<Contact> same =
        rows
            .all(
                "SELECT * FROM contact WHERE kind = ? AND entry = ?",
                Contacts::read,
                draft.kind().word(),
                draft.entry().value())
            .stream()
            .filter(each -> each.person().equals(draft.person()))
            .findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    String id = Secrets.id();
    rows.update(
        "INSERT INTO contact (id, kind, entry, name, role, email, phone, author, made)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        draft.kind().word(),
        draft.entry().value(),
        draft.name(),
        draft.role(),
        draft.email(),
        draft.phone(),
        draft.made().by(),
        draft.made().at());
    return find(id).orElseThrow();
  }

  public void remove(String id) {
    rows.update("DELETE FROM contact WHERE id = ?", id);
  }

  static Contact read(Rows.Row row) throws SQLException {
    return new Contact(
        row.number("seq"),
        row.text("id"),
        Objects.requireNonNull(ColumnValues.kind(row.text("kind"))),
        new EntryId(row.text("entry")),
        row.text("name"),
        row.textOrNull("role"),
        row.textOrNull("email"),
        row.textOrNull("phone"),
        ColumnValues.made(row));
  }

  /// A person whom the programme knows at a partner or a city. Private; removing one deletes it.
  ///
  /// @param name in any language
  public record Contact(
      long seq,
      String id,
      Kind kind,
      EntryId entry,
      String name,
      @Nullable String role,
      @Nullable String email,
      @Nullable String phone,
      Stamp made) {
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
