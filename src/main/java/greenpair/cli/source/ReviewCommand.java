package greenpair.cli.source;

import greenpair.catalog.Text;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.Subcommand;
import greenpair.cli.app.UsageException;
import greenpair.message.Message;
import greenpair.registry.review.OpenReview;
import greenpair.registry.review.Review;
import greenpair.registry.review.ReviewFiles;
import greenpair.reindex.merge.MergedRecords;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "review")
public final class ReviewCommand extends Subcommand {
  private static final String SAME = "same";
  private static final Text NOTED = Message.of("review.saved").text();

  @Parameters(arity = "0..3", paramLabel = "PAIR same|different")
  private List<String> words = new ArrayList<>();

  @Option(names = "--merged", paramLabel = "NAME")
  private @Nullable String merged;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "20")
  private int limit = 20;

  @Override
  public Integer call() throws IOException {
    ReviewFiles files = new ReviewFiles(places.data());
    ReviewPairs pairs = new ReviewPairs(places);
    if (output.isJson() && words.isEmpty()) {
      output.print(merged == null ? first(files.open()) : first(pairs.merged(merged)), "");
    } else if (!words.isEmpty()) {
      answerOne(files, pairs);
    } else if (merged != null) {
      showMerged(pairs.merged(merged), files.answers());
    } else {
      showOpen(files);
    }
    return Exit.OK;
  }

  private <T> List<T> first(List<T> all) {
    return all.stream().limit(Math.max(0, limit)).toList();
  }

  private void say(Text text) {
    output.print(text, text.best(output.language()) + "\n");
  }

  private void showOpen(ReviewFiles files) throws IOException {
    List<OpenReview> open = files.open();
    open.stream().limit(Math.max(0, limit)).forEach(each -> show(each, List.of()));
    int answered = files.answers().size();
    say(
        Message.of(
                open.isEmpty() ? "review.open" : "review.open_answer",
                "open",
                open.size(),
                "answered",
                answered)
            .text());
  }

  private void show(OpenReview pair, List<Review> answers) {
    Output.print(new ReviewText(pair, answers, output.language()) + "\n");
  }

  private void showMerged(List<MergedRecords.Merged> found, List<Review> answers) {
    found.stream()
        .limit(Math.max(0, limit))
        .forEach(
            entry -> {
              int records = entry.pairs().size() + 1;
              say(Message.of("review.merged", "entry", entry.id(), "records", records).text());
              entry.pairs().forEach(each -> show(each, answers));
            });
    say(
        found.isEmpty()
            ? Message.of("review.none_merged").text()
            : Message.of("review.all_merged", "count", found.size()).text());
  }

  private void answerOne(ReviewFiles files, ReviewPairs pairs) throws IOException {
    String answer = words.getLast();
    if (words.size() == 1 || !List.of(SAME, "different").contains(answer)) {
      throw UsageException.of(
          "ANSWER", Message.of("check.one_of", "values", List.of(SAME, "different")), answer);
    }
    OpenReview found =
        words.size() == 2 ? pairs.called(words.get(0)) : pairs.of(words.get(0), words.get(1));
    take(files, found, answer.equals(SAME));
    say(NOTED);
  }

  private static void take(ReviewFiles files, OpenReview pair, boolean same) throws IOException {
    files.answer(new Review(pair.one(), pair.two(), same, Clock.systemUTC().instant()));
  }
}
