package greenpair.index.generation;

import module java.base;

import greenpair.catalog.value.Word;
import greenpair.message.Message;

/// `publications.tsv` in the data folder: who published what, when and why, oldest first. The last
/// line names the generation that is published. A line takes effect when it is whole, with its end,
/// so a publication that was interrupted changes nothing.
public final class Publications {
  private static final String FILE = "publications.tsv";
  private static final int COLUMNS = 5;
  private static final Pattern ID = Pattern.compile("[0-9]{8}T[0-9]{6}\\.[0-9]{3}Zx*");

  private final Path data;
  private final Path file;
  private final StepObserver steps;

  public Publications(Path data, StepObserver steps) {
    this.data = data;
    this.file = data.resolve(FILE);
    this.steps = steps;
  }

  /// Publishes a finished generation.
  public void add(Publication publication) throws IOException {
    String line =
        String.join(
            "\t",
            publication.at().toString(),
            Word.of(publication.act()),
            publication.id(),
            publication.by(),
            publication.reason());
    // Starts on a new line in case a crash or a full disk truncated the last one.
    String text = text();
    String start = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap((start + line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    DurableFiles.force(data);
    steps.done("published");
  }

  /// A damaged byte invalidates only its line; readString would reject the whole file.
  private String text() {
    try {
      return Files.size(file) == 0
          ? ""
          : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private List<String> lines() {
    String text = text();
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /// All that can be read.
  public List<Publication> all() {
    return lines().stream().flatMap(line -> read(line).stream()).toList();
  }

  private static Optional<Publication> read(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS || !ID.matcher(columns[2]).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Publication(
              Instant.parse(columns[0]),
              Publication.Act.valueOf(columns[1].toUpperCase(Locale.ROOT)),
              columns[2],
              columns[3],
              columns[4]));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The ids of all that were published.
  public Set<String> ids() {
    return all().stream().map(Publication::id).collect(Collectors.toSet());
  }

  /// The id of the published generation; empty if none was published.
  public Optional<String> id() {
    List<Publication> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().id());
  }

  /// What is wrong with the last line; empty if it can be read.
  public Optional<Message> fault() {
    List<String> lines = lines();
    return lines.isEmpty() || read(lines.getLast()).isPresent()
        ? Optional.empty()
        : Optional.of(Message.of("generation.not_named", "file", FILE, "id", id().orElse("")));
  }

  /// Ids of generations that were published before, the last one first. A return to one of them
  /// excludes those that it left. By the order of the lines and not by the time in the id: a clock
  /// can be set back.
  ///
  /// @param there ids of the generations that still exist
  public List<String> before(String published, Set<String> there) {
    List<String> order = new ArrayList<>();
    for (Publication each : all()) {
      int at = order.indexOf(each.id());
      if (at >= 0) {
        order.subList(at, order.size()).clear();
      }
      order.add(each.id());
    }
    int at = order.indexOf(published);
    return order.subList(0, at < 0 ? order.size() : at).reversed().stream()
        .filter(there::contains)
        .toList();
  }
}
