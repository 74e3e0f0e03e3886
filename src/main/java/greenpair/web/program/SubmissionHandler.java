package greenpair.web.program;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import greenpair.message.Message;
import greenpair.program.Contacts.Contact;
import greenpair.program.Records;
import greenpair.program.Submissions;
import greenpair.program.Submissions.Submission;
import greenpair.program.Submissions.Submission.Person;
import greenpair.program.Submissions.Submission.Sort;
import greenpair.program.Submissions.Submission.State;
import greenpair.program.access.Caller;
import greenpair.program.access.Confidential;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.Fault;
import greenpair.web.http.Limiter;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// Claims and corrections of profiles, interest of partners in needs, and questions of cities to
/// partners: anybody may send them, a coordinator answers.
///
/// @param limiter of those who are not signed in
public record SubmissionHandler(
    ReadEndpoint reading, WriteEndpoint writing, Guard guard, Limiter limiter, Clock clock) {
  /// Submissions of one sort about one entry or need that wait or were accepted.
  private static final int MOST_ALIKE = 20;

  private static final int MOST_OPEN = 1_000;
  private static final String PATH = "/api/v1/submissions";

  /// How many a visitor may send in a minute.
  public static final int PER_MINUTE = 5;

  /// What stands before the domain of a firm. Never before what may be a suffix that many share,
  /// such as `co.uk`, so that no address elsewhere is at it.
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:www[0-9]?|m|en|english|cn|zh|global|corp)\\."
              + "(?=[^.]{4,}\\.|[^.]+\\.[^.]{3,}$|[^.]+\\.[^.]+\\.)");

  /// Domains at which anybody gets an address.
  private static final Pattern FREE =
      Pattern.compile(
          "\\.(?:g(?:oogle)?mail\\.com|gmx\\..*|(?:hotmail|live|outlook|yahoo|yandex)\\..*|(?:icloud"
              + "|me|mac|msn|aol|mail|proton(?:mail)?|zoho|foxmail|qq|163|126|139|sohu|tom|sina|naver)"
              + "\\.(?:com|me)|sina\\.(?:com\\.)?cn|189\\.cn|yeah\\.net|web\\.de|mail\\.ru)");

  /// Which of them a list shows.
  record Selection(
      @Nullable Sort sort,
      @Nullable State state,
      @Nullable Kind kind,
      @Rules.Known(
              value = {Kind.FINANCIER, Kind.EXPERT, Kind.FIRM},
              kindIn = "kind")
          @Nullable EntryId entry,
      @Rules.Known(Kind.CITY) @Nullable EntryId city,
      @Rules.Known(value = Kind.NEED, cityIn = "city") @Nullable EntryId need) {}

  /// The answer of a coordinator.
  record Settlement(
      @Rule.OneOf({"accepted", "declined"}) @Rules.Required State state,
      @Nullable LocalDate available,
      @Rule.Most(2_000) @Nullable String reason)
      implements Request {
    @Override
    public void check(BodyFields fields) {
      if (state == State.DECLINED) {
        fields.require("reason");
      }
    }
  }

  public List<Route> routes() {
    return List.of(
        reading.listRoute(
            "submissions",
            PATH,
            Access.READ,
            Selection.class,
            Submission.class,
            (wanted, records, caller, before, limit) ->
                records
                    .submissions()
                    .list(
                        FieldTable.copy(Submissions.Selection.class, wanted), caller, before, limit)
                    .map(each -> each.seenBy(caller))),
        Route.post(PATH, Access.READ, context -> writing.write(context, add(context)))
            .asNew("addSubmission", NewSubmission.class, Submission.class)
            .example(
                "{'sort': 'correction', 'kind': 'firm', 'entry': 'byd', 'name': 'Li Na',"
                    + " 'email': 'li@example.org', 'body': 'We sold this business in 2025.'}"),
        reading.oneRoute(
            "submission", PATH + "/{id}", Access.READ, Submission.class, SubmissionHandler::find),
        writing
            .post(PATH + "/{id}/answer", Access.COORDINATE, this::answer)
            .as("answerSubmission", Settlement.class, Submission.class)
            .example("{'state': 'accepted', 'available': '2027-03-01'}"),
        writing
            .delete(PATH + "/{id}", Access.READ, this::withdraw)
            .as("withdrawSubmission", Submission.class));
  }

  /// Whoever knows the id may see it.
  public static Optional<Submission> find(Records records, Caller caller, String id) {
    return records.submissions().find(id);
  }

  /// A submission that anybody sends; only so many a minute are stored for a visitor.
  public WriteEndpoint.RequestParser add(Context context) {
    return (input, caller) -> {
      NewSubmission sent = input.body(NewSubmission.class, made -> check(input, made));
      EntryId city =
          sent.need() == null
              ? null
              : input
                  .snapshot()
                  .entry(Kind.NEED, sent.need())
                  .map(Need.class::cast)
                  .map(Need::city)
                  .orElse(null);
      if (sent.sort() == Sort.REQUEST && !caller.mayChange(city)) {
        throw Guard.forbidden();
      }
      if (!caller.isSignedIn()) {
        guard.checkSite(context);
        limiter.check(context);
      }
      return (records, stamp) -> add(records, sent.submission(city, stamp));
    };
  }

  private void check(Input input, NewSubmission sent) {
    EntryId entry = sent.entry();
    if (sent.available() != null && sent.available().isBefore(LocalDate.now(clock))) {
      Message rule = Message.of("check.not_past");
      input.fault("available", sent.available().toString(), rule, Message.of("next.correct"));
    }
    if (sent.sort() == Sort.CLAIM && sent.kind() != null && entry != null && sent.email() != null) {
      String host =
          input.snapshot().entry(sent.kind(), entry).map(SubmissionHandler::host).orElse("");
      if (!host.isEmpty() && !isOf(sent.email(), host)) {
        Message rule =
            Message.of("submission.foreign", "host", PREFIX.matcher(host).replaceFirst(""));
        input.fault("email", sent.email(), rule, Message.of("submission.foreign.next"));
      }
    }
  }

  /// Whether an email address can only be of the firm with this website.
  static boolean isOf(String email, String host) {
    String domain = email.replaceFirst(".*@", ".").toLowerCase(Locale.ROOT);
    String own = PREFIX.matcher(host).replaceFirst("");
    return domain.endsWith("." + own) && !FREE.matcher(domain).matches();
  }

  /// The host of the website in the profile; empty if it has none.
  private static String host(Entry entry) {
    String website = Entry.partner(entry).website();
    String host = website == null ? null : URI.create(website).getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }

  private static WriteEndpoint.Done add(Records records, Submission draft) {
    List<Submission> alike = records.submissions().alike(draft);
    Optional<Submission> same = alike.stream().filter(each -> each.isRepeatedBy(draft)).findFirst();
    if (same.isEmpty()) {
      refuse(records, draft, alike);
    }
    Submission made = same.orElseGet(() -> records.submissions().add(draft));
    String action = same.isPresent() ? WriteEndpoint.Done.NO_CHANGE : "submission.add";
    return WriteEndpoint.Done.made(action, made.subject(), made, PATH + "/" + made.id()).notKept();
  }

  private static void refuse(Records records, Submission draft, List<Submission> alike) {
    EntryId entry = draft.entry();
    boolean isClaim = draft.sort() == Sort.CLAIM;
    if ((isClaim || draft.sort() == Sort.REQUEST) && entry != null && !alike.isEmpty()) {
      String day = alike.getFirst().made().at().toString().substring(0, 10);
      Message rule = Message.of(isClaim ? "submission.claim" : "submission.request", "date", day);
      Message next = Message.of(isClaim ? "submission.claim.next" : "submission.request.next");
      throw new RefusedException(
          ProblemKind.DUPLICATE, Fault.of("entry", entry.value(), rule, next));
    }
    if (alike.size() >= MOST_ALIKE || records.submissions().open() >= MOST_OPEN) {
      throw new RefusedException(ProblemKind.TOO_MANY_REQUESTS, Message.of("submission.full"));
    }
  }

  /// Accepts or declines one; a partner's person is then among its contacts.
  public WriteEndpoint.Work answer(Input input, Caller caller) {
    String id = input.path("id");
    Settlement sent = input.body(Settlement.class);
    return (records, stamp) -> {
      Submission found = ReadEndpoint.found(SubmissionHandler::find, records, caller, id);
      if (!records.submissions().answer(id, sent.state(), sent.available(), sent.reason(), stamp)) {
        String word = Word.of(found.state());
        throw RefusedException.invalid(
            "state", word, Message.of("submission.settled"), Message.of("submission.settled.next"));
      }
      if (sent.state() == State.ACCEPTED && found.sort() != Sort.CORRECTION) {
        contact(found, stamp).ifPresent(records.contacts()::add);
      }
      Submission now = records.submissions().find(id).orElseThrow();
      String action = "submission." + Word.of(now.state());
      return WriteEndpoint.Done.changed(action, now.subject(), now).notKept();
    };
  }

  private static Optional<Contact> contact(Submission found, Stamp stamp) {
    Person person = found.person();
    if (person == null || found.kind() == null || found.entry() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Contact(
            0,
            "",
            found.kind(),
            found.entry(),
            person.name(),
            null,
            person.email(),
            person.phone(),
            stamp));
  }

  /// Withdraws one: its sender, who knows the id, for a request the staff of its city, or a
  /// coordinator.
  public WriteEndpoint.Work withdraw(Input input, Caller caller) {
    String id = input.path("id");
    return (records, stamp) -> {
      Submission found = ReadEndpoint.found(SubmissionHandler::find, records, caller, id);
      if (found.sort() == Sort.REQUEST && !caller.mayChange(found.city())) {
        throw Guard.forbidden();
      }
      Submission gone = records.submissions().withdraw(id, stamp);
      return WriteEndpoint.Done.changed("submission.withdraw", gone.subject(), gone).notKept();
    };
  }

  /// The submissions that wait and then those that were accepted, for a page.
  ///
  /// @param most of each
  public List<Submission> of(
      Context context,
      @Nullable Kind kind,
      @Nullable EntryId entry,
      @Nullable EntryId need,
      int most) {
    return reading.readAudited(
        context,
        (records, caller) ->
            Stream.of(State.OFFERED, State.ACCEPTED)
                .map(state -> new Submissions.Selection(null, state, kind, entry, null, need))
                .map(wanted -> records.submissions().list(wanted, caller, Page.NEWEST, most))
                .flatMap(page -> page.items().stream())
                .map(each -> each.seenBy(caller))
                .toList(),
        Confidential::secrets);
  }
}
