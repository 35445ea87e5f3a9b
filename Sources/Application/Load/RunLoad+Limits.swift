// SPDX-License-Identifier: GPL-3.0-or-later

import Plans
import Wording

extension RunLoad {
  /// What of a run is beyond what may be asked.
  package enum Excess: Error, Equatable, Sendable {
    case customers(expected: Double)
    case sales(expected: Double)
    /// The plan's contract comes to more than an invoice can state.
    case amounts(plan: String, customers: Double)
    /// `part` takes most of it, `partBytes`.
    case memory(bytes: Double, part: Part, partBytes: Double, threads: Int, limit: Double)
  }

  /// The first limit that the run would break; nil where it keeps all.
  ///
  /// - Parameter limit: Bytes that it may take.
  package func excess(memoryLimit limit: Double) -> Excess? {
    // A number that is none is no number within a limit either.
    guard customers <= Self.mostCustomers else { return .customers(expected: customers) }
    guard sales <= Self.mostSales else { return .sales(expected: sales) }
    if let plan = planBeyondAmounts { return .amounts(plan: plan, customers: customers) }
    guard bytes <= limit else {
      let part = Part.allCases.max { bytes(of: $0) < bytes(of: $1) } ?? .counts
      return .memory(
        bytes: bytes, part: part, partBytes: bytes(of: part), threads: threads, limit: limit)
    }
    return nil
  }
}

extension RunRequest {
  /// Refuses a run that would ask too much of the machine, before anything of it is built.
  func checkLoad(
    _ scenario: PlannedScenario, keepsChats: Bool = false, points: Int = 1
  ) throws(ApplicationError) {
    let load = RunLoad(scenario, threads: threads, keepsChats: keepsChats, points: points)
    if let excess = load.excess(memoryLimit: memoryLimit) {
      throw .file(source.path, .tooLarge(excess))
    }
  }
}

extension RunLoad.Excess {
  var sentence: Localized {
    switch self {
    case .customers(let expected):
      let (found, most) = (Self.count(expected), Self.count(RunLoad.mostCustomers))
      return Localized(
        en: "demand: found \(found.en) customers expected in one replication, allowed at most "
          + "\(most.en); fewer days, or a smaller level, growth or factor, bring fewer.",
        zh: "demand：一次模拟预计有 \(found.zh) 位顾客，最多 \(most.zh) 位；"
          + "请缩短时间范围，或调小咨询量、增长率或系数。")
    case .sales(let expected):
      let (found, most) = (Self.count(expected), Self.count(RunLoad.mostSales))
      return Localized(
        en: "order_value: found orders of \(found.en) expected over the horizon, allowed at most "
          + "\(most.en); fewer orders or a smaller order_value come to less.",
        zh: "order_value：时间范围内预计成交 \(found.zh)，最多 \(most.zh)；请调小订单数或 order_value。")
    case .amounts(let plan, let customers):
      let (found, most) = (Self.count(customers), Self.count(RunLoad.mostSales))
      return Localized(
        en:
          "plans.\(plan).contract: found amounts of more than \(most.en) at the \(found.en) customers "
          + "expected, allowed at most that; smaller prices or fees come to less.",
        zh: "plans.\(plan).contract：按预计的 \(found.zh) 位顾客，金额超过上限 \(most.zh)；"
          + "请调小价格或费用。")
    case .memory(let bytes, let part, let partBytes, let threads, let limit):
      let (found, most) = (Self.gigabytes(bytes), Self.gigabytes(limit))
      let (name, share) = (part.name, Self.gigabytes(partBytes))
      return Localized(
        en: "memory: found about \(found.en) GB for a run on \(threads) threads (\(share.en) GB of "
          + "it for \(name.en)), allowed \(most.en) GB; fewer days, types, agents, replications or --threads "
          + "need less, and --limit-memory raises the limit.",
        zh: "内存：以 \(threads) 个线程运行约需 \(found.zh) GB（其中\(name.zh)占 \(share.zh) GB），"
          + "上限 \(most.zh) GB；"
          + "可减少天数、咨询类型、客服、模拟次数或 --threads，或用 --limit-memory 提高上限。")
    }
  }

  private static func count(_ value: Double) -> Localized {
    guard value < 1e15 else { return Localized(en: "more than 10^15", zh: "超过 10^15") }
    let text = Decimals.grouped(Decimals.fixed(value, places: 0))
    return Localized(en: text, zh: text)
  }

  private static func gigabytes(_ bytes: Double) -> Localized {
    let value = bytes / 1e9
    guard value < 1e6 else { return count(value.rounded()) }
    let text = Decimals.fixed(value, places: 1)
    return Localized(en: text, zh: text)
  }
}

extension RunLoad.Part {
  fileprivate var name: Localized {
    switch self {
    case .demand: Localized(en: "the demand by slot and its crowds", zh: "各时段的需求与集中到访的人群")
    case .staffing: Localized(en: "agents and their shifts", zh: "客服及其班次")
    case .counts: Localized(en: "counts by interval and type", zh: "按时段与咨询类型的计数")
    case .waiting: Localized(en: "customers who may wait at once", zh: "可能同时等待的顾客")
    case .replications: Localized(en: "what is kept of each replication", zh: "每次模拟保留的结果")
    case .chats: Localized(en: "single chats", zh: "逐条会话")
    case .points: Localized(en: "the points of the grid", zh: "网格各点的结果")
    }
  }
}
