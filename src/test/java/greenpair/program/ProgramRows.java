package greenpair.program;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Tier;
import greenpair.program.Contacts.Contact;
import greenpair.program.Remarks.Remark;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import org.jspecify.annotations.Nullable;

/// What tests of the programme data write, and who reads it.
public final class ProgramRows {
  static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  static final Stamp ADA = new Stamp("Ada", NOW);
  static final EntryId JILIN = new EntryId("cn-jilin");
  static final EntryId OAKLAND = new EntryId("us-ca-oakland");
  static final Caller COORDINATOR = new Caller("token Li", "Li", Role.COORDINATOR, Set.of());
  static final Caller READER = new Caller("token Bo", "Bo", Role.READER, Set.of());
  static final Caller OF_OAKLAND = new Caller("token Wu", "Wu", Role.CITY, Set.of(OAKLAND));
  static final Caller OF_JILIN = new Caller("token Wang", "Wang", Role.CITY, Set.of(JILIN));
  static final Remarks.Selection ALL = new Remarks.Selection(null, null, null, null, null, false);

  static final Contact CONTACT =
      new Contact(0, "", Kind.CITY, JILIN, "李四", null, "li@example.org", null, ADA);

  /// What the room itself does not read counts for nothing here.
  public static final Consumer<Record> ANY = row -> {};

  private ProgramRows() {}

  static Revisions.Content need(String id, String line) {
    return new Revisions.Content(Kind.NEED, new EntryId(id), JILIN, line);
  }

  static Remark remark(Remark.Sort sort, Tier tier, @Nullable EntryId city, String body) {
    return new Remark(
        0, "", sort, tier, city, null, Kind.FIRM, new EntryId("byd"), body, ADA, null);
  }

  public static Introduction introduction(EntryId city) {
    Introduction.Step first =
        new Introduction.Step(
            Introduction.Stage.INTRODUCED, LocalDate.of(2026, 2, 3), null, "by mail", ADA);
    return new Introduction(0, "", city, null, Kind.FIRM, new EntryId("byd"), ADA, List.of(first));
  }

  /// The texts of all remarks, also of hidden ones.
  public static List<String> allBodies(ProgramStore store) {
    Remarks.Selection all = new Remarks.Selection(null, null, null, null, null, true);
    return bodies(
        store.read(records -> records.remarks().list(all, COORDINATOR, Page.NEWEST, 1_000_000)));
  }

  static List<String> bodies(Page<Remark> page) {
    return page.items().stream().map(Remark::body).toList();
  }
}
