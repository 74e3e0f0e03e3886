package greenpair.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.job.Job.JobRequest;
import greenpair.job.JobRunner.JobSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jobs with a registry in a database.
class DatabaseJobsTest {
  private static final String PLANTS =
      """
      source: https://example.org/plants
      verified: true
      jdbc:
        url: jdbc:sqlite:plants.db
        query: SELECT id, name, changed FROM plants
        updated_since: changed
      record: "{id}"
      values: {id: id, name: name}
      entries:
        - kind: firm
          fields: {id: "{name:slug}", name: {en: "{name}"}, technologies: [WST.ENE.LFG]}
      """;

  @TempDir private Path data = Path.of("");
  @TempDir private Path files = Path.of("");

  /// Jobs that read a database, with the row that is asked for.
  private Jobs ofADatabase(String statement) throws Exception {
    Path config = files.resolve("config");
    Files.writeString(files.resolve("a.jsonl"), Riverton.CITY);
    if (!Files.exists(config)) {
      try (Stream<Path> all = Files.walk(Path.of("index-config"))) {
        for (Path each : all.toList()) {
          Files.copy(each, config.resolve(Path.of("index-config").relativize(each).toString()));
        }
      }
      Files.writeString(config.resolve("sources/plants.yaml"), PLANTS);
    }
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + files.resolve("plants.db"));
        Statement rows = database.createStatement()) {
      rows.execute("CREATE TABLE IF NOT EXISTS plants (id TEXT, name TEXT, changed TEXT)");
      rows.execute(statement);
    }
    GenerationStore store = new GenerationStore(data);
    JobSources sources =
        new JobSources(List.of(files.resolve("a.jsonl")), files, files, List.of("plants"));
    InstantSource clock = InstantSource.system();
    return new Jobs(new Workbench(config).jobRun(data, sources, clock), store, clock);
  }

  @Test
  void incremental_since_readsTheRowsOfADatabaseThatChangedSince() throws Exception {
    Jobs jobs = ofADatabase("INSERT INTO plants VALUES ('1', 'Acme Biogas', '2026-01-05')");
    assertEquals(
        Job.State.PUBLISHED,
        JobsTest.ended(jobs, jobs.start(Job.Kind.REINDEX, JobRequest.ALL, "Wang Li")).state());
    jobs.close();
    jobs = ofADatabase("INSERT INTO plants VALUES ('2', 'Umbra Methane', '2026-03-05')");
    JobRequest since =
        new JobRequest(List.of(), null, null, null, true, LocalDate.of(2026, 3, 1), false);
    Job job = JobsTest.ended(jobs, jobs.start(Job.Kind.REINDEX, since, "Wang Li"));
    assertEquals(Job.State.PUBLISHED, job.state(), job::toString);
    assertEquals(1, job.sources().getFirst().read(), job::toString);
    assertEquals(2, new GenerationStore(data).list().getFirst().count(Kind.FIRM));
    jobs.close();
    jobs = ofADatabase("DELETE FROM plants WHERE id = 'x'");
    assertEquals(Optional.of(job), jobs.find(job.id()), "the day is kept");
    jobs.close();
  }
}
