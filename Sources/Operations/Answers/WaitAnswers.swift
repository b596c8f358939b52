package import Directory
package import Ground
package import Matters
import Packs
import Storage

extension Office {
  /// One page of what matters in sight wait for.
  ///
  /// - Parameters:
  ///   - kind: nil for all.
  ///   - after: where the page before ended; what is no such place starts from the front.
  package func waitList(
    _ kind: Waiting.Kind?, after: String?, for viewer: Officer
  ) async throws(Refusal) -> WaitList {
    let place = after.flatMap(WaitPlace.init(text:))
    return try await answer { (asking) throws(StorageError) in try asking.waits(kind, after: place, for: viewer) }
  }
}

extension Asking {
  private static let waitsShown = 50

  fileprivate func waits(
    _ kind: Waiting.Kind?, after place: WaitPlace?, for viewer: Officer
  ) throws(StorageError) -> WaitList {
    let kinds = kind.map { [$0] } ?? Waiting.Kind.allCases
    let found = try WaitingStore(session, district).page(
      kinds, at: directory.unitsInSight(of: viewer), after: place, limit: Asking.waitsShown + 1)
    let shown = found.prefix(Asking.waitsShown)
    return WaitList(
      kind: kind, rows: shown.map { row($0, viewer) },
      next: found.count > shown.count ? shown.last.map { WaitPlace($0).text } : nil)
  }

  private func row(_ line: WaitingLine, _ viewer: Officer) -> WaitRow {
    let wait = line.matter.waiting.first { $0.kind == line.kind && $0.unit == line.unit && $0.due == line.due }
    let step = wait.flatMap { line.matter.step(of: $0) }.flatMap { packs.step($0.code) }
    let isPublic = line.kind == .notice && line.matter.life.notice?.given != nil
    let act = isPublic ? .noticeEnd : line.kind.act
    return WaitRow(
      row: row(line.matter), kind: line.kind, unit: unit(line.unit), by: line.due.map(dueLine), step: step,
      act: may(viewer, act, on: line.matter) ? act : nil)
  }
}

extension PageCursor {
  /// Among what is waited for.
  package static func isWait(_ text: String) -> Bool { WaitPlace(text: text) != nil }
}
