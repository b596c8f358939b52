import Ground

/// Noise out, in the order in which the page put it in, backwards; every byte keeps its place in the source.
enum Repair {
  static func applied(to source: MappedText, _ mojibake: Mojibake) -> (text: MappedText, remarks: [Remark]) {
    var remarks: [Remark] = []
    var text = mojibake.repaired(source, remarks: &remarks)
    text = PinyinNoise.removed(from: text, remarks: &remarks)
    text = PageRemains.removed(from: text, remarks: &remarks)
    text = Simplification.applied(to: text, remarks: &remarks)
    return (text, remarks)
  }
}
