package greenpair.web.pages;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.pages.city.ProgramNotes;
import greenpair.program.Records;
import greenpair.program.Remarks;
import greenpair.program.Revisions.Revision;
import greenpair.program.access.Caller;
import greenpair.program.access.Confidential;
import greenpair.program.database.Page;
import greenpair.web.auth.Guard;
import greenpair.web.pages.edit.EditPageHandler;
import greenpair.web.program.EditHandler;
import greenpair.web.program.ReadEndpoint;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Reads programme data for the pages that show it. For visitors who are not signed in, the
/// database is not queried.
public record ProgramNotesReader(ReadEndpoint reading, Guard guard, Entry.Codec codec) {
  /// More than people write about one city; the newest are shown.
  private static final int MOST = 300;

  ProgramNotes ofCity(Context context, EntryId city) {
    return read(context, new Remarks.Selection(null, city, null, null, null, false), city, null);
  }

  ProgramNotes ofEntry(Context context, Kind kind, EntryId entry) {
    return read(context, new Remarks.Selection(null, null, null, kind, entry, false), null, entry);
  }

  /// All of it, newest first.
  ProgramNotes all(Context context) {
    return read(context, new Remarks.Selection(null, null, null, null, null, false), null, null);
  }

  private ProgramNotes read(
      Context context,
      Remarks.Selection wanted,
      @Nullable EntryId city,
      @Nullable EntryId partner) {
    if (!guard.caller(context).isSignedIn()) {
      return ProgramNotes.EMPTY;
    }
    return reading.readAudited(
        context,
        (records, caller) -> read(records, caller, wanted, city, partner),
        all -> Confidential.secrets(all.remarks()));
  }

  private ProgramNotes read(
      Records records,
      Caller caller,
      Remarks.Selection wanted,
      @Nullable EntryId city,
      @Nullable EntryId partner) {
    Kind kind = wanted.kind();
    return new ProgramNotes(
        records.remarks().list(wanted, caller, Page.NEWEST, MOST).items(),
        kind == Kind.SOLUTION
            ? List.of()
            : records.introductions().list(city, partner, Page.NEWEST, MOST).items().stream()
                .filter(each -> kind == null || each.kind() == kind)
                .toList(),
        kind != null
            ? List.of()
            : records.revisions().list(null, city, null, caller, Page.NEWEST, MOST).items().stream()
                .map(this::draft)
                .toList());
  }

  /// A name is never private. The need is ranked without its private fields for every caller,
  /// because a list that a hidden budget changed would disclose it.
  private ProgramNotes.Draft draft(Revision revision) {
    ObjectNode line = EditHandler.EditView.open(revision);
    Text name = EditPageHandler.name(line);
    boolean isAsked = revision.kind() == Kind.NEED && revision.state() != Revision.State.EXPIRED;
    return new ProgramNotes.Draft(
        revision.kind(),
        revision.entry(),
        name != null ? name : new Text(revision.entry().value(), null),
        revision.city(),
        revision.state(),
        revision.made(),
        isAsked ? (Need) codec.decode(line.toString().getBytes(StandardCharsets.UTF_8)) : null);
  }
}
