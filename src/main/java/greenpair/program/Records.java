package greenpair.program;

import greenpair.program.access.Audit;
import greenpair.program.access.KeptReplies;
import greenpair.program.access.PendingLogins;
import greenpair.program.access.StoredSessions;
import greenpair.program.access.Tokens;
import greenpair.program.database.Rows;
import greenpair.program.follow.Changes;
import greenpair.program.follow.Deliveries;
import greenpair.program.follow.Follows;
import greenpair.program.follow.Subscribers;
import greenpair.program.introduction.Introductions;
import greenpair.program.introduction.SavedLetters;

/// The kinds of records, in one transaction.
public record Records(
    Rows rows,
    Revisions revisions,
    Remarks remarks,
    Contacts contacts,
    Submissions submissions,
    Introductions introductions,
    SavedLetters letters,
    Decisions decisions,
    StoredPlans plans,
    Follows follows,
    Changes changes,
    Subscribers subscribers,
    Deliveries deliveries,
    StoredSessions sessions,
    PendingLogins logins,
    Tokens tokens,
    Searches searches,
    Audit audit,
    KeptReplies replies) {
  Records(Rows rows) {
    this(
        rows,
        new Revisions(rows),
        new Remarks(rows),
        new Contacts(rows),
        new Submissions(rows),
        new Introductions(rows),
        new SavedLetters(rows),
        new Decisions(rows),
        new StoredPlans(rows),
        new Follows(rows),
        new Changes(rows),
        new Subscribers(rows),
        new Deliveries(rows),
        new StoredSessions(rows),
        new PendingLogins(rows),
        new Tokens(rows),
        new Searches(rows),
        new Audit(rows),
        new KeptReplies(rows));
  }
}
