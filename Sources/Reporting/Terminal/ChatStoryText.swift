// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Scenarios
package import Tables
package import Wording

/// One chat's story in lines, and as JSON.
package struct ChatStoryText: Sendable {
  private let story: ChatStory
  private let size: TracedSize?
  private let language: Language

  package init(_ story: ChatStory, size: TracedSize?, language: Language) {
    self.story = story
    self.size = size
    self.language = language
  }

  /// A heading, a moment a line, and at what size where the plan leaves it open.
  package var text: String {
    let lines =
      [story.heading[language]] + story.lines.map { "\($0.clock)  \($0.text[language])" }
    return (lines + (size.map { ["", Self.sentence($0)[language]] } ?? [])).joined(separator: "\n")
  }

  package var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("chat", .string(story.heading[language])),
      .init(
        "moments",
        .array(
          story.lines.map {
            [
              "second": .number($0.time), "clock": .string($0.clock),
              "sentence": .string($0.text[language]),
            ]
          })),
    ]
    if let size {
      members.append(.init("size", .integer(size.size)))
      members.append(.init("size_is_guess", .bool(size.isGuess)))
    }
    return .object(members)
  }

  private static func sentence(_ size: TracedSize) -> Localized {
    let what =
      switch size.subject {
      case .group(let group):
        Localized(
          en: "\(size.size) agents of \(group) on each line", zh: "\(group) 每行 \(size.size) 人")
      case .lines(let lines):
        Localized(
          en: "\(size.size) agents on \(lines.map(\.name).joined(separator: ", ")) all year",
          zh: "\(lines.map(\.name).joined(separator: "、")) 全年各 \(size.size) 人")
      case .rosterScale, .shifts:
        Localized(en: "\(size.size)% of the roster", zh: "名册的 \(size.size)%")
      }
    return size.isGuess
      ? Localized(
        en: "Size: \(what.en), the first guess of a search; --size takes the one that a "
          + "comparison found.",
        zh: "规模：\(what.zh)，为搜索的初始估计；可用 --size 指定对比求得的规模。")
      : Localized(en: "Size: \(what.en), as asked.", zh: "规模：\(what.zh)，按所给。")
  }
}
