package greenpair.program.follow;

import module java.base;

import greenpair.catalog.Language;
import greenpair.program.access.Tokens;
import greenpair.program.database.RecordMapper.Column;
import greenpair.program.database.Rows;
import greenpair.program.database.Secrets;
import org.jspecify.annotations.Nullable;

/// How people are notified of changes.
public record Subscribers(Rows rows) {
  private static final String OF_TOKEN = "token ";

  public Optional<Subscriber> of(String person) {
    return rows.one(Subscriber.class, "SELECT * FROM subscriber WHERE person = ?", person);
  }

  public Optional<Subscriber> find(String id) {
    return rows.find(Subscriber.class, "subscriber", id);
  }

  /// Notes that a person looked at the changes.
  public Subscriber saw(String person, Language language, Instant now) {
    if (of(person).isEmpty()) {
      rows.update(
          "INSERT INTO subscriber (id, person, language, secret, mailed, seen, made)"
              + " VALUES (?, ?, ?, ?, 0, ?, ?)",
          Secrets.id(),
          person,
          language,
          Secrets.secret(),
          now,
          now);
    }
    rows.update("UPDATE subscriber SET seen = ? WHERE person = ?", now, person);
    return of(person).orElseThrow();
  }

  /// Sets how a person is notified from now on. A new address is notified of later findings only.
  ///
  /// @param email null for no mail
  public Subscriber choose(
      Subscriber who, Language language, @Nullable String email, Subscriber.Digest digest) {
    long last = new Changes(rows).last();
    rows.update(
        "UPDATE subscriber SET language = ?, email = ?, digest = ?, mailed = ? WHERE id = ?",
        language,
        email,
        digest,
        email == null || email.equals(who.email()) ? who.mailed() : last,
        who.id());
    return find(who.id()).orElseThrow();
  }

  /// Ends the mails.
  public void unsubscribe(Subscriber who) {
    rows.update("UPDATE subscriber SET email = NULL WHERE id = ?", who.id());
    rows.update(
        "UPDATE delivery SET state = 'refused' WHERE subscriber = ? AND state = 'waiting'",
        who.id());
  }

  /// Makes the address of a feed, in place of the one before.
  ///
  /// @return its secret part, which cannot be had again
  public String openFeed(Subscriber who) {
    String secret = Secrets.secret();
    rows.update("UPDATE subscriber SET feed_hash = ? WHERE id = ?", Secrets.hash(secret), who.id());
    return secret;
  }

  public void closeFeed(Subscriber who) {
    rows.update("UPDATE subscriber SET feed_hash = NULL WHERE id = ?", who.id());
  }

  /// Whose feed that is, if the person may still read.
  public Optional<Subscriber> byFeed(String secret, Instant now) {
    return rows.one(
            Subscriber.class, "SELECT * FROM subscriber WHERE feed_hash = ?", Secrets.hash(secret))
        .filter(each -> mayRead(each, now));
  }

  /// People who are notified by mail and may still read.
  public List<Subscriber> byMail(Instant now) {
    return rows
        .all(Subscriber.class, "SELECT * FROM subscriber WHERE email IS NOT NULL ORDER BY seq")
        .stream()
        .filter(each -> mayRead(each, now))
        .toList();
  }

  /// Whether the token of a person is good or, of one who signs in elsewhere, whether the person
  /// came lately.
  public boolean mayRead(Subscriber who, Instant now) {
    return who.person().startsWith(OF_TOKEN)
        ? !isRevoked(who.person(), now)
        : now.isBefore(who.seen().plus(Subscriber.ABSENT));
  }

  /// Notes up to which change a mail was made; false when another server did so first.
  boolean advance(Subscriber who, long to) {
    return rows.update(
            "UPDATE subscriber SET mailed = ? WHERE id = ? AND mailed = ?",
            to,
            who.id(),
            who.mailed())
        == 1;
  }

  /// Removes what people follow who may no longer read, and their addresses: whose token was
  /// revoked or expired, and who sign in elsewhere and stayed away since then.
  public void forget(Instant now, Instant absent) {
    for (String person :
        rows.all(
            "SELECT person FROM follow UNION SELECT person FROM subscriber"
                + " WHERE email IS NOT NULL OR feed_hash IS NOT NULL",
            row -> row.text("person"))) {
      if (isGone(person, now, absent)) {
        rows.update("DELETE FROM follow WHERE person = ?", person);
        of(person)
            .ifPresent(
                who -> {
                  unsubscribe(who);
                  rows.update("UPDATE subscriber SET feed_hash = NULL WHERE id = ?", who.id());
                });
      }
    }
  }

  private boolean isGone(String person, Instant now, Instant absent) {
    if (person.startsWith(OF_TOKEN)) {
      return isRevoked(person, now);
    }
    String last =
        of(person)
            .map(who -> who.seen().toString())
            .orElseGet(
                () ->
                    rows.all(
                            "SELECT made FROM follow WHERE person = ? ORDER BY seq DESC LIMIT 1",
                            row -> row.text("made"),
                            person)
                        .getFirst());
    return Instant.parse(last).isBefore(absent);
  }

  private boolean isRevoked(String person, Instant now) {
    return new Tokens(rows)
        .find(person.substring(OF_TOKEN.length()))
        .filter(token -> token.isGood(now))
        .isEmpty();
  }

  /// How a person is notified of changes.
  ///
  /// @param email null for no mail
  /// @param hasFeed whether there is an address of a feed; only its hash is kept
  /// @param secret signs the address that ends the mails
  /// @param mailed place of the last change that was put into a mail
  /// @param seen when the person last opened the list of changes
  public record Subscriber(
      String id,
      String person,
      Language language,
      @Nullable String email,
      Digest digest,
      @Column("feed_hash") boolean hasFeed,
      String secret,
      long mailed,
      Instant seen) {
    /// How often mails are sent at most. What is found meanwhile is in the next one.
    public enum Digest {
      /// After each publication.
      EACH(Duration.ZERO),
      DAILY(Duration.ofDays(1)),
      WEEKLY(Duration.ofDays(7));

      private final Duration pause;

      Digest(Duration pause) {
        this.pause = pause;
      }

      /// The time between two mails.
      public Duration pause() {
        return pause;
      }
    }

    /// A person who signs in at a login provider is no longer notified after this time without a
    /// visit, since the provider does not report who lost the right to read.
    public static final Duration ABSENT = Duration.ofDays(90);
  }
}
