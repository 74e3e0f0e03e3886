package greenpair.program.follow;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Stamp;

/// What people follow.
public record Follows(Rows rows) {
  public static final int MOST = 200;

  /// Adds one; what the person follows already stays as it is.
  ///
  /// @return nothing if the person follows [#MOST] already
  public Optional<Follow> add(
      String person, Follow.Sort sort, String what, Text name, Stamp stamp) {
    Optional<Follow> known = find(person, sort, what);
    if (known.isPresent() || of(person).size() >= MOST) {
      return known;
    }
    return Optional.of(
        rows.add("follow", new Follow(0, "", person, sort, what, name, stamp), Map.of()));
  }

  public Optional<Follow> find(String person, Follow.Sort sort, String what) {
    return rows.one(
        Follow.class,
        "SELECT * FROM follow WHERE person = ? AND sort = ? AND what = ?",
        person,
        sort,
        what);
  }

  public List<Follow> of(String person) {
    return rows.all(Follow.class, "SELECT * FROM follow WHERE person = ? ORDER BY seq", person);
  }

  /// Those of a person, newest first, a part at a time.
  public Page<Follow> list(String person, long before, int limit) {
    return new Filter(before)
        .whereEquals("person", person)
        .page(rows, "follow", Follow.class, limit, Follow::seq);
  }

  public List<Follow> all() {
    return rows.all(Follow.class, "SELECT * FROM follow ORDER BY seq");
  }

  /// Ends one of a person.
  ///
  /// @return nothing if the person has no such one
  public Optional<Follow> remove(String person, String id) {
    Optional<Follow> found =
        rows.one(Follow.class, "SELECT * FROM follow WHERE person = ? AND id = ?", person, id);
    found.ifPresent(each -> rows.update("DELETE FROM follow WHERE id = ?", each.id()));
    return found;
  }

  /// An item that a person follows.
  ///
  /// @param person id of the [Caller][greenpair.program.access.Caller] who follows it
  /// @param what the id of an entry; the query of a saved search, such as `q=heat+pumps&kind=firm`
  /// @param name of the entry when it was followed; of a search what the person calls it
  public record Follow(
      long seq, String id, String person, Sort sort, String what, Text name, Stamp made) {
    public enum Sort {
      CITY,
      NEED,
      FIRM,
      FINANCIER,
      EXPERT,
      SEARCH;

      /// The kind of the entry.
      ///
      /// @throws IllegalStateException for a search
      public Kind kind() {
        return switch (this) {
          case CITY -> Kind.CITY;
          case NEED -> Kind.NEED;
          case FIRM -> Kind.FIRM;
          case FINANCIER -> Kind.FINANCIER;
          case EXPERT -> Kind.EXPERT;
          case SEARCH -> throw new IllegalStateException("a search is no entry");
        };
      }
    }

    /// The id of the entry; not for a search.
    public EntryId entry() {
      return new EntryId(what);
    }
  }
}
