package greenpair.index.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `publications.tsv` in the data folder: who published what, when and why, oldest first. A line is
/// written and forced to disk before `CURRENT` changes, so every publication has its reason. The
/// next run withdraws an interrupted publication.
public final class Journal {
  private static final String FILE = "publications.tsv";
  private static final int COLUMNS = 5;

  private final Path file;

  public Journal(Path data) {
    this.file = data.resolve(FILE);
  }

  public void add(Publication publication) throws IOException {
    String line =
        String.join(
            "\t",
            publication.at().toString(),
            publication.act().name().toLowerCase(Locale.ROOT),
            publication.id(),
            publication.by(),
            publication.reason());
    // Starts on a new line in case a crash or a full disk truncated the last one.
    String start = endsWithLine() ? "" : "\n";
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap((start + line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private boolean endsWithLine() throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, channel.size() - 1);
      return last.get(0) == '\n';
    }
  }

  /// All complete lines.
  public List<Publication> all() {
    try {
      List<Publication> all = new ArrayList<>();
      // A damaged byte invalidates only its line; readString would reject the whole file.
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1)) {
        read(line).ifPresent(all::add);
      }
      return all;
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static Optional<Publication> read(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
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

  /// Publications that took effect, the last one last.
  public List<Publication> inEffect() {
    List<Publication> lasting = new ArrayList<>();
    for (Publication each : all()) {
      if (each.act() != Publication.Act.WITHDRAWN) {
        lasting.add(each);
      } else if (!lasting.isEmpty()) {
        lasting.removeLast();
      }
    }
    return lasting;
  }
}
