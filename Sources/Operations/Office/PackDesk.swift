import Bulletins
import Directory
package import Ground
package import Packs
import Synchronization

/// The packs and the reader as they count in the district: the shipped ones, with the words and terms of its directory.
///
/// They are made anew only when the directory says something else than it did.
final class PackDesk: Sendable {
  let shipped: PackLibrary
  private let latest: Mutex<InForce>

  private struct InForce {
    var words: [String: OwnWords] = [:]
    var terms: [String: [OwnTerm]] = [:]
    var readings: [String: OwnReading] = [:]
    var packs: PackLibrary
    var reader: Reader
  }

  init(shipped: PackLibrary) {
    self.shipped = shipped
    latest = Mutex(InForce(packs: shipped, reader: Reader(words: shipped.words)))
  }

  func packs(of directory: Directory?) -> PackLibrary { inForce(of: directory) { $0.packs } }

  func reader(of directory: Directory?) -> Reader { inForce(of: directory) { $0.reader } }

  private func inForce<Part: Sendable>(of directory: Directory?, _ part: (InForce) -> Part) -> Part {
    let (words, terms) = (directory?.ownWords ?? [:], directory?.ownTerms ?? [:])
    let readings = directory?.ownReadings ?? [:]
    return latest.withLock { latest in
      if latest.words != words || latest.terms != terms || latest.readings != readings {
        let packs = shipped.revised(by: words, terms, readings)
        // What a word repairs must not change under a bulletin that was read: only the shipped lists repair.
        latest = InForce(
          words: words, terms: terms, readings: readings, packs: packs,
          reader: Reader(words: packs.words, repairing: shipped.words))
      }
      return part(latest)
    }
  }
}

extension Office {
  /// The packs as they ship with the program.
  package var shippedPacks: PackLibrary { packDesk.shipped }

  /// The packs as they count in the district now.
  package func packs() async throws(Refusal) -> PackLibrary { packDesk.packs(of: try await directory()) }
}

extension PackLibrary {
  fileprivate func revised(
    by words: [String: OwnWords], _ terms: [String: [OwnTerm]], _ readings: [String: OwnReading]
  ) -> PackLibrary {
    revised(
      words: words.values.compactMap(WordListChange.init),
      settings: terms.map { code, settings in
        (code, settings.compactMap(term), settings.last.flatMap(term))
      }, read: read(by: readings))
  }

  /// A setting as a term of its own; nil where it gives the shipped rule back.
  private func term(_ own: OwnTerm) -> DueTerm? {
    guard let rule = own.rule else { return nil }
    // A term that no version ships any more still explains the days that were reckoned by it.
    let shipped = versions(of: own.code).last
    let title = shipped?.title ?? Bilingual("本区县设定的期限", "A term set by the district")
    return DueTerm(
      code: own.id, title: title, rule: rule, roll: rule.countsHours ? nil : shipped?.roll, reference: nil,
      source: own.source.shown,
      checked: own.isRead ? .statute : .none)
  }
}

extension WordListChange {
  /// Nil for a list that this version of the program no longer has. A word erased by law counts no more.
  init?(_ own: OwnWords) {
    guard let list = WordList(code: own.list) else { return nil }
    self.init(
      list: list,
      added: own.added.compactMap { entry in entry.word.text.map { WordEntry(word: $0, beside: entry.beside) } },
      dropped: own.dropped.compactMap(\.text))
  }
}
