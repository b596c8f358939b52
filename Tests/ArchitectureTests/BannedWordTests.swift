import Testing

/// What may not be written, and the few places where it may, each with its reason (STYLE).
@Suite("Banned words")
struct BannedWordTests {
  struct Exception: Hashable {
    let path: String
    let word: String
    let reason: String
  }

  /// In the rooms that decide: time and identifiers are arguments, people's mistakes are answers.
  static let domain = [
    "Date()", ".now", "UUID()", ".current", "FileManager", "print(", "try!", "as!", "fatalError", "@unchecked",
    "nonisolated(unsafe)",
  ]

  /// Anywhere in the product.
  static let everywhere = ["try!", "as!", "fatalError", "Date()", "UUID()", "@unchecked", "nonisolated(unsafe)"]

  static let exceptions: [Exception] = [
    Exception(
      path: "Sources/Storage/Session/Lanes.swift", word: "@unchecked",
      reason: "a connection is used on its own queue alone, which the compiler cannot see"),
    Exception(
      path: "Sources/Bulletins/Repair/Simplifier.swift", word: "nonisolated(unsafe)",
      reason: "OpenCC's handle is a C pointer, opened once and only read afterwards"),
  ]

  @Test("A room that decides has no clock, makes no ids, touches no files and forces nothing")
  func domainWords() {
    for file in SourceTree.sources where House.domain.contains(file.target) { expect(none: Self.domain, in: file) }
  }

  @Test("Nobody forces a value or reads a hidden clock")
  func wordsEverywhere() {
    for file in SourceTree.sources { expect(none: Self.everywhere, in: file) }
  }

  @Test("Each exception is still needed", arguments: exceptions)
  func used(exception: Exception) {
    #expect(holds(exception.word, SwiftParts(SourceTree.text(exception.path)).code), "\(exception.path)")
  }

  @Test("Nothing is left for later")
  func later() {
    let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
    let files = SourceTree.sources + SourceTree.swiftFiles(under: "Tests") + SourceTree.swiftFiles(under: "Tools")
    for file in files {
      for word in words { #expect(!file.text.contains(boundary(word)), "\(file.path): \(word)") }
    }
  }

  /// `Foundation` costs start time and memory and its `Unit` clashes with ours.
  @Test("Foundation is imported by one file")
  func foundation() {
    let allowed = [
      "Sources/Bulletins/Repair/Readings.swift": "reads Mandarin pronunciations through the system's transliteration"
    ]
    let found = SourceTree.sources.filter { $0.imports.contains("Foundation") }.map(\.path)
    #expect(found.sorted() == allowed.keys.sorted())
  }

  /// The C library: files that must be durable, random bytes, and conversions that Swift has not.
  @Test("The C library is imported where something can only be had there")
  func glibc() {
    let allowed = [
      "Sources/Bulletins/Repair/GBKTable.swift": "iconv makes the table of GBK once",
      "Sources/Documents/RegisterSheet.swift": "libxlsxwriter writes to a file, which is made, read and removed",
      "Sources/Formats/ZipWriting.swift": "libzip's buffers are freed by it",
      "Sources/Formats/Charsets.swift": "iconv decodes GB18030",
      "Sources/Formats/XMLStream.swift": "expat's buffers are freed by it",
      "Sources/Formats/ZipArchive.swift": "libzip's buffers are freed by it",
      "Sources/Operations/Office/DurableFile.swift": "fsync and rename",
      "Sources/Operations/Office/Lease.swift": "the name of this host and process",
      "Sources/Operations/Office/LineFile.swift": "lines through a buffer, and fsync",
      "Sources/Operations/Office/OutsideProgram.swift": "a pipe that a program closed is an error, not the end",
      "Sources/Operations/Office/SystemSeams.swift": "the one clock",
      "Sources/Subjects/Position.swift": "sine and cosine",
      "Sources/Storage/Session/SQLValue.swift": "memchr: every argument is asked for U+0000",
    ]
    // The command line reads passwords from the terminal without showing them.
    let found = SourceTree.sources.filter { $0.imports.contains("Glibc") && $0.target != "bihuan" }
    #expect(Set(found.map(\.path)) == Set(allowed.keys))
  }

  private func expect(none words: [String], in file: SwiftFile) {
    for word in words where !Self.exceptions.contains(where: { $0.path == file.path && $0.word == word }) {
      #expect(!holds(word, file.parts.code), "\(file.path): \(word)")
    }
  }

  private func holds(_ word: String, _ code: String) -> Bool { code.contains(boundary(word)) }

  /// The word by itself: `print(` is not found in `fingerprint(`, `.now` not in `.nowhere`.
  private func boundary(_ word: String) -> Regex<Substring> {
    let isLetter = { (character: Character?) in character?.isLetter == true }
    let pattern = word.map { $0.isLetter ? String($0) : "\\\($0)" }.joined()
    let before = isLetter(word.first) ? "\\b" : ""
    let after = isLetter(word.last) ? "\\b" : ""
    guard let regex = try? Regex(before + pattern + after, as: Substring.self) else { preconditionFailure(pattern) }
    return regex
  }
}
