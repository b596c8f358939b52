import Bulletins
import Formats
import Foundation
import Ground
import Operations
import Packs

/// How long the reader takes for one bulletin, from bytes to minutes.
enum ReadBench {
  static func run(into table: inout BenchTable) async throws {
    let resources = try Resources(path: BenchFolder.resources)
    let reader = Reader(words: resources.packs.words)
    var files = ["\(BenchFolder.resources)/samples/qinghe-2026-03-12.txt"]
    files += real()
    for file in files {
      guard let bytes = FileManager.default.contents(atPath: file).map({ [UInt8]($0) }) else { continue }
      if file == files[0] { await long(reader, bytes, into: &table) }
      var times: [Double] = []
      for round in 0..<120 {
        let (_, time) = try await seconds { reader.read(try SourceDocument.open(bytes, name: nil).text) }
        if round >= 20 { times.append(time) }
      }
      table.add(
        "reading a bulletin", data: "\(URL(fileURLWithPath: file).lastPathComponent), \(bytes.count) bytes",
        figure: Percentiles(times).text, target: "< 2 ms",
        beside: "\(fixed(Double(bytes.count) / Percentiles(times).middle / 1e6, 1)) MB/s")
    }
  }

  /// A text of ten megabytes, made of the sample over and over, beside a plain scan of its UTF-8.
  private static func long(_ reader: Reader, _ sample: [UInt8], into table: inout BenchTable) async {
    var text: [UInt8] = []
    while text.count < 10_000_000 { text += sample }
    let source = text
    let (_, scan) = await seconds {
      String(decoding: source, as: UTF8.self).unicodeScalars.reduce(0) { $0 &+ $1.value }
    }
    let (_, time) = await seconds { reader.read(MappedText(source)) }
    table.add(
      "reading a long text", data: "\(source.count) bytes",
      figure: "\(fixed(Double(source.count) / time / 1e6, 1)) MB/s",
      target: "≥ 10 MB/s", beside: "\(fixed(time / scan, 0))× a plain scan of its UTF-8")
  }

  /// The real bulletin, where it lies beside the repository.
  private static func real() -> [String] {
    let stated = ProcessInfo.processInfo.environment["BIHUAN_SHARED"]
    let folder = "\(stated ?? "\(BenchFolder.resources)/../../shared")/seed"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }.sorted().map { "\(folder)/\($0)" }
  }
}
