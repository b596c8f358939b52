import Formats
import Ground

/// The document, or the problem's code and place.
func open(_ bytes: [UInt8], name: String? = nil, limits: Limits = Limits()) throws(Problem) -> SourceDocument {
  try SourceDocument.open(bytes, name: name, limits: limits)
}

func problem(_ bytes: [UInt8], name: String? = nil, limits: Limits = Limits()) -> Problem? {
  do throws(Problem) {
    _ = try SourceDocument.open(bytes, name: name, limits: limits)
    return nil
  } catch {
    return error
  }
}

extension SourceDocument {
  var read: String { String(decoding: text.bytes, as: UTF8.self) }

  /// The source bytes behind the first place of `words` in the text.
  func sourceText(of words: String) -> String? {
    let needle = Array(words.utf8)
    guard text.bytes.count >= needle.count else { return nil }
    for start in 0...(text.bytes.count - needle.count)
    where text.bytes[start..<start + needle.count].elementsEqual(needle) {
      let span = text.source(of: start..<start + needle.count)
      return String(decoding: source[span.start..<span.end], as: UTF8.self)
    }
    return nil
  }
}

let bulletin = """
  清河区召开安全稳定工作调度会议
  3月6日上午，副区长周岚主持召开全区安全稳定工作调度会议。
  会议强调，要加强石桥镇、柳湾镇的消防安全检查，3月底前完成整改。
  """
