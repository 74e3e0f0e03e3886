package greenpair.program;

import static java.util.stream.Collectors.joining;

import greenpair.catalog.EntryId;
import greenpair.program.database.ColumnValues;
import greenpair.program.database.Rows;
import greenpair.program.database.Secrets;
import greenpair.program.database.Stamp;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shadow cycles and their recorded lists. At most one cycle runs at a time.
public record ShadowCycles(Rows rows) {
  private static final int COLUMNS = 5;

  /// The one that was started last, whether or not it runs.
  public Optional<ShadowCycle> last() {
    return rows.one("SELECT * FROM shadow_cycle ORDER BY seq DESC LIMIT 1", ShadowCycles::read);
  }

  public Optional<ShadowCycle> running() {
    return last().filter(ShadowCycle::isRunning);
  }

  /// Starts a cycle; the caller made sure that none runs.
  ///
  /// @param until null for the next publication
  public ShadowCycle start(
      String proposal,
      List<ShadowCycle.Weight> weights,
      String effective,
      @Nullable Instant until,
      Stamp stamp) {
    String id = Secrets.id();
    rows.update(
        "INSERT INTO shadow_cycle (id, proposal, weights, effective, until, author, made,"
            + " generation, configuration, recordings) VALUES (?, ?, ?, ?, ?, ?, ?, '', '', 0)",
        id,
        proposal,
        weights.stream().map(ShadowCycles::line).collect(joining("\n")),
        effective,
        until == null ? null : until.toString(),
        stamp.by(),
        stamp.at().toString());
    return rows.one("SELECT * FROM shadow_cycle WHERE id = ?", ShadowCycles::read, id)
        .orElseThrow();
  }

  /// Notes that the lists of a generation and configuration are recorded. Of several servers that
  /// do so, one succeeds: what it writes in the same transaction is written once.
  public boolean advance(ShadowCycle from, String generation, String configuration) {
    return rows.update(
            "UPDATE shadow_cycle SET generation = ?, configuration = ?, recordings = recordings + 1"
                + " WHERE id = ? AND recordings = ? AND ended IS NULL",
            generation,
            configuration,
            from.id(),
            from.recordings())
        == 1;
  }

  public void add(ShadowCycle cycle, ShadowCycle.Lists lists, String generation, Instant now) {
    rows.update(
        "INSERT INTO shadow_list (cycle, kind, city, need, effective, proposed, generation, made)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        cycle.id(),
        lists.kind().word(),
        lists.city().value(),
        lists.need().value(),
        joined(lists.effective()),
        joined(lists.proposed()),
        generation,
        now.toString());
  }

  /// The recorded lists of a cycle, oldest first. Lists that stayed as they were are recorded once.
  public List<ShadowCycle.Recorded> recorded(ShadowCycle cycle) {
    return rows.all(
        "SELECT * FROM shadow_list WHERE cycle = ? ORDER BY seq",
        ShadowCycles::readLists,
        cycle.id());
  }

  /// Ends a cycle; false if it had ended already.
  public boolean end(ShadowCycle cycle, ShadowCycle.End because, Instant now) {
    return rows.update(
            "UPDATE shadow_cycle SET ended = ?, because = ? WHERE id = ? AND ended IS NULL",
            now.toString(),
            ColumnValues.word(because),
            cycle.id())
        == 1;
  }

  static ShadowCycle read(Rows.Row row) throws SQLException {
    String because = row.textOrNull("because");
    return new ShadowCycle(
        row.number("seq"),
        row.text("id"),
        row.text("proposal"),
        row.text("weights").lines().map(ShadowCycles::weight).toList(),
        row.text("effective"),
        ColumnValues.instant(row.textOrNull("until")),
        ColumnValues.made(row),
        row.text("generation"),
        row.text("configuration"),
        row.number("recordings"),
        ColumnValues.instant(row.textOrNull("ended")),
        because == null ? null : ColumnValues.choice(ShadowCycle.End.class, because));
  }

  static ShadowCycle.Recorded readLists(Rows.Row row) throws SQLException {
    return new ShadowCycle.Recorded(
        new ShadowCycle.Lists(
            ColumnValues.knownKind(row.text("kind")),
            new EntryId(row.text("city")),
            new EntryId(row.text("need")),
            ids(row.text("effective")),
            ids(row.text("proposed"))),
        row.text("generation"),
        Instant.parse(row.text("made")));
  }

  private static String line(ShadowCycle.Weight weight) {
    return String.join(
        " ",
        weight.side(),
        weight.kind().word(),
        weight.signal(),
        Double.toString(weight.before()),
        Double.toString(weight.after()));
  }

  private static ShadowCycle.Weight weight(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != COLUMNS) {
      throw new IllegalArgumentException("\"" + line + "\" is not a weight of a shadow cycle");
    }
    return new ShadowCycle.Weight(
        words[0],
        ColumnValues.knownKind(words[1]),
        words[2],
        Double.parseDouble(words[3]),
        Double.parseDouble(words[4]));
  }

  private static String joined(List<EntryId> ids) {
    return ids.stream().map(EntryId::value).collect(joining(" "));
  }

  private static List<EntryId> ids(String joined) {
    return joined.isEmpty()
        ? List.of()
        : List.of(joined.split(" ", -1)).stream().map(EntryId::new).toList();
  }
}
