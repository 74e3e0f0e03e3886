package greenpair.reindex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

/// Starts [KilledRun] as a process of its own, many times over: the classes that a run loads are
/// kept in an archive of the JVM, which takes jars only, so folders of classes are packed first.
final class RunProcess {
  private final Path archive;
  private final String classPath;

  RunProcess(Path folder) throws IOException, InterruptedException {
    this.archive = folder.resolve("classes.jsa");
    this.classPath = jars(folder);
    TinyRegistries registries = new TinyRegistries(Files.createDirectories(folder.resolve("warm")));
    registries.write(0);
    Path data = folder.resolve("warm/data");
    Process whole = start("-XX:ArchiveClassesAtExit=", registries, data, 0, Instant.EPOCH);
    try (BufferedReader out = whole.inputReader(UTF_8)) {
      assertEquals("done", out.lines().filter(line -> line.equals("done")).findFirst().orElse(""));
    }
    assertEquals(0, whole.waitFor());
  }

  private static String jars(Path folder) throws IOException {
    List<String> all = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(each);
      if (Files.isDirectory(path)) {
        Path jar = folder.resolve("classes-" + all.size() + ".jar");
        pack(path, jar);
        all.add(jar.toString());
      } else {
        all.add(each);
      }
    }
    return String.join(File.pathSeparator, all);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      packed.setLevel(0);
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        packed.putNextEntry(new ZipEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, packed);
      }
    }
  }

  /// @param point where it stops and waits; 0 for nowhere
  Process start(TinyRegistries registries, Path data, int point, Instant now) throws IOException {
    return start("-XX:SharedArchiveFile=", registries, data, point, now);
  }

  private Process start(String use, TinyRegistries registries, Path data, int point, Instant now)
      throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            use + archive,
            "-cp",
            classPath,
            KilledRun.class.getName(),
            registries.folder().toString(),
            data.toString(),
            Integer.toString(point),
            now.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
