package dev.rollcall.report.page;

import dev.rollcall.report.junit.JUnitReport;
import dev.rollcall.report.result.Results;
import dev.rollcall.report.result.Strength;
import dev.rollcall.report.result.UnreadableResult;
import dev.rollcall.report.result.UnwritableResult;
import dev.rollcall.report.result.WholeFile;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders {@code index.html} and {@code contract.html} from the result files of a folder, and
 * beside them {@code strength.html} from what was measured for this build; for CI servers the same
 * results as {@code contract-junit.xml} and {@code load-junit.xml}.
 */
public final class Pages {
  public static final String INDEX = "index.html";
  public static final String CONTRACT = "contract.html";
  static final String STRENGTH = "strength.html";
  static final String CONTRACT_JUNIT = "contract-junit.xml";
  static final String LOAD_JUNIT = "load-junit.xml";

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private Pages() {}

  /**
   * Renders all pages. A result that is missing is named as missing on the page.
   *
   * @throws UnreadableResult if the folder holds no result that can be read
   * @throws UnwritableResult if a page cannot be written
   */
  public static void render(Path folder) {
    Results results = Results.in(folder);
    if (results.contract().isEmpty() && results.load().isEmpty()) {
      throw new UnreadableResult(
          folder
              + ": holds neither a contract.json nor a load.json that can be read; run check or"
              + " load first, or name the folder of a run with --in");
    }
    render(results, folder);
  }

  /**
   * Renders what was read already.
   *
   * @throws UnwritableResult if a page cannot be written
   */
  public static void render(Results results, Path folder) {
    new WholeFile(folder.resolve(CONTRACT)).write(contract(results));
    new WholeFile(folder.resolve(STRENGTH)).write(strength(Strength.bundled()));
    new WholeFile(folder.resolve(INDEX)).write(index(results));
    renew(folder.resolve(CONTRACT_JUNIT), results.contract().map(JUnitReport::of));
    renew(folder.resolve(LOAD_JUNIT), results.load().map(JUnitReport::of));
  }

  /** Nothing of an earlier run may stay where this one left no result. */
  private static void renew(Path path, Optional<String> text) {
    var file = new WholeFile(path);
    text.ifPresentOrElse(file::write, file::delete);
  }

  /** The text of {@code contract.html}. */
  public static String contract(Results results) {
    var look = new Look(List.of(asset("style.jte")), List.of());
    return render("contract.jte", Map.of("page", new ContractPage(results), "look", look));
  }

  static String strength(Strength strength) {
    var look = new Look(List.of(asset("style.jte")), List.of());
    return render("strength.jte", Map.of("page", new StrengthPage(strength), "look", look));
  }

  static String index(Results results) {
    var page = new IndexPage(results);
    var look =
        page.hasCharts()
            ? new Look(
                List.of(Chart.STYLE.text(), asset("style.jte")),
                List.of(Chart.SCRIPT.text(), asset("charts.jte")))
            : new Look(List.of(asset("style.jte")), List.of());
    return render("index.jte", Map.of("page", page, "look", look));
  }

  private static String asset(String template) {
    return render(template, Map.of()).strip();
  }

  private static String render(String template, Map<String, Object> parameters) {
    var output = new StringOutput();
    TEMPLATES.render(template, parameters, output);
    return output.toString();
  }
}
