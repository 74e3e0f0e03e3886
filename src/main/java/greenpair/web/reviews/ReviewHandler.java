package greenpair.web.reviews;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.match.ListCursor;
import greenpair.pages.program.ReviewPair;
import greenpair.pages.program.ReviewPair.ReviewPage;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.database.Stamp;
import greenpair.registry.review.OpenReview;
import greenpair.registry.review.Review;
import greenpair.registry.review.ReviewFiles;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.input.Input;
import greenpair.web.input.Rules;
import greenpair.web.input.Slice;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Pairs of records that may be the same firm, from the last reindex. An answer is stored beside
/// the generations and takes effect in the next reindex.
public final class ReviewHandler {
  private static final int SHOWN = 20;

  private final ReadEndpoint reading;
  private final WriteEndpoint writing;
  private final ReviewFiles files;

  /// Lines of the audit have the order of the answers.
  private final Lock turn = new ReentrantLock();

  public ReviewHandler(ReadEndpoint reading, WriteEndpoint writing, ReviewFiles files) {
    this.reading = reading;
    this.writing = writing;
    this.files = files;
  }

  /// A part of the pairs.
  ///
  /// @param next cursor of the next part; null after the last
  public record ReviewView(List<ReviewPair> items, @Nullable String next, int open, int answered) {}

  record Selection(boolean answered, @JsonUnwrapped Slice slice) {}

  record NewAnswer(@Rules.Required Same answer) {}

  private enum Same {
    SAME,
    DIFFERENT
  }

  public List<Route> routes() {
    String path = "/api/v1/reviews";
    return List.of(
        Route.get(path, Access.COORDINATE, this::list)
            .as("reviews", Selection.class, ReviewView.class),
        writing
            .put(path + "/{id}", Access.COORDINATE, this::answer)
            .as("answerReview", NewAnswer.class, ReviewPair.class)
            .example("{'answer': 'same'}"),
        writing
            .delete(path + "/{id}", Access.COORDINATE, this::undo)
            .as("undoReview", ReviewPair.class));
  }

  private void list(Context context) {
    reading.computed(
        context,
        Selection.class,
        wanted -> view(wanted.answered(), wanted.slice().from(), wanted.slice().limit()));
  }

  private ReviewView view(boolean answered, int from, int limit) {
    try {
      List<OpenReview> open = files.open();
      List<Review> answers = files.answers();
      List<ReviewPair> items =
          answered
              ? newest(answers, from, limit)
              : open.stream()
                  .skip(from)
                  .limit(limit)
                  .map(each -> SideBySide.of(each, null))
                  .toList();
      int all = answered ? answers.size() : open.size();
      return new ReviewView(
          items, ListCursor.next((long) from + limit, all), open.size(), answers.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ReviewPair> newest(List<Review> answers, int from, int limit) throws IOException {
    List<OpenReview> asked = files.asked();
    return answers.reversed().stream()
        .skip(from)
        .limit(limit)
        .map(
            answer ->
                asked.stream()
                    .filter(each -> answer.isAbout(each.one(), each.two()))
                    .findFirst()
                    .map(each -> SideBySide.of(each, answer))
                    .orElseGet(() -> SideBySide.of(SideBySide.bare(answer), answer)))
        .toList();
  }

  /// The pair of that place among the open ones, for a page.
  ///
  /// @param last the pair that was just answered; null for none
  public ReviewPage page(int from, @Nullable String last) {
    ReviewView open = view(false, 0, Integer.MAX_VALUE);
    ReviewView answered = view(true, 0, SHOWN);
    int place = open.items().isEmpty() ? 0 : Math.min(from, open.items().size() - 1);
    return new ReviewPage(
        open.items().isEmpty() ? null : open.items().get(place),
        place,
        open.open(),
        answered.items().stream().filter(each -> each.id().equals(last)).findFirst().orElse(null),
        answered.items(),
        open.answered());
  }

  public WriteEndpoint.Work answer(Input input, Caller caller) {
    String id = input.path("id");
    boolean isSame = input.body(NewAnswer.class).answer() == Same.SAME;
    return new Change(
        "review." + (isSame ? "same" : "different"),
        stamp -> {
          OpenReview pair = asked(id);
          return new Effect(pair, new Review(pair.one(), pair.two(), isSame, stamp.at()));
        });
  }

  /// Withdraws an answer: the pair is open again if the last reindex asked about it. Without an
  /// answer nothing changes.
  public WriteEndpoint.Work undo(Input input, Caller caller) {
    String id = input.path("id");
    return new Change(
        "review.undo",
        stamp -> {
          Optional<OpenReview> asked = find(files.asked(), id);
          OpenReview pair = asked.isPresent() ? asked.get() : answered(id);
          return new Effect(pair, null);
        });
  }

  private OpenReview asked(String id) throws IOException {
    return find(files.asked(), id).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
  }

  private static Optional<OpenReview> find(List<OpenReview> pairs, String id) {
    return pairs.stream()
        .filter(each -> Review.pair(each.one(), each.two()).equals(id))
        .findFirst();
  }

  /// An answered pair whose records are no longer in the last run.
  private OpenReview answered(String id) throws IOException {
    return files.answers().stream()
        .filter(each -> Review.pair(each.one(), each.two()).equals(id))
        .findFirst()
        .map(SideBySide::bare)
        .orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
  }

  private record Effect(OpenReview pair, @Nullable Review answer) {}

  private interface Making {
    Effect make(Stamp stamp) throws IOException;
  }

  /// A change of the answers in the transaction of its line of the audit: without the change there
  /// is no line, and without the line the earlier answer is restored. For one request, by one
  /// thread.
  private final class Change implements WriteEndpoint.Work {
    private final String action;
    private final Making making;
    private @Nullable Effect earlier;

    Change(String action, Making making) {
      this.action = action;
      this.making = making;
    }

    @Override
    public WriteEndpoint.Done run(Records records, Stamp stamp) {
      try {
        Effect effect = making.make(stamp);
        OpenReview pair = effect.pair();
        Review before = files.put(pair.one(), pair.two(), effect.answer());
        // After a conflict this runs again; the answer before the first run counts.
        earlier = earlier == null ? new Effect(pair, before) : earlier;
        return WriteEndpoint.Done.changed(
            action, pair.one() + " and " + pair.two(), SideBySide.of(pair, effect.answer()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void notWritten() {
      try {
        if (earlier != null) {
          var _ = files.put(earlier.pair().one(), earlier.pair().two(), earlier.answer());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public <T> T exclusively(Supplier<T> all) {
      turn.lock();
      try {
        return all.get();
      } finally {
        turn.unlock();
      }
    }
  }
}
