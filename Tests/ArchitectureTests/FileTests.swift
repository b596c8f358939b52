import Testing

/// A file holds one idea, and is called by it (STYLE).
@Suite("Files")
struct FileTests {
  @Test("No file is longer than 400 lines; those over 250 are named")
  func length() {
    for file in SourceTree.sources {
      #expect(file.lineCount <= 400, "\(file.path): \(file.lineCount) lines are two ideas")
      if file.lineCount > 250 { print("long: \(file.path) has \(file.lineCount) lines") }
    }
  }

  @Test("Names are the office's nouns")
  func names() {
    let words = ["Util", "Helper", "Manager", "Core", "Misc", "Common", "Base"]
    for file in SourceTree.sources {
      #expect(!file.name.contains("+"), "\(file.path)")
      let declared = file.parts.code.matches(of: /\b(?:struct|class|enum|actor|protocol|typealias) (\w+)/)
      for name in declared.map({ String($0.output.1) }) + [String(file.name.dropLast(6))] {
        for word in words { #expect(!has(name, word), "\(file.path): \(name)") }
      }
    }
  }

  /// As a word of the name: `Base64` and `Database` are none of `Base`.
  private func has(_ name: String, _ word: String) -> Bool {
    var words: [String] = []
    for letter in name {
      if letter.isUppercase || words.isEmpty { words.append("") }
      words[words.count - 1].append(letter)
    }
    return words.contains(word) || words.contains(word + "s")
  }

  @Test("Lines end in a line feed alone and hold no tabs")
  func plain() {
    for file in SourceTree.sources {
      #expect(!file.text.unicodeScalars.contains { $0 == "\r" || $0 == "\t" }, "\(file.path)")
      #expect(file.text.hasSuffix("\n"), "\(file.path) ends without a line feed")
    }
  }
}
