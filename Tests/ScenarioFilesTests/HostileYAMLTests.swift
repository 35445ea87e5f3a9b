// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Testing

/// YAML that is short and stands for more than can be read, or means what no scenario can.
@Suite struct HostileYAMLTests {
  /// Lists of nine of the list before: nine to the power of `depth` words.
  private func bomb(_ depth: Int) -> String {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<depth {
      let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    return text
  }

  @Test(arguments: ["", "? *a11\n: 1\n", "*a11 : 1\n", "last: {? [*a11] : 1}\n", "<<: *a11\n"])
  func `aliases of aliases are counted and not expanded`(_ end: String) {
    #expect(
      messages(bomb(12) + end) == [
        "scenario.yaml:6: found more than 200000 values, allowed fewer; give long records as a CSV "
          + "file under demand.history."
      ])
  }

  @Test(arguments: [150, 5000]) func `levels beyond the limit are told in one way`(levels: Int) {
    let found = messages("a: " + String(repeating: "[", count: levels))
    #expect(found == ["scenario.yaml:1: found more than 100 levels, allowed at most that."])
  }

  @Test(arguments: ["? [a]\n: 1\n", "a: &a [x]\n*a : 1\n", "a: {{b: 1}: 2}\n"])
  func `a key is a word`(_ text: String) {
    let found = messages(text)
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix("found a list or mapping as a key, allowed a word as a key.") == true)
  }

  @Test func `words may be anchors and keys, and a mapping may be used twice`() {
    let twice = changed([
      "sale: {handling: 480 s, conversion: 10 %, order_value: 100}":
        "&s sale: &base {handling: 480 s, conversion: 10 %, order_value: 100}\n"
        + "  other: {<<: *base, order_value: 50}\n  third: {<<: [*base, {conversion: 5 %}]}",
      "skills: [sale]": "skills: [*s, other, third]",
      "daily_mean: 40": "daily_mean: 40\n  mix: {*s : 0.5, other: 0.25, third: 0.25}",
    ])
    #expect(messages(twice) == [])
  }

  @Test(arguments: ["5", "[{a: 1}, x]", "\"\"", "[[a]]"])
  func `what is merged is a mapping`(_ value: String) {
    let found = messages(changed(["  daily_mean: 40": "  daily_mean: 40\n  <<: \(value)"]))
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("scenario.yaml:9: <<: found ") == true
        && found.first?.hasSuffix("allowed a mapping, or a list of mappings.") == true, "\(found)")
  }

  @Test(arguments: ["!python/object x", "!!binary aGk=", "!<tag:example.com,2000:x> y"])
  func `a tag that nobody knows is refused, and those of plain values are not`(_ value: String) {
    let found = messages(changed(["name: Tiny": "name: \(value)"]))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("scenario.yaml:1: found the tag ") == true, "\(found)")
    #expect(messages(changed(["name: Tiny": "name: !!str Tiny"])) == [])
    #expect(messages(changed(["daily_mean: 40": "daily_mean: !!int 40"])) == [])
  }

  @Test func `a text may not be deeper than anybody writes`() {
    for text in [
      String(repeating: "- ", count: 400) + "x", "a: " + String(repeating: "[", count: 400),
    ] {
      #expect(
        messages(text) == ["scenario.yaml:1: found more than 100 levels, allowed at most that."])
    }
  }

  @Test func `of many slips the first are told and the rest is counted`() throws {
    let text = (0..<10_000).map { "key\($0): 1\n" }.joined()
    let error = #expect(throws: ScenarioFileError.self) { try ScenarioFile.parse(text: text) }
    // Beside the unknown keys, those that a scenario must have.
    let all = try #require(error)
    #expect(all.problems.count == 20 && all.further > 9_980)
    #expect(all.description.hasSuffix("\n… and \(all.further) more."))
    #expect(all.description.utf8.count < 16_000)
  }

  @Test func `a name that fills the file is cut in the message`() {
    let name = String(repeating: "x", count: 9_000)
    let found = messages(changed(["  daily_mean": "  ? \(name)\n  : 1\n  daily_mean"]))
    #expect(found.count == 1)
    #expect(found.first.map { $0.utf8.count < 1_500 } == true)
  }

  @Test(arguments: ["\\u202e", "\\u200b", "\\u009b", "\\ufeff", "\\u2028", "\\u00ad"])
  func `names have no character that nobody sees`(_ escape: String) {
    let named = messages(changed(["  seats:\n": "  \"a\(escape)b\":\n"]))
    #expect(named.count == 1)
    #expect(named.first?.contains("1 to 64 visible characters") == true, "\(named)")
    let titled = messages(changed(["name: Tiny": "name: \"a\(escape)b\""]))
    #expect(titled.count == 1)
    #expect(titled.first?.contains("at most 200 visible characters") == true, "\(titled)")
    #expect((named + titled).allSatisfy { $0.contains("a\\u{") })
  }

  @Test(arguments: ["all", "NA", "none", "NaN", "True", "null", "123456789012345"])
  func `names that would mean something else in a file are refused`(_ name: String) {
    let named = changed(["  seats:\n": "  \"\(name)\":\n"])
    let typed = changed(["  sale: {": "  \"\(name)\": {", "[sale]": "[\"\(name)\"]"])
    for text in [named, typed] {
      let found = messages(text)
      #expect(
        found.first?.contains("found the name \"\(name)\", allowed another name") == true,
        "\(found)")
    }
    #expect(messages(changed(["  seats:\n": "  all_\(name):\n"])) == [])
  }
}
