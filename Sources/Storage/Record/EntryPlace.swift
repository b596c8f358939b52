import Directory
import Ground
import Ledger

/// Where an entry stands: in the ledger, in its operation, in time.
struct EntryPlace: Sendable {
  let district: DistrictID
  let position: Int64
  let operation: OperationID
  let index: Int
  let at: Instant
  let actor: String

  func entry(_ encoded: EventCodec.Encoded) -> Entry {
    Entry(
      district: district.text, position: position, operation: operation.text, index: index, at: at, actor: actor,
      kind: encoded.kind, subject: encoded.subject, body: encoded.body)
  }
}

extension Entry {
  /// The bytes that the ledger holds.
  func stored() throws(StorageError) -> [UInt8] {
    do throws(FactError) { return try canonical() } catch {
      throw StorageError(.unexpectedValue, "entry: \(error.path): \(error.reason)")
    }
  }
}
