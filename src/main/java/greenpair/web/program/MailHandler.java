package greenpair.web.program;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.pages.program.LetterDraft;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.access.Role;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.OutgoingMail;
import greenpair.program.introduction.SavedLetter;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Required;
import greenpair.web.mail.MailAddress;
import greenpair.web.mail.Postman;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Letters sent by mail: adds them to the outbox and shows their state.
public record MailHandler(
    ReadEndpoint reading, WriteEndpoint writing, LetterHandler letters, Postman postman) {
  /// Which text is sent; both for English followed by Chinese.
  private enum Texts {
    EN,
    ZH,
    BOTH
  }

  private static final Map<String, Texts> TEXTS =
      Map.of("en", Texts.EN, "zh", Texts.ZH, "both", Texts.BOTH);

  /// Letters that staff of a city may send in 24 hours, so that a stolen token cannot be used to
  /// send many.
  private static final int A_DAY = 30;

  private static final String SENT = "letter.mail";

  /// A letter on its way.
  ///
  /// @param to null for who may not change things of the city: an address can be that of a person
  /// @param due when it is tried next, or when its state became known
  /// @param problem what the last try met, which can name the address; null for the same
  record View(
      String id,
      int number,
      @Nullable String to,
      String subject,
      OutgoingMail.State state,
      int tries,
      Instant due,
      @Nullable Text problem,
      Stamp made)
      implements ReadEndpoint.View {
    static View of(OutgoingMail mail, boolean isOwn) {
      return new View(
          mail.id(),
          mail.number(),
          isOwn ? mail.recipient() : null,
          mail.subject(),
          mail.state(),
          mail.tries(),
          mail.due(),
          isOwn ? mail.problem() : null,
          mail.made());
    }
  }

  /// Whether letters can be sent.
  public boolean isThere() {
    return postman.isThere();
  }

  public void list(Context context) {
    String id = context.pathParam("id");
    reading.answer(
        context,
        (parameters, checks) ->
            (records, caller) -> {
              boolean isOwn = isOwn(records, caller, id);
              return ReadEndpoint.Shown.of(
                  records.outbox().of(id).stream().map(mail -> View.of(mail, isOwn)).toList(),
                  null);
            });
  }

  private static boolean isOwn(Records records, Caller caller, String id) {
    return caller.mayChange(
        ReadEndpoint.found(IntroductionHandler::find, records, caller, id).city());
  }

  /// Those of the introduction of the address, for a page; none for who may not change things of
  /// the city.
  public List<OutgoingMail> all(Context context) {
    String id = context.pathParam("id");
    return reading.read(
        context,
        (records, caller) ->
            isOwn(records, caller, id) ? records.outbox().of(id) : List.<OutgoingMail>of());
  }

  public void send(Context context) {
    writing.write(context, sending(context.pathParam("id")));
  }

  /// Reads to whom a saved letter is sent, and what its sender saw: if two people send at once, the
  /// second request is refused.
  public WriteEndpoint.RequestParser sending(String id) {
    return (input, caller) -> {
      BodyFields body = input.body();
      String to = body.string("to");
      Texts texts = body.choice("texts", TEXTS);
      Required.check(body, "to", Message.of("what.mail_address"));
      if (to != null && !MailAddress.isGood(to)) {
        input.fault(
            body.path("to"),
            to,
            Message.of("mail.address", "example", "office@example.org"),
            Message.of("mail.address.next"));
      }
      Long letter = number(body, "letter", 1, Message.of("what.letter_number"));
      Long last = number(body, "mails", 0, Message.of("what.mail_number"));
      input.check();
      LetterDraft draft = letters.drafts().draft(letters.of(caller, id), input.snapshot());
      return (records, stamp) -> {
        LetterDrafts.Kept kept = LetterHandler.kept(records, id);
        if (!postman.isThere()) {
          throw refused(Message.of("mail.none"), Message.of("mail.none.next"));
        }
        Introduction.Stage stage = kept.introduction().stage();
        if (stage == null || stage == Introduction.Stage.STOPPED) {
          throw refused(Message.of("mail.ended"), Message.of("mail.ended.next"));
        }
        Instant yesterday = stamp.at().minus(Duration.ofDays(1));
        if (caller.role() == Role.CITY && records.audit().count(caller, SENT, yesterday) >= A_DAY) {
          throw new RefusedException(
              ProblemKind.TOO_MANY_REQUESTS, Message.of("mail.too_many", "most", A_DAY));
        }
        SavedLetter saved = kept.saved();
        if (saved == null || !LetterDrafts.view(id, draft, saved).ready()) {
          throw refused(Message.of("mail.unsaved"), Message.of("mail.unsaved.next"));
        }
        OutgoingMail made =
            add(
                records,
                records.letters().latest(id, Objects.requireNonNull(letter).intValue()),
                Objects.requireNonNull(last).intValue(),
                Objects.requireNonNull(to),
                texts == null ? Texts.BOTH : texts,
                stamp);
        return WriteEndpoint.Done.made(
            SENT,
            "introduction " + id + ", letter " + saved.number() + " to " + to,
            View.of(made, true),
            "/api/v1/introductions/" + id + "/mails");
      };
    };
  }

  private static @Nullable Long number(BodyFields body, String key, long min, Message what) {
    if (body.isMissing(key)) {
      Required.missing(body, key, what);
      return null;
    }
    return body.whole(key, min, Integer.MAX_VALUE);
  }

  private static OutgoingMail add(
      Records records, SavedLetter saved, int last, String to, Texts texts, Stamp stamp) {
    return records
        .outbox()
        .add(
            saved.introduction(),
            last,
            to,
            joined(saved.subject(), texts, " / "),
            joined(saved.body(), texts, "\n\n* * *\n\n"),
            stamp);
  }

  private static String joined(Text text, Texts texts, String between) {
    return switch (texts) {
      case EN -> text.best(Language.EN);
      case ZH -> text.best(Language.ZH);
      case BOTH -> text.best(Language.EN) + between + text.best(Language.ZH);
    };
  }

  private static RefusedException refused(Message rule, Message next) {
    return RefusedException.invalid("to", null, rule, next);
  }
}
