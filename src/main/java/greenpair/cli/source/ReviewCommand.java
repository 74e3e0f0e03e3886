package greenpair.cli.source;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.Subcommand;
import greenpair.cli.app.UsageException;
import greenpair.message.Message;
import greenpair.reindex.run.ReviewFiles;
import greenpair.reindex.run.ReviewFiles.OpenReview;
import greenpair.reindex.run.ReviewFiles.Review;
import org.jspecify.annotations.Nullable;
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

  /// A pair for display: both entries, and the evidence for and against a match.
  private record ReviewText(OpenReview pair, Language language) {
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      text.append(pair.id()).append('\n');
      text.append("  ").append(entry(pair.one(), pair.first())).append('\n');
      text.append("  ").append(entry(pair.two(), pair.second())).append('\n');
      List<String> facts = new ArrayList<>();
      pair.evidence()
          .forEach(
              (fact, bits) ->
                  facts.add(
                      Message.of("review.fact", "word", fact).in(language)
                          + String.format(Locale.ROOT, " %+.1f", bits)));
      Message bits =
          Message.of(
              "review.bits",
              "bits",
              String.format(Locale.ROOT, "%.1f", pair.bits()),
              "facts",
              facts);
      text.append("  ").append(bits.in(language)).append('\n');
      return text.toString();
    }

    private String entry(String key, Map<String, Object> entry) {
      List<String> parts = new ArrayList<>();
      parts.add(name(entry.get("name")));
      if (entry.get("aliases") instanceof List<?> aliases) {
        parts.add(
            Message.of("review.also", "names", aliases.stream().limit(3).toList()).in(language));
      }
      if (entry.get("headquarters") instanceof Map<?, ?> seat) {
        Object country = seat.get("country");
        parts.add((name(seat.get("city")) + " " + (country == null ? "" : country)).strip());
      }
      if (entry.get("website") != null) {
        parts.add(String.valueOf(entry.get("website")));
      }
      parts.removeIf(String::isBlank);
      return String.join("; ", parts) + "  [" + key + "]";
    }

    private static String name(@Nullable Object text) {
      if (!(text instanceof Map<?, ?> map)) {
        return "";
      }
      List<String> names = new ArrayList<>();
      for (String language : List.of("en", "zh")) {
        if (map.get(language) != null) {
          names.add(String.valueOf(map.get(language)));
        }
      }
      return String.join(" / ", names);
    }
  }
}
