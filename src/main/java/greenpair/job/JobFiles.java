package greenpair.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Jobs as files, one each, in the folder `jobs` of the data folder. A job that ended never changes
/// and is kept in memory; one of another process that runs is read again.
final class JobFiles {
  /// Maximum number of jobs; the oldest are deleted.
  static final int MOST = 200;

  private static final Logger log = LoggerFactory.getLogger(JobFiles.class);
  private static final Pattern NAME = Pattern.compile("[0-9]{8}T[0-9]{9}Z\\.json");
  private static final String ENDING = ".json";
  private static final String END = ".end";

  private final Path folder;

  /// A count or flag that is missing in an older file is read as 0 or false.
  private final JsonMapper mapper =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private final Map<String, Job> known = new ConcurrentHashMap<>();

  JobFiles(Path folder) {
    this.folder = folder;
  }

  void write(Job job) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(job.id() + ENDING);
      Path fresh = folder.resolve(job.id() + ".new");
      Files.write(fresh, mapper.writeValueAsBytes(job));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the job " + job.id(), e);
    }
  }

  void delete(String id) {
    try {
      Files.deleteIfExists(folder.resolve(id + ENDING));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot take back the job " + id, e);
    }
  }

  /// Requests the process that runs a job to cancel it.
  void wantEnd(String id) {
    try {
      Files.write(folder.resolve(id + END), new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot ask for the end of the job " + id, e);
    }
  }

  boolean isEndWanted(String id) {
    return Files.exists(folder.resolve(id + END));
  }

  void forgetEnd(String id) {
    try {
      Files.deleteIfExists(folder.resolve(id + END));
    } catch (IOException e) {
      log.warn("that the job {} should end cannot be forgotten: {}", id, e.getMessage());
    }
  }

  boolean isTaken(String id) {
    return Files.exists(folder.resolve(id + ENDING));
  }

  List<String> ids() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> ids = new ArrayList<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .forEach(name -> ids.add(name.substring(0, name.length() - ENDING.length())));
      ids.sort(Comparator.reverseOrder());
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the jobs in " + folder, e);
    }
  }

  /// A job; empty if there is none or its file is damaged.
  Optional<Job> read(String id) {
    Job kept = known.get(id);
    if (kept != null || !NAME.matcher(id + ENDING).matches()) {
      return Optional.ofNullable(kept);
    }
    try {
      Job job = mapper.readValue(Files.readAllBytes(folder.resolve(id + ENDING)), Job.class);
      if (!job.isRunning()) {
        known.put(id, job);
      }
      return Optional.of(job);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JacksonException e) {
      log.warn("the file of the job {} cannot be read: {}", id, e.getMessage());
      return Optional.empty();
    }
  }

  void prune() {
    List<String> ids = ids();
    for (String id : ids.subList(Math.min(MOST, ids.size()), ids.size())) {
      known.remove(id);
      forgetEnd(id);
      try {
        Files.deleteIfExists(folder.resolve(id + ENDING));
      } catch (IOException e) {
        log.warn("the file of the job {} cannot be deleted: {}", id, e.getMessage());
      }
    }
  }
}
