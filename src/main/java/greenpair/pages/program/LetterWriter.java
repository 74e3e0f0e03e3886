package greenpair.pages.program;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import greenpair.catalog.Text;
import greenpair.catalog.value.Word;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.rank.Standing;
import greenpair.match.reason.Answer.Recommendation;
import greenpair.message.Message;
import greenpair.pages.view.CallerView;
import greenpair.pages.view.ContactWays;
import greenpair.pages.view.PageText;
import greenpair.pages.view.Rendering;
import greenpair.pages.view.Visit;
import greenpair.program.introduction.Introduction;
import org.jspecify.annotations.Nullable;

/// Writes the letter of an introduction in both languages from public data of the catalog: reason,
/// source, contacts. It contains no restricted fields. Thread-safe.
public final class LetterWriter {
  private final Function<Snapshot, Recommender> recommender;
  private final PageText english;
  private final PageText chinese;

  /// @param zone in which moments are shown
  public LetterWriter(Function<Snapshot, Recommender> recommender, ZoneId zone) {
    this.recommender = recommender;
    Rendering rendering = new Rendering(zone);
    this.english = rendering.view(visit(Language.EN), null);
    this.chinese = rendering.view(visit(Language.ZH), null);
  }

  private static Visit visit(Language language) {
    return new Visit(language, "/", "", null, null, false);
  }

  /// Drafts the letter.
  ///
  /// @param typed the entered need if it is not in the catalog, without its private fields; null
  ///     for a need of the catalog and for the whole city
  /// @param hasExpired whether the programme has marked the need as expired
  public LetterDraft draft(
      Introduction about, @Nullable Need typed, boolean hasExpired, Snapshot snapshot) {
    boolean isThere = snapshot.entry(about.kind(), about.partner()).isPresent();
    boolean isKnown = snapshot.city(about.city()).isPresent() && isAsked(about, typed, snapshot);
    Recommendation best = null;
    Recommendation solution = null;
    List<LetterDraft.Warning> warnings = new ArrayList<>();
    if (isThere && isKnown) {
      RecommendationRequest request = request(about.kind(), about, typed);
      best = recommender.apply(snapshot).explain(request, about.partner(), snapshot);
      Standing standing = recommender.apply(snapshot).standing(request, about.partner(), snapshot);
      if (standing != Standing.RECOMMENDED) {
        warnings.add(warning(Word.of(standing)));
      }
      solution = solution(about, typed, snapshot);
    } else {
      warnings.add(warning(isThere ? "unmatched" : "gone"));
    }
    if (hasExpired || isSettled(about, snapshot)) {
      warnings.add(warning("settled"));
    }
    LetterText letter =
        new LetterText(
            snapshot.nameOrId(about.kind(), about.partner()),
            snapshot.nameOrId(Kind.CITY, about.city()),
            need(about, typed, snapshot),
            best,
            solution,
            ContactWays.of(about.kind(), about.partner(), snapshot, CallerView.OPEN),
            ContactWays.of(Kind.CITY, about.city(), snapshot, CallerView.OPEN),
            snapshot.participation().programmes().stream()
                .filter(
                    each ->
                        each.participants().stream().anyMatch(in -> in.city().equals(about.city())))
                .map(Programme::name)
                .toList());
    return new LetterDraft(
        new Text(letter.subject(english), letter.subject(chinese)),
        new Text(letter.body(english), letter.body(chinese)),
        warnings,
        best == null ? List.of() : notes(best));
  }

  private List<Text> notes(Recommendation best) {
    List<Text> notes = new ArrayList<>(best.cautions());
    notes.addAll(best.unknowns());
    if (!best.unverified().isEmpty()) {
      notes.add(
          new Text(
              english.say("card.unverified", "fields", english.fields(best.unverified())),
              chinese.say("card.unverified", "fields", chinese.fields(best.unverified()))));
    }
    return notes;
  }

  private static boolean isAsked(Introduction about, @Nullable Need typed, Snapshot snapshot) {
    EntryId need = about.need();
    return need == null
        ? snapshot.ownNeeds(about.city()).stream().anyMatch(Need::isOpen)
        : typed != null
            || snapshot
                .entry(Kind.NEED, need)
                .filter(each -> ((Need) each).city().equals(about.city()))
                .isPresent();
  }

  private static boolean isSettled(Introduction about, Snapshot snapshot) {
    EntryId need = about.need();
    return need != null
        && snapshot.entry(Kind.NEED, need).filter(each -> !((Need) each).isOpen()).isPresent();
  }

  private static RecommendationRequest request(
      Kind kind, Introduction about, @Nullable Need typed) {
    EntryId need = about.need();
    if (need == null) {
      return RecommendationRequest.ofCity(kind, about.city(), 1);
    }
    return typed == null
        ? RecommendationRequest.ofNeed(kind, about.city(), need, 1)
        : RecommendationRequest.ofTypedIn(kind, typed, 1);
  }

  private @Nullable Recommendation solution(
      Introduction about, @Nullable Need typed, Snapshot snapshot) {
    EntryId solution = about.solution();
    return solution == null || snapshot.entry(Kind.SOLUTION, solution).isEmpty()
        ? null
        : recommender
            .apply(snapshot)
            .explain(request(Kind.SOLUTION, about, typed), solution, snapshot);
  }

  private LetterDraft.Warning warning(String code) {
    return new LetterDraft.Warning(code, Message.of("page.letter.warning", "word", code).text());
  }

  public static Set<String> codes() {
    Set<String> codes = new TreeSet<>(List.of("gone", "settled", "unmatched"));
    for (Standing each : Standing.values()) {
      if (each != Standing.RECOMMENDED) {
        codes.add(Word.of(each));
      }
    }
    return codes;
  }

  private static @Nullable Text need(Introduction about, @Nullable Need typed, Snapshot snapshot) {
    EntryId need = about.need();
    return need == null ? null : typed != null ? typed.name() : snapshot.nameOrId(Kind.NEED, need);
  }

  /// A letter as generated from the catalog, before editing.
  ///
  /// @param subject one line in each language
  /// @param body plain text in each language
  /// @param notes what the sender should know and the letter does not say
  public record LetterDraft(Text subject, Text body, List<Warning> warnings, List<Text> notes) {
    /// A reason to check the letter before sending it.
    ///
    /// @param code `below_threshold`, `incumbent`, `lead`, `peer`, `closed`, `excluded`, `gone`
    ///     (the catalog no longer has the partner), `settled` (the need is no longer open) or
    ///     `unmatched` (the catalog does not have the city or the need yet)
    public record Warning(String code, Text says) {}

    public LetterDraft {
      warnings = List.copyOf(warnings);
      notes = List.copyOf(notes);
    }
  }
}
