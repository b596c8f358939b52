import Ground
import HTTPTypes
import Hummingbird

/// A form is only taken from our own pages.
enum ForgeryCheck {
  /// The token of the form must be the caller's; and where the browser says from which site a form comes, it must be
  /// this one (Fetch Metadata, RFC 6454).
  static func check(_ request: Request, form: SubmittedForm, token: String) throws(Refusal) {
    guard let sent = form.values["csrf"]?.first, !token.isEmpty, isSame(sent, token) else {
      throw Refusal(.formForged)
    }
    guard comesFromHere(request) != false else { throw Refusal(.formForged) }
  }

  /// Whether the browser says that a page of ours sent the request; nil where it says nothing.
  static func comesFromHere(_ request: Request) -> Bool? {
    var said: Bool?
    if let name = HTTPField.Name("Sec-Fetch-Site"), let from = request.headers[name] {
      guard from == "same-origin" || from == "none" else { return false }
      if from == "same-origin" { said = true }
    }
    if let origin = request.headers[.origin] {
      guard let host = request.head.authority, origin == "http://\(host)" || origin == "https://\(host)" else {
        return false
      }
      said = true
    }
    return said
  }

  /// Takes as long for a nearly right token as for a wrong one.
  static func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
