// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Planning
import Wording

extension VerdictWriter {
  /// What the estimate, the days and chance contribute to what horizons differ by.
  var spread: VerdictStatement? {
    guard let split = comparison.spread, let plan = subject else { return nil }
    var draft = StatementDraft("spread", style)
    let tightest = plan.targets.filter { $0.horizons != nil }.min {
      ($0.horizons?.probability.mean ?? 1) < ($1.horizons?.probability.mean ?? 1)
    }?.target
    let figures = split.figures.filter { figure in
      figure.quantity.target == nil || figure.quantity.target == tightest
    }
    let parts = figures.map { words($0, plan, &draft) }
    guard !parts.isEmpty else { return nil }
    return draft.statement(
      en: "What makes horizons differ, as parts of the variance that come of the estimate (level, "
        + "growth, hours, promotions), of busy and quiet days and of chance: "
        + parts.map(\.en).joined(separator: "; ")
        + ". More history lessens the first, people who can be called in the second; the third takes "
        + "spare people.",
      zh: "各种可能情形为何不同（方差中来自估计（水平、增长、时段、促销）、逐日起伏与偶然的份额）："
        + parts.map(\.zh).joined(separator: "；")
        + "。历史越长，第一部分越小；可临时调人，则第二部分越好应付；第三部分只能靠富余人手。")
  }

  /// `inquiries ±8.1%: 80%, 15% and 5%`.
  private func words(
    _ figure: SpreadSplit.Figure, _ plan: PlanOutcome, _ draft: inout StatementDraft
  ) -> Localized {
    let name = figure.quantity.name(style)
    guard figure.deviation > 0 else {
      return Localized(en: "\(name): always the same", zh: "\(name)：始终相同")
    }
    let by = deviation(figure, plan, &draft)
    let shares = SpreadSplit.Source.allCases.map { source in
      draft.share(
        "\(figure.quantity.key)_share_\(source.rawValue)", plan.name, figure.part(source).share,
        places: 0)
    }
    return Localized(
      en: "\(name) ±\(by): \(shares[0]), \(shares[1]) and \(shares[2])",
      zh: "\(name) ±\(by)：\(shares[0])、\(shares[1])、\(shares[2])")
  }

  /// Of the volume in percent of its mean, which the other two are beside it.
  private func deviation(
    _ figure: SpreadSplit.Figure, _ plan: PlanOutcome, _ draft: inout StatementDraft
  ) -> String {
    let name = figure.quantity.key + "_deviation"
    switch figure.quantity {
    case .volume where figure.mean > 0:
      return draft.share("volume_relative_deviation", plan.name, figure.deviation / figure.mean)
    case .cost: return draft.yuan(name, plan.name, figure.deviation)
    case .volume, .service:
      return draft.figure(
        name, plan.name, figure.deviation, figure.quantity.unit,
        figure.quantity.deviation(figure.deviation, style))
    }
  }
}
