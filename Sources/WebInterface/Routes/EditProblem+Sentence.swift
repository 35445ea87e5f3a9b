// SPDX-License-Identifier: GPL-3.0-or-later

package import ScenarioFiles
package import Wording

extension EditProblem {
  /// Of the value that was to be changed; empty where the whole text is meant.
  var path: String {
    switch self {
    case .notYAML, .badValue: ""
    case .noPlace(let path), .unsafe(let path), .shared(let path, _, _): path
    }
  }

  package var sentence: Localized {
    switch self {
    case .notYAML:
      Localized(
        en: "The text is not YAML: mend it at the marked lines first.",
        zh: "文本不是合法的 YAML：请先修正标出的行。")
    case .noPlace(let path):
      Localized(
        en: "\(path): no such place in the text; change it there.", zh: "\(path)：文本中没有该位置，请直接修改文本。"
      )
    case .shared(let path, let anchor, let places):
      Localized(
        en: "\(path): the value stands behind &\(anchor) and is used in \(places) places.",
        zh: "\(path)：该值由 &\(anchor) 定义，共用于 \(places) 处。")
    case .badValue(let value):
      Localized(
        en:
          "Found \(Harmless.line(value, most: 60)), allowed a value, a list [a, b] or a mapping {a: 1}.",
        zh: "填写为 \(Harmless.line(value, most: 60))，应为一个值、列表 [a, b] 或映射 {a: 1}。")
    case .unsafe(let path):
      Localized(
        en:
          "\(path): the change would have touched other values too and was not made; change the text.",
        zh: "\(path)：该更改会影响其他值，未予执行；请直接修改文本。")
    }
  }
}
