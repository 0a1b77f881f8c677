package dev.rollcall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may import what: the package list is the data flow, and stays it. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.rollcall");

  private static final String JSON = "tools.jackson.";

  /** Package, ours that it may use, other people's that it may use. */
  private record Room(Set<String> ours, List<String> theirs) {}

  private static final Map<String, Room> ROOMS =
      Map.of(
          "definition", new Room(Set.of(), List.of("org.commonmark.", JSON)),
          "schema", new Room(Set.of("definition"), List.of("com.networknt.", JSON)),
          "presence", new Room(Set.of(), List.of()),
          "report", new Room(Set.of(), List.of(JSON, "gg.jte.")),
          "fake",
              new Room(
                  Set.of("presence"),
                  List.of(
                      "com.github.tomakehurst.wiremock.",
                      "org.wiremock.",
                      "wiremock.",
                      "org.junit.",
                      JSON)),
          "target", new Room(Set.of("fake"), List.of("com.typesafe.config.", "com.azure.", JSON)),
          "contract",
              new Room(
                  Set.of("definition", "schema", "target", "report"),
                  List.of(
                      "org.junit.",
                      "org.opentest4j.",
                      "io.restassured.",
                      "org.awaitility.",
                      "org.apache.http.",
                      JSON)),
          "load",
              new Room(Set.of("schema", "target", "report"), List.of("org.HdrHistogram.", JSON)),
          "simulation", new Room(Set.of("load", "target"), List.of("io.gatling.", "scala.")));

  @TestFactory
  Stream<DynamicTest> packagesUseWhatTheyMay() {
    return ROOMS.entrySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.getKey(),
                    () ->
                        classes()
                            .that()
                            .resideInAPackage("dev.rollcall." + room.getKey() + "..")
                            .should(useOnly(room.getKey(), room.getValue()))
                            .check(CLASSES)));
  }

  @Test
  void aRunGoesFromPlanToVerdict() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.rollcall.load..")
        .layer("plan")
        .definedBy("dev.rollcall.load.plan")
        .layer("question")
        .definedBy("dev.rollcall.load.question")
        .layer("throttle")
        .definedBy("dev.rollcall.load.throttle")
        .layer("measure")
        .definedBy("dev.rollcall.load.measure")
        .layer("judge")
        .definedBy("dev.rollcall.load.judge")
        .layer("past")
        .definedBy("dev.rollcall.load.past")
        .layer("merge")
        .definedBy("dev.rollcall.load.merge")
        .layer("run")
        .definedBy("dev.rollcall.load")
        .whereLayer("plan")
        .mayNotAccessAnyLayer()
        .whereLayer("question")
        .mayOnlyAccessLayers("plan")
        .whereLayer("throttle")
        .mayOnlyAccessLayers("plan", "question")
        .whereLayer("measure")
        .mayOnlyAccessLayers("plan", "question")
        .whereLayer("judge")
        .mayOnlyAccessLayers("plan", "measure", "past")
        .whereLayer("past")
        .mayNotAccessAnyLayer()
        .whereLayer("merge")
        .mayOnlyAccessLayers("plan", "measure", "judge")
        .check(CLASSES);
  }

  @Test
  void theFakeGoesFromCallToAnswer() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.rollcall.fake..")
        .layer("call")
        .definedBy("dev.rollcall.fake.call")
        .layer("fault")
        .definedBy("dev.rollcall.fake.fault")
        .layer("world")
        .definedBy("dev.rollcall.fake.world")
        .layer("operation")
        .definedBy("dev.rollcall.fake.operation")
        .layer("control")
        .definedBy("dev.rollcall.fake.control")
        .layer("server")
        .definedBy("dev.rollcall.fake")
        .layer("junit")
        .definedBy("dev.rollcall.fake.junit")
        .whereLayer("call")
        .mayNotAccessAnyLayer()
        .whereLayer("fault")
        .mayOnlyAccessLayers("call")
        .whereLayer("world")
        .mayOnlyAccessLayers("call")
        .whereLayer("operation")
        .mayOnlyAccessLayers("call", "world")
        .whereLayer("control")
        .mayOnlyAccessLayers("call", "fault", "world", "operation")
        .whereLayer("server")
        .mayOnlyAccessLayers("call", "fault", "world", "operation", "control")
        .whereLayer("junit")
        .mayOnlyAccessLayers("server")
        .check(CLASSES);
  }

  @Test
  void whatACheckAsksWithKnowsNoCheck() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.rollcall.contract..")
        .layer("wire")
        .definedBy("dev.rollcall.contract.wire")
        .layer("model")
        .definedBy("dev.rollcall.contract.model")
        .layer("ask")
        .definedBy("dev.rollcall.contract.ask")
        .layer("checks")
        .definedBy("dev.rollcall.contract")
        .whereLayer("wire")
        .mayNotAccessAnyLayer()
        .whereLayer("model")
        .mayOnlyAccessLayers("wire")
        .whereLayer("ask")
        .mayOnlyAccessLayers("wire")
        .check(CLASSES);
  }

  @Test
  void aReportGoesFromResultToWhatIsShown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.rollcall.report..")
        .layer("result")
        .definedBy("dev.rollcall.report.result")
        .layer("mask")
        .definedBy("dev.rollcall.report.mask")
        .layer("text")
        .definedBy("dev.rollcall.report.text")
        .layer("cause")
        .definedBy("dev.rollcall.report.cause")
        .layer("junit")
        .definedBy("dev.rollcall.report.junit")
        .layer("page")
        .definedBy("dev.rollcall.report.page")
        .layer("ci")
        .definedBy("dev.rollcall.report.ci")
        .layer("shown")
        .definedBy("dev.rollcall.report")
        .whereLayer("result")
        .mayNotAccessAnyLayer()
        .whereLayer("mask")
        .mayOnlyAccessLayers("result")
        .whereLayer("text")
        .mayOnlyAccessLayers("result")
        .whereLayer("cause")
        .mayOnlyAccessLayers("result", "text")
        .whereLayer("junit")
        .mayOnlyAccessLayers("result", "text")
        .whereLayer("page")
        .mayOnlyAccessLayers("result", "mask", "text", "cause", "junit")
        .whereLayer("ci")
        .mayOnlyAccessLayers("result", "text", "cause", "page")
        .check(CLASSES);
  }

  @Test
  void whatIsBehindTheFakesDoorsStaysThere() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.rollcall.fake..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.rollcall.fake.fault",
            "dev.rollcall.fake.world",
            "dev.rollcall.fake.operation",
            "dev.rollcall.fake.control")
        .check(CLASSES);
  }

  @Test
  void onlyTheEmbeddedTargetKnowsTheFake() {
    noClasses()
        .that()
        .resideInAPackage("dev.rollcall.target..")
        .and()
        .doNotHaveSimpleName("EmbeddedTarget")
        .and()
        .doNotHaveSimpleName("Target") // holds the fake that it is handed, to stop it
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.rollcall.fake..")
        .check(CLASSES);
  }

  @Test
  void onlyItsExtensionTiesTheFakeToJUnit() {
    noClasses()
        .that()
        .resideInAPackage("dev.rollcall.fake..")
        .and()
        .resideOutsideOfPackage("dev.rollcall.fake.junit")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "dev.rollcall.fake.junit..")
        .check(CLASSES);
  }

  @Test
  void nothingIsStaticAndChangeable() {
    classes()
        .that()
        .resideInAPackage("dev.rollcall..")
        .and()
        .resideOutsideOfPackage("gg.jte..")
        .should(
            new ArchCondition<>("hold no static state") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                  boolean changeable =
                      field.getModifiers().contains(JavaModifier.STATIC)
                          && !field.getModifiers().contains(JavaModifier.FINAL)
                          && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                  if (changeable) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName()));
                  }
                }
              }
            })
        .check(CLASSES);
  }

  private static ArchCondition<JavaClass> useOnly(String name, Room room) {
    return new ArchCondition<>("use only its own, " + room.ours() + " and " + room.theirs()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> !mayUse(name, room, dependency.getTargetClass()))
            .forEach(
                dependency ->
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
      }
    };
  }

  private static boolean mayUse(String name, Room room, JavaClass used) {
    String type = used.getBaseComponentType().getName();
    if (type.startsWith("dev.rollcall.")) {
      String rest = type.substring("dev.rollcall.".length());
      String of = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : "";
      return of.equals(name) || room.ours().contains(of);
    }
    boolean common =
        !type.contains(".")
            || type.startsWith("java.")
            || type.startsWith("javax.")
            || type.startsWith("com.sun.management.")
            || type.startsWith("org.slf4j.")
            || type.startsWith("org.jspecify.");
    return common || room.theirs().stream().anyMatch(type::startsWith);
  }
}
