package greenpair.web.program;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.pages.program.LetterWriter;
import greenpair.pages.program.LetterWriter.LetterDraft;
import greenpair.program.Records;
import greenpair.program.Revisions.Revision;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.SavedLetters.SavedLetter;
import org.jspecify.annotations.Nullable;

/// Drafts of letters, and letters that were saved. Thread-safe.
public final class LetterDrafts {
  private final LetterWriter writer;
  private final Entry.Codec codec;

  /// @param zone in which moments are shown
  public LetterDrafts(Function<Snapshot, Recommender> recommender, Entry.Codec codec, ZoneId zone) {
    this.writer = new LetterWriter(recommender, zone);
    this.codec = codec;
  }

  /// An introduction with what a letter needs of the programme data.
  ///
  /// @param saved the state that holds; null while it was never saved
  public record LetterBasis(
      Introduction introduction, @Nullable SavedLetter saved, @Nullable Revision typed) {}

  /// Reads an introduction with its letter; nothing if there is none of that id.
  public static Optional<LetterBasis> find(Records records, String id) {
    return records.introductions().find(id).map(each -> kept(records, each));
  }

  /// Reads the data that a letter needs in addition to the introduction.
  public static LetterBasis kept(Records records, Introduction introduction) {
    EntryId need = introduction.need();
    return new LetterBasis(
        introduction,
        records.letters().latest(introduction.id()).orElse(null),
        need == null ? null : records.revisions().latest(Kind.NEED, need).orElse(null));
  }

  /// The letter as it follows from the catalog.
  public LetterDraft draft(LetterBasis kept, Snapshot snapshot) {
    EntryId need = kept.introduction().need();
    Revision typed = kept.typed();
    Need ofNone =
        need == null || typed == null || snapshot.entry(Kind.NEED, need).isPresent()
            ? null
            : need(typed);
    boolean hasExpired = typed != null && typed.state() == Revision.State.EXPIRED;
    return writer.draft(kept.introduction(), ofNone, hasExpired, snapshot);
  }

  private Need need(Revision revision) {
    String line = EditHandler.EditView.open(revision).toString();
    return (Need) codec.decode(line.getBytes(StandardCharsets.UTF_8));
  }

  /// The saved letter with the warnings of today, or the draft.
  ///
  /// @param saved null for the draft
  public static LetterView view(
      String introduction, LetterDraft draft, @Nullable SavedLetter saved) {
    Set<String> confirmed = saved == null ? Set.of() : saved.confirmed();
    List<LetterView.Warning> warnings =
        draft.warnings().stream()
            .map(
                each ->
                    new LetterView.Warning(
                        each.code(), each.says(), confirmed.contains(each.code())))
            .toList();
    Text subject = saved == null ? draft.subject() : saved.subject();
    return new LetterView(
        introduction,
        saved == null ? 0 : saved.number(),
        subject,
        saved == null ? draft.body() : saved.body(),
        warnings,
        saved != null && warnings.stream().allMatch(LetterView.Warning::confirmed),
        saved == null ? null : saved.made());
  }

  /// The letter of an introduction: as it was saved, or a draft.
  ///
  /// @param number of the saved state, for `If-Match`; 0 for a draft
  /// @param subject one line in each language
  /// @param body plain text in each language
  /// @param ready whether it was saved and every warning of today was confirmed
  /// @param made who saved it; null for a draft
  public record LetterView(
      String introduction,
      int number,
      Text subject,
      Text body,
      List<Warning> warnings,
      boolean ready,
      @Nullable Stamp made) {
    /// A reason to check the letter before sending it.
    public record Warning(String code, Text says, boolean confirmed) {}

    public LetterView {
      warnings = List.copyOf(warnings);
    }
  }
}
