package import Directory
package import Ground
import Ledger
import Packs
import Storage

extension Office {
  /// Every article and every rule of the packs.
  package func sources() async throws(Refusal) -> [ReadingRow] {
    let shipped = shippedPacks
    return try await answer { (asking) throws(StorageError) in shipped.sources.map { asking.row(of: $0) } }
  }

  /// Nil for what no pack has.
  package func sourceSheet(_ kind: OwnReading.Kind, _ code: String) async throws(Refusal) -> ReadingSheet? {
    guard let entry = shippedPacks.source(kind, code) else { return nil }
    return try await answer { (asking) throws(StorageError) in
      ReadingSheet(
        line: asking.row(of: entry), version: asking.directory.ownReadings[OwnReading.id(kind, code)]?.serial ?? 0,
        story: try asking.readings(kind, code))
    }
  }
}

extension Asking {
  fileprivate func row(of entry: SourceEntry) -> ReadingRow {
    let own = directory.ownReadings[OwnReading.id(entry.kind, entry.code)]
    let article = entry.kind == .term ? entry.article.flatMap { packs.references[$0]?.article } : entry.article
    return ReadingRow(
      kind: entry.kind, code: entry.code, title: entry.title, article: article, rule: entry.rule,
      source: entry.source, checked: entry.checked, reading: own.flatMap(reading),
      isOutdated: own?.reading != nil && !entry.isRead(by: own))
  }

  private func reading(_ own: OwnReading) -> ReadingLine? {
    own.reading.map {
      ReadingLine(
        document: $0.document, article: $0.article, day: $0.day, excerpt: $0.excerpt, unit: unit(own.unit), on: own.on)
    }
  }

  fileprivate func readings(_ kind: OwnReading.Kind, _ code: String) throws(StorageError) -> [ReadingStoryLine] {
    var story: [ReadingStoryLine] = []
    for fact in try EntryStore(session, district).history(of: "directory", kinds: ["directory.readingSet"]) {
      guard case .directory(.readingSet(let own)) = fact.event, own.kind == kind, own.code == code else { continue }
      story.append(
        ReadingStoryLine(
          position: Int(fact.position), at: fact.at, by: author(fact.by), reading: reading(own), reason: own.reason))
    }
    return story
  }
}
