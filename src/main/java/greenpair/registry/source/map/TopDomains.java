package greenpair.registry.source.map;

import module java.base;

/// The top-level domains that exist, by the list of public suffixes of the JDK. Without that file,
/// which a Java runtime may lack, any name is taken for one.
final class TopDomains {
  private static final Path LIST =
      Path.of(System.getProperty("java.home"), "lib", "security", "public_suffix_list.dat");

  private static final Set<String> ALL = read();

  private TopDomains() {}

  static boolean has(String label) {
    return ALL.isEmpty() || ALL.contains(IDN.toASCII(label).toLowerCase(Locale.ROOT));
  }

  private static Set<String> read() {
    if (!Files.exists(LIST)) {
      return Set.of();
    }
    try (ZipFile list = new ZipFile(LIST.toFile())) {
      return list.stream().map(ZipEntry::getName).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("the list of domains of the JDK cannot be read", e);
    }
  }
}
