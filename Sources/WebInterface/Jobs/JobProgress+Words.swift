// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Capacity
import Planning
import Rostering
import Wording

extension JobProgress {
  init(_ progress: ComparisonProgress) {
    let step = progress.step
    let phase =
      switch step.phase {
      case .plans: Localized(en: "Comparing the plans", zh: "比较方案")
      case .planning: Localized(en: "Planning shifts", zh: "规划班次")
      case .precision: Localized(en: "More replications", zh: "增加模拟次数")
      case .sizing: Localized(en: "Searching for sizes", zh: "搜索坐席数")
      case .breakEven: Localized(en: "Moving the volume", zh: "变动咨询量")
      case .spread: Localized(en: "Splitting the spread", zh: "拆分波动来源")
      }
    self.init(step: phase.about(step.plan), done: step.done, total: step.total)
  }

  init(_ progress: ExplorationProgress) {
    let step =
      switch progress.phase {
      case .comparison: Localized(en: "Comparing the plans", zh: "比较方案")
      case .tornado: Localized(en: "Moving each assumption", zh: "逐项变动假设")
      case .surface: Localized(en: "Volume and season", zh: "咨询量与季节")
      case .hybrid: Localized(en: "Mixes of seats and short-term people", zh: "坐席与短期组合")
      case .provider: Localized(en: "The provider's side", zh: "服务商一侧")
      }
    self.init(step: step, done: progress.done, total: progress.total)
  }

  init(_ progress: RequirementSearch.Progress) {
    let step =
      switch progress.step {
      case .raising: Localized(en: "Raising people until targets hold", zh: "增加人数直至达标")
      case .easing: Localized(en: "Taking away who is not needed", zh: "减去不需要的人")
      case .proving: Localized(en: "Proving with other replications", zh: "以另外的模拟检验")
      }
    self.init(step: step, done: progress.trials, total: nil)
  }

  init(_ progress: PlanUseCase.Progress) {
    let step =
      switch progress.search.step {
      case .requiring: Localized(en: "People required", zh: "求所需人数")
      case .weighing: Localized(en: "What one person less would take", zh: "估计每减一人的影响")
      case .covering: Localized(en: "Choosing shifts", zh: "选择班次")
      case .proving: Localized(en: "Proving with other replications", zh: "以另外的模拟检验")
      }
    self.init(step: step.about(progress.plan), done: progress.search.done, total: nil)
  }

  init(_ progress: HeadcountUseCase.Progress) {
    let step =
      switch progress.search.step {
      case .searching: Localized(en: "Trying people on typical days", zh: "在典型日上试算人数")
      case .binding: Localized(en: "Putting months in order", zh: "逐月衔接")
      case .proving: Localized(en: "Proving with other replications", zh: "以另外的模拟检验")
      }
    self.init(
      step: step.about(progress.plan), done: progress.search.done, total: progress.search.total)
  }

  init(_ progress: TodayUseCase.Progress) {
    switch progress {
    case .note: self.init(step: Localized(en: "Reading", zh: "读取"), done: 0, total: nil)
    case .search(let search):
      self.init(
        step: Localized(en: "Trying changes", zh: "试算改动"), done: search.done, total: search.all)
    }
  }

  init(_ progress: RosterProgress) {
    let step =
      switch progress.step {
      case .start: Localized(en: "A first roster", zh: "初始班表")
      case .bound: Localized(en: "How good any roster can be", zh: "求下界")
      case .dive: Localized(en: "Giving people shifts", zh: "逐人排班")
      case .neighbourhoods: Localized(en: "Improving by parts", zh: "局部改进")
      }
    self.init(step: step, done: progress.iteration, total: progress.iterations)
  }
}

extension Localized {
  /// With what it is about behind a colon.
  fileprivate func about(_ subject: String?) -> Localized {
    guard let subject else { return self }
    return Localized(en: "\(en): \(subject)", zh: "\(zh)：\(subject)")
  }
}
