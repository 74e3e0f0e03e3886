package greenpair.reindex.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.index.LiveIndex;
import greenpair.index.generation.Publication;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.reason.Answer;
import greenpair.reindex.ReindexReport;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RunObserver;
import org.junit.jupiter.api.Test;

/// A new generation of the demonstration cohort beside the last one, with something changed.
class PublicationGateTest extends GateTrial {
  @Test
  void sameSources_again_changeNothingAndPublishNothing() throws IOException {
    String published = store().published().orElseThrow();
    ReindexReport again = run();
    assertEquals(ReindexReport.Outcome.UNCHANGED, again.outcome());
    assertEquals(published, again.manifest().id());
    assertEquals(Optional.of(published), store().published());
    assertEquals(1, store().list().size());
    assertEquals(1, store().journal().size());
  }

  @Test
  void deploymentOfTheFirstFirm_isRetired_isNamedAsTheCauseOfItsFall() throws IOException {
    Need need;
    EntryId firm;
    try (LiveIndex live = bench.open(data);
        Snapshot snapshot = live.acquire()) {
      need =
          Shortlists.sample(snapshot, 4).stream()
              .filter(each -> !firms(each, snapshot).isEmpty())
              .findFirst()
              .orElseThrow();
      firm = firms(need, snapshot).getFirst().id();
    }
    keep("deployments.jsonl", line -> !line.contains("\"" + firm + "\""));
    ReindexReport report = run(ReindexRequest.of(List.of(cohort)).by("Wang Li", "a test"));
    assertTrue(report.outcome() != ReindexReport.Outcome.REFUSED);
    GenerationComparison.Change change =
        comparison(report).changes().stream()
            .filter(each -> each.need().equals(need.id().value()))
            .filter(each -> each.entry().equals(firm.value()))
            .findFirst()
            .orElseThrow();
    GenerationComparison.Cause cause = change.causes().getFirst();
    assertEquals("retired deployment", cause.what() + " " + cause.kind());
    assertTrue(change.says().best(Language.EN).contains(cause + " was removed"), change::toString);
    assertTrue(change.says().best(Language.ZH).contains(cause + "已移除"), change::toString);
    assertTrue(
        Files.size(store().directory(report.manifest().id()).resolve(GenerationComparison.FILE))
            > 1000);
  }

  private static List<Answer.Recommendation> firms(Need need, Snapshot snapshot) {
    return bench
        .recommender()
        .recommend(RecommendationRequest.ofNeed(Kind.FIRM, need.city(), need.id(), 10), snapshot)
        .recommendations();
  }

  @Test
  void newExpert_isAmongTheChangesOfTheNeedsOfItsField() throws IOException {
    Need need;
    try (LiveIndex live = bench.open(data);
        Snapshot snapshot = live.acquire()) {
      need = Shortlists.sample(snapshot, 4).getFirst();
    }
    Files.writeString(
        cohort.resolve("more.jsonl"),
        """
        {"kind":"expert","id":"x-new","name":{"en":"Invented"},"technologies":["%s"],\
        "languages":["en","zh"],"days":{"count":30},"declared":"2025-05",\
        "provenance":[{"source":"https://example.org/x-new","verified":true}]}
        """
            .formatted(need.technologies().getFirst()));

    GenerationComparison.Change change =
        comparison(run()).changes().stream()
            .filter(each -> each.kind().equals("expert"))
            .filter(each -> each.need().equals(need.id().value()))
            .findFirst()
            .orElseThrow();

    assertEquals("x-new", change.entry());
  }

  @Test
  void changedRecord_ofACatalogFile_isNamedWithFileAndLine() throws IOException {
    Path deployments = cohort.resolve("deployments.jsonl");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(deployments)) {
      lines.add(line.replaceAll("\"grade\":\"[AB]\"", "\"grade\":\"D\""));
    }
    Files.write(deployments, lines);
    ReindexReport report = run(ReindexRequest.of(List.of(cohort)).by("Wang Li", "a test"));
    assertTrue(
        comparison(report).changes().stream()
            .flatMap(each -> each.causes().stream())
            .anyMatch(
                cause ->
                    cause.what().equals("changed")
                        && cause.place() != null
                        && cause.place().matches("deployments\\.jsonl:[0-9]+")),
        () -> comparison(report).toString());
  }

  @Test
  void needs_thatMoveToAnotherCity_arePublished() throws IOException {
    Path needs = cohort.resolve("needs.jsonl");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(needs)) {
      lines.add(line.replaceAll("\"city\":\"[^\"]*\"", "\"city\":\"cn-guangzhou\""));
    }
    Files.write(needs, lines);
    assertTrue(run(ReindexRequest.of(List.of(cohort)).by("Wang Li", "a test")).manifest() != null);
  }

  @Test
  void source_thatShrinks_isRefusedUntilForcedAndCanBeRolledBack() throws IOException {
    firms(40);
    assertEquals(ReindexReport.Outcome.PUBLISHED, run().outcome());
    String good = store().published().orElseThrow();
    firms(20);
    ReindexReport refused = run();
    assertEquals(ReindexReport.Outcome.REFUSED, refused.outcome());
    assertTrue(
        faults(refused, Language.EN).contains("more.jsonl: Firms fell from 40 to 20"),
        () -> faults(refused, Language.EN));
    assertTrue(
        faults(refused, Language.ZH).contains("由40条减至20条"), () -> faults(refused, Language.ZH));
    assertEquals(Optional.of(good), store().published());
    assertTrue(
        Files.exists(
            store().directory(refused.manifest().id()).resolve(GenerationComparison.FILE)));

    ReindexReport forced =
        run(ReindexRequest.of(List.of(cohort)).by("Wang Li", "the registry\nmoved"));
    assertEquals(ReindexReport.Outcome.FORCED, forced.outcome());
    Publication last = store().journal().getLast();
    assertEquals(Publication.Act.FORCED, last.act());
    assertEquals("Wang Li: the registry moved", last.by() + ": " + last.reason());
    assertEquals(Optional.of(forced.manifest().id()), store().published());

    Publication back =
        bench.reindexing(data).rollBack(null, "Wang Li", "it had not", NOW.plusSeconds(100));
    assertEquals(good, back.id());
    assertEquals(Optional.of(good), store().published());
    assertEquals(back, store().journal().getLast());
    assertThrows(
        IllegalArgumentException.class,
        () -> bench.reindexing(data).rollBack(good, "Wang Li", "", NOW.plusSeconds(101)));

    String unpublished = refused.manifest().id();
    IllegalArgumentException why =
        assertThrows(
            IllegalArgumentException.class,
            () -> bench.reindexing(data).rollBack(unpublished, "Wang Li", " ", NOW));
    assertTrue(String.valueOf(why.getMessage()).contains("give a reason"), why::toString);
    Publication done =
        bench.reindexing(data).rollBack(unpublished, "Wang Li", "it did", NOW.plusSeconds(102));
    assertEquals(Publication.Act.FORCED, done.act());
    assertEquals(Optional.of(unpublished), store().published());
  }

  /// What was finished when a stage began.
  private static RunObserver atStage(String stage, Runnable look) {
    return new RunObserver() {
      @Override
      public void stage(String name, long expected) {
        if (name.equals(stage)) {
          look.run();
        }
      }
    };
  }

  @Test
  void generation_thatARunIsNotDoneWith_isNotFinished() throws IOException {
    firms(40);
    List<Boolean> finished = new ArrayList<>();
    Runnable look = () -> finished.add(store().isFinished(store().list().getFirst().id()));
    for (String stage : List.of("asking", "publishing")) {
      firms(stage.length() + 40);
      ReindexReport report =
          bench
              .reindexing(data)
              .run(
                  ReindexRequest.of(List.of(cohort)),
                  atStage(stage, look),
                  NOW.plusSeconds(runs++));
      assertEquals(ReindexReport.Outcome.PUBLISHED, report.outcome());
      assertTrue(store().isFinished(report.manifest().id()));
    }
    assertEquals(List.of(false, false), finished);
  }

  @Test
  void emptyCatalog_isRefused() throws IOException {
    Path empty = Files.writeString(data.resolve("empty.jsonl"), "\n");
    String published = store().published().orElseThrow();
    ReindexReport report = run(ReindexRequest.of(List.of(empty)));
    assertEquals(ReindexReport.Outcome.REFUSED, report.outcome());
    assertTrue(faults(report, Language.EN).startsWith("The new generation is empty"));
    assertEquals(Optional.of(published), store().published());
  }

  private void judge(String... halves) throws IOException {
    Path own = Files.createDirectories(data.resolve("judgements"));
    for (String half : halves) {
      for (String file : List.of(half + ".jsonl", half + ".qrels")) {
        Files.copy(Path.of("fixtures/judgements/search", file), own.resolve(file));
      }
    }
  }

  @Test
  void bestAnswers_ofJudgedQueries_areMissing_isRefused() throws IOException {
    judge("held", "tune");
    Map<String, Integer> often = new TreeMap<>();
    for (String half : List.of("held", "tune")) {
      for (String line : Files.readAllLines(data.resolve("judgements").resolve(half + ".qrels"))) {
        String[] words = line.split(" ", -1);
        if (words.length == 4 && words[3].equals("3") && words[2].startsWith("solution:")) {
          often.merge(words[2].substring(9), 1, Integer::sum);
        }
      }
    }
    List<String> best =
        often.keySet().stream()
            .sorted((one, two) -> often.getOrDefault(two, 0) - often.getOrDefault(one, 0))
            .limit(9)
            .toList();
    keep("solutions.jsonl", line -> best.stream().noneMatch(id -> line.contains("\"" + id + "\"")));
    ReindexReport report = run();
    assertEquals(ReindexReport.Outcome.REFUSED, report.outcome());
    assertTrue(faults(report, Language.EN).contains("nDCG@10 fell from"));
    assertFalse(
        faults(report, Language.EN).contains(" entries, by more"), "fewer than ten may always go");
    assertEquals(
        List.of("held", "tune"),
        comparison(report).judged().stream().map(GenerationComparison.Judged::set).toList());
  }

  /// Firms of one technology fill the first places of a search, and none of them was judged.
  @Test
  void manyFirms_thatNobodyJudged_areNotBadForBeingUnknown() throws IOException {
    List<String> words = List.of("Heat pump|BLD.HVC.ASH", "Virtual power plant|GRD.FLX.VPP");
    Files.write(
        cohort.resolve("more.jsonl"),
        IntStream.range(0, 400)
            .mapToObj(
                at -> {
                  String[] own = words.get(at % words.size()).split("\\|", -1);
                  return ("{\"kind\":\"firm\",\"id\":\"more-%d\",\"name\":{\"en\":\"%s %d\"},"
                          + "\"technologies\":[\"%s\"],"
                          + "\"provenance\":[{\"source\":\"by hand\",\"verified\":true}]}")
                      .formatted(at, own[0], at, own[1]);
                })
            .toList());
    judge("tune");
    GenerationComparison.Judged tune = comparison(run()).judged().getFirst();
    assertEquals(tune.before(), tune.after(), 0.02, tune::toString);
  }
}
