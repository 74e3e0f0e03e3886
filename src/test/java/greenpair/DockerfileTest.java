package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Checks the image as far as possible without a container engine.
class DockerfileTest {
  private static final Path CONTEXT = Path.of("");

  /// What the build stage makes and the image takes; [#the_image_takes_what_the_archive_holds]
  /// keeps it true.
  private static final String RELEASE = "target/release/greenpair";

  /// What the stage of [#GOOD] makes.
  private static final List<String> BUILT = List.of("target/greenpair.jar");

  private static final String GOOD =
      """
      FROM maven:3.9.16-eclipse-temurin-25 AS build
      WORKDIR /build
      COPY pom.xml ./
      RUN mvn package

      FROM registry.example:5000/eclipse-temurin:25-jre
      COPY --from=build /build/target/greenpair.jar /app/target/
      # A comment between
      COPY start \\
        # and in a continuation
        /app/
      COPY data /app/data
      VOLUME /data
      USER 10001:10001
      HEALTHCHECK --interval=10s CMD ["true"]
      ENTRYPOINT ["/app/start"]
      """;

  @TempDir Path context;

  @Test
  void the_dockerfile_has_no_problems() throws Exception {
    assertEquals(List.of(), read().problems(CONTEXT, ignore(), List.of(RELEASE)));
  }

  @Test
  void the_image_takes_what_the_archive_holds() throws Exception {
    String script = pom("//profile[id='release']//execution/configuration/executable");
    String text = Files.readString(Path.of(script.replace("${project.basedir}/", "")));

    assertTrue(text.contains("\nfolder=$PWD/" + RELEASE + "\n"), text);
  }

  @Test
  void the_label_names_the_image_it_is_based_on() throws Exception {
    Dockerfile file = read();

    String base = file.last("FROM").operands().getFirst();

    assertTrue(file.last("LABEL").rest().contains("docker.io/library/" + base + "\""), base);
  }

  @Test
  void the_command_the_health_check_and_the_exposed_port_agree() throws Exception {
    Dockerfile file = read();
    List<String> command = file.last("CMD").operands();

    String port = command.get(command.indexOf("--port") + 1);

    assertEquals(port, file.last("EXPOSE").rest());
    assertTrue(file.last("HEALTHCHECK").rest().contains("/127.0.0.1/" + port + " "), port);
    assertEquals(
        file.last("VOLUME").rest(), command.get(command.indexOf("--data") + 1), "data folder");
  }

  @ParameterizedTest
  @CsvSource({"200, 0", "503, 1", "404, 1", "0, 1"})
  void the_health_check_passes_only_when_healthz_answers_200(int status, int exit)
      throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "this system has no bash");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean asked = exchange.getRequestURI().getPath().equals("/healthz");
          exchange.sendResponseHeaders(asked ? status : 500, -1);
          exchange.close();
        });
    server.start();
    if (status == 0) {
      server.stop(0);
    }

    try {
      assertEquals(exit, runHealthCheck(server.getAddress().getPort()));
    } finally {
      server.stop(0);
    }
  }

  private static int runHealthCheck(int port) throws Exception {
    String rest = read().last("HEALTHCHECK").rest();
    String json = rest.substring(rest.indexOf("CMD ") + 4).replace("8080", Integer.toString(port));
    List<String> command = List.of(JsonMapper.shared().readValue(json, String[].class));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the health check does not end");
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_good_dockerfile_has_no_problems() throws Exception {
    assertEquals(List.of(), problems(GOOD, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maven:3.9.16-eclipse-temurin-25 | maven | line 1: maven has no version tag",
        "eclipse-temurin:25-jre | jre:latest | registry.example:5000/jre:latest has no version tag",
        "eclipse-temurin:25-jre | jre | line 6: registry.example:5000/jre has no version tag",
        "eclipse-temurin:25-jre | jre:${TAG} | /jre:${TAG} has no version tag",
        "COPY pom.xml | COPY gradle.xml | line 3: gradle.xml does not exist",
        "COPY pom.xml | COPY *.xml | line 3: *.xml is a pattern",
        "COPY pom.xml | COPY pom.xml more.xml | line 3: more.xml does not exist",
        "COPY pom.xml | ADD pom.xml | line 3: ADD is not checked",
        "COPY pom.xml ./ | COPY [\"no.xml\", \"./\"] | line 3: no.xml does not exist",
        "target/greenpair.jar | target/other.jar | other.jar is not in the list",
        "--from=build | --from=other | greenpair.jar comes from a stage that does not exist",
        "WORKDIR /build | WORKDIR /src | line 7: /build/target/greenpair.jar is not in the list",
        "USER 10001:10001 | USER root | USER is root",
        "USER 10001:10001 | USER 0:0 | USER is root",
        "USER 10001:10001 | ENV A=b | line 16: no USER before ENTRYPOINT",
        "USER 10001:10001 | ENTRYPOINT [\"/app/start\"] | line 14: no USER before ENTRYPOINT",
        "VOLUME /data | ENV A=b | no VOLUME",
        "HEALTHCHECK --interval=10s CMD [\"true\"] | HEALTHCHECK NONE | no HEALTHCHECK",
        "HEALTHCHECK | ENV A=b | no HEALTHCHECK",
        "ENTRYPOINT [\"/app/start\"] | CMD [\"/app/start\"] | no ENTRYPOINT",
        "[\"/app/start\"] | /app/start | line 16: ENTRYPOINT is no JSON list",
        "[\"/app/start\"] | [\"/app/begin\"] | line 16: /app/begin was not copied",
      })
  void a_mistake_is_a_problem_that_names_it(String good, String bad, String problem)
      throws Exception {
    assertTrue(GOOD.contains(good), good);

    List<String> problems = problems(GOOD.replace(good, bad), "");

    assertTrue(problems.stream().anyMatch(found -> found.contains(problem)), problems.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "start, start",
    "*, pom.xml",
    "**/b.*, data/deep/b.txt",
    "data/deep, data/deep/b.txt",
    "data, data/a.txt",
  })
  void a_copied_file_that_is_ignored_is_a_problem_that_names_it(String pattern, String file)
      throws Exception {
    List<String> problems = problems(GOOD, pattern);

    assertTrue(
        problems.stream().anyMatch(found -> found.endsWith(".dockerignore leaves out " + file)),
        problems.toString());
  }

  @Test
  void ignoring_everything_but_what_is_copied_is_no_problem() throws Exception {
    assertEquals(List.of(), problems(GOOD, "*\n!pom.xml\n!start\n!/data/\ndata/*.log\n# end\n"));
  }

  @Test
  void the_local_data_and_the_history_are_not_sent_to_the_engine() throws Exception {
    for (String path :
        List.of(".git/HEAD", "target/classes/A.class", "data/CURRENT", "src/test/A")) {
      assertTrue(ignore().excludes(path), path);
    }
    assertFalse(ignore().excludes("src/main/java/A.java"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FROM", "RUN <<EOF\necho\nEOF", "RUN echo \\"})
  void what_cannot_be_read_is_refused_with_its_line(String text) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> Dockerfile.parse("# first\n" + text));

    assertTrue(refusal.getMessage().startsWith("line 2: "), refusal.getMessage());
    assertThrows(IllegalArgumentException.class, () -> DockerIgnore.parse("[ab].txt"));
  }

  private List<String> problems(String dockerfile, String ignore) throws Exception {
    Files.createDirectories(context.resolve("data/deep"));
    for (String file : List.of("pom.xml", "start", "data/a.txt", "data/deep/b.txt")) {
      Files.writeString(context.resolve(file), "");
    }
    return new ArrayList<>(
        Dockerfile.parse(dockerfile).problems(context, DockerIgnore.parse(ignore), BUILT));
  }

  private static Dockerfile read() throws Exception {
    return Dockerfile.parse(Files.readString(Path.of("Dockerfile")));
  }

  private static DockerIgnore ignore() throws Exception {
    return DockerIgnore.parse(Files.readString(Path.of(".dockerignore")));
  }

  private static String pom(String path) throws Exception {
    return XPathFactory.newInstance()
        .newXPath()
        .evaluate(
            path,
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile()));
  }
}
