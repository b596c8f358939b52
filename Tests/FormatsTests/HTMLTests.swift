import Formats
import Ground
import Testing

@Suite("A page")
struct HTMLTests {
  static let page = """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"><title>清河区召开会议 - 清河区人民政府</title>
    <style>p { color: red } </style><script>var a = "<p>不是正文</p>";</script></head>
    <body><div class="menu"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/hd">互动交流</a></li></ul></div>
    <nav>导航导航导航导航导航导航导航导航导航导航导航导航</nav>
    <h1>清河区召开安全稳定工作调度会议</h1>
    <div>发布时间：2026-03-07 来源：区应急管理局</div><div>字体：[<a>大</a> <a>中</a> <a>小</a>]</div>
    <div id="content"><p>&emsp;3月6日上午，副区长周岚主持召开全区&ldquo;安全&rdquo;工作&#x8C03;&#24230;会议。</p>
    <!-- <p>注释里的话</p> -->
    <p>会议强调，要加强石桥镇、柳湾镇的消防
    安全检查，<b>3月底前</b>完成整改&nbsp;并反馈。<br/>要查早、查小。</p><p>区安委办</p></div>
    <p><img src="W020260307.png">W020260307.png</p><p>扫一扫在手机打开当前页</p><p>责任编辑：周某</p>
    <div><a href="/1">友情链接一</a><a href="/2">友情链接二</a><a href="/3">友情链接三</a></div>
    <footer>版权所有：清河区人民政府办公室 网站标识码 2100000000</footer></body></html>
    """

  @Test func givesItsTextAndTitle() throws {
    let document = try open(Array(HTMLTests.page.utf8))
    #expect(document.kind == .html)
    #expect(document.title == "清河区召开会议 - 清河区人民政府")
    #expect(
      document.read == """
        清河区召开安全稳定工作调度会议
        发布时间：2026-03-07 来源：区应急管理局
        \u{2003}3月6日上午，副区长周岚主持召开全区“安全”工作调度会议。
        会议强调，要加强石桥镇、柳湾镇的消防安全检查，3月底前完成整改\u{A0}并反馈。
        要查早、查小。
        区安委办

        """)
  }

  @Test func knowsWhereEachWordStood() throws {
    let document = try open(Array(HTMLTests.page.utf8))
    #expect(document.sourceText(of: "周岚") == "周岚")
    #expect(document.sourceText(of: "“安全”工作调度") == "&ldquo;安全&rdquo;工作&#x8C03;&#24230;")
    #expect(document.sourceText(of: "安全检查，3月底前完成") == "安全检查，<b>3月底前</b>完成")
  }

  @Test(arguments: [
    ("<p>甲<3月</p>", "甲<3月\n"),
    ("<p>a &amp;&lt; b &foo; &#0; &#xD800; &#x110000;", "a &< b &foo; \u{FFFD} \u{FFFD} \u{FFFD}\n"),
    ("<p>未完<", "未完<\n"), ("<p>未完<a href=\"x", "未完\n"), ("<p>引号<a title=\"没关>链接</a>后文</p>", "引号链接后文\n"),
    ("<p>甲<!-- 没关", "甲\n"), ("<div>甲<script>乙", "甲\n"), ("<p>a&amp b &lang=zh</p>", "a& b &lang=zh\n"),
    ("<P>大写<BR>标签</P>", "大写\n标签\n"),
  ])
  func brokenIsReadAsFarAsItGoes(page: String, text: String) throws {
    #expect(try open(Array(page.utf8), name: "a.html").read == text)
  }

  @Test func ofNothingButFurnitureIsEmpty() {
    #expect(problem(Array("<html><body><nav>首页</nav><script>1</script></body></html>".utf8))?.code == .fileEmpty)
  }

  @Test func ofOpeningSignsEndsInTime() throws {
    let signs = [UInt8](repeating: UInt8(ascii: "<"), count: 1_000_000)
    let quotes = Array(String(repeating: "<a b=\"", count: 200_000).utf8)
    let clock = ContinuousClock()
    let took = try clock.measure {
      _ = try open(Array("<p>".utf8) + signs)
      _ = try open(Array("<p>甲</p>".utf8) + quotes)
    }
    // Quadratic reading of a million signs would take many minutes.
    #expect(took < .seconds(60))
  }
}
