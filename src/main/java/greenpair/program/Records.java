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
public record Records(Rows rows) {
  public Revisions revisions() {
    return new Revisions(rows);
  }

  public Remarks remarks() {
    return new Remarks(rows);
  }

  public Contacts contacts() {
    return new Contacts(rows);
  }

  public Submissions submissions() {
    return new Submissions(rows);
  }

  public Introductions introductions() {
    return new Introductions(rows);
  }

  public SavedLetters letters() {
    return new SavedLetters(rows);
  }

  public Decisions decisions() {
    return new Decisions(rows);
  }

  public StoredPlans plans() {
    return new StoredPlans(rows);
  }

  public Follows follows() {
    return new Follows(rows);
  }

  public Changes changes() {
    return new Changes(rows);
  }

  public Subscribers subscribers() {
    return new Subscribers(rows);
  }

  public Deliveries deliveries() {
    return new Deliveries(rows);
  }

  public StoredSessions sessions() {
    return new StoredSessions(rows);
  }

  public PendingLogins logins() {
    return new PendingLogins(rows);
  }

  public Tokens tokens() {
    return new Tokens(rows);
  }

  public Searches searches() {
    return new Searches(rows);
  }

  public Audit audit() {
    return new Audit(rows);
  }

  public KeptReplies replies() {
    return new KeptReplies(rows);
  }
}
