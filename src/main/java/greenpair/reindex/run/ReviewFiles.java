package greenpair.reindex.run;

import module java.base;

import greenpair.index.generation.DurableFiles;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.registry.format.JsonFaults;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The questions of the last run and all answers so far, as JSON Lines in the data folder. The
/// answers belong to the program and survive every rebuild; each change replaces the file in one
/// step.
public final class ReviewFiles {
  private static final Lock TURN = new ReentrantLock();

  private final JsonMapper mapper = JsonMapper.shared();
  private final Path answers;
  private final Path open;
  private final Path lock;

  /// @param data the data folder
  public ReviewFiles(Path data) {
    this.answers = data.resolve("reviews.jsonl");
    this.open = data.resolve("reviews-open.jsonl");
    this.lock = data.toAbsolutePath().resolve("reviews.lock");
  }

  /// All answers, the oldest first.
  ///
  /// @throws IllegalArgumentException naming the first line that is no answer
  public List<Review> answers() throws IOException {
    return lines(answers, Review.class);
  }

  /// Adds an answer in place of an earlier one about the same two, while no other thread or process
  /// changes answers.
  public void answer(Review review) throws IOException {
    Files.createDirectories(lock.getParent());
    // The whole process holds a file lock, so its threads take turns first.
    TURN.lock();
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      List<Review> all = new ArrayList<>(answers());
      all.removeIf(each -> each.isAbout(review.one(), review.two()));
      all.add(review);
      replace(answers, all);
    } finally {
      TURN.unlock();
    }
  }

  /// The questions that the last run left, the likeliest first, without those answered since.
  public List<OpenReview> open() throws IOException {
    Set<String> answered =
        answers().stream()
            .map(each -> Review.pair(each.one(), each.two()))
            .collect(Collectors.toSet());
    return lines(open, OpenReview.class).stream()
        .filter(each -> !answered.contains(Review.pair(each.one(), each.two())))
        .toList();
  }

  /// Puts the questions of a run in place of those of the last.
  public void ask(List<OpenReview> questions) throws IOException {
    replace(open, questions);
  }

  private <T> List<T> lines(Path file, Class<T> type) throws IOException {
    List<T> read = new ArrayList<>();
    if (!Files.exists(file)) {
      return read;
    }
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      try {
        read.add(mapper.readValue(line, type));
      } catch (JacksonException e) {
        throw new MessageException(
            Message.of("review.damaged", "place", file + ":" + number, "why", JsonFaults.at(e)));
      }
    }
    return read;
  }

  private void replace(Path file, List<? extends Record> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Record line : lines) {
      text.append(mapper.writeValueAsString(line)).append('\n');
    }
    Files.createDirectories(lock.getParent());
    DurableFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Two entries for which a person can decide whether they are the same.
  ///
  /// @param one kind, source and id of an entry, such as `firm gbfs/lime`
  /// @param evidence bits by fact
  public record OpenReview(
      String one,
      String two,
      double bits,
      Map<String, Double> evidence,
      Map<String, Object> first,
      Map<String, Object> second) {
    private static final int SHORT = 8;

    public OpenReview {
      evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
      first = Collections.unmodifiableMap(new TreeMap<>(first));
      second = Collections.unmodifiableMap(new TreeMap<>(second));
    }

    /// A short name of the pair that stays the same from run to run.
    public String id() {
      return Review.pair(one, two).substring(0, SHORT);
    }

    /// Whether that is the short name or the full name, which is unique.
    public boolean isCalled(String name) {
      return name.length() >= SHORT && Review.pair(one, two).startsWith(name);
    }
  }

  /// A person's answer on two entries that may be the same.
  ///
  /// @param one kind, source and id of an entry, such as `firm gbfs/lime`
  public record Review(String one, String two, boolean same, Instant answered) {
    private static final int DIGITS = 16;

    /// Made of a line that a person may have changed.
    public Review {
      Objects.requireNonNull(one, "one");
      Objects.requireNonNull(two, "two");
      Objects.requireNonNull(answered, "answered");
    }

    /// The name of a pair, whichever comes first.
    public static String pair(String one, String two) {
      String both = one.compareTo(two) < 0 ? one + "|" + two : two + "|" + one;
      return DigestUtils.sha256Hex(both).substring(0, DIGITS);
    }

    /// Whether the answer is about these two, in any order.
    public boolean isAbout(String first, String second) {
      return (one.equals(first) && two.equals(second)) || (one.equals(second) && two.equals(first));
    }
  }
}
