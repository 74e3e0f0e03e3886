package greenpair.program.follow;

import module java.base;

import greenpair.catalog.value.Word;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.RecordMapper.Column;
import greenpair.program.database.Rows;
import greenpair.program.database.Secrets;
import org.jspecify.annotations.Nullable;

/// Stored changes to what people follow, and the generation up to which they have been found.
public record Changes(Rows rows) {
  /// How far changes were found.
  ///
  /// @param number grows with each comparison and is part of the marks of its changes
  public record Place(String generation, long number) {}

  /// Empty before the first generation was seen.
  public Optional<Place> place() {
    return rows.one(Place.class, "SELECT * FROM change_place");
  }

  /// Begins at a generation; earlier changes are ignored. The seconds of the clock are the first
  /// number, since a database that was restored has changes with the numbers of before.
  public void begin(String generation, Instant now) {
    if (place().isEmpty()) {
      rows.update(
          "INSERT INTO change_place (one, generation, number) VALUES (1, ?, ?)",
          generation,
          now.getEpochSecond());
    }
  }

  /// Goes on to the next generation. Of several servers that do so, one succeeds: what it writes in
  /// the same transaction is written once.
  public boolean advance(Place from, String to) {
    return rows.update(
            "UPDATE change_place SET generation = ?, number = ? WHERE number = ?",
            to,
            from.number() + 1,
            from.number())
        == 1;
  }

  /// Notes a change between two generations; one that is noted already stays as it is.
  public void add(String person, CatalogChange finding, Place earlier, String later, Instant now) {
    add(person, earlier.number() + " " + finding.mark(), finding, earlier.generation(), later, now);
  }

  /// Records changes caused by time alone, once, even if a generation is published meanwhile.
  ///
  /// @return whether it was new
  public boolean addOnce(String person, CatalogChange finding, String later, Instant now) {
    return add(person, finding.mark(), finding, null, later, now) == 1;
  }

  /// Whether what time alone changed is noted already.
  public boolean isNoted(String person, CatalogChange finding) {
    return rows.one(
            "SELECT seq FROM found_change WHERE person = ? AND mark = ?",
            row -> true,
            person,
            finding.mark())
        .isPresent();
  }

  private int add(
      String person,
      String mark,
      CatalogChange finding,
      @Nullable String earlier,
      String later,
      Instant now) {
    return rows.update(
        "INSERT INTO found_change (id, person, mark, sort, kind, entry, city, need, arguments,"
            + " earlier, later, made) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (person, mark) DO NOTHING",
        Secrets.id(),
        person,
        mark,
        finding.sort(),
        finding.kind(),
        finding.entry(),
        finding.city(),
        finding.need(),
        finding.arguments(),
        earlier,
        later,
        now);
  }

  /// Those of a person; of all people for null.
  public Page<Change> list(@Nullable String person, long before, int limit) {
    return new Filter(before)
        .whereEquals("person", person)
        .page(rows, "found_change", Change.class, limit, Change::seq);
  }

  /// Those of a person behind a place, oldest first.
  public List<Change> after(String person, long seq, int limit) {
    return rows.all(
        Change.class,
        "SELECT * FROM found_change WHERE person = ? AND seq > ? ORDER BY seq LIMIT ?",
        person,
        seq,
        limit);
  }

  /// The place of the newest one of all people; 0 for none.
  public long last() {
    return rows.one(
            "SELECT COALESCE(MAX(seq), 0) AS last FROM found_change", row -> row.number("last"))
        .orElse(0L);
  }

  /// Removes those that were found before then.
  public void forget(Instant before) {
    rows.update("DELETE FROM found_change WHERE made < ?", before);
  }

  /// A change of which a person is notified.
  ///
  /// @param person id of the [Caller][greenpair.program.access.Caller] who follows the changed item
  /// @param earlier id of the generation before it; null for a change caused by time alone
  public record Change(
      long seq,
      String id,
      String person,
      CatalogChange finding,
      @Nullable String earlier,
      String later,
      @Column("made") Instant found) {
    public String key() {
      return "change." + Word.of(finding.sort());
    }
  }
}
