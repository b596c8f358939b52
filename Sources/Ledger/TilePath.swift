/// Where a tile or a bundle of entries is served, relative to the log's prefix (C2SP tlog-tiles):
/// `tile/0/x001/x234/067`, `tile/0/067.p/12`, `tile/entries/067`.
package struct TilePath: Hashable, Sendable {
  /// Nil for a bundle of entries.
  package let level: Int?
  package let index: Int64
  /// 1…256; 256 is a full tile.
  package let width: Int

  package init(level: Int?, index: Int64, width: Int = Tile.fullWidth) {
    precondition((0...63).contains(level ?? 0) && index >= 0 && (1...Tile.fullWidth).contains(width), "no such tile")
    (self.level, self.index, self.width) = (level, index, width)
  }

  package var text: String {
    let number = TilePath.number(index)
    let suffix = width < Tile.fullWidth ? ".p/\(width)" : ""
    return "tile/\(level.map(String.init) ?? "entries")/\(number)\(suffix)"
  }

  /// Reads exactly what `text` writes.
  package init?(_ text: String) {
    guard text.utf8.count <= 64 else { return nil }
    var steps = text.split(separator: "/", omittingEmptySubsequences: false)
    var width = Tile.fullWidth
    if steps.count >= 2, steps[steps.count - 2].hasSuffix(".p") {
      guard let partial = Int(steps.removeLast()), (1..<Tile.fullWidth).contains(partial) else { return nil }
      width = partial
      steps[steps.count - 1].removeLast(2)
    }
    guard steps.count >= 3, steps[0] == "tile", let index = TilePath.index(steps[2...]) else { return nil }
    let level = steps[1] == "entries" ? nil : Int(steps[1])
    guard level != nil || steps[1] == "entries", (0...63).contains(level ?? 0) else { return nil }
    self.init(level: level, index: index, width: width)
    guard self.text == text else { return nil }
  }

  /// Three digits to a step, every step but the last with an `x`, so that no folder grows beyond a thousand.
  private static func number(_ index: Int64) -> String {
    var rest = index
    var text = threeDigits(rest % 1000)
    while rest >= 1000 {
      rest /= 1000
      text = "x\(threeDigits(rest % 1000))/\(text)"
    }
    return text
  }

  private static func threeDigits(_ number: Int64) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func index(_ steps: ArraySlice<Substring>) -> Int64? {
    guard steps.count <= 6 else { return nil }
    var index: Int64 = 0
    for step in steps {
      guard let part = Int64(step.hasPrefix("x") ? step.dropFirst() : step), (0..<1000).contains(part) else {
        return nil
      }
      index = index * 1000 + part
    }
    return index
  }
}
