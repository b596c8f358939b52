import Crypto
package import Directory
package import Ground
import Ledger
package import Storage

/// The safety committee's office of one district, at work: the only way to the record, for every shell.
package final class Office: Sendable {
  package let district: DistrictID
  package let engine: any SQLEngine
  let packDesk: PackDesk
  /// The years that ship with the program; the directory may know more.
  package let shippedCalendar: WorkCalendar
  /// The shipped document templates, by the name of their file.
  let shippedTemplates: [String: [UInt8]]
  package let evidence: EvidenceFolder
  package let publisher: Publisher
  package let passwords: PasswordGate
  let pictures = PictureBench()
  let lists = ListRuns()
  let journal: ErasureJournal
  private let secrets: SecretBox
  private let committer: Committer
  private let clock: any Clock
  private let ids: any IDSource

  init(
    district: DistrictID, engine: any SQLEngine, resources: Resources, evidence: EvidenceFolder, signer: LogSigner,
    journal: ErasureJournal, secrets: SecretBox, clock: any Clock, ids: any IDSource,
    limits: GroupLimits = GroupLimits()
  ) {
    (self.district, self.engine, self.evidence, self.clock, self.ids) = (district, engine, evidence, clock, ids)
    (packDesk, shippedCalendar) = (PackDesk(shipped: resources.packs), resources.calendar)
    shippedTemplates = resources.templates
    publisher = Publisher(engine: engine, district: district, signer: signer)
    (self.journal, self.secrets) = (journal, secrets)
    passwords = PasswordGate()
    committer = Committer(engine: engine, district: district, clock: clock, secrets: ids, limits: limits)
  }

  package var now: Instant { clock.now }
  package var today: CivilDate { clock.now.civilDate }

  /// For forms: an id that names one operation before it is sent.
  package func newOperation() -> OperationID { OperationID(trusted: ids.identifier()) }

  package func newIdentifier() -> String { ids.identifier() }

  package func secret(count: Int) -> [UInt8] { ids.secret(count: count) }

  /// Seals what a sender keeps secret; `open` answers nil once the key is gone.
  func seal(_ secret: String, for place: String) throws(Refusal) -> String {
    try secrets.seal(secret, for: "\(district)/\(place)", ids: ids)
  }

  func open(_ sealed: String, for place: String) -> String? { secrets.open(sealed, for: "\(district)/\(place)") }

  /// The directory as the last commit left it; nil while the district has not been set up.
  package func directory() async throws(Refusal) -> Directory? {
    do throws(StorageError) { return try await committer.directory() } catch { throw Refusal(storage: error) }
  }

  /// Runs an act and answers once it is durable. The same operation sent twice is applied once (DESIGN §3.7).
  ///
  /// - Throws: every reason why not, or a problem of the store that says whether to try again.
  package func perform<A: Act>(
    _ act: A, by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) -> A.Outcome {
    let (packDesk, shipped) = (packDesk, shippedCalendar)
    let digest: String
    do { digest = try Office.digest(of: act, by: reference) } catch { throw Refusal(any: error) }
    let answer = await committer.perform(operation, reading: act.matters) { open in
      Result<any Sendable, any Error> {
        let requests = RequestDesk(open)
        if let before = requests.answered {
          guard before.digest == digest else { throw Refusal(.operationConflict) }
          return try StateJSON.decode(A.Outcome.self, from: before.outcome)
        }
        let actor = try reference.actor(in: open.directory, on: open.now.civilDate)
        let room = ActRoom(
          open: open, actor: actor, packs: packDesk.packs(of: open.directory), packDesk: packDesk,
          shippedCalendar: shipped)
        let outcome = try act.perform(in: room)
        try room.tell()
        try requests.answer(digest: digest, outcome: try StateJSON.encode(outcome))
        return outcome
      }
    }
    switch answer {
    case .success(let outcome):
      guard let outcome = outcome as? A.Outcome else { preconditionFailure("an act answers with its outcome") }
      await publisher.soon()
      await dropUnnamed(act.files)
      try await act.afterCommit(in: self)
      return outcome
    case .failure(let error):
      let refusal = Refusal(any: error)
      // Where the store failed the act may be sent again, and nobody knows yet what was saved: the sweep will tell.
      if refusal.problems.allSatisfy({ $0.code.status < 500 }) { await dropUnnamed(act.files) }
      throw refusal
    }
  }

  /// Runs a question on one snapshot of the read tables.
  package func ask<Answer: Sendable>(
    _ question: @escaping @Sendable (any SQLSession) throws(StorageError) -> Answer
  ) async throws(Refusal) -> Answer {
    do throws(StorageError) { return try await engine.read(question) } catch { throw Refusal(storage: error) }
  }

  private static func digest(of act: some Act, by reference: ActorReference) throws -> String {
    let sent: String
    do { sent = try act.fingerprint() } catch let error as FactError {
      throw Refusal(.valueUnkept, ["value": error.path])
    }
    return Hex.encode(SHA256.hash(data: Array("\(type(of: act)) \(reference.code) \(sent)".utf8)))
  }
}

extension Refusal {
  /// What a failure of the store says to people; where it was the act's own doing, in the act's words.
  init(storage error: StorageError) {
    switch error.kind {
    case .refusedText: self.init(.textWithNul)
    case .constraint(let name) where name?.contains("operation") == true: self.init(.operationDone)
    default: self.init([error.problem])
    }
  }

  init(any error: any Error) {
    switch error {
    case let refusal as Refusal: self = refusal
    case let problem as Problem: self.init([problem])
    case let error as StorageError: self.init(storage: error)
    default: self.init(.storageFailed, ["detail": String(describing: type(of: error))])
    }
  }
}
