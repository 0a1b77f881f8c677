package dev.rollcall.cli;

import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Disagreement;
import dev.rollcall.definition.Place;
import dev.rollcall.schema.SchemaDerivation;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code derive}: writes the JSON Schemas that follow from the definition, of each version that has
 * pages.
 */
final class DeriveCommand implements SubCommand {
  @Override
  public int run(Settings settings, PrintStream out) {
    Path docs = settings.value(Setting.DOCS).map(Path::of).orElse(Path.of("schemas", "definition"));
    Path folder = settings.value(Setting.OUT).map(Path::of).orElse(Path.of("schemas"));
    Set<String> said = new HashSet<>();
    for (String version : Definition.versions(docs)) {
      Definition definition = Definition.read(docs, version);
      Map<String, String> files = SchemaDerivation.derive(definition);
      files.forEach((name, text) -> write(folder.resolve(version).resolve(name), text));
      out.println("wrote " + files.size() + " schemas to " + folder.resolve(version));
      definition.disagreements().stream()
          .filter(each -> said.add(each.text()))
          .forEach(each -> out.println(line(each, version)));
    }
    return 0;
  }

  private static String line(Disagreement disagreement, String version) {
    return "disagreement in "
        + version
        + " "
        + disagreement.places().stream().map(Place::toString).collect(Collectors.joining(", "))
        + ": "
        + disagreement.text()
        + "; "
        + disagreement.rule();
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new CannotWrite(file + " cannot be written; name a writable folder with --out");
    }
  }
}
