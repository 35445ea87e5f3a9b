// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Wording

/// Names and short texts of an exploration.
struct ExplorationWords {
  let exploration: Exploration
  let style: NumberStyle

  func title(_ plan: String) -> String {
    let title = exploration.comparison.plan(plan)?.title ?? ""
    return title.isEmpty ? plan : title
  }

  func say(_ en: String, _ zh: String) -> String { style.language == .english ? en : zh }

  func name(_ assumption: TornadoRow.Assumption) -> String {
    switch assumption {
    case .volume: say("volume of inquiries", "咨询量")
    case .handlingTime: say("handling time", "处理时长")
    case .patience: say("patience", "顾客耐心")
    case .conversion: say("conversion", "转化率")
    case .price(let plan, let clause):
      say("price of \(plan): \(clause)", "价格 \(plan)：\(clause)")
    }
  }

  func name(_ point: FrontierPoint) -> String {
    switch point.source {
    case .plan: title(point.plan)
    case .size(let size):
      say("\(title(point.plan)), size \(size)", "\(title(point.plan))，规模 \(size)")
    case .hybrid(let seats, let shortTerm):
      say(
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
