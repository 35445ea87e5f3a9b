// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Scenarios
import Wording

/// Names and short texts of an exploration.
struct ExplorationWords {
  let exploration: Exploration
  let style: NumberStyle

  /// As on the page of the comparison.
  var looks: PlanLooks { PlanLooks(exploration.comparison) }

  func title(_ plan: String) -> String {
    let title = exploration.comparison.plan(plan)?.title ?? ""
    return title.isEmpty ? plan : title
  }

  func say(_ en: String, _ zh: String) -> String { style.language == .english ? en : zh }

  func name(_ assumption: TornadoRow.Assumption) -> String {
    switch assumption {
    case .volume: return say("volume of inquiries", "咨询量")
    case .handlingTime: return say("handling time", "处理时长")
    case .patience: return say("patience", "顾客耐心")
    case .conversion: return say("conversion", "转化率")
    case .price(let plan, let key):
      let clause = ClauseName.text(key, style.language)
      return say("price of \(title(plan)): \(clause)", "“\(title(plan))”的价格：\(clause)")
    }
  }

  func name(_ point: FrontierPoint) -> String {
    switch point.source {
    case .plan: return title(point.plan)
    case .size(let size):
      let subject = exploration.comparison.plan(point.plan)?.staffing.sizing?.subject
      let words = subject.map { style.size(size, of: $0) } ?? style.count(size)
      return say("\(title(point.plan)), \(words)", "\(title(point.plan))，\(words)")
    case .hybrid(let seats, let shortTerm):
      return say(
        "\(title(point.plan)), \(seats) seats + \(shortTerm) short-term",
        "\(title(point.plan))，长期 \(seats) + 短期 \(shortTerm)")
    }
  }
}

extension TornadoRow.Assumption {
  /// The assumption as a key in files: `volume`, or `price/plan/clause`.
  var key: String {
    switch self {
    case .volume: "volume"
    case .handlingTime: "handling_time"
    case .patience: "patience"
    case .conversion: "conversion"
    case .price(let plan, let clause): "price/\(plan)/\(clause)"
    }
  }
}
