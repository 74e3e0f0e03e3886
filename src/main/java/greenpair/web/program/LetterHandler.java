package greenpair.web.program;

import module java.base;

import greenpair.catalog.Text;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.pages.program.LetterWriter;
import greenpair.pages.program.LetterWriter.LetterDraft;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.SavedLetters.SavedLetter;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.Fault;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import greenpair.web.program.LetterDrafts.LetterView;
import io.javalin.http.Context;

/// Drafts letters of introduction from the catalog, edits them and saves them.
public record LetterHandler(
    ReadEndpoint reading, WriteEndpoint writing, LetterDrafts drafts, LiveIndex live) {
  private static final String PATH = "/api/v1/introductions/{id}/letter";

  /// @param draft whether the draft is wanted although the letter was saved
  record LetterQuery(boolean draft) {}

  /// One line in each language.
  record Subject(@Rules.Line @Rules.Required String en, @Rules.Line @Rules.Required String zh) {}

  record Body(@Rules.Required String en, @Rules.Required String zh) {}

  /// A letter to be saved.
  ///
  /// @param confirm codes of the warnings that the caller has seen
  record NewLetter(@Rules.Required Subject subject, @Rules.Required Body body, List<String> confirm)
      implements Request {
    private static final Map<String, String> CODES =
        LetterWriter.codes().stream().collect(Collectors.toMap(Function.identity(), each -> each));

    @Override
    public void check(BodyFields fields) {
      for (int at = 0; at < confirm.size(); at++) {
        var _ = fields.checks().choice("confirm[" + at + "]", confirm.get(at), CODES);
      }
    }
  }

  public List<Route> routes() {
    return List.of(
        Route.get(PATH, Access.MEMBER, this::one).as("letter", LetterQuery.class, LetterView.class),
        writing
            .put(PATH, Access.EDIT, this::save)
            .as("saveLetter", NewLetter.class, LetterView.class)
            .example(
                "{'subject': {'en': 'Introduction of BYD', 'zh': 'BYD'},"
                    + " 'body': {'en': 'Please agree on a first call.', 'zh': 'BYD'},"
                    + " 'confirm': ['lead', 'incumbent', 'excluded', 'below_threshold']}"));
  }

  private void one(Context context) {
    reading.computedOf(
        context,
        LetterQuery.class,
        LetterHandler::find,
        (asked, kept) -> {
          try (Snapshot snapshot = live.acquire()) {
            return LetterDrafts.view(
                kept.introduction().id(),
                drafts.draft(kept, snapshot),
                asked.draft() ? null : kept.saved());
          }
        });
  }

  /// Warnings before this introduction is made.
  ///
  /// @param about one that is not stored
  public List<LetterDraft.Warning> warnings(
      Context context, Introduction about, Snapshot snapshot) {
    LetterDrafts.LetterBasis kept =
        reading.read(context, (records, caller) -> LetterDrafts.kept(records, about));
    return drafts.draft(kept, snapshot).warnings();
  }

  /// The introduction of the address with its letter, for a page.
  public LetterDrafts.LetterBasis kept(Context context) {
    return reading.found(context, LetterHandler::find);
  }

  /// A letter is for the staff of its city and for coordinators.
  private static Optional<LetterDrafts.LetterBasis> find(
      Records records, Caller caller, String id) {
    return LetterDrafts.find(records, id)
        .filter(kept -> caller.mayChange(kept.introduction().city()));
  }

  static LetterDrafts.LetterBasis kept(Records records, String id) {
    return LetterDrafts.find(records, id).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
  }

  public WriteEndpoint.Work save(Input input, Caller caller) {
    String id = input.path("id");
    NewLetter sent = input.body(NewLetter.class);
    Set<String> confirmed = Set.copyOf(sent.confirm());
    LetterDraft draft = drafts.draft(of(caller, id), input.snapshot());
    return (records, stamp) -> {
      int last = records.letters().latest(id).map(SavedLetter::number).orElse(0);
      int basis = input.basis(last);
      confirm(draft.warnings(), confirmed);
      // A code that is confirmed in advance would never be shown as a warning.
      Set<String> asked =
          draft.warnings().stream()
              .map(LetterDraft.Warning::code)
              .filter(confirmed::contains)
              .collect(Collectors.toSet());
      Text subject = new Text(sent.subject().en(), sent.subject().zh());
      Text text = new Text(normal(sent.body().en()), normal(sent.body().zh()));
      SavedLetter made =
          records.letters().add(new SavedLetter(id, 0, subject, text, asked, stamp), basis);
      return WriteEndpoint.Done.changed(
          "letter.save",
          "introduction " + id + ", letter " + made.number(),
          LetterDrafts.view(id, draft, made));
    };
  }

  /// The introduction with its letter, for who may change it. It is read before a transaction
  /// begins, since a draft takes long; its city never changes.
  LetterDrafts.LetterBasis of(Caller caller, String id) {
    LetterDrafts.LetterBasis kept = reading.records(records -> kept(records, id));
    if (!caller.mayChange(kept.introduction().city())) {
      throw Guard.forbidden();
    }
    return kept;
  }

  /// Forms of browsers send line ends as two characters.
  private static String normal(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  private static void confirm(List<LetterDraft.Warning> warnings, Set<String> confirmed) {
    List<Fault> open =
        warnings.stream()
            .filter(each -> !confirmed.contains(each.code()))
            .map(
                each ->
                    Fault.of(
                        "confirm",
                        null,
                        Message.of("letter.missing", "code", each.code(), "what", each.says()),
                        Message.of("letter.missing.next")))
            .toList();
    if (!open.isEmpty()) {
      throw new RefusedException(ProblemKind.INVALID_REQUEST, open.getFirst().sentence(), open);
    }
  }
}
