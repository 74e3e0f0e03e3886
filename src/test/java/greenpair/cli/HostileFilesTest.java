package greenpair.cli;

import static greenpair.cli.HostileRegistry.GOOD;
import static greenpair.cli.HostileRegistry.MAPPING;

import module java.base;

import greenpair.cli.app.Exit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files that break or attack: each is a plain error in bounded time, and nothing is published.
class HostileFilesTest {
  @TempDir private Path folder;
  private HostileRegistry registry;

  @BeforeEach
  void prepare() throws IOException {
    registry = HostileRegistry.in(folder);
  }

  @ParameterizedTest
  @EnumSource
  void aHostileFile_isAPlainError_andNothingIsPublished(HostileFile hostile) throws IOException {
    registry.write(hostile.file, hostile.content);
    registry.assertRefused(registry.reindex(MAPPING.replace("FILE", hostile.file)), hostile.file);
  }

  @Test
  void aFolderInPlaceOfAFile_withoutKnownFiles_isRefused() throws IOException {
    Files.createDirectories(folder.resolve("in/a.csv"));
    registry.assertRefused(registry.reindex(MAPPING.replace("FILE", "a.csv")), "file");
  }

  @Test
  void aLinkOutOfTheFolder_isRefused() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), GOOD);
    Files.createDirectories(folder.resolve("in"));
    Files.createSymbolicLink(folder.resolve("in/a.csv"), secret);
    registry.assertRefused(registry.reindex(MAPPING.replace("FILE", "a.csv")), "is outside");
    registry.assertRefused(
        registry.reindex(MAPPING.replace("FILE", "../secret.csv")), "is outside");
    registry.assertRefused(
        registry.reindex(MAPPING.replace("FILE", secret.toString())), "is outside");
  }

  @Test
  void aLinkToItself_isRefused() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.createSymbolicLink(folder.resolve("in/a.csv"), Path.of("a.csv"));
    registry.assertRefused(
        registry.reindex(MAPPING.replace("FILE", "a.csv")), "a.csv", Exit.NOT_FOUND);
  }
}
