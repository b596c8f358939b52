import Storage

/// One place in the pool: it opens its link to the server when it is first used, and again after a link was lost.
/// Only its own lane touches it.
final class PostgresConnection {
  private let settings: PostgresSettings
  private let isWriting: Bool
  private var link: PostgresLink?

  init(_ settings: PostgresSettings, isWriting: Bool) { (self.settings, self.isWriting) = (settings, isWriting) }

  func transaction<T>(_ body: (any SQLSession) throws(StorageError) -> T) -> Result<T, StorageError> {
    do throws(StorageError) {
      let link = try liveLink()
      defer { if !link.isUsable { close() } }
      let session = PostgresSession(link, isWriting: isWriting)
      do throws(StorageError) {
        try session.begin()
        let value = try body(session)
        try session.commit()
        return .success(value)
      } catch {
        session.rollback()
        return .failure(error)
      }
    } catch {
      return .failure(error)
    }
  }

  func close() { link = nil }

  /// A link that the server dropped while it lay idle is noticed here, before anything depends on it.
  private func liveLink() throws(StorageError) -> PostgresLink {
    if let link, link.isAlive() { return link }
    close()
    let fresh = try PostgresLink(settings, isWriting: isWriting)
    link = fresh
    return fresh
  }
}
