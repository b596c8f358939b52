import FoundationEssentials

/// What a robot's service answered. A refusal comes with status 200 and an error code in the body.
struct RobotAnswer {
  let status: Int
  let body: [UInt8]

  func outcome(for kind: Robot.Kind) -> Outcome {
    guard !(300..<400).contains(status) else { return .never(.redirected) }
    let code = code(for: kind)
    if let code, code != 0, (200..<300).contains(status) || RobotCodes.fate(of: code, for: kind) != nil {
      return RobotCodes.fate(of: code, for: kind) == .permanent ? .never(.robot(code)) : .later(.robot(code))
    }
    switch status {
    case 200..<300: return code == 0 ? .delivered : .later(.answerUnreadable)
    // 408 Request Timeout, 429 Too Many Requests.
    case 408, 429, 500...: return .later(.status(status))
    default: return .never(.status(status))
    }
  }

  private struct Body: Decodable {
    let errcode: Int?
    let code: Int?
    /// Feishu's name for `code` in answers of its older gateway.
    let statusCode: Int?

    private enum CodingKeys: String, CodingKey {
      case errcode, code
      case statusCode = "StatusCode"
    }
  }

  /// nil where the body is no JSON or names no code.
  private func code(for kind: Robot.Kind) -> Int? {
    guard let body = try? JSONDecoder().decode(Body.self, from: Data(body)) else { return nil }
    switch kind {
    case .wecom, .dingtalk: return body.errcode
    case .feishu: return body.code ?? body.statusCode
    }
  }
}
