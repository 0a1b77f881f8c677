package dev.rollcall.report.result;

import java.util.List;

/**
 * The target of a run.
 *
 * @param name "embedded", or as given by the user
 * @param root service root, without version segment
 * @param ours whether it is Rollcall's own fake, proved by the handshake
 * @param versions those judged, such as "v1.0"
 * @param dialect spelling of presence values: "any", "pascal" or "documented"
 */
public record TargetInfo(
    String name,
    String root,
    boolean ours,
    List<String> versions,
    List<String> capabilities,
    String dialect) {

  public TargetInfo {
    versions = List.copyOf(versions);
    capabilities = List.copyOf(capabilities);
  }
}
