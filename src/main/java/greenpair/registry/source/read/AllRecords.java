package greenpair.registry.source.read;

import module java.base;

import greenpair.message.Message;
import greenpair.message.Translated;
import greenpair.registry.source.value.Limits;
import org.jspecify.annotations.Nullable;

/// The records of many files, each opened when it is read and unpacked while it is read.
final class AllRecords implements RecordReader {
  private interface Part {
    RecordReader open() throws IOException;
  }

  private final Deque<Part> parts = new ArrayDeque<>();
  private final SourceFormat format;
  private final Limits limits;
  private @Nullable RecordReader current;
  private @Nullable ZipFile opened;

  AllRecords(Collection<Path> files, SourceFormat format, Limits limits) {
    this.format = format;
    this.limits = limits;
    files.forEach(this::add);
  }

  private void add(Path file) {
    AtomicReference<FileStamp> stamp = new AtomicReference<>();
    parts.add(
        () -> {
          stamp.set(FileStamp.of(file));
          return open(file);
        });
    parts.add(
        () -> {
          stamp.get().check();
          closeZip();
          return () -> null;
        });
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    while (true) {
      if (current == null) {
        Part part = parts.poll();
        if (part == null) {
          return null;
        }
        current = part.open();
      }
      SourceRecord record = current.next();
      if (record != null) {
        return record;
      }
      current.close();
      current = null;
    }
  }

  private RecordReader open(Path file) throws IOException {
    String name = file.toString();
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".zip")) {
      return zip(file);
    }
    if (lower.endsWith(".gz")) {
      return unpacked(
          Files.newInputStream(file), name, Files.size(file), SourceFormat.unpacked(name));
    }
    if (isBook(name)) {
      return new XlsxRecords(file.toFile(), name, format, limits);
    }
    return text(Files.newInputStream(file), name, name);
  }

  private RecordReader unpacked(InputStream raw, String name, long packed, String inner)
      throws IOException {
    InputStream plain;
    try {
      plain = new WholeGzip(raw, name);
    } catch (IOException e) {
      raw.close();
      throw new SourceException(Message.of("file.gzip", "file", name), e);
    }
    return stream(new BoundedStream(plain, name, packed, limits), name, inner);
  }

  /// The members follow in place of the zip.
  private RecordReader zip(Path file) throws IOException {
    ZipFile zip = zipFile(file);
    opened = zip;
    Deque<Part> members = new ArrayDeque<>();
    Set<String> names = new HashSet<>();
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry member = all.nextElement();
      if (!names.add(member.getName())) {
        throw new SourceException(
            Message.of("file.twice", "file", file.toString(), "name", member.getName()));
      }
      String inner = SourceFormat.unpacked(member.getName());
      if (isVisible(member) && SourceFormat.Type.of(inner) != null) {
        members.add(() -> member(zip, member, file));
      } else if (isVisible(member) && SourceFiles.isTable(inner)) {
        throw new SourceException(SourceFiles.unreadable(file + "!" + member.getName()));
      }
    }
    if (members.isEmpty()) {
      throw new SourceException(Message.of("file.no_form", "file", file.toString()));
    }
    members.descendingIterator().forEachRemaining(parts::addFirst);
    return () -> null;
  }

  /// Hidden files are left out as they are in a folder; `__MACOSX` is where a Mac packs its own.
  private static boolean isVisible(ZipEntry member) {
    return !member.isDirectory()
        && Arrays.stream(member.getName().split("[/\\\\]"))
            .noneMatch(part -> part.equals("__MACOSX") || part.matches("(?s)~[$].*|[.].*[^.].*"));
  }

  /// Names of members are UTF-8, or GBK where Windows in Chinese packed them.
  private static ZipFile zipFile(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException utf8) {
      try {
        return new ZipFile(file.toFile(), Charset.forName("GB18030"));
      } catch (ZipException e) {
        throw new SourceException(Message.of("file.zip", "file", file.toString()), e);
      }
    }
  }

  private RecordReader member(ZipFile zip, ZipEntry member, Path file) throws IOException {
    String name = file + "!" + member.getName();
    InputStream plain = BoundedStream.of(zip, member, name, limits);
    String inner = SourceFormat.unpacked(member.getName());
    return inner.equals(member.getName())
        ? stream(plain, name, inner)
        : unpacked(plain, name, member.getSize(), inner);
  }

  /// A workbook from an archive is first written to a temporary file.
  private RecordReader stream(InputStream plain, String name, String inner) throws IOException {
    return isBook(inner)
        ? CopiedWorkbook.open(plain, name, format, limits)
        : text(plain, name, inner);
  }

  private RecordReader text(InputStream in, String name, String inner) throws IOException {
    try {
      SourceFormat.Type type = type(inner);
      return switch (type) {
        case JSON, JSONL ->
            new JsonRecords(
                Encodings.open(in, name, format.encoding()),
                name,
                format,
                type == SourceFormat.Type.JSONL,
                limits);
        case CSV, XLSX ->
            new CsvRecords(Encodings.open(in, name, format.encoding()), name, format, limits);
      };
    } catch (CharacterCodingException e) {
      in.close();
      throw new SourceException(Encodings.wrong(name), e);
    } catch (IOException e) {
      in.close();
      throw new SourceException(
          Message.of("file.unreadable", "file", name, "why", Translated.of(e)), e);
    } catch (RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private boolean isBook(String name) {
    return type(name) == SourceFormat.Type.XLSX;
  }

  private SourceFormat.Type type(String name) {
    return format
        .typeOf(name)
        .orElseThrow(() -> new SourceException(Message.of("file.ending", "file", name)));
  }

  @Override
  public void close() throws IOException {
    try (ZipFile _ = opened) {
      if (current != null) {
        current.close();
      }
    }
  }

  private void closeZip() throws IOException {
    if (opened != null) {
      opened.close();
      opened = null;
    }
  }

  /// A workbook that came out of a pack, in a temporary file that is deleted when it is closed.
  record CopiedWorkbook(Path copy, RecordReader records) implements RecordReader {
    static RecordReader open(InputStream plain, String name, SourceFormat format, Limits limits)
        throws IOException {
      Path copy = Files.createTempFile("greenpair-source", ".xlsx");
      try (plain) {
        Files.copy(plain, copy, StandardCopyOption.REPLACE_EXISTING);
        return new CopiedWorkbook(copy, new XlsxRecords(copy.toFile(), name, format, limits));
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(copy);
        throw e;
      }
    }

    @Override
    public @Nullable SourceRecord next() throws IOException {
      return records.next();
    }

    @Override
    public void close() throws IOException {
      records.close();
      Files.deleteIfExists(copy);
    }
  }

  /// Detects whether a file is still the one that was opened. A registry that changes while it is
  /// read would be a mixture of two editions.
  private record FileStamp(Path file, long size, FileTime modified, @Nullable Object key) {
    static FileStamp of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(file, now.size(), now.lastModifiedTime(), now.fileKey());
    }

    /// @throws SourceException if it is another by now
    void check() throws IOException {
      boolean same;
      try {
        same = equals(of(file));
      } catch (NoSuchFileException e) {
        same = false;
      }
      if (!same) {
        throw new SourceException(Message.of("file.changed", "file", file.toString()));
      }
    }
  }
}
