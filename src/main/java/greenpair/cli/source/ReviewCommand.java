package greenpair.cli.source;

import greenpair.catalog.Text;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.Subcommand;
import greenpair.cli.app.UsageException;
import greenpair.message.Message;
import greenpair.registry.review.ReviewFiles;
import greenpair.registry.review.ReviewFiles.OpenReview;
import greenpair.registry.review.ReviewFiles.Review;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "review")
public final class ReviewCommand extends Subcommand {
  private static final String SAME = "same";

  @Parameters(arity = "0..3", paramLabel = "PAIR same|different")
  private List<String> words = new ArrayList<>();

  @Option(names = "--limit", paramLabel = "N", defaultValue = "20")
  private int limit = 20;

  @Override
  public Integer call() throws IOException {
    ReviewFiles files = new ReviewFiles(places.data());
    if (output.isJson() && words.isEmpty()) {
      output.print(first(files.open()), "");
    } else if (!words.isEmpty()) {
      answerOne(files);
    } else {
      showOpen(files);
    }
    return Exit.OK;
  }

  private List<OpenReview> first(List<OpenReview> all) {
    return all.stream().limit(Math.max(0, limit)).toList();
  }

  private void say(Text text) {
    output.print(text, text.best(output.language()) + "\n");
  }

  private void showOpen(ReviewFiles files) throws IOException {
    List<OpenReview> open = files.open();
    first(open).forEach(each -> Output.print(new ReviewText(each, output.language()) + "\n"));
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

  private void answerOne(ReviewFiles files) throws IOException {
    String answer = words.getLast();
    if (words.size() == 1 || !List.of(SAME, "different").contains(answer)) {
      throw UsageException.of(
          "ANSWER", Message.of("check.one_of", "values", List.of(SAME, "different")), answer);
    }
    ReviewPairs pairs = new ReviewPairs(places);
    OpenReview found =
        words.size() == 2 ? pairs.called(words.get(0)) : pairs.of(words.get(0), words.get(1));
    boolean isSame = answer.equals(SAME);
    files.answer(new Review(found.one(), found.two(), isSame, Clock.systemUTC().instant()));
    say(Message.of("review.saved").text());
  }
}
