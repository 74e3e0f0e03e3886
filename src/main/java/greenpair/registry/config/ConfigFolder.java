package greenpair.registry.config;

import module java.base;

import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.SearchEdit;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.Lexicon;
import greenpair.concept.VectorReader;
import greenpair.concept.WordVectors;
import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.message.Message;
import greenpair.message.MessageException;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The folder `index-config/`: everything that changes results without changing Java code.
///
/// @param added edits of search, which count as a file; empty if the file counts, as in a copy
public record ConfigFolder(Path folder, List<SearchEdit> added) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String EDITS = "search-edits.json";
  private static final String TAXONOMY = "taxonomy.jsonl";
  private static final String REGIONS = "regions.csv";
  private static final String LEXICON = "lexicon.tsv";

  /// Codes have their places in the taxonomy; stop words are left out of the texts that
  /// recommendations compare; entries have directions by the vectors of words.
  private static final Set<String> INDEXING = Set.of(TAXONOMY, "analysis.yaml", WordVectors.FILE);

  /// @throws IllegalArgumentException if there is no such folder
  public ConfigFolder {
    if (!Files.isDirectory(folder)) {
      throw new MessageException(Message.of("config.no_folder", "folder", folder));
    }
  }

  public ConfigFolder(Path folder) {
    this(folder, List.of());
  }

  /// The same with edits of search.
  public ConfigFolder with(List<SearchEdit> edits) {
    return new ConfigFolder(folder, edits);
  }

  /// The edits of search.
  public List<SearchEdit> edits(Problems problems) {
    try {
      return !added.isEmpty() || !has(EDITS)
          ? added
          : List.of(JSON.readValue(folder.resolve(EDITS), SearchEdit[].class));
    } catch (JacksonException e) {
      problems.add(EDITS, Message.of("config.edits"), "");
      return List.of();
    }
  }

  /// SHA-256 over path and bytes of every file, in order of path, as lower-case hexadecimal: it
  /// changes when anything that may change results does. Hidden files and copies that editors
  /// leave (`*~`) do not count.
  ///
  /// For each file the digest takes the relative path with `/` in UTF-8, a zero byte, the length as
  /// 8 bytes, most significant first, and the bytes; so no two folders look alike by chance of
  /// where one file ends. Of the word vectors it uses only the header, which contains the checksum
  /// of the rest; the reader verifies it.
  public String digest() {
    return digest(files());
  }

  /// The same over the files that determine the contents of an index: a generation serves any
  /// configuration that shares them. All others (weights, sentences, the glossary) take effect
  /// without a new one.
  public String indexingDigest() {
    SortedMap<String, Path> files = files();
    files.keySet().retainAll(INDEXING);
    return digest(files);
  }

  private String digest(SortedMap<String, Path> files) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    files.forEach(
        (name, file) -> {
          byte[] bytes = name.equals(WordVectors.FILE) ? start(file) : bytes(name, file);
          digest.update(name.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
          digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).flip());
          digest.update(bytes);
        });
    return Hex.encodeHexString(digest.digest());
  }

  private SortedMap<String, Path> files() {
    SortedMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      all.filter(file -> !Files.isDirectory(file))
          .forEach(
              file -> {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (counts(name)) {
                  checkRegular(name, file);
                  files.put(name, file);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    if (!added.isEmpty()) {
      files.put(EDITS, folder.resolve(EDITS));
    }
    return files;
  }

  /// Reading a pipe could block forever.
  private static void checkRegular(String name, Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new MessageException(Message.of("config.irregular", "name", name));
    }
  }

  /// Copies every file that counts into another folder, which has the same digest then unless a
  /// file was changed meanwhile.
  public void copyTo(Path other) throws IOException {
    for (Map.Entry<String, Path> each : files().entrySet()) {
      Path copy = other.resolve(each.getKey());
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.write(copy, bytes(each.getKey(), each.getValue()));
    }
  }

  private static boolean counts(String name) {
    return !name.endsWith("~") && !name.startsWith(".") && !name.contains("/.");
  }

  private static byte[] start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(VectorReader.HEADER);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private byte[] bytes(String name, Path file) {
    try {
      boolean isAdded = name.equals(EDITS) && !added.isEmpty();
      return isAdded ? JSON.writeValueAsBytes(added) : Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /// The taxonomy with the terms of the glossary.
  ///
  /// @throws IllegalArgumentException with every fault of the two files and its line
  public Taxonomy taxonomy() {
    Problems problems = new Problems();
    Optional<Taxonomy> taxonomy = vocabulary(problems).taxonomy();
    problems.throwIfAny(Message.of("config.of", "path", folder));
    return taxonomy.orElseThrow();
  }

  /// The names of regions; a line that is wrong is reported where mappings read the file.
  private Map<String, Text> regions(Problems problems) {
    Map<String, Text> regions = new HashMap<>();
    for (String line : has(REGIONS) ? lines(REGIONS, problems) : List.<String>of()) {
      String[] cells = line.split(",", -1);
      if (cells.length == 4 && !cells[1].isBlank()) {
        regions.put(cells[0], new Text(cells[1], cells[2].isBlank() ? null : cells[2]));
      }
    }
    return regions;
  }

  /// The taxonomy and the short forms, from one reading of the glossary.
  ///
  /// @param taxonomy nothing where a fault was found
  public record Vocabulary(Optional<Taxonomy> taxonomy, ShortForms shortForms) {}

  /// The same as [#taxonomy], with the short forms; faults go to the problems.
  public Vocabulary vocabulary(Problems problems) {
    Problems found = new Problems();
    GlossaryReader.Glossary glossary = GlossaryReader.read(text(GlossaryReader.FILE, found), found);
    glossary.add(edits(new Problems()));
    Optional<Taxonomy> taxonomy =
        TaxonomyReader.read(folder.resolve(TAXONOMY), glossary, regions(found), found);
    problems.addAll(found);
    return new Vocabulary(taxonomy, glossary.shortForms());
  }

  /// The short forms of the glossary that do not count everywhere.
  ///
  /// @param caseKept forms that count only in capitals
  /// @param beside forms that count only near another term
  public record ShortForms(Set<String> caseKept, Set<String> beside) {}

  /// The lexicon by which words of one language find texts in the other; empty if the file has
  /// faults, which go to the problems.
  public Lexicon lexicon(Problems problems) {
    return new LexiconReader(LEXICON, lines(LEXICON, problems), problems).read();
  }

  /// The top map of a YAML file. When the file is missing or no YAML, that alone is recorded, and
  /// the settings that come back record nothing more.
  ///
  /// @param file the path in this folder, such as `ranking.yaml`
  public Settings settings(String file, Problems problems) {
    Problems faults = new Problems();
    Map<String, Object> values = document(file, faults);
    problems.addAll(faults);
    return new Settings(file, values, faults.isEmpty() ? problems : faults);
  }

  /// The top map of a YAML file as plain values: maps, lists, texts, numbers and flags. Faults go
  /// to the problems, and the map is empty if the file is missing or no YAML.
  public Map<String, Object> document(String file, Problems problems) {
    return bytes(file, problems)
        .map(bytes -> YamlReader.read(bytes, file, problems))
        .orElse(Map.of());
  }

  /// The lines of a text file; faults go to the problems, and there are none if it is missing.
  public List<String> lines(String file, Problems problems) {
    return text(file, problems).lines().toList();
  }

  private String text(String file, Problems problems) {
    byte[] bytes = bytes(file, problems).orElse(new byte[0]);
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      problems.add(file, Message.of("config.encoding"), "");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /// The bytes of a file; nothing, and a fault, when it cannot be read.
  public Optional<byte[]> bytes(String file, Problems problems) {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(file)));
    } catch (NoSuchFileException e) {
      problems.add(Message.of("config.absent", "file", file, "folder", folder));
    } catch (IOException e) {
      problems.add(Message.of("config.unread", "file", file, "reason", e.toString()));
    }
    return Optional.empty();
  }

  /// Whether there is such a file.
  public boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  /// The names of the files of a folder in this one, sorted; none if there is no such folder.
  public List<String> names(String within) {
    String start = within + "/";
    return files().keySet().stream()
        .filter(name -> name.startsWith(start))
        .map(name -> name.substring(start.length()))
        .toList();
  }
}
