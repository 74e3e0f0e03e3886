package greenpair.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A catalogue of firms without technologies: only their words tell what they do.
class UncodedSearchTest {
  @RegisterExtension
  static final Shared<Registry> REGISTRY = new Shared<>(Registry.class, Registry::new);

  static final class Registry implements Closeable {
    private final Search search;
    private final LiveIndex live;
    private final Snapshot snapshot;

    Registry(Path data) throws IOException {
      Workbench workbench = new Workbench(Path.of("index-config"));
      search = workbench.search();
      List<String> lines = new ArrayList<>();
      firm("leafy", "Cooks plant rich meals for canteens.", lines);
      firm("sprout", "Sells plant protein to bakeries.", lines);
      firm("barrier", "Sells gates that keep shops dry in flooding.", lines);
      firm("garden", "Builds a sponge city: rain gardens and permeable paving.", lines);
      firm("vessel", "Routes cargo vessels so that they burn less fuel.", lines);
      firm("kites", "Tows ocean vessels with kites.", lines);
      firm("salt", "Desalination of sea water.", lines);
      firm("nurses", "Finds nurses for healthcare.", lines);
      firm("visits", "Health visits by video, and care for old people.", lines);
      for (int i = 0; i < 40; i++) {
        firm("other" + i, "Keeps ledgers number " + i + " for farms, shops and offices.", lines);
      }
      Path catalog = data.resolve("catalog.jsonl");
      Files.createDirectories(data);
      Files.write(catalog, lines);
      workbench.reindexQuietly(List.of(catalog), data.resolve("index"));
      live = workbench.open(data.resolve("index"));
      snapshot = live.acquire();
    }

    private static void firm(String id, String description, List<String> lines) {
      lines.add(
          """
          {"kind":"firm","id":"%s","name":{"en":"Acme %s"},"description":{"en":"%s"},\
          "provenance":[{"source":"a test","verified":false}]}\
          """
              .formatted(id, lines.size(), description));
    }

    List<String> find(String text) {
      return search.search(SearchRequest.of(List.of(Kind.FIRM), text, 10), snapshot).hits().stream()
          .map(hit -> hit.id().value())
          .toList();
    }

    @Override
    public void close() {
      snapshot.close();
      live.close();
    }
  }

  private final Registry registry = REGISTRY.get();

  @ParameterizedTest
  @CsvSource({
    "plant rich, leafy",
    "plant rich diets, leafy",
    "plant rich lifestyles, leafy",
    "efficient ocean shipping, kites",
  })
  void label_withAWordThatNoEntryHas_isAnsweredByTheOthers(String text, String first) {
    assertEquals(first, registry.find(text).stream().findFirst().orElse(""));
  }

  @Test
  void wordsThatEntriesWriteAsOneAndAsTwo_findBoth() {
    assertEquals(Set.of("nurses", "visits"), Set.copyOf(registry.find("health care")));
  }

  /// "Flooding" is a problem that the taxonomy solves by sponge cities.
  @Test
  void wordThatNamesATechnology_isFoundAsWritten() {
    assertEquals("barrier", registry.find("flooding").getFirst());
    assertEquals("garden", registry.find("sponge city").getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tattoo studio", "nail polish for autumn", "婚纱摄影价格"})
  void otherSubject_findsNothing(String text) {
    assertEquals(List.of(), registry.find(text));
  }
}
