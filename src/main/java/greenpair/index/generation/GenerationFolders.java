package greenpair.index.generation;

import module java.base;

/// The folders of generations on disk, each named by its id.
///
/// @param parent the folder that holds them; it need not exist
/// @param steps called for each step on disk
public record GenerationFolders(Path parent, StepObserver steps) {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  public Path folder(String id) {
    return parent.resolve(id);
  }

  /// All folders, finished or not, oldest first.
  public List<Path> all() {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(parent)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The finished generations, newest first.
  public List<Manifest> manifests() {
    List<Manifest> manifests = new ArrayList<>();
    for (Path path : all()) {
      try {
        manifests.add(Manifest.read(path));
      } catch (BadGenerationException e) {
        // An unfinished build is no generation.
      }
    }
    manifests.sort(Comparator.comparing(Manifest::id).reversed());
    return manifests;
  }

  /// The names of the source files of all finished generations, whatever their format.
  public List<String> sourceNames() {
    return all().stream()
        .filter(Manifest::isIn)
        .flatMap(path -> Manifest.sourceNames(path).stream())
        .toList();
  }

  /// Makes a new folder named by the time; where it is taken, with an x after it.
  public Path make(Instant now) throws IOException {
    String id = NAME.format(now);
    while (Files.exists(folder(id))) {
      id += "x";
    }
    Path folder = folder(id);
    Files.createDirectories(folder);
    Files.createFile(folder.resolve(InUse.FILE));
    steps.done("directory made");
    return folder;
  }

  /// Deletes what builds and deletions that did not finish have left.
  public void clearUnfinished() throws IOException {
    for (Path path : all()) {
      if (!Manifest.isIn(path)) {
        delete(path);
      }
    }
  }

  public void delete(String id) throws IOException {
    delete(folder(id));
  }

  /// Deletes a generation.
  ///
  /// @return false if a process reads it, and it stays
  public boolean deleteUnlessUsed(String id) throws IOException {
    return InUse.ifFree(folder(id), () -> delete(folder(id)));
  }

  /// The manifest goes first: a half-deleted generation must not look whole.
  private void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(Manifest.FILE));
    steps.done("manifest deleted");
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
        steps.done("file deleted");
      }
    }
  }
}
