package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.catalog.Text;
import greenpair.catalog.Tier;
import greenpair.program.access.Caller;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

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
