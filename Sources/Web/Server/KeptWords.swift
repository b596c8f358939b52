import Ground
import HTTPTypes
import Hummingbird

/// What somebody sent after their login had ended. It goes through the login in hidden fields and comes back into its form, so
/// that it lies nowhere on the server meanwhile.
package struct KeptWords: Sendable {
  /// Where the form is sent to.
  package let action: String
  /// As they came; without the token, and without any secret.
  package let fields: [Pair]

  package struct Pair: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) { (self.name, self.value) = (name, value) }
  }

  package init(action: String, fields: [Pair]) { (self.action, self.fields) = (action, fields) }

  /// Fields that are typed unseen; they are never written into a page.
  package static let secrets: Set<String> = ["password", "current", "again", "key", "signing"]

  /// Before the name of each field while it goes through the login.
  package static let prefix = "kept."
  package static let actionField = "kept-action"
  /// Marks a form that comes back, and is to be shown rather than done.
  package static let mark = "resumed"

  /// A login has to have room for itself.
  private static let most = 400 - 20

  /// Nil where nothing was typed, or what came is a file, too long, or perhaps another site's: a browser must say that it
  /// comes from a page of ours, for without a session there is no token to tell.
  init?(_ request: Request, of route: Route) async {
    let type = request.headers[.contentType] ?? ""
    guard route.method == .post, route.page != nil, ForgeryCheck.comesFromHere(request) == true,
      type.lowercased().hasPrefix("application/x-www-form-urlencoded"),
      let form = try? await readForm(request, limit: SizeLimit.keptForm), form.typed != nil
    else { return nil }
    let fields = form.values.sorted { $0.key < $1.key }.flatMap { name, values in
      values.map { Pair(name: name, value: $0) }
    }.filter { $0.name != "csrf" && !KeptWords.secrets.contains($0.name) }
    guard (1...KeptWords.most).contains(fields.count) else { return nil }
    self.init(action: request.uri.path, fields: fields)
  }

  /// Out of the form of the login; nil where it carries none.
  init?(in form: SubmittedForm) {
    let action = form.text(KeptWords.actionField)
    guard !action.isEmpty else { return nil }
    let fields = form.values.filter { $0.key.hasPrefix(KeptWords.prefix) }.sorted { $0.key < $1.key }
      .flatMap { name, values in
        values.map { Pair(name: String(name.dropFirst(KeptWords.prefix.count)), value: $0) }
      }
    self.init(action: inside(action), fields: fields)
  }
}
