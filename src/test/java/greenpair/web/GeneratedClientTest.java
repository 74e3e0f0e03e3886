package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import greenpair.program.access.Caller.Role;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A client that OpenAPI Generator writes from the document compiles, and talks to the server.
/// The document leaves the fields of catalog entries open. The generator runs in a process of its
/// own with its own libraries; `mvn verify` copies it to `target/openapi-generator`.
@Tag("slow")
class GeneratedClientTest {
  private static final Path GENERATOR =
      Path.of("target", "openapi-generator", "openapi-generator-cli.jar");

  private static final String SMOKE =
      """
      import client.*;
      import client.api.*;
      import client.model.*;

      public class Smoke {
        public static void main(String[] given) throws Exception {
          ApiClient client = new ApiClient();
          client.updateBaseUri(given[0]);
          client.setRequestInterceptor(
              request -> request.header("Authorization", "Bearer " + given[1]));
          FindApi find = new FindApi(client);
          RecommendApi recommend = new RecommendApi(client);
          ProgrammeApi programme = new ProgrammeApi(client);
          System.out.println("health " + new RunApi(client).health().getStatus());
          System.out.println("cities " + find.cities(null, 3, null, null).getCities().size());
          CityWithNeeds city = find.city("cn-jilin", Language.ZH, null);
          System.out.println("city " + city.getCity().getId());
          String need = city.getNeeds().get(0).getId();
          System.out.println("suggestions " + find.suggestions("heat", 5, null).getQuery());
          System.out.println("concepts " + (find.taxonomy(null, null).getConcepts().size() > 50));
          System.out.println("gaps " + recommend.gaps(null, 2, null, null).getNeeds().size());
          System.out.println(
              "packages "
                  + (recommend.packagesOfNeed(need, null, 2, null, null).getPackages() != null));
          System.out.println("self " + programme.self(null).getRole());
          NewRemark note =
              new NewRemark().sort(Sort.NOTE).city("cn-jilin").body("by a client");
          Remark added = programme.addRemark(note, "key-of-the-smoke-test");
          Remark again = programme.addRemark(note, "key-of-the-smoke-test");
          System.out.println("once " + added.getId().equals(again.getId()));
          System.out.println("remark " + programme.remark(added.getId(), null).getBody());
          try {
            find.city("nowhere", null, null);
          } catch (ApiException e) {
            System.out.println("missing " + e.getCode());
          }
        }
      }
      """;

  @Test
  void client_generatedFromTheDocument_compilesAndTalksToTheServer(@TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(Files.exists(GENERATOR), GENERATOR + " is not there; mvn test brings it");
    Path data = Files.createDirectory(folder.resolve("data"));
    try (Cohort cohort = Cohort.served(data)) {
      Path document = folder.resolve("openapi.json");
      Files.write(document, cohort.client().get("/openapi.json").response().body());
      Path sources = folder.resolve("client");
      run(
          List.of(
              "-jar",
              GENERATOR.toString(),
              "generate",
              "--generator-name=java",
              "--library=native",
              "--input-spec=" + document,
              "--output=" + sources,
              "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,"
                  + "apiDocs=false,modelDocs=false",
              "--additional-properties=openApiNullable=false,useJakartaEe=true,"
                  + "serializationLibrary=jackson,apiPackage=client.api,"
                  + "modelPackage=client.model,invokerPackage=client"));
      Path classes = Files.createDirectory(folder.resolve("classes"));
      String path = GENERATOR.toAbsolutePath() + ":" + annotations();
      compile(sources, classes, path);
      String said =
          run(
              List.of(
                  "-cp",
                  classes + ":" + path,
                  "Smoke",
                  "http://127.0.0.1:" + cohort.server.port(),
                  cohort.token("Ada", Role.COORDINATOR)));
      assertEquals(
          """
          health up
          cities 3
          city cn-jilin
          suggestions heat
          concepts true
          gaps 2
          packages true
          self coordinator
          once true
          remark by a client
          missing 404
          """,
          said.lines()
              .filter(line -> !line.startsWith("SLF4J"))
              .reduce("", (a, b) -> a + b + "\n"));
    }
  }

  /// The class path entry of the annotations that the client uses.
  private static String annotations() {
    return Stream.of(System.getProperty("java.class.path").split(":", -1))
        .filter(each -> each.contains("jakarta.annotation-api"))
        .findFirst()
        .orElseThrow();
  }

  private static void compile(Path sources, Path classes, String path) throws IOException {
    Path smoke = Files.writeString(sources.resolve("Smoke.java"), SMOKE);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-proc:none", "-nowarn", "-cp", path, "-d", classes.toString()));
    arguments.add(smoke.toString());
    try (Stream<Path> files = Files.walk(sources.resolve("src/main/java"))) {
      files.map(Path::toString).filter(each -> each.endsWith(".java")).forEach(arguments::add);
    }
    var errors = new java.io.ByteArrayOutputStream();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, errors, errors, arguments.toArray(String[]::new));
    assertEquals(0, code, () -> errors.toString(StandardCharsets.UTF_8));
  }

  private static String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor() == 0, said);
    return said;
  }
}
