package import Ground

/// Under which login do I work, and where am I logged in?
package struct MyAccount: Sendable {
  package let login: Words
  package let sessions: Int
  package let since: Instant

  package init(login: Words, sessions: Int, since: Instant) {
    (self.login, self.sessions, self.since) = (login, sessions, since)
  }
}
