package greenpair.cli;

import greenpair.registry.OpenReview;
import greenpair.registry.Review;
import greenpair.registry.ReviewFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair review`
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "Shows pairs of firms that may be one, and takes answers. The next reindex follows them;",
      "answers are kept in reviews.jsonl of the data folder and survive every rebuild."
    },
    footer = {
      "%nExamples:",
      "  greenpair review                       the likeliest pairs and why they are in doubt",
      "  greenpair review --ask                 one after the other: same, different, skip, quit",
      "  greenpair review 1f0c9a7e same         answers one pair"
    })
final class ReviewCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PAIR",
      description = "as the list names it")
  private @org.jspecify.annotations.Nullable String pair;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "same|different",
      description = "the answer")
  private @org.jspecify.annotations.Nullable String answer;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "pairs to show (default: ${DEFAULT-VALUE})")
  private int limit = 20;

  @Option(names = "--ask", description = "ask for each pair on the terminal")
  private boolean ask;

  @Override
  public Integer call() throws IOException {
    ReviewFiles files = new ReviewFiles(places.data());
    List<OpenReview> open = files.open();
    if (pair != null) {
      return answerOne(files, open, pair);
    }
    if (ask) {
      askAll(files, open);
      return Exit.OK;
    }
    open.stream()
        .limit(Math.max(0, limit))
        .forEach(each -> Output.print(new ReviewText(each) + "\n"));
    Output.print(
        open.size()
            + " pairs in doubt, "
            + files.answers().size()
            + " answered"
            + (open.isEmpty() ? "" : "; answer with: greenpair review PAIR same|different")
            + "\n");
    return Exit.OK;
  }

  private int answerOne(ReviewFiles files, List<OpenReview> open, String wanted)
      throws IOException {
    if (answer == null || !List.of("same", "different").contains(answer)) {
      throw new IllegalArgumentException(
          "an answer is same or different; got "
              + (answer == null ? "none" : "\"" + answer + "\""));
    }
    OpenReview found =
        open.stream()
            .filter(each -> each.id().equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no pair in doubt is called \""
                            + wanted
                            + "\"; greenpair review lists them, those answered are not among"
                            + " them"));
    take(files, found, answer.equals("same"));
    Output.print("noted; the next reindex follows it\n");
    return Exit.OK;
  }

  private static void take(ReviewFiles files, OpenReview pair, boolean same) throws IOException {
    files.answer(new Review(pair.one(), pair.two(), same, Clock.systemUTC().instant()));
  }

  private static void askAll(ReviewFiles files, List<OpenReview> open) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int taken = 0;
    for (OpenReview each : open) {
      Output.print(new ReviewText(each) + "one firm? s(ame) d(ifferent) Enter to skip q(uit) > ");
      Output.out().flush();
      String line = in.readLine();
      String word = line == null ? "q" : line.strip().toLowerCase(Locale.ROOT);
      if (word.startsWith("q")) {
        break;
      }
      if (word.startsWith("s") || word.startsWith("d")) {
        take(files, each, word.startsWith("s"));
        taken++;
      }
    }
    Output.print("\n" + taken + " answers noted; the next reindex follows them\n");
  }
}
