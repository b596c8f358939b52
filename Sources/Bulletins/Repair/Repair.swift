import Ground

/// Noise out, in the order in which the page put it in, backwards; every byte keeps its place in the source.
enum Repair {
  /// The repaired text, as a script too.
  static func applied(
    to source: MappedText, _ mojibake: Mojibake
  ) -> (text: MappedText, script: Script, remarks: [Remark]) {
    var remarks: [Remark] = []
    var text = source
    var script = Script(text.bytes)
    // Each gives nil where it finds nothing to repair, so that most texts are decoded once.
    for step in [mojibake.repaired, PinyinNoise.removed, PageRemains.removed, Simplification.applied] {
      guard let repaired = step(text, script, &remarks) else { continue }
      (text, script) = (repaired, Script(repaired.bytes))
    }
    return (text, script, remarks)
  }
}
