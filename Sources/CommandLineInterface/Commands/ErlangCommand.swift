// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Planning
import Plans
import QueueingTheory
import Reporting
import Tables
import Wording

struct ErlangCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erlang",
    abstract: "Print the classic queueing formulas, or set them beside a plan's simulation.",
    discussion: """
      With --per-hour, --handling and --agents: one desk in steady state. The formulas know one \
      chat per agent, Poisson arrivals at a constant rate and exponential handling. A desk that \
      cannot do its work and whose customers never leave has no steady state: status 69.

      With --target or --most-occupancy in place of --agents: the agents that it takes, on duty and, \
      with --shrinkage, paid.

      With a scenario file: the formula on the averages of a plan, then the simulation of these \
      averages, then one piece of reality after the other (parallel chats; the laws of handling and \
      patience; skills and routing; the course of the day and the roster; seasons and promotions; \
      random days) up to the plan itself, so that the difference has a name. What is named has \
      moved the service by half a point at least, and by more than chance would.

      With --compose, --think and --messages: one agent who takes turns between chats.

      With --rates and --handling: the modified offered load of a day, which lags behind its \
      arrivals, and the agents that it takes.
      """)

  @Argument(
    help: "A scenario file, to set a plan of it beside the formula.", completion: .scenarios)
  var scenario: String?

  @OptionGroup var options: RunOptions

  @Option(help: "The plan of the scenario. Default: the first.", completion: .plans)
  var plan: String?

  @Option(name: .customLong("per-hour"), parsing: .unconditional, help: "Arrivals per hour.")
  var perHour: Double?

  @Option(parsing: .unconditional, help: "Mean handling time in seconds.")
  var handling: Double?

  @Option(parsing: .unconditional, help: "Agents.")
  var agents: Int?

  @Option(
    parsing: .unconditional,
    help: "Mean patience in seconds. Without it nobody leaves.")
  var patience: Double?

  @Option(
    name: .customLong("patience-law"),
    help: "Law of patience; another than exponential adds the row M/M/c+G.")
  var patienceLaw: LawName = .exponential

  @Option(
    name: .customLong("patience-cv"), parsing: .unconditional,
    help: "Standard deviation ÷ mean of a lognormal or gamma patience.")
  var patienceCV: Double?

  @Option(
    name: .customLong("handling-cv"), parsing: .unconditional,
    help: "With --rates: lognormal handling of this standard deviation ÷ mean.")
  var handlingCV: Double?

  @Option(
    name: .customLong("waiting-room"), parsing: .unconditional,
    help: "Waiting places. Without it any number.")
  var waitingRoom: Int?

  @Option(parsing: .unconditional, help: "Limit of 'answered within', in seconds.")
  var within: Double = 20

  @OptionGroup(title: "Agents for a target") var staffing: StaffingOptions

  @OptionGroup(title: "Turn-taking") var turns: TurnTakingOptions

  @OptionGroup(title: "A day") var day: DayLoadOptions

  func validate() throws {
    let numbers = [
      ("--per-hour", perHour == nil), ("--handling", handling == nil), ("--agents", agents == nil),
    ]
    let missing = numbers.filter { $0.1 && !($0.0 == "--agents" && staffing.isAsked) }.map(\.0)
    if staffing.isAsked { try checkStaffing() }
    if day.isAsked {
      try checkDay()
    } else if scenario != nil || turns.isAsked {
      if let given = numbers.first(where: { !$0.1 }) {
        let other: Phrase = scenario == nil ? .verbatim("--compose") : "a scenario file"
        throw ValidationError(saying: "\(given.0): not allowed beside \(other).")
      }
      if scenario != nil, turns.isAsked {
        throw ValidationError(saying: "--compose: not allowed beside a scenario file.")
      }
    } else if missing.count == 3, !staffing.isAsked {
      throw ValidationError(
        saying:
          "found no question, allowed a scenario file, or --per-hour, --handling and --agents (or "
          + "--target), or --compose, --think and --messages, or --rates and --handling.")
    } else if let first = missing.first {
      throw ValidationError(saying: "\(first): missing beside the other two of a desk.")
    }
    try checkNumbers()
    if plan != nil, scenario == nil {
      throw ValidationError(saying: "--plan: needs a scenario file.")
    }
  }

  private func checkStaffing() throws {
    for (name, isGiven) in [
      ("a scenario file", scenario != nil), ("--agents", agents != nil),
      ("--compose", turns.isAsked), ("--rates", day.isAsked),
      ("--waiting-room", waitingRoom != nil),
    ] as [(Phrase, Bool)] where isGiven {
      throw ValidationError(saying: "--target, --most-occupancy: not allowed beside \(name).")
    }
  }

  private func checkDay() throws {
    for (name, isGiven) in [
      ("a scenario file", scenario != nil), ("--per-hour", perHour != nil),
      ("--agents", agents != nil), ("--compose", turns.isAsked),
      ("--patience-law", patienceLaw != .exponential),
    ] as [(Phrase, Bool)] where isGiven {
      throw ValidationError(saying: "--rates: not allowed beside \(name).")
    }
    if handling == nil { throw ValidationError(saying: "--handling: missing beside --rates.") }
  }

  private func checkNumbers() throws {
    if handlingCV != nil, !day.isAsked {
      throw ValidationError(saying: "--handling-cv: needs --rates.")
    }
    if patienceLaw != .exponential, patience == nil {
      throw ValidationError(saying: "--patience-law: needs --patience, its mean.")
    }
    if patienceLaw.hasVariation, patienceCV == nil {
      throw ValidationError(
        saying: "--patience-cv: missing beside --patience-law \(patienceLaw.rawValue).")
    }
    if patienceCV != nil, !patienceLaw.hasVariation {
      throw ValidationError(saying: "--patience-cv: needs --patience-law lognormal or gamma.")
    }
    for (name, value) in [("--patience-cv", patienceCV), ("--handling-cv", handlingCV)] {
      if let value, !(value >= 0.05 && value <= 20) {
        throw ValidationError(name, found: asGiven(value), allowed: "0.05 to 20")
      }
    }
    for (name, value) in [
      ("--per-hour", perHour), ("--handling", handling), ("--patience", patience),
    ] {
      if let value, !(value > 0 && value.isFinite) {
        throw ValidationError(name, found: asGiven(value), allowed: "a number above 0")
      }
    }
    if let agents, !(1...1_000_000).contains(agents) {
      throw ValidationError("--agents", found: agents, allowed: "1 to 1000000")
    }
    if let waitingRoom, !(0...1_000_000).contains(waitingRoom) {
      throw ValidationError("--waiting-room", found: waitingRoom, allowed: "0 to 1000000")
    }
    if !(within >= 0 && within.isFinite) {
      throw ValidationError("--within", found: asGiven(within), allowed: "a number of 0 or more")
    }
  }

  func run() async throws {
    if day.isAsked, let handling {
      try day.print(
        handling: handlingCV.map { .lognormal(mean: handling, coefficientOfVariation: $0) }
          ?? .exponential(mean: handling),
        patience: patience, as: options.format, options.language)
    } else if let scenario {
      try await setBeside(scenario)
    } else if turns.isAsked {
      try turns.print(as: options.format, options.language)
    } else if let perHour, let handling {
      try printDesk(perHour, handling)
    }
  }

  private func printDesk(_ perHour: Double, _ handling: Double) throws {
    let law = patience.map { patienceLaw.law(mean: $0, cv: patienceCV ?? 1) }
    let found: StaffingAnswer?
    let report: ErlangReport
    do {
      found =
        staffing.isAsked
        ? try staffing.answer(
          perHour: perHour, handling: handling, patience: law, within: within) : nil
      report = try ErlangReport(
        ServiceLoad(
          arrivalRate: perHour / 3600, meanHandlingTime: handling,
          agents: found?.onDuty ?? agents ?? 1),
        patience: law, waitingRoom: waitingRoom, timeLimit: within, withQuantiles: true)
    } catch let error as QueueingError {
      if case .unreachable = error { throw ApplicationError.noAnswer(.formula(error)) }
      throw ApplicationError.request(.question(.queueing(error)))
    }
    switch options.format {
    case .table:
      if let found { try emit(found.text(options.language) + "\n") }
      try emit(ErlangText.table(report, options.language).text(width: 100))
      try emit(ErlangText.waits(report, options.language).text(width: 100), terminator: "")
    case .json: try emit(ErlangText.json(report, staffing: found).text, terminator: "")
    }
    if report.isOverloaded {
      let error = QueueingError.unstable(
        offeredLoad: report.load.offeredLoad, agents: report.load.agents)
      throw ApplicationError.noAnswer(.formula(error))
    }
  }

  private func setBeside(_ file: String) async throws {
    let outcome = try await LadderUseCase(
      LadderUseCase.Request(options.request(file), plan: plan)
    ).runWithBar()
    let text = AssumptionText(outcome.ladder, style: NumberStyle(options.language))
    switch options.format {
    case .table:
      try emit(outcome.plan.title + "\n")
      try emit(text.table.text(width: 100))
      for sentence in [text.averages, text.conclusion] {
        try emit(TextWidth.wrap(sentence, to: 100).joined(separator: "\n"))
      }
    case .json: try emit(text.json.text, terminator: "")
    }
  }
}

/// The laws of patience that the formula of general patience takes.
enum LawName: String, CaseIterable, ExpressibleByArgument {
  case exponential, deterministic, lognormal, gamma

  var hasVariation: Bool { self == .lognormal || self == .gamma }

  func law(mean: Double, cv: Double) -> DurationLaw {
    switch self {
    case .exponential: .exponential(mean: mean)
    case .deterministic: .deterministic(mean)
    case .lognormal: .lognormal(mean: mean, coefficientOfVariation: cv)
    case .gamma: .gamma(mean: mean, coefficientOfVariation: cv)
    }
  }
}
