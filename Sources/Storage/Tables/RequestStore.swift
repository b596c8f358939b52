package import Ground

/// The operations already answered, so that one sent twice is applied once (DESIGN §3.7). Not in the ledger.
package struct RequestStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  struct Answered {
    let digest: String
    let outcome: String
  }

  /// What the operation was answered before, if anything. One row is asked for by its key: a list of thirty-two was
  /// planned as a walk over the whole table while that was small, and the plan was kept.
  static func question(_ operation: OperationID, in district: DistrictID) -> SQLQuestion {
    SQLQuestion(
      "SELECT digest, outcome FROM requests WHERE district = $1 AND operation = $2",
      [.text(district.text), .text(operation.text)])
  }

  static func answered(_ row: SQLRow) throws(StorageError) -> Answered {
    Answered(digest: try row.text(0), outcome: try row.text(1))
  }

  func insert(_ operation: OperationID, digest: String, outcome: String, at: Instant) throws(StorageError) {
    try session.run(
      "INSERT INTO requests (district, operation, digest, outcome, at) VALUES ($1, $2, $3, $4, $5)",
      [.text(district.text), .text(operation.text), .text(digest), .text(outcome), .int(at.milliseconds)])
  }

  /// Forgets what was answered before `instant`: no client sends an operation again after thirty days.
  package func forget(before instant: Instant) throws(StorageError) {
    try session.run(
      "DELETE FROM requests WHERE district = $1 AND at < $2", [.text(district.text), .int(instant.milliseconds)])
  }
}

/// Whether an operation was answered before, as an open act asks it.
package struct RequestDesk {
  private let open: OpenAct

  package init(_ open: OpenAct) { self.open = open }

  /// What this operation was answered before, if anything.
  package var answered: (digest: String, outcome: String)? { open.answered.map { ($0.digest, $0.outcome) } }

  package func answer(digest: String, outcome: String) throws(StorageError) {
    try RequestStore(open.session, open.district)
      .insert(open.operation, digest: digest, outcome: outcome, at: open.now)
    open.answered = RequestStore.Answered(digest: digest, outcome: outcome)
  }
}
