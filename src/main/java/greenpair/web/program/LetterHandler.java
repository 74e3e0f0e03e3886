package greenpair.web.program;

import greenpair.catalog.Text;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.pages.program.LetterDraft;
import greenpair.pages.program.LetterWriter;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.SavedLetter;
import greenpair.web.auth.Guard;
import greenpair.web.http.Fault;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Required;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Drafts letters of introduction from the catalog, edits them and saves them.
public record LetterHandler(
    ReadEndpoint reading, WriteEndpoint writing, LetterDrafts drafts, LiveIndex live) {
  private static final Map<String, String> CODES =
      LetterWriter.codes().stream().collect(Collectors.toMap(Function.identity(), each -> each));
  private static final Pattern ONE_LINE = ValueParser.line(200);

  /// The saved letter, or a draft.
  public void one(Context context) {
    reading.made(
        context,
        (parameters, checks) -> {
          boolean isFresh = parameters.flag("draft");
          return kept -> {
            try (Snapshot snapshot = live.acquire()) {
              return LetterDrafts.view(
                  kept.introduction().id(),
                  drafts.draft(kept, snapshot),
                  isFresh ? null : kept.saved());
            }
          };
        },
        LetterHandler::find,
        "draft");
  }

  /// Warnings before this introduction is made.
  ///
  /// @param about one that is not stored
  public List<LetterDraft.Warning> warnings(
      Context context, Introduction about, Snapshot snapshot) {
    LetterDrafts.Kept kept =
        reading.read(context, (records, caller) -> LetterDrafts.kept(records, about));
    return drafts.draft(kept, snapshot).warnings();
  }

  /// The introduction of the address with its letter, for a page.
  public LetterDrafts.Kept kept(Context context) {
    return reading.found(context, LetterHandler::find);
  }

  /// A letter is for the staff of its city and for coordinators.
  private static Optional<LetterDrafts.Kept> find(Records records, Caller caller, String id) {
    return LetterDrafts.find(records, id)
        .filter(kept -> caller.mayChange(kept.introduction().city()));
  }

  static LetterDrafts.Kept kept(Records records, String id) {
    return LetterDrafts.find(records, id).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
  }

  public void save(Context context) {
    writing.write(
        context, saving(context.pathParam("id"), last -> IfMatch.expected(context, last)));
  }

  /// Reads a letter that is to be saved.
  ///
  /// @param expected the number of the state that the change is based on, from that of the one that
  ///     holds
  public WriteEndpoint.RequestParser saving(String id, IntUnaryOperator expected) {
    return (input, caller) -> {
      BodyFields body = input.body();
      Text subject = both(body, "subject", true);
      Text text = both(body, "body", false);
      Set<String> confirmed =
          new HashSet<>(
              body.list("confirm", (where, word) -> input.checks().choice(where, word, CODES)));
      input.check();
      LetterDraft draft = drafts.draft(of(caller, id), input.snapshot());
      return (records, stamp) -> {
        int last = records.letters().latest(id).map(SavedLetter::number).orElse(0);
        int basis = expected.applyAsInt(last);
        confirm(draft.warnings(), confirmed);
        // A code that is confirmed in advance would never be shown as a warning.
        Set<String> asked =
            draft.warnings().stream()
                .map(LetterDraft.Warning::code)
                .filter(confirmed::contains)
                .collect(Collectors.toSet());
        SavedLetter made =
            records
                .letters()
                .add(letter(id, Objects.requireNonNull(subject), text, asked, stamp), basis);
        return WriteEndpoint.Done.changed(
            "letter.save",
            "introduction " + id + ", letter " + made.number(),
            LetterDrafts.view(id, draft, made));
      };
    };
  }

  /// The introduction with its letter, for who may change it. It is read before a transaction
  /// begins, since a draft takes long; its city never changes.
  LetterDrafts.Kept of(Caller caller, String id) {
    LetterDrafts.Kept kept = reading.records(records -> kept(records, id));
    if (!caller.mayChange(kept.introduction().city())) {
      throw Guard.forbidden();
    }
    return kept;
  }

  private static SavedLetter letter(
      String id, Text subject, @Nullable Text text, Set<String> confirmed, Stamp stamp) {
    return new SavedLetter(id, 0, subject, Objects.requireNonNull(text), confirmed, stamp);
  }

  /// A text in both languages; null after an error.
  private static @Nullable Text both(BodyFields body, String key, boolean isOneLine) {
    BodyFields texts = body.object(key);
    if (texts == null) {
      Required.check(body, key, Message.of("what.both_languages"));
      return null;
    }
    String english = text(texts, "en", isOneLine);
    String chinese = text(texts, "zh", isOneLine);
    return english == null || chinese == null ? null : new Text(english, chinese);
  }

  private static @Nullable String text(BodyFields texts, String key, boolean isOneLine) {
    if (texts.isMissing(key)) {
      Required.missing(texts, key, Message.of("what.letter"));
      return null;
    }
    return isOneLine
        ? texts.form(key, ONE_LINE, Message.of("letter.subject"))
        : normal(texts.string(key));
  }

  /// Forms of browsers send line ends as two characters.
  private static @Nullable String normal(@Nullable String text) {
    return text == null ? null : text.replace("\r\n", "\n").strip();
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
