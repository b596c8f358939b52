import Formats
package import Ground
import Mustache

/// A .docx that an office edits in Word or WPS, with tags where a paper's values go: checked whole before it fills
/// its first sheet.
package struct WordTemplate: Sendable {
  /// One megabyte: letterheads with a picture fit.
  package static let sizeLimit = 1 << 20

  private let package: OfficePackage
  private let texts: [String: MustacheTemplate]

  /// - Throws: every reason why not, each with the part and the paragraph.
  package init(_ bytes: [UInt8], shape: PaperShape) throws(Refusal) {
    guard bytes.count <= WordTemplate.sizeLimit else {
      throw Refusal(
        .templateTooLarge, ["size": "\(bytes.count >> 10)", "limit": "\(WordTemplate.sizeLimit >> 10)"])
    }
    package = try WordTemplate.opened(bytes)
    var problems = TemplateSafety.problems(of: package)
    var (texts, count) = ([String: MustacheTemplate](), 0)
    for part in package.parts where TemplatePart.isFilled(part.name) {
      let joined = TagJoining(WordMarkup(part.bytes), part: part.name)
      let check = TagCheck(joined, shape: shape)
      let placed = SectionPlacing(joined, pairs: check.pairs)
      let found = joined.problems + check.problems + placed.problems
      problems += found
      count += joined.tags.count
      guard found.isEmpty, !joined.tags.isEmpty else { continue }
      do { texts[part.name] = try MustacheTemplate(string: placed.mustache) } catch {
        problems.append(
          Problem(.templateBraces, at: part.name, ["part": part.name, "paragraph": String(describing: error)]))
      }
    }
    if count == 0, problems.isEmpty { problems.append(Problem(.templateEmpty)) }
    self.texts = texts
    if problems.isEmpty { problems += sampled(shape) }
    guard problems.isEmpty else { throw Refusal(Array(problems.prefix(30))) }
  }

  /// The document with the values in their places.
  package func fill<Model>(_ fields: PaperFields<Model>, with model: Model) throws(Refusal) -> [UInt8] {
    do { return try filled(with: fields.values(of: model)).archive() } catch { throw Refusal([error]) }
  }

  private static func opened(_ bytes: [UInt8]) throws(Refusal) -> OfficePackage {
    var limits = Limits()
    (limits.fileBytes, limits.inflatedBytes, limits.partBytes) = (sizeLimit, 20 << 20, 8 << 20)
    limits.archiveEntries = 400
    guard bytes.starts(with: Array("PK".utf8)) else { throw Refusal(.templateNotWord, ["part": "zip"]) }
    do throws(Problem) {
      let package = try OfficePackage(bytes, limits: limits)
      for part in ["[Content_Types].xml", "word/document.xml"] where package[part] == nil {
        throw Problem(.templateNotWord, ["part": part])
      }
      return package
    } catch { throw Refusal([error]) }
  }

  private func filled(with values: [String: any Sendable]) -> OfficePackage {
    OfficePackage(
      parts: package.parts.map { part in
        guard let text = texts[part.name] else { return part }
        // A cell ends with a paragraph (ECMA-376 part 1 §17.4.65), also where nothing was repeated in it.
        let whole = text.render(values).split(separator: "</w:tcPr></w:tc>", omittingEmptySubsequences: false)
          .joined(separator: "</w:tcPr><w:p/></w:tc>")
        return OfficePackage.Part(name: part.name, bytes: Array(whole.utf8))
      })
  }

  /// Fills it with nothing, one and two of everything: what comes out must be XML each time.
  private func sampled(_ shape: PaperShape) -> [Problem] {
    for count in 0...2 {
      for part in filled(with: shape.sample(count)).parts where texts[part.name] != nil {
        do throws(Problem) { try checkXML(part.bytes, part: part.name) } catch { return [error] }
      }
    }
    return []
  }
}

extension PaperShape {
  fileprivate func sample(_ count: Int) -> [String: any Sendable] {
    var values: [String: any Sendable] = [:]
    for field in fields {
      switch field.kind {
      case .text: values[field.name] = WordText.escaped("样 <&>\n")
      case .flag: values[field.name] = count > 0
      case .rows(let rows): values[field.name] = Array(repeating: rows.sample(count), count: count)
      }
    }
    return values
  }
}
