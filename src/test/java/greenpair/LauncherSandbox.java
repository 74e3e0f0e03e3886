package greenpair;

import module java.base;

/// A tree with a copy of the launcher, a `PATH` with only the tools that it needs, an empty home
/// and an empty root, so that the launcher does not depend on this machine.
final class LauncherSandbox {
  private static final String SEPARATOR = "\u001f";

  /// What the launcher may use; `ls` and others are Maven's business. `flock` is optional.
  private static final List<String> TOOLS =
      List.of("dirname readlink grep sed find mkdir rm cat touch ln sleep flock nice".split(" "));

  /// Everything below is in here.
  final Path base;

  /// The directory of the launcher.
  final Path home;

  /// The only directory on `PATH`.
  final Path tools;

  /// What the launcher sees beside its arguments; nothing is inherited.
  final Map<String, String> environment = new HashMap<>();

  LauncherSandbox(Path base) throws IOException {
    this.base = base;
    home = base.resolve("green pair");
    tools = base.resolve("tools");
    Files.createDirectories(home);
    Files.createDirectories(tools);
    Files.copy(Path.of("greenpair"), home.resolve("greenpair"), StandardCopyOption.COPY_ATTRIBUTES);
    for (String tool : TOOLS) {
      for (String directory : List.of("/bin", "/usr/bin")) {
        Path real = Path.of(directory, tool);
        if (Files.exists(real) && !Files.exists(tools.resolve(tool))) {
          script(tools.resolve(tool), "exec " + real + " \"$@\"");
        }
      }
    }
    environment.put("PATH", tools.toString());
    environment.put("HOME", base.resolve("home").toString());
    environment.put("GREENPAIR_ROOT", base.resolve("root").toString());
    environment.put("LAUNCHER", home.resolve("greenpair").toString());
    environment.put("TMP", base.toString());
  }

  /// A tree as in an image or a release: a jar and no sources.
  void release() throws IOException {
    Files.createDirectories(home.resolve("target/lib"));
    Files.createFile(jar());
  }

  /// A tree as after a clone: sources and no jar.
  void checkout() throws IOException {
    Files.createDirectories(home.resolve("src/main/java/greenpair"));
    Files.createDirectories(home.resolve("src/main/resources"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.writeString(home.resolve("src/main/java/greenpair/A.java"), "");
    ageSources();
  }

  Path jar() {
    return home.resolve("target/greenpair.jar");
  }

  /// A JDK whose java prints its home, its locale, its arguments and its standard input.
  Path jdk(String place, String version) throws IOException {
    Path jdk = base.resolve(place);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(
        jdk.resolve("bin/java"),
        "printf '%s\\037' \"${0%/bin/java}\" \"${LC_ALL-}\" \"$@\"",
        "printf '\\n'",
        "cat");
    script(jdk.resolve("bin/javac"), "exit 1");
    return jdk;
  }

  /// A JDK whose java is on `PATH` in the way of Debian: through two links.
  Path jdkOnPath(String version) throws IOException {
    Path jdk = jdk("elsewhere/jdk of the system", version);
    Path alternative = base.resolve("elsewhere/alternative");
    Files.createSymbolicLink(alternative, Path.of("jdk of the system/bin/java"));
    Files.createSymbolicLink(tools.resolve("java"), alternative);
    return jdk;
  }

  /// A Maven that runs `lines`, then leaves what a build leaves, in the order of a build.
  void maven(String... lines) throws IOException {
    List<String> all = new ArrayList<>();
    all.add("echo \"JAVA_HOME=$JAVA_HOME mvn $*\" >>'" + mavenLogFile() + "'");
    all.add("mkdir -p target");
    all.addAll(Arrays.asList(lines));
    all.addAll(List.of("touch target/greenpair.jar", "mkdir -p target/lib"));
    script(tools.resolve("mvn"), all.toArray(String[]::new));
  }

  long builds() throws IOException {
    return mavenLog().lines().count();
  }

  String mavenLog() throws IOException {
    return Files.exists(mavenLogFile()) ? Files.readString(mavenLogFile()) : "";
  }

  private Path mavenLogFile() {
    return base.resolve("mvn.log");
  }

  /// Makes the sources look older than anything else.
  void ageSources() throws IOException {
    FileTime time = FileTime.from(Instant.now().minusSeconds(7200));
    try (Stream<Path> files = Files.walk(home.resolve("src"))) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
    Files.setLastModifiedTime(home.resolve("pom.xml"), time);
  }

  void script(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// Starts the launcher and waits for its end.
  Outcome run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("greenpair").toString()));
    command.addAll(Arrays.asList(arguments));
    return start(command);
  }

  /// Runs a shell script in [#base] that starts `$LAUNCHER`: text in it reaches the launcher as
  /// UTF-8 whatever the encoding in which this JVM would pass arguments.
  Outcome runShell(String... lines) throws Exception {
    Path script = base.resolve("script");
    script(script, lines);
    return start(List.of(script.toString()));
  }

  private Outcome start(List<String> command) throws Exception {
    Path out = Files.createTempFile(base, "out", "");
    Path err = Files.createTempFile(base, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(base.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("the launcher still runs after 60 s; it said: " + read(err));
      }
      return new Outcome(process.exitValue(), read(out), read(err));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How a launcher ended and what it and the java that it became wrote.
  record Outcome(int exit, String out, String err) {
    private List<String> told() {
      if (exit != 0) {
        throw new AssertionError("exit code " + exit + ", standard error: " + err);
      }
      return List.of(out.substring(0, out.lastIndexOf(SEPARATOR)).split(SEPARATOR, -1));
    }

    String javaHome() {
      return told().get(0);
    }

    String locale() {
      return told().get(1);
    }

    /// All arguments of java.
    List<String> arguments() {
      return told().subList(2, told().size());
    }

    /// The arguments that the main class gets.
    List<String> afterMain() {
      List<String> arguments = arguments();
      return arguments.subList(arguments.indexOf("greenpair.cli.Main") + 1, arguments.size());
    }

    /// The one line on standard error.
    String onlyError() {
      if (err.lines().count() != 1) {
        throw new AssertionError("expected one line, got: " + err);
      }
      return err;
    }
  }
}
