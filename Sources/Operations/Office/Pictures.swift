import Formats
import Ground

/// A picture that may be handed in.
enum Picture {
  enum Kind: String, Sendable {
    case jpeg, png, webp, gif

    init?(_ kind: FileKind) { self.init(rawValue: kind.rawValue) }

    /// A still GIF is kept as PNG.
    var kept: (suffix: String, type: String) {
      switch self {
      case .jpeg: (".jpg", "image/jpeg")
      case .png, .gif: (".png", "image/png")
      case .webp: (".webp", "image/webp")
      }
    }

    /// How libvips is told to write it: no EXIF, no place, no comments.
    var options: String {
      switch self {
      case .jpeg: "[Q=88,optimize_coding,strip]"
      case .png, .gif: "[compression=9,strip]"
      case .webp: "[Q=88,strip]"
      }
    }
  }

  /// What its header says, read without decoding it.
  struct Header: Sendable {
    let width: Int
    let height: Int
    let pages: Int
  }
}

/// Writes pictures anew by libvips, two at a time.
actor PictureBench {
  /// Larger than any telephone's picture; what claims more is made to fill the memory.
  static let pixelLimit = 64_000_000
  /// A picture's longer side is kept to this many pixels, which still reads a sheet of A4.
  static let side = 4096
  static let smallSide = 320

  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// The picture without metadata, upright, of the same kind.
  ///
  /// The same bytes give the same picture with the same libvips; what was sent is told by its own digest.
  func renewed(_ bytes: [UInt8], as kind: Picture.Kind, name: String) async throws(Refusal) -> AdmittedFile {
    await enter()
    defer { leave() }
    guard let header = await header(bytes) else { throw Refusal(.imageUnreadable, at: "file", ["name": name]) }
    guard header.pages == 1 else { throw Refusal(.imageAnimated, at: "file", ["name": name]) }
    guard header.width * header.height <= PictureBench.pixelLimit else {
      throw Refusal(
        .imageHuge, at: "file",
        [
          "name": name, "width": String(header.width), "height": String(header.height),
          "limit": String(PictureBench.pixelLimit / 1_000_000),
        ])
    }
    guard let renewed = await written(bytes, side: PictureBench.side, suffix: kind.kept.suffix + kind.options) else {
      throw Refusal(.imageUnreadable, at: "file", ["name": name])
    }
    return AdmittedFile(bytes: renewed, name: kind == .gif ? name + ".png" : name, type: kind.kept.type)
  }

  /// A small JPEG of a picture that was let in; nil where libvips cannot make one.
  func small(_ bytes: [UInt8]) async -> [UInt8]? {
    await enter()
    defer { leave() }
    return await written(bytes, side: PictureBench.smallSide, suffix: ".jpg[Q=76,strip,background=255]")
  }

  private func written(_ bytes: [UInt8], side: Int, suffix: String) async -> [UInt8]? {
    // A picture that ends early would come out grey at its foot; whoever sends it should know.
    let written = await OutsideProgram.run(
      "vipsthumbnail",
      ["stdin[fail_on=truncated]", "--size", "\(side)x\(side)>", "--export-profile", "srgb", "-o", suffix],
      input: bytes,
      limit: 2 * EvidenceFolder.sizeLimit)
    return written?.isEmpty == false ? written : nil
  }

  private func header(_ bytes: [UInt8]) async -> Picture.Header? {
    guard let output = await OutsideProgram.run("vipsheader", ["-a", "stdin"], input: bytes, limit: 1 << 20) else {
      return nil
    }
    var values: [String: Int] = [:]
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = String(line[..<colon])
      // The picture's own comments come later; the first line of a name is the library's.
      if values[key] == nil { values[key] = Int(line[line.index(after: colon)...].drop { $0 == " " }) }
    }
    guard let width = values["width"], let height = values["height"], (1...100_000).contains(width),
      (1...100_000).contains(height)
    else { return nil }
    return Picture.Header(width: width, height: height, pages: values["n-pages"] ?? 1)
  }

  private func enter() async {
    if running < 2 {
      running += 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Hands the place to whoever waits longest.
  private func leave() {
    if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
  }
}
