package greenpair.web.program;

import greenpair.catalog.FieldTable;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.pages.program.LetterWriter.LetterDraft;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Outbox.OutgoingMail;
import greenpair.program.introduction.SavedLetters.SavedLetter;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import greenpair.web.mail.MailServer.MailAddress;
import greenpair.web.mail.Postman;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Letters sent by mail: adds them to the outbox and shows their state. What was drafted is then
/// introduced.
///
/// @param clock in the time zone of the programme
public record MailHandler(
    ReadEndpoint reading,
    WriteEndpoint writing,
    LetterHandler letters,
    Postman postman,
    Clock clock) {
  /// Which text is sent; both for English followed by Chinese.
  enum Texts {
    EN,
    ZH,
    BOTH
  }

  /// Letters that staff of a city may send in 24 hours, so that a stolen token cannot be used to
  /// send many.
  private static final int A_DAY = 30;

  private static final String SENT = "letter.mail";

  /// A letter on its way.
  ///
  /// @param to null for who may not change things of the city: an address can be that of a person
  /// @param due when it is tried next, or when its state became known
  /// @param problem what the last try met, which can name the address; null for the same
  record MailView(
      String id,
      int number,
      @Nullable String to,
      String subject,
      OutgoingMail.State state,
      int tries,
      Instant due,
      @Nullable Text problem,
      Stamp made) {
    static MailView of(OutgoingMail mail, boolean isOwn) {
      return FieldTable.copy(
          MailView.class,
          mail,
          "to",
          isOwn ? mail.recipient() : null,
          "problem",
          isOwn ? mail.problem() : null);
    }
  }

  /// A saved letter to be sent, and what its sender saw: if two people send at once, the second
  /// request is refused.
  ///
  /// @param letter number of the saved letter
  /// @param mails how many mails there were
  record NewMail(
      @Rules.Required String to,
      @Rules.Default("both") Texts texts,
      @Rules.Range(min = 1, max = Integer.MAX_VALUE) @Rules.Required int letter,
      @Rules.Range(min = 0, max = Integer.MAX_VALUE) @Rules.Required int mails)
      implements Request {
    @Override
    public void check(BodyFields fields) {
      if (to != null && !MailAddress.isGood(to)) {
        fields
            .checks()
            .fault(
                "to",
                to,
                Message.of("mail.address", "example", "office@example.org"),
                Message.of("mail.address.next"));
      }
    }
  }

  public List<Route> routes() {
    String path = "/api/v1/introductions/{id}/mails";
    return List.of(
        Route.get(path, Access.MEMBER, this::list).asAll("letterMails", MailView.class),
        writing
            .post(path, Access.EDIT, this::send)
            .asNew("mailLetter", NewMail.class, MailView.class)
            .example("{'to': 'office@example.org', 'texts': 'both', 'letter': 1, 'mails': 0}"));
  }

  /// Whether letters can be sent.
  public boolean isThere() {
    return postman.isThere();
  }

  private void list(Context context) {
    String id = context.pathParam("id");
    reading.answer(
        context,
        Request.Nothing.class,
        (nothing, records, caller) -> {
          boolean isOwn = isOwn(records, caller, id);
          return ReadEndpoint.Shown.of(
              records.outbox().of(id).stream().map(mail -> MailView.of(mail, isOwn)).toList(),
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

  public WriteEndpoint.Work send(Input input, Caller caller) {
    String id = input.path("id");
    NewMail sent = input.body(NewMail.class);
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
              records.letters().latest(id, sent.letter()),
              sent.mails(),
              sent.to(),
              sent.texts(),
              stamp);
      if (stage == Introduction.Stage.DRAFTED) {
        Introduction.Step sending =
            new Introduction.Step(
                Introduction.Stage.INTRODUCED, LocalDate.now(clock), null, "", stamp);
        var _ = records.introductions().add(id, sending);
      }
      return WriteEndpoint.Done.made(
          SENT,
          "introduction " + id + ", letter " + saved.number() + " to " + sent.to(),
          MailView.of(made, true),
          "/api/v1/introductions/" + id + "/mails");
    };
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
