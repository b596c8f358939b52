import Directory
import Ground
import Storage

/// The system notes something about the record itself, such as a restore.
struct NoteRecord: Act {
  let event: RecordEvent

  func perform(in room: ActRoom) throws -> Done {
    guard room.actor.officer == nil else { throw Refusal(.roleMissing, ["role": "rule"]) }
    try room.open.append(.record(event), by: room.actor.code)
    return Done()
  }
}

extension Office {
  func note(_ event: RecordEvent) async throws(Refusal) {
    _ = try await perform(NoteRecord(event: event), by: .rule("rule.restore"), operation: newOperation())
  }
}
