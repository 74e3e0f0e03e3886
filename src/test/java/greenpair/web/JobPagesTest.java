package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.index.generation.Publication;
import greenpair.job.Ended;
import greenpair.job.Job;
import greenpair.job.Riverton;
import greenpair.program.access.Caller.Role;
import greenpair.reindex.gate.GenerationComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of registries and jobs, as a browser without script has it.
@Tag("slow")
class JobPagesTest {
  @TempDir private Path data = Path.of("");
  private final Riverton riverton = new Riverton();
  private Cohort cohort;

  @BeforeEach
  void serve() throws IOException {
    cohort = Cohort.serving(data, Riverton.before(data.resolve("first")));
    Riverton.layOut(cohort.catalog, cohort.registries);
    cohort.jobs.follow(riverton::pass);
  }

  @AfterEach
  void stop() {
    riverton.open();
    cohort.close();
  }

  private Visitor visitor(String language, Role role) {
    return new Visitor(cohort.client(), language).signIn(cohort.token("Wang Li", role));
  }

  private Job ended() throws InterruptedException {
    return Ended.await(cohort.jobs, cohort.jobs.list("", 1).getFirst().id());
  }

  @Test
  void operator_startsAJob_seesItRun_andWhatCameOfIt() throws Exception {
    riverton.hold();
    Visitor operator = visitor("en", Role.OPERATOR);
    Client.Reply begun =
        operator.post("/registries/reindex", "sources", "gbfs", "reason", "a new list");
    assertEquals(303, begun.status(), begun.text());
    Document page = operator.page("/registries");
    String id = cohort.jobs.list("", 1).getFirst().id();
    assertEquals("/api/v1/jobs/" + id, page.select(".job").attr("data-address"));
    assertEquals(409, operator.post("/registries/reindex").status());
    riverton.open();
    Job job = ended();
    assertEquals(Job.State.PUBLISHED, job.state(), job::toString);
    page = operator.page("/registries");
    assertTrue(page.select(".job").isEmpty(), "nothing runs any more");
    assertTrue(page.select("tr:has(th:contains(gbfs))").text().contains("1 1 0 0 0"), page::text);
    Document one = operator.page("/registries/jobs/" + id);
    assertTrue(one.text().contains("published") && one.text().contains("a new list"), one::text);
    assertTrue(one.select("main script, [style], [onclick]").isEmpty());
  }

  @Test
  void rejectedRows_areReportedInTheLanguageOfThePage() throws Exception {
    Visitor operator = visitor("zh", Role.OPERATOR);
    String bad = "US,Bikes,Town, CA,s1,https://example.org,,x,y,z\n";
    Riverton.layOut(cohort.catalog, cohort.registries, bad);
    operator.post("/registries/reindex", "sources", "gbfs");
    Job job = ended();
    String chinese = operator.page("/registries/jobs/" + job.id()).text();
    assertTrue(chinese.contains("每行单元格不得多于表头（6个）"), chinese);
    String english = visitor("en", Role.OPERATOR).page("/registries/jobs/" + job.id()).text();
    assertTrue(english.contains("a row must have at most 6 cells, as many as the header"), english);
  }

  @Test
  void operator_cancels_andGoesBack() throws Exception {
    riverton.hold();
    Visitor operator = visitor("zh", Role.OPERATOR);
    operator.post("/registries/reindex");
    Job job = cohort.jobs.list("", 1).getFirst();
    String cancel = operator.page("/registries").select("form[action$=cancel]").attr("action");
    assertEquals("/registries/jobs/" + job.id() + "/cancel", cancel);
    assertEquals(303, operator.post(cancel).status());
    riverton.open();
    assertEquals(Job.State.CANCELLED, ended().state());
    assertTrue(operator.page("/registries").text().contains("已取消"));
    operator.post("/registries/reindex");
    String newest = String.valueOf(ended().generation());
    Client.Reply without = operator.post("/registries/rollback");
    assertEquals(400, without.status());
    Document page = Jsoup.parse(without.text());
    assertTrue(page.select("#field-rollback-reason-fault").text().contains("说明原因"), page::text);
    assertEquals(303, operator.post("/registries/rollback", "reason", "有误").status());
    assertFalse(newest.equals(ended().generation()));
  }

  @Test
  void operator_whoHasReadWhy_publishesWhatTheGateRefused() throws Exception {
    Visitor operator = visitor("en", Role.OPERATOR);
    String[] more = new String[30];
    java.util.Arrays.setAll(
        more, at -> "US,Bikes %1$d,\"Town %1$d, CA\",s%1$d,https://example.org,\n".formatted(at));
    Riverton.layOut(cohort.catalog, cohort.registries, more);
    operator.post("/registries/reindex", "sources", "gbfs");
    assertEquals(Job.State.PUBLISHED, ended().state());
    String published = cohort.store.published().orElseThrow();
    Riverton.layOut(cohort.catalog, cohort.registries);
    operator.post("/registries/reindex", "sources", "gbfs");
    Job refused = ended();
    assertEquals(Job.State.REFUSED, refused.state());
    String id = cohort.store.list().getFirst().id();
    Document said = operator.page("/registries/jobs/" + refused.id());
    assertTrue(said.text().contains(id + " was built but is not served"), said::text);
    assertTrue(said.text().contains("fell from"), said::text);

    Document page = operator.page("/registries");
    assertTrue(page.select("tr:has(code:contains(%s)) .chip".formatted(id)).hasText());
    String option = page.select("option[value=%s]".formatted(id)).text();
    assertTrue(option.contains("never published"), option);
    Path report = cohort.store.directory(id).resolve(GenerationComparison.FILE);
    Path aside = data.resolve("aside.json");
    Files.move(report, aside);
    Document unfinished = operator.page("/registries");
    assertTrue(unfinished.select("option[value=%s]".formatted(id)).isEmpty(), "not offered");
    String chip = unfinished.select("tr:has(code:contains(%s)) .chip".formatted(id)).text();
    assertEquals("not finished", chip);
    assertFalse(cohort.client().get("/api/v1/status").text().contains(id));
    Files.move(aside, report);
    assertTrue(cohort.client().get("/api/v1/status").text().contains(id));
    assertEquals(
        400, operator.post("/registries/rollback", "generation", id, "reason", " ").status());
    assertEquals(published, cohort.store.published().orElseThrow());
    operator.post("/registries/rollback", "generation", id, "reason", "the towns left the scheme");
    assertEquals(Job.State.PUBLISHED, ended().state());
    assertEquals(id, cohort.store.published().orElseThrow());
    Publication last = cohort.store.journal().getLast();
    assertEquals(Publication.Act.FORCED, last.act());
    assertEquals("Wang Li: the towns left the scheme", last.by() + ": " + last.reason());
    page = operator.page("/registries");
    assertTrue(page.select("option").stream().noneMatch(each -> each.text().contains("never")));
  }
}
