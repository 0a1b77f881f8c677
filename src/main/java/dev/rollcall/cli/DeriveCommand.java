package dev.rollcall.cli;

import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Place;
import dev.rollcall.schema.SchemaDerivation;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code derive}: writes the JSON Schemas that follow from the definition. */
final class DeriveCommand implements SubCommand {
  private static final String VERSION = "v1.0";

  @Override
  public int run(Settings settings, PrintStream out) {
    Path docs = settings.value(Setting.DOCS).map(Path::of).orElse(Path.of("schemas", "definition"));
    Path folder = settings.value(Setting.OUT).map(Path::of).orElse(Path.of("schemas"));
    Definition definition = Definition.read(docs, VERSION);
    Map<String, String> files = SchemaDerivation.derive(definition);
    files.forEach((name, text) -> write(folder.resolve(VERSION).resolve(name), text));
    out.println("wrote " + files.size() + " schemas to " + folder.resolve(VERSION));
    definition
        .disagreements()
        .forEach(
            d ->
                out.println(
                    "disagreement "
                        + d.places().stream().map(Place::toString).collect(Collectors.joining(", "))
                        + ": "
                        + d.text()
                        + "; "
                        + d.rule()));
    return 0;
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
