// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
package import Wording

/// The table of all measures of contacts, told by the registry that computes them.
package enum MeasureReference {
  package static func markdown(_ language: Language) -> String {
    let rows = MeasureRegistry.all.map { row($0, language) }
    let head = Localized(
      en: "| measure | column | unit | formula | those who left | target, result | defined by |",
      zh: "| 指标 | 列 | 单位 | 公式 | 离开者 | 目标、结果 | 定义 |")[language]
    return ([head, "|---|---|---|---|---|---|---|"] + rows).joined(separator: "\n") + "\n"
  }

  private static func row(_ definition: MeasureDefinition, _ language: Language) -> String {
    let time = time(definition.threshold, language)
    let name = definition.name.naming(Words(time, time))
    let open = definition.threshold == .rule ? "`taobao.3min`" : "T"
    let heading = definition.heading.naming(Words(open, open))
    let cells = [
      "\(Localized(name)[language]) (\(Localized(heading)[language]))",
      "`\(Measure(definition).key)`", definition.unit.rawValue,
      Localized(definition.formula)[language], Localized(definition.leavers.words)[language],
      uses(definition, language), definition.source,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private static func time(_ threshold: Threshold, _ language: Language) -> String {
    switch threshold {
    case .none: ""
    case .acceptableWait: "`acceptable_wait`"
    case .fixed(let seconds): Decimals.shortest(seconds) + " s"
    case .asked: "T"
    case .rule:
      Localized(en: "platform rule", zh: "平台规则")[language]
    }
  }

  /// What a promise or a bonus calls the measure.
  private static func uses(_ definition: MeasureDefinition, _ language: Language) -> String {
    var uses: [String] = []
    if let target = definition.target {
      let sign = target.direction == .more ? "≥" : "≤"
      uses.append(Localized(en: "target", zh: "目标")[language] + " `\(target.name)` \(sign)")
    }
    if definition.uses.contains(.results) || definition.uses.isEmpty {
      uses.append(
        Localized(en: "result", zh: "结果")[language] + " `\(Measure(definition).key)`")
    }
    if definition.uses.isEmpty {
      uses.append(Localized(en: "by `measures:`", zh: "由 `measures:` 要求")[language])
    }
    return uses.isEmpty ? "–" : uses.joined(separator: ", ")
  }
}
